"""How much iodine each pixel's ray meets: injected contrast, drawn analytically."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray, PinholeView

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Pool:
    """Contrast in an ellipsoid along the world's axes, evenly mixed.

    iodine_g_cm3 : of what fills it, e.g. 0.24 for 240 mgI/mL. Raises ValueError where a semi-axis
    or the concentration is not positive.
    """

    centre_world_mm: Point
    semi_mm: Point
    iodine_g_cm3: float

    def __post_init__(self) -> None:
        if min(self.semi_mm) <= 0.0 or self.iodine_g_cm3 <= 0.0:
            raise ValueError(f"a pool needs a size and iodine, got {self}")


@dataclass(frozen=True, slots=True, eq=False)
class IodinePatch:
    """Iodine on the rays of the pixels [top:, left:], g/cm2; shape (rows, cols)."""

    left: int
    top: int
    iodine_g_cm2: NDArray[np.float32]


def iodine_patch(pool: Pool, view: PinholeView) -> IodinePatch | None:
    """The shadow of a pool; None where it misses the receptor."""
    left, top, right, bottom = _box_px(pool, view)
    if right <= left or bottom <= top:
        return None
    rows, columns = np.mgrid[top:bottom, left:right]
    pixels = np.stack([columns, rows], axis=-1).astype(np.float64)
    mm = _chord_mm(pool, view, pixels)
    return IodinePatch(left, top, (mm / 10.0 * pool.iodine_g_cm3).astype(np.float32))


def _chord_mm(pool: Pool, view: PinholeView, pixels: FloatArray) -> FloatArray:
    """Length of each ray inside the ellipsoid: in its own unit ball a ray is still a line."""
    semi = np.array(pool.semi_mm)
    rays = view.ray_directions(pixels) / semi
    start = (view.source_world_mm - np.array(pool.centre_world_mm)) / semi
    a = (rays * rays).sum(axis=-1)
    b = rays @ start
    c = float(start @ start) - 1.0
    return np.asarray(2.0 * np.sqrt(np.maximum(b * b - a * c, 0.0)) / a)


def _box_px(pool: Pool, view: PinholeView) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of the pixels that its box can darken."""
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    corners = np.array(pool.centre_world_mm) + signs * np.array(pool.semi_mm)
    around = view.project(corners)
    if np.isnan(around).any():  # it reaches behind the source: no patient does
        return 0, 0, 0, 0
    size = np.array(view.size_px)
    left, top = (int(edge) for edge in np.clip(np.floor(around.min(axis=0)), 0, size))
    right, bottom = (int(edge) for edge in np.clip(np.ceil(around.max(axis=0)) + 1, 0, size))
    return left, top, right, bottom
