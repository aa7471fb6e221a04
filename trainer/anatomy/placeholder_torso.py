"""Skin, fat, muscle, lungs, ribs and great vessels of the placeholder thorax.

Numbers: anatomy.md 3 and 4 (design values unless it says measured). One envelope carries ribs and
lungs, so they never disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.placeholder_solids import (
    Coordinates,
    Field,
    Frame,
    Solid,
    Vector,
    capsule,
    radial,
)
from trainer.anatomy.placeholder_spine import RIB, SIZES, tp_tip
from trainer.geometry.pinhole import FloatArray

SKIN_HALF_WIDTH_MM, SKIN_BACK_MM, SKIN_FRONT_MM = 150.0, 72.0, -124.0
RIB_HALF_WIDTH_MM, RIB_BACK_MM, RIB_FRONT_MM = 118.0, 34.0, -104.0
AIR_HU, LUNG_HU, MUSCLE_HU, FAT_HU, SKIN_HU = -1000.0, -870.0, 50.0, -95.0, 45.0
FURROW_DEPTH_MM, FURROW_HALF_MM = 6.0, 14.0
RIB_END_DEG = 118.0  # how far round the ribs run; the front ones are left out
RIB_DROP_MM = 82.0


@dataclass(frozen=True, slots=True, eq=False)
class Torso:
    """The block round the spine; it follows the kyphosis of the given body centres."""

    centres_world_mm: FloatArray

    def forward(self, z: Field) -> Field:
        """How far (y) the spine lies from T7's plumb line at height z; same shape as z."""
        y, heights = self.centres_world_mm[:, 1], self.centres_world_mm[:, 2]
        order = np.argsort(heights)
        flat = np.interp(z.ravel(), heights[order], y[order])
        return flat.reshape(z.shape).astype(np.float32)

    def skin_mm(self, p: Coordinates) -> Field:
        """Distance to the skin, negative inside the patient."""
        middle = (SKIN_BACK_MM + SKIN_FRONT_MM) / 2.0
        y = p[1] - self.forward(p[2]) - np.float32(middle)
        furrow = np.maximum(1.0 - (p[0] / FURROW_HALF_MM) ** 2, 0.0) ** 2 * FURROW_DEPTH_MM
        y = np.where(y > 0.0, y + furrow, y)
        return radial(p[0] + 0.0 * y, y, SKIN_HALF_WIDTH_MM, SKIN_BACK_MM - middle, 0.42)

    def lung_mm(self, p: Coordinates) -> Field:
        """Distance to the lungs: the chest's inside without mediastinum, heart and aorta."""
        y = p[1] - self.forward(p[2])
        x = p[0] + 0.0 * y
        middle, half = (RIB_BACK_MM + RIB_FRONT_MM) / 2.0, (RIB_BACK_MM - RIB_FRONT_MM) / 2.0
        chest = radial(x, y - middle, RIB_HALF_WIDTH_MM - 5.0, half - 5.0, 0.42)
        wobble = np.sin(p[2] / 17.0) + 0.6 * np.sin(p[2] / 7.3 + 1.0)
        # 3.5 +- 2.2 mm beside the body; behind its wall along 45 degrees to the rib necks.
        beside = 17.0 + 1.5 * wobble + np.maximum(y - 10.0, 0.0) + np.maximum(-y - 25.0, 0.0) * 0.2
        heart = radial(x - 22.0, y + 66.0, 50.0 - 0.25 * np.abs(p[2] + 34.0), 40.0, 0.0)
        aorta = radial(x - 17.0, y + 18.0, 12.0, 12.0, 0.0)
        return np.asarray(np.maximum.reduce([chest, beside - np.abs(x), -heart, -aorta]))

    def soft_hu(self, p: Coordinates, edge_mm: float) -> tuple[Field, Field]:
        """HU without bone, edges spread over `edge_mm` (a voxel), and the lung's share 0..1."""
        skin, lung = self.skin_mm(p), self.lung_mm(p)
        fat_mm = 8.0 + 2.0 * np.sin(p[0] / 31.0) + np.sin(p[2] / 23.0)
        hu = AIR_HU + (SKIN_HU - AIR_HU) * covered(skin, edge_mm)
        hu = hu + (FAT_HU - SKIN_HU) * covered(skin + 2.4, edge_mm)
        hu = hu + (MUSCLE_HU - FAT_HU) * covered(skin + 2.4 + fat_mm, edge_mm)
        inside = covered(lung, edge_mm)
        return np.asarray(hu + (LUNG_HU - MUSCLE_HU) * inside, np.float32), inside


def covered(distance: Field, edge_mm: float) -> Field:
    """How much of a voxel a solid covers: clamp(0.5 - d/h)."""
    return np.asarray(np.clip(0.5 - distance / np.float32(edge_mm), 0.0, 1.0), np.float32)


def rib(level: str, frame: Frame, side: int, torso: Torso, drop: float) -> list[Solid]:
    """One rib from head to flank as capsules in the world; side +1 left."""
    size = SIZES[level]
    head = np.array(
        [side * (size.plate_widths[0] / 2 + 1.5), size.wall_y - 4.5, size.height / 2 + 2.0]
    )
    knob = tp_tip(size, side) + np.array([side * 3.0, -9.5, 1.5])
    neck = 0.45 * head + 0.55 * knob + np.array([0.0, 0.5, 0.8])
    start = frame.world(np.stack([head, neck, knob]))
    around = np.radians(np.linspace(27.0, RIB_END_DEG, 10))
    share = np.linspace(0.0, 1.0, around.size)
    z = start[2, 2] - RIB_DROP_MM * drop * (0.06 + 0.94 * share)
    middle, half = (RIB_BACK_MM + RIB_FRONT_MM) / 2.0, (RIB_BACK_MM - RIB_FRONT_MM) / 2.0
    ring = radial_point(around, RIB_HALF_WIDTH_MM, half)
    y = ring[:, 1] + middle + torso.forward(z)
    shaft = np.stack([side * ring[:, 0], y, z], axis=1)
    curve = np.concatenate([start, shaft])
    tall = np.interp(np.arange(len(curve)), (0, 1, 2, 6), (5.0, 4.6, 5.6, 6.4))
    thick = np.interp(np.arange(len(curve)), (0, 1, 2, 6), (4.4, 3.1, 4.2, 3.6))
    return [_rib_piece(curve, n, tall, thick) for n in range(len(curve) - 1)]


def _rib_piece(curve: FloatArray, n: int, tall: FloatArray, thick: FloatArray) -> Solid:
    along = curve[n + 1] - curve[n]
    across = np.cross(along, (0.0, 0.0, 1.0))
    a, b, face = ((float(v[0]), float(v[1]), float(v[2])) for v in (curve[n], curve[n + 1], across))
    flat = (face, float(tall[n] / thick[n]))
    return capsule((a, b), (float(tall[n]), float(tall[n + 1])), RIB, flat=flat, blend_mm=1.0)


def radial_point(angle: FloatArray, half_width: float, half_depth: float) -> FloatArray:
    """Points of a superellipse of exponent 2.5, angle from straight back; shape (n, 2)."""
    s, c = np.sin(angle), np.cos(angle)
    reach = (np.abs(s / half_width) ** 2.5 + np.abs(c / half_depth) ** 2.5) ** -0.4
    return np.stack([reach * s, reach * c], axis=1)


def lung_vessels(rng: np.random.Generator) -> list[Solid]:
    """Branching trunks of both lungs from the hila, in the world."""
    pieces: list[Solid] = []
    for side in (1.0, -1.0):
        hilum = np.array([side * 32.0, -33.0, 20.0])
        for _ in range(14):
            trunk: list[Solid] = []
            heading = np.array([side, 0.0, 0.0]) + rng.normal(0.0, (0.5, 0.7, 1.0))
            _branch(rng, trunk, hilum, heading, float(rng.uniform(2.0, 4.0)))
            pieces += trunk
    return pieces


def _branch(
    rng: np.random.Generator, pieces: list[Solid], start: FloatArray, heading: FloatArray, r: float
) -> None:
    if r < 1.0 or len(pieces) > 40:
        return
    heading = heading / np.linalg.norm(heading)
    end = start + heading * (r * rng.uniform(3.0, 6.0) + rng.uniform(4.0, 9.0))
    a: Vector = (float(start[0]), float(start[1]), float(start[2]))
    b: Vector = (float(end[0]), float(end[1]), float(end[2]))
    pieces.append(capsule((a, b), (r, 0.9 * r), 0))
    for factor in (rng.uniform(0.78, 0.92), rng.uniform(0.5, 0.72)):
        _branch(rng, pieces, end, heading + rng.normal(0.0, 0.4, 3), r * float(factor))
