"""Sections of bone, and one piece of bone followed from section to section."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.measure.axes import Axes
from trainer.anatomy.measure.density import Density
from trainer.geometry.pinhole import FloatArray

Mask = NDArray[np.bool_]
PIXEL_MM = 0.4
_CROSS = ndimage.generate_binary_structure(2, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A flat section in a vertebra's axes: rows along `rows`, columns along z.

    points_mm : local mm of every pixel, shape (rows, columns, 3); bone : filled outlines.
    """

    points_mm: FloatArray
    bone: Mask

    def piece_at(self, local_mm: FloatArray) -> Mask | None:
        """The piece of bone nearest to a point."""
        pieces, count = ndimage.label(self.bone)
        if not count:
            return None
        off = np.linalg.norm(self.points_mm - np.asarray(local_mm), axis=-1)
        nearest = np.where(self.bone, off, np.inf).argmin()
        return np.asarray(pieces == pieces.ravel()[nearest])

    def touching(self, mask: Mask) -> Mask | None:
        """The part of the bone that the last section's piece leads to."""
        reach = ndimage.binary_dilation(mask, _CROSS, iterations=3)
        pieces, count = ndimage.label(self.bone & reach)
        if not count:
            return None
        shared = np.bincount(pieces[mask], minlength=count + 1)
        shared[0] = 0
        return np.asarray(pieces == shared.argmax()) if shared.any() else None


def sheet(
    density: Density,
    axes: Axes,
    *,
    x: FloatArray | float,
    y: FloatArray | float,
    z: FloatArray,
    level_g_cm3: float,
) -> Sheet:
    """A section square to x (x a number) or to y (y a number); the other and z are ranges."""
    across = np.atleast_1d(np.asarray(x if np.ndim(x) else y, dtype=np.float64))
    a, up = np.meshgrid(across, np.asarray(z), indexing="ij")
    fixed = np.full_like(a, float(np.asarray(y if np.ndim(x) else x)))
    points = np.stack([a, fixed, up] if np.ndim(x) else [fixed, a, up], axis=-1)
    return Sheet(points, filled(density.at(axes.world(points)) > level_g_cm3))


def filled(bone: Mask) -> Mask:
    """Shells closed over gaps of one pixel and filled: marrow may be as light as fat."""
    padded = np.pad(bone, 2)
    closed = ndimage.binary_closing(padded, _CROSS)
    spaces, _ = ndimage.label(~closed)
    outside = spaces == spaces[0, 0]
    return np.asarray(~outside[2:-2, 2:-2])


def span(low: float, high: float) -> FloatArray:
    """Pixels from low to high."""
    return np.arange(low, high + PIXEL_MM / 2.0, PIXEL_MM)


def bone_level(density: Density, axes: Axes, half_width_mm: float, back_mm: float) -> float:
    """Half of what the posterior elements' cortex reaches, g/cm3: where a section is cut."""
    grid = np.meshgrid(
        np.arange(-half_width_mm - 8.0, half_width_mm + 8.1, 1.0),
        np.arange(back_mm + 2.0, back_mm + 26.0, 1.0),
        np.arange(-8.0, 8.1, 1.0),
    )
    values = density.at(axes.world(np.stack(grid, axis=-1)))
    solid = values[values > 0.15]
    return 0.5 * float(np.percentile(solid, 85.0)) if solid.size > 50 else 0.3
