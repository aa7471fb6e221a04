"""Slow and certain: double-precision integrals of the same trilinear volume, ray by ray."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import map_coordinates

from trainer.anatomy.patient import BasisVolume
from trainer.geometry.pinhole import PinholeView


def fine_integral(volume: BasisVolume, view: PinholeView, step_mm: float = 0.05) -> np.ndarray:
    """g/cm2 along each pixel's ray; voxels fall to zero over one voxel outside the grid."""
    columns, rows = view.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).reshape(-1, 2)
    rays = view.ray_directions(pixels.astype(float))
    corners = volume.grid.corners_world_mm
    centre = corners.mean(axis=0)
    reach = np.linalg.norm(corners - centre, axis=1).max() + 2.0 * max(volume.grid.spacing_mm)
    depth = float(np.linalg.norm(centre - view.source_world_mm))
    along = np.arange(depth - reach, depth + reach, step_mm) + step_mm / 2
    padded = np.pad(volume.counts.astype(np.float64), 1)
    out = np.empty(len(rays))
    for n, ray in enumerate(rays):
        points = view.source_world_mm + along[:, None] * ray
        index = volume.grid.index_of(points)[:, ::-1].T + 1.0
        out[n] = map_coordinates(padded, index, order=1, mode="constant").sum()
    return out.reshape(rows, columns) * step_mm / 10.0 * volume.g_cm3_per_count
