"""Bounded solids by signed distance, for the placeholder thorax.

Distances are in mm, negative inside, first-order exact near the surface. Only + - * / sqrt, minimum
and maximum are used on voxels, so every machine and thread count gets the same numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

Field = NDArray[np.floating[Any]]  # float32 on grids
Coordinates = tuple[Field, Field, Field]
Distance = Callable[[Coordinates], Field]
Vector = tuple[float, float, float]

FAR_MM = 50.0
REACH_MM = 5.0  # how far round its box a solid is evaluated; more than any blend or shell


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A vertebra's own axes: origin in its body; columns left, posterior, up, shape (3, 3)."""

    centre: FloatArray
    axes: FloatArray

    def world(self, local: FloatArray) -> FloatArray:
        """World mm of local points; shape (..., 3)."""
        return np.asarray(np.asarray(local) @ self.axes.T + self.centre)

    def local(self, world: Coordinates) -> Coordinates:
        """Local coordinates of world ones, term by term so that the bytes never depend on BLAS."""
        x, y, z = (world[n] - np.float32(self.centre[n]) for n in range(3))
        a = self.axes.astype(np.float32)
        first, second, third = (x * a[0, n] + y * a[1, n] + z * a[2, n] for n in range(3))
        return first, second, third


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """One part: distance in its frame, its box there (low, high), its material and blend radius."""

    distance: Distance
    low: FloatArray
    high: FloatArray
    material: int
    blend_mm: float = 2.0


def norm(*parts: Field) -> Field:
    """Euclidean length of coordinate arrays."""
    return np.sqrt(np.asarray(sum((part * part for part in parts[1:]), parts[0] * parts[0])))


def radial(
    u: Field, v: Field, half_u: Field | float, half_v: Field | float, square: float
) -> Field:
    """Distance to a superellipse; `square` 0 is an ellipse, 0.35 about exponent 2.4, 0.42 2.5."""
    p, q = (u / half_u) ** 2, (v / half_v) ** 2
    r = (1.0 - square) * np.sqrt(p + q) + square * np.sqrt(np.sqrt(p * p + q * q)) + 1e-6
    middle = -np.minimum(half_u, half_v)
    return np.asarray(np.where(r < 0.05, middle, norm(u, v) * (1.0 - 1.0 / r)), np.float32)


def rounded(walls: Iterable[Field], edge_mm: float) -> Field:
    """Intersection of half spaces with its edges rounded by `edge_mm`."""
    moved = [np.asarray(wall + edge_mm) for wall in walls]
    outside = norm(*(np.maximum(wall, 0.0) for wall in moved))
    return np.asarray(outside + np.minimum(np.maximum.reduce(moved), 0.0) - edge_mm)


def smooth_union(a: Field, b: Field, blend_mm: float) -> Field:
    """Minimum of two distances, filleted over `blend_mm` (polynomial smooth minimum)."""
    overlap = np.maximum(blend_mm - np.abs(a - b), 0.0)
    return np.asarray(np.minimum(a, b) - overlap * overlap * (0.25 / blend_mm))


def capsule(
    ends: tuple[Vector, Vector],
    radii_mm: tuple[float, float],
    material: int,
    *,
    flat: tuple[Vector, float] = ((0.0, 0.0, 0.0), 1.0),
    flare: float = 0.0,
    blend_mm: float = 2.0,
) -> Solid:
    """A tapered capsule.

    flat : (normal, factor), thins it along the normal. flare : widens its ends, 0.2 = by a fifth.
    """
    a, b = np.array(ends, dtype=np.float32)
    along = b - a
    squared = float(along @ along)
    normal, thin = np.array(flat[0], dtype=np.float32), flat[1]
    normal = normal / max(float(np.linalg.norm(normal)), 1e-9)

    def distance(p: Coordinates) -> Field:
        q = [p[n] - a[n] for n in range(3)]
        t = np.clip((q[0] * along[0] + q[1] * along[1] + q[2] * along[2]) / squared, 0.0, 1.0)
        q = [q[n] - t * along[n] for n in range(3)]
        radius = radii_mm[0] + t * (radii_mm[1] - radii_mm[0])
        if flare:
            radius = radius * (1.0 + flare * (2.0 * t - 1.0) ** 2)
        whole = q[0] ** 2 + q[1] ** 2 + q[2] ** 2
        if thin == 1.0:
            return np.asarray(np.sqrt(whole) - radius)
        across = (q[0] * normal[0] + q[1] * normal[1] + q[2] * normal[2]) ** 2
        stretched = np.sqrt(whole + (thin**2 - 1.0) * across) + 1e-6
        slope = np.sqrt(whole + (thin**4 - 1.0) * across) / stretched + 1e-6
        return np.asarray((stretched - radius) / np.maximum(slope, 1.0))

    reach = max(radii_mm) * (1.0 + flare)
    return Solid(distance, np.minimum(a, b) - reach, np.maximum(a, b) + reach, material, blend_mm)


def plate(
    centre: Vector, axes: FloatArray, half_mm: Vector, edge_mm: float, material: int
) -> Solid:
    """A rounded box; `axes` holds its unit edges as columns, shape (3, 3)."""
    frame = Frame(np.array(centre), axes)
    reach = np.abs(axes) @ np.array(half_mm)

    def distance(p: Coordinates) -> Field:
        q = frame.local(p)
        return rounded((np.abs(q[n]) - half_mm[n] for n in range(3)), edge_mm)

    return Solid(distance, frame.centre - reach, frame.centre + reach, material)


def where_below(field: Field, limit: float) -> tuple[NDArray[np.intp], ...]:
    """Indices of a contiguous field's values below a limit; faster than `np.nonzero`."""
    return np.unravel_index(np.flatnonzero(field < np.float32(limit)), field.shape)


def grid_axes(grid: VoxelGrid) -> Coordinates:
    """World coordinates of an aligned grid's voxels as open arrays: x (1,1,ni), y, z."""
    nk, nj, ni = grid.shape_kji
    steps, origin = np.diag(grid.world_from_index)[:3], grid.world_from_index[:3, 3]
    x, y, z = (
        (origin[n] + steps[n] * np.arange(count)).astype(np.float32)
        for n, count in enumerate((ni, nj, nk))
    )
    return x[None, None, :], y[None, :, None], z[:, None, None]


def box_of(
    axes: Coordinates, low: FloatArray, high: FloatArray
) -> tuple[tuple[slice, slice, slice], Coordinates]:
    """The voxels of a grid within a world box: slices (k, j, i) and their coordinates."""
    spans = []
    for n in range(3):
        line = axes[n].ravel()
        spans.append(slice(*np.searchsorted(line, (low[n], high[n]))))
    x, y, z = axes
    return (spans[2], spans[1], spans[0]), (
        x[:, :, spans[0]],
        y[:, spans[1], :],
        z[spans[2], :, :],
    )


def world_box(frame: Frame, solid: Solid) -> tuple[FloatArray, FloatArray]:
    """A solid's world box with `REACH_MM` round it."""
    corners = np.array([[c[n] for n, c in enumerate(pick)] for pick in _corners(solid)])
    world = frame.world(corners)
    return world.min(axis=0) - REACH_MM, world.max(axis=0) + REACH_MM


def _corners(solid: Solid) -> list[tuple[FloatArray, FloatArray, FloatArray]]:
    ends = (solid.low, solid.high)
    return [(a, b, c) for a in ends for b in ends for c in ends]
