"""Distances of simple solids on open grids, and how they join; float32, mm, negative inside."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray

Field = NDArray[np.float32]


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
    return np.asarray(np.clip(0.5 - distance / np.float32(edge_mm), 0.0, 1.0), np.float32)


def joined(one: Field, other: Field, blend_mm: float) -> Field:
    """Union with a rounded seam."""
    k = np.float32(blend_mm)
    near = np.maximum(k - np.abs(one - other), 0.0) / k
    return np.asarray(np.minimum(one, other) - near * near * (k * 0.25), np.float32)


def met(one: Field, other: Field, blend_mm: float) -> Field:
    """Intersection with a rounded edge."""
    return np.asarray(-joined(-one, -other, blend_mm), np.float32)


def ellipsoid(
    places: Places, centre: FloatArray, radii: FloatArray, turn: FloatArray | None = None
) -> Field:
    """Distance to an ellipsoid, exact to first order near it. turn : columns are its axes."""
    away = (places.x - centre[0], places.y - centre[1], places.z - centre[2])
    if turn is not None:
        away = tuple(sum(away[n] * np.float32(turn[n, m]) for n in range(3)) for m in range(3))
    first = sum((a / np.float32(r)) ** 2 for a, r in zip(away, radii, strict=True))
    second = sum((a / np.float32(r * r)) ** 2 for a, r in zip(away, radii, strict=True))
    level = np.sqrt(first)
    slope = np.sqrt(np.maximum(second, np.float32(1e-8)))
    return np.asarray(np.maximum(level * (level - 1.0) / slope, -min(radii)), np.float32)


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
