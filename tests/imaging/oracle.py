"""Slow and certain: double-precision integrals of the same trilinear volume, ray by ray."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import map_coordinates

from trainer.anatomy.patient import BasisVolume
from trainer.geometry.pinhole import PinholeView
from trainer.imaging.tables import physics_tables


def fine_integral(volume: BasisVolume, view: PinholeView, step_mm: float = 0.1) -> np.ndarray:
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


def ellipsoid_chord_mm(half_axes_mm: np.ndarray, view: PinholeView) -> np.ndarray:
    """Length of each pixel's ray in an ellipsoid about the world's origin, by formula."""
    columns, rows = view.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1)
    ray = view.ray_directions(pixels.astype(float)) / half_axes_mm
    source = view.source_world_mm / half_axes_mm
    a, b = (ray * ray).sum(axis=-1), ray @ source
    return 2.0 * np.sqrt(np.maximum(b * b - a * (source @ source - 1.0), 0.0)) / a


def sampled_rod_mm(
    ends_mm: np.ndarray, outer_mm: float, inner_mm: float, view: PinholeView, step_mm: float = 0.02
) -> np.ndarray:
    """Steel on each pixel's central ray by dense sampling; ends_mm of shape (2, 3)."""
    columns, rows = view.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).reshape(-1, 2)
    start, length = ends_mm[0], np.linalg.norm(ends_mm[1] - ends_mm[0])
    axis = (ends_mm[1] - start) / length
    middle = float(np.linalg.norm(ends_mm.mean(axis=0) - view.source_world_mm))
    depth = np.arange(middle - length, middle + length, step_mm)
    out = np.empty(len(pixels))
    for n, ray in enumerate(view.ray_directions(pixels.astype(float))):
        points = view.source_world_mm + depth[:, None] * ray - start
        along = points @ axis
        off = np.linalg.norm(points - along[:, None] * axis, axis=1)
        inside = (along >= 0) & (along <= length) & (off <= outer_mm / 2) & (off >= inner_mm / 2)
        out[n] = inside.sum() * step_mm
    return out.reshape(rows, columns)


def direct_log(
    kvp: float, water: float, bone: float, steel_mm: float = 0.0, iodine: float = 0.0
) -> float:
    """ln(I / I0) by a plain sum over all energies; g/cm2 where no unit is named."""
    tables = physics_tables()
    mu = tables.mass_attenuation_cm2_g
    signal = tables.spectrum(kvp) * tables.detector_response_kev
    steel_g_cm2 = steel_mm / 10.0 * tables.densities_g_cm3["steel"]
    exponent = mu["water"] * water + mu["bone"] * bone + mu["steel"] * steel_g_cm2
    passed = signal * np.exp(-exponent - mu["iodine"] * iodine)
    return float(np.log(passed.sum() / signal.sum()))
