"""A cross-section swept along a curve: ribs, cartilages, clavicles, the sternum."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.synthetic.bone import REACH_MM, Block, FloatBlock, Material, MaterialBlock
from trainer.geometry.pinhole import FloatArray

# Columns of `Section.columns`.
HALF_HEIGHT, HALF_THICKNESS, TAPER, GROOVE, FLATNESS, KIND, ROUND = range(7)


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """The cross-section at each point of a curve: a superellipse of exponent 2.5; arrays (n,).

    half_height_mm along the height axis, half_thickness_mm across it. taper : the thickness grows
    by this part toward the upper edge and shrinks toward the lower one. groove_mm : how far the
    lower edge lies outward of the middle (the costal groove is what it leaves free inside).
    end : length of the rounded ends over the half-thickness. kind : a `Material` for each point.
    elliptic : exponent 2 instead.
    """

    half_height_mm: FloatArray
    half_thickness_mm: FloatArray
    taper: FloatArray
    groove_mm: FloatArray
    end: FloatArray
    kind: NDArray[np.uint8]
    elliptic: bool = False

    @property
    def columns(self) -> NDArray[np.float32]:
        """Shape (n, 7), as the kernels read them."""
        shape = (self.half_height_mm, self.half_thickness_mm, self.taper, self.groove_mm, self.end)
        power = np.full(len(self.kind), self.elliptic)
        return np.stack([*shape, self.kind, power], axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """A bone: a section along a polyline; use `sweep_along` to make one.

    points, heights, widths : shape (n, 3); centres, and unit axes along the section's height and
    outward across it. section : the shape at each point. for_kernels : all of it as float32.
    """

    name: str
    points: FloatArray
    heights: FloatArray
    widths: FloatArray
    section: Section
    for_kernels: tuple[NDArray[np.float32] | np.float32, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Made once: a person's landmarks ask each rib hundreds of times.
        object.__setattr__(self, "for_kernels", self._arrays())

    @property
    def reach_mm(self) -> float:
        """From the curve to where the distance is still exact."""
        tall = np.hypot(self.section.half_height_mm, self.section.half_thickness_mm)
        return float(tall.max() + self.section.groove_mm.max() + REACH_MM)

    @property
    def low_world_mm(self) -> FloatArray:
        """Lower corner of the box, shape (3,)."""
        return np.asarray(self.points.min(axis=0) - self.reach_mm)

    @property
    def high_world_mm(self) -> FloatArray:
        """Upper corner of the box, shape (3,)."""
        return np.asarray(self.points.max(axis=0) + self.reach_mm)

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        """Distance and `Material` at a block's voxel centres, both of its shape."""
        from trainer.anatomy.synthetic.sweep_kernel import FAR, UNREACHED, sweep_on_block

        origin, shape = np.array(block.origin_world_mm, np.float32), block.shape_kji
        nearest, which = np.full(shape, UNREACHED, np.float32), np.zeros(shape, np.int32)
        distance, kind = np.full(shape, FAR, np.float32), np.zeros(shape, np.uint8)
        sweep_on_block(
            origin, np.float32(block.spacing_mm), nearest, which, distance, kind, *self.for_kernels
        )
        return distance, kind

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        from trainer.anatomy.synthetic.sweep_kernel import FAR, sweep_at

        where = np.ascontiguousarray(points_world_mm, np.float32)
        found = np.full(len(where), FAR, np.float32)
        sweep_at(where, found, *self.for_kernels)
        return found.astype(np.float64)

    def surface_world_mm(self, turns: int = 24) -> FloatArray:
        """Points of the surface round every point of the curve, shape (n, turns, 3)."""
        angle = np.arange(turns) * (2.0 * np.pi / turns)
        power = 1.0 if self.section.elliptic else 0.8  # 2 over the superellipse's exponent
        rise, across = (
            np.sign(part) * np.abs(part) ** power for part in (np.sin(angle), np.cos(angle))
        )
        shape = self.section
        lower = np.minimum(rise, 0.0)
        thick = shape.half_thickness_mm[:, None] * (1.0 + shape.taper[:, None] * rise)
        out = thick * across + shape.groove_mm[:, None] * lower * lower
        up = shape.half_height_mm[:, None] * rise
        moved = up[..., None] * self.heights[:, None] + out[..., None] * self.widths[:, None]
        return np.asarray(self.points[:, None] + moved)

    def _arrays(self) -> tuple[NDArray[np.float32] | np.float32, ...]:
        points = self.points.astype(np.float32)
        steps = np.diff(points, axis=0)
        squared = np.maximum((steps * steps).sum(axis=1, keepdims=True), np.float32(1e-6))
        along = np.concatenate([steps, squared], axis=1)
        axes = (self.heights.astype(np.float32), self.widths.astype(np.float32))
        return points, along, *axes, self.section.columns, np.float32(self.reach_mm)


def plain_section(
    half_height_mm: FloatArray, half_thickness_mm: FloatArray, kind: Material, end: float = 1.0
) -> Section:
    """An elliptic section without taper or groove, of one material."""
    count = len(half_height_mm)
    none = np.zeros(count)
    return Section(
        np.asarray(half_height_mm, float),
        np.asarray(half_thickness_mm, float),
        none,
        none,
        np.full(count, end),
        np.full(count, kind, np.uint8),
        elliptic=True,
    )


def tangents(points: FloatArray) -> FloatArray:
    """Unit directions along a polyline, shape (n, 3)."""
    steps = np.gradient(points, axis=0)
    return np.asarray(steps / np.linalg.norm(steps, axis=1, keepdims=True))


def across(directions: FloatArray, along: FloatArray) -> FloatArray:
    """Directions made perpendicular to unit tangents, of length 1; shape (n, 3)."""
    free = directions - (directions * along).sum(axis=1, keepdims=True) * along
    return np.asarray(free / np.linalg.norm(free, axis=1, keepdims=True))


def through(knots: FloatArray, count: int, smooth_mm: float = 0.0) -> FloatArray:
    """A smooth curve through points, evenly spaced; (m, 3) to (count, 3).

    Monotone between the knots in every coordinate; then eased by a Gaussian of `smooth_mm`, the
    ends kept.
    """
    from scipy.interpolate import PchipInterpolator
    from scipy.ndimage import gaussian_filter1d

    at = arc_mm(knots)
    fine = PchipInterpolator(at, knots)(np.linspace(0.0, at[-1], 4 * count))
    if smooth_mm > 0.0:
        sigma = smooth_mm * 4 * count / at[-1]
        # Extended by point reflection, so that the ends stay where they are.
        wide = min(int(4 * sigma) + 1, len(fine) - 1)
        before, after = 2 * fine[0] - fine[wide:0:-1], 2 * fine[-1] - fine[-2 : -wide - 2 : -1]
        fine = gaussian_filter1d(np.vstack([before, fine, after]), sigma, axis=0)[wide:-wide]
    arc = arc_mm(fine)
    wanted = np.linspace(0.0, arc[-1], count)
    return np.stack([np.interp(wanted, arc, fine[:, n]) for n in range(3)], axis=1)


def arc_mm(points: FloatArray) -> FloatArray:
    """Length along a polyline at each of its points, mm."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    return np.concatenate([[0.0], np.cumsum(steps)])
