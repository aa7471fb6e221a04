"""How much steel each pixel's ray meets: needles and pointers, drawn analytically."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray, PinholeView


@dataclass(frozen=True, slots=True)
class Rod:
    """A straight steel tube with flat ends.

    inner_diameter_mm : 0 for a solid rod. Ends are world points.
    """

    from_world_mm: tuple[float, float, float]
    to_world_mm: tuple[float, float, float]
    outer_diameter_mm: float
    inner_diameter_mm: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SteelPatch:
    """Steel path in mm over the pixels [top:, left:]; shape (rows, columns)."""

    left: int
    top: int
    steel_mm: NDArray[np.float32]


def steel_patch(rod: Rod, view: PinholeView) -> SteelPatch | None:
    """The shadow of a rod; None where it misses the receptor or lies beside the source."""
    window = _window(rod, view)
    if window is None:
        return None
    left, top, right, bottom = window
    columns, rows = np.meshgrid(np.arange(left, right), np.arange(top, bottom))
    rays = view.ray_directions(np.stack([columns, rows], axis=-1).astype(np.float64))
    start = np.array(rod.from_world_mm)
    along = np.array(rod.to_world_mm) - start
    length = float(np.linalg.norm(along))
    axis = along / length
    steel = _chord_mm(view.source_world_mm - start, rays, axis, length, rod.outer_diameter_mm / 2)
    if rod.inner_diameter_mm > 0.0:
        bore = rod.inner_diameter_mm / 2
        steel = steel - _chord_mm(view.source_world_mm - start, rays, axis, length, bore)
    return SteelPatch(left, top, steel.astype(np.float32))


def _chord_mm(
    source: FloatArray, rays: FloatArray, axis: FloatArray, length: float, radius: float
) -> FloatArray:
    """Length of each ray inside a finite cylinder from the origin along `axis`.

    source : shape (3,), relative to the cylinder's start. rays : unit vectors, shape (..., 3).
    """
    slope = rays @ axis
    across = rays - slope[..., None] * axis
    from_axis = source - float(source @ axis) * axis
    a = np.maximum((across * across).sum(axis=-1), 1e-12)
    b = across @ from_axis
    c = float(from_axis @ from_axis) - radius * radius
    root = np.sqrt(np.maximum(b * b - a * c, 0.0))
    enter, leave = (-b - root) / a, (-b + root) / a
    height = float(source @ axis)
    steep = np.where(np.abs(slope) < 1e-9, 1e-9, slope)
    cap_a, cap_b = -height / steep, (length - height) / steep
    enter = np.maximum(enter, np.minimum(cap_a, cap_b))
    leave = np.minimum(leave, np.maximum(cap_a, cap_b))
    return np.asarray(np.maximum(leave - enter, 0.0))


def _window(rod: Rod, view: PinholeView) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of the pixels that the rod can darken."""
    ends = np.array([rod.from_world_mm, rod.to_world_mm])
    radius = rod.outer_diameter_mm / 2
    around = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) * radius
    pixels = view.project((ends[:, None, :] + around[None, :, :]).reshape(-1, 3))
    if np.isnan(pixels).any():
        return None
    size = np.array(view.size_px)
    left, top = np.clip(np.floor(pixels.min(axis=0)).astype(int) - 1, 0, size)
    right, bottom = np.clip(np.ceil(pixels.max(axis=0)).astype(int) + 2, 0, size)
    return (int(left), int(top), int(right), int(bottom)) if left < right and top < bottom else None
