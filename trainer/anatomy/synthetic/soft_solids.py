"""Distances of simple solids on open grids, and how they join; float32, mm, negative inside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray

Field = NDArray[np.float32]
FAR_MM = 45.0  # where a solid does not bother to be exact


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Open axes of a grid: x of shape (1, 1, ni), y (1, nj, 1), z (nk, 1, 1); mm."""

    x: Field
    y: Field
    z: Field

    @property
    def shape(self) -> tuple[int, int, int]:
        """The grid's shape (nk, nj, ni)."""
        return self.z.shape[0], self.y.shape[1], self.x.shape[2]

    def cut(self, low: FloatArray, high: FloatArray) -> tuple[tuple[slice, slice, slice], Places]:
        """The part of the grid inside a box, and its place in the whole."""
        k, j, i = (
            slice(*np.searchsorted(line.ravel(), (low[axis], high[axis])))
            for axis, line in ((2, self.z), (1, self.y), (0, self.x))
        )
        return (k, j, i), Places(self.x[:, :, i], self.y[:, j, :], self.z[k])


def covered(distance: Field, edge_mm: float) -> Field:
    """How much of a voxel a solid covers: clamp(0.5 - d/h)."""
    part = distance / np.float32(edge_mm)
    # Into what is there: to get and clear another large array takes longer than the arithmetic.
    np.subtract(0.5, part, out=part)
    np.clip(part, 0.0, 1.0, out=part)
    return np.asarray(part, np.float32)


def joined(one: Field, other: Field, blend_mm: float) -> Field:
    """Union with a rounded seam."""
    k = np.float32(blend_mm)
    near = one - other
    np.abs(near, out=near)
    np.subtract(k, near, out=near)
    np.maximum(near, 0.0, out=near)
    near /= k
    near *= near
    near *= k * 0.25
    least = np.minimum(one, other)
    np.subtract(least, near, out=near)
    return np.asarray(near, np.float32)


def met(one: Field, other: Field, blend_mm: float) -> Field:
    """Intersection with a rounded edge."""
    inside = joined(-one, -other, blend_mm)
    return np.asarray(np.negative(inside, out=inside), np.float32)


def ellipsoid(
    places: Places, centre: FloatArray, radii: FloatArray, turn: FloatArray | None = None
) -> Field:
    """Distance to an ellipsoid, FAR_MM far off. turn : columns are its axes."""
    found = np.full(places.shape, FAR_MM, np.float32)
    reach = float(max(radii)) + FAR_MM
    spot, near = places.cut(centre - reach, centre + reach)
    away = [near.x - centre[0], near.y - centre[1], near.z - centre[2]]
    if turn is not None:
        x, y, z = away
        away = [x * turn[0, m] + y * turn[1, m] + z * turn[2, m] for m in range(3)]
    squares = [(a / np.float32(r)) ** 2 for a, r in zip(away, radii, strict=True)]
    level = squares[0] + squares[1] + squares[2]
    np.sqrt(level, out=level)
    ex, ey, ez = (s / np.float32(r * r) for s, r in zip(squares, radii, strict=True))
    slope = ex + ey + ez
    np.maximum(slope, np.float32(1e-8), out=slope)
    np.sqrt(slope, out=slope)
    distance = level - 1.0
    distance *= level
    distance /= slope
    np.maximum(distance, -min(radii), out=distance)
    np.minimum(distance, FAR_MM, out=found[spot])
    return found


def capsule(places: Places, start: FloatArray, end: FloatArray, radius_mm: float) -> Field:
    """Distance to a round rod, FAR_MM far off."""
    found = np.full(places.shape, FAR_MM, np.float32)
    ends, reach = np.stack([start, end]), radius_mm + FAR_MM
    spot, near = places.cut(ends.min(axis=0) - reach, ends.max(axis=0) + reach)
    ax, ay, az = (np.float32(a) for a in end - start)
    dx, dy, dz = (near.x - start[0], near.y - start[1], near.z - start[2])
    long = np.float32(max(float((end - start) @ (end - start)), 1e-6))
    part = dx * ax + dy * ay + dz * az
    part /= long
    np.clip(part, 0.0, 1.0, out=part)
    square = _off(part, dx, ax)
    square += _off(part, dy, ay)
    square += _off(part, dz, az)
    np.sqrt(square, out=square)
    square -= np.float32(radius_mm)
    np.minimum(square, FAR_MM, out=found[spot])
    return found


def _off(part: Field, away: Field, along: np.float32) -> Field:
    """Square of how far a place lies from `part` of the way, along one axis."""
    off = part * along
    np.subtract(away, off, out=off)
    off *= off
    return off


def oval(u: Field, v: Field, half_u: Field, half_v: Field, exponent: float = 2.5) -> Field:
    """Distance to a superellipse in each slice, exact to first order near it."""
    n = np.float32(exponent)
    across, along = np.abs(u) / half_u, np.abs(v) / half_v
    level = np.maximum(across**n + along**n, np.float32(1e-3))
    slope = np.hypot(across ** (n - 1) / half_u, along ** (n - 1) / half_v)
    raw = (level - level ** (1 - 1 / n)) / np.maximum(slope, np.float32(1e-6))
    return np.asarray(np.maximum(raw, -np.minimum(half_u, half_v)), np.float32)


def about_vertical(deg: float) -> FloatArray:
    """Axes turned about z, x toward y."""
    c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def about_sagittal(deg: float) -> FloatArray:
    """Axes turned about y, x toward z."""
    c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
    return np.array([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]])
