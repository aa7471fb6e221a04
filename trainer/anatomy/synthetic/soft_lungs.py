"""The lungs: the chest's inside without mediastinum, heart, aorta and what the diaphragm lifts.

The pleura beside the bodies, along the rib necks and over the domes is what the picture shows as
paraspinal line, aortic edge and dome, and what a needle must not reach. Numbers: anatomy.md 4 [E],
unless marked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from trainer.anatomy.synthetic.soft_noise import Wander
from trainer.anatomy.synthetic.soft_solids import (
    Field,
    Places,
    about_sagittal,
    about_vertical,
    ellipsoid,
    joined,
    met,
)
from trainer.anatomy.synthetic.soft_trunk import Trunk
from trainer.geometry.pinhole import FloatArray

PLEURA_MM = 1.2  # [X] pleura and extrapleural fat inside the envelope
PARASPINAL_MM, PARASPINAL_SPREAD_MM = 3.5, 2.2
BEHIND_WALL_MM = 9.0  # [X] where the 45 degree line to the rib necks begins, in front of the wall
# Tops, from T7. anatomy.md 4 has -62 and -76; the right one is up to 3 cm higher [M]: 2 cm here
# [X], so that left mirrors right no better than its 8.9 asks.
DOME_MM = {"right": -60.0, "left": -81.0}
DOME_SAG_MM = 70.0
HEART_MM, HEART_RADII_MM = (20.0, -34.0), (56.0, 42.0, 62.0)  # left of, below T7; half-axes
# Half-width of the mediastinum: rows by level, columns from the spine (0) to the sternum (1) [X],
# after what axial CT shows: great vessels above, recess behind the heart, junction line in front.
SEPTUM_AT = (0.0, 0.12, 0.3, 0.5, 0.7, 0.88, 1.0)
SEPTUM_LEFT_MM = {
    "T1": (17, 23, 32, 36, 34, 32, 30),
    "T2": (17, 22, 31, 34, 32, 28, 25),
    "T3": (17, 21, 28, 31, 29, 20, 14),
    "T4": (17, 24, 30, 31, 27, 14, 7),
    "T5": (17, 24, 28, 26, 23, 11, 4),
    "T6": (17, 22, 25, 27, 25, 14, 5),
    "T7": (17, 20, 22, 27, 26, 18, 8),
    "T9": (17, 19, 16, 16, 18, 20, 14),
    "T12": (20, 22, 18, 14, 14, 14, 12),
}
SEPTUM_RIGHT_MM = {
    "T1": (17, 16, 18, 22, 25, 26, 26),
    "T2": (17, 14, 15, 20, 23, 22, 20),
    "T3": (17, 12, 14, 22, 24, 15, 6),
    "T4": (17, 10, 13, 26, 29, 9, -2),
    "T5": (17, 9, 16, 24, 24, 6, -5),
    "T6": (17, 8, 15, 19, 18, 8, -4),
    "T7": (17, 7, 12, 18, 18, 12, 2),
    "T9": (17, 8, 10, 14, 18, 18, 12),
    "T12": (20, 16, 12, 12, 14, 14, 12),
}


@dataclass(frozen=True, slots=True, eq=False)
class Chest:
    """Fields of the grid, mm: lung, heart, height over the diaphragm (positive in the chest)."""

    lung: Field
    heart: Field
    above_dome: Field


def chest(trunk: Trunk, places: Places, envelope: Field, aorta: Field, wander: Wander) -> Chest:
    """Lungs and what bounds them. envelope, aorta : distances on the grid."""
    heart = heart_mm(trunk, places, wander)
    above = above_dome_mm(trunk, places, wander)
    middle = joined(_column(trunk, places, wander), _septum(trunk, places, wander), 7.0)
    middle = joined(middle, aorta - np.float32(1.8), 5.0)
    middle = joined(middle, heart - np.float32(2.5), 9.0)
    middle = joined(middle, _hila(trunk, places), 8.0)
    lung = met(envelope + np.float32(PLEURA_MM), -middle, 3.0)
    lung = met(lung, np.asarray(-above * 0.8, np.float32), 4.0)
    lung = met(lung, _apices(trunk, places, wander), 6.0)
    return Chest(lung, heart, above)


def heart_mm(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """Distance to the heart: an egg, its apex to the left, in front and low; a little uneven."""
    rng = trunk.chance("heart")
    scale = trunk.scale * float(1.0 + 0.05 * np.clip(rng.normal(), -2.0, 2.0))
    older = 1.0 + 0.0012 * max(trunk.person.age_years - 45.0, 0.0)
    left, below = (value * trunk.scale for value in HEART_MM)
    z = trunk.level_z["T7"] + below
    front, spine = float(trunk.at(trunk.chest_front, z)), float(trunk.at(trunk.spine_y, z))
    x = float(trunk.at(trunk.chest_x, z)) + left
    turn = about_vertical(24.0) @ about_sagittal(28.0)
    centre = np.array([x, front + 0.42 * (spine - front), z])
    body = ellipsoid(places, centre, np.array(HEART_RADII_MM) * scale * older, turn)
    atrium = centre + np.array([-34.0, 8.0, 16.0]) * scale
    body = joined(body, ellipsoid(places, atrium, np.array([28.0, 30.0, 34.0]) * scale), 16.0)
    root = centre + np.array([-22.0, 2.0, 56.0]) * scale
    body = joined(body, ellipsoid(places, root, np.array([30.0, 27.0, 40.0]) * scale), 16.0)
    return np.asarray(body + 1.6 * wander.on(places, "heart", 14.0), np.float32)


def above_dome_mm(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """Height over the diaphragm; two domes, the right higher, both with low scallops."""
    rng = trunk.chance("dome")
    breath = float(rng.normal(0.0, 5.0))
    tops = {}
    for side, sign in (("right", -1.0), ("left", 1.0)):
        top = trunk.level_z["T7"] + DOME_MM[side] * trunk.scale + breath + float(rng.normal(0, 3.0))
        front, back = (
            float(trunk.at(trunk.chest_front, top)),
            float(trunk.at(trunk.chest_back, top)),
        )
        half = float(trunk.at(trunk.chest_half, top))
        x = float(trunk.at(trunk.chest_x, top)) + sign * half * float(rng.uniform(0.46, 0.52))
        y = front + (back - front) * float(rng.uniform(0.36, 0.44))
        across = ((places.x - x) / np.float32(0.55 * half)) ** 2
        along = ((places.y - y) / np.float32(0.5 * (back - front))) ** 2
        sag = DOME_SAG_MM * trunk.scale * (0.62 * across + 0.95 * along) ** np.float32(1.2)
        tops[side] = top - sag
    surface = -joined(-tops["right"].astype(np.float32), -tops["left"].astype(np.float32), 14.0)
    flat = Places(places.x, places.y, places.z[:1])
    surface = surface + 2.2 * wander.on(flat, "dome", 18.0)
    return np.asarray(places.z - surface, np.float32)


def _column(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """The spine and the soft tissue the pleura leaves beside it, then back along the rib necks."""
    z = places.z
    x = places.x - trunk.at(trunk.spine_x, z)
    y = places.y - trunk.at(trunk.spine_y, z)
    wide, deep = trunk.at(trunk.body_half_width, z), trunk.at(trunk.body_half_depth, z)
    gap = PARASPINAL_MM + PARASPINAL_SPREAD_MM * wander.on(places, "paraspinal", 9.0, 0.7)
    gap = np.maximum(gap, 0.8)
    body = oval_front(x, y, wide + gap, deep + gap)
    start = deep - np.float32(BEHIND_WALL_MM)
    wedge = np.maximum(start - y, (np.abs(x) - wide - gap - (y - start)) * np.float32(0.707))
    return joined(body, np.asarray(wedge, np.float32), 4.0)


def oval_front(x: Field, y: Field, wide: Field, deep: Field) -> Field:
    """A body seen from above: boxy, so that the gap beside it stays even."""
    across, along = np.abs(x) / wide, np.abs(y) / deep
    level = np.maximum(across**3 + along**3, np.float32(1e-3))
    slope = np.hypot(across * across / wide, along * along / deep)
    raw = (level - level ** np.float32(2 / 3)) / np.maximum(slope, np.float32(1e-6))
    return np.asarray(np.maximum(raw, -wide), np.float32)


def _septum(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """Oesophagus, trachea, great vessels and fat between the lungs."""
    z = places.z
    spine, front = trunk.at(trunk.spine_y, z), trunk.at(trunk.chest_front, z)
    share = np.clip((spine - places.y) / np.maximum(spine - front, 20.0), 0.0, 1.0)
    slant = trunk.at(trunk.spine_x, z) * (1.0 - share) + trunk.at(trunk.chest_x, z) * share
    x = places.x - slant
    left = _half_width(trunk, SEPTUM_LEFT_MM, z, share)
    right = _half_width(trunk, SEPTUM_RIGHT_MM, z, share)
    away = np.maximum(x - left, -x - right)
    away = away * np.float32(0.85) + np.float32(3.4) * wander.on(places, "septum", 15.0)
    return np.asarray(np.maximum(away, places.y - spine), np.float32)


def _half_width(trunk: Trunk, rows: Mapping[str, tuple[int, ...]], z: Field, share: Field) -> Field:
    """The table read at heights z and shares of the way to the sternum."""
    columns = [
        trunk.by_level({level: row[n] * trunk.scale for level, row in rows.items()}, z)
        for n in range(len(SEPTUM_AT))
    ]
    found = np.zeros(np.broadcast_shapes(z.shape, share.shape), np.float32)
    for n, (low, high) in enumerate(pairwise(SEPTUM_AT)):
        part = (share - low) / np.float32(high - low)
        inside = (part >= 0) & ((part < 1) | (n == len(SEPTUM_AT) - 2))
        found = np.where(inside, columns[n] + part * (columns[n + 1] - columns[n]), found)
    return found


def _apices(trunk: Trunk, places: Places, wander: Wander) -> Field:
    """Height over the lungs' tops: one side's is lower and its cap thicker."""
    rng = trunk.chance("apex")
    low, lower = np.sort(np.abs(rng.normal(0.0, 3.0, 2))) + np.array([0.0, 5.0])
    left, right = (low, lower) if rng.random() < 0.6 else (lower, low)
    cap = np.where(places.x > 0.0, left, right).astype(np.float32)
    flat = Places(places.x, places.y, places.z[:1])
    cap = cap + 2.0 * wander.on(flat, "apex", 11.0)
    return np.asarray(
        0.8 * (places.z - (trunk.level_z["T1"] + 6.0 * trunk.scale - cap)), np.float32
    )


def _hila(trunk: Trunk, places: Places) -> Field:
    """Where bronchi and vessels enter: the right lower than the left."""
    found = [
        ellipsoid(places, hilum_mm(trunk, side), np.array([15.0, 13.0, 19.0]) * trunk.scale)
        for side in (1.0, -1.0)
    ]
    return np.minimum(*found)


def hilum_mm(trunk: Trunk, side: float) -> FloatArray:
    """Centre of a hilum in trunk axes; side +1 left."""
    rng = trunk.chance("hilum", str(side))
    z = trunk.level_z["T7"] + (22.0 + 5.0 * side) * trunk.scale + float(rng.normal(0.0, 3.0))
    spine = float(trunk.at(trunk.spine_y, z))
    front = float(trunk.at(trunk.chest_front, z))
    x = float(trunk.at(trunk.chest_x, z)) + side * 31.0 * trunk.scale
    return np.array([x, spine - 0.29 * (spine - front), z])
