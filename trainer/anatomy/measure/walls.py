"""Where bone begins and ends along rays, between voxels.

Soft tissue holds no bone-like material, so an edge is where a profile crosses half of the peak
beside it; the crossing is interpolated. A cortex thinner than a voxel is found up to 0.2 mm outside
its surface, and so are both ends of a width (tests/anatomy/measure/test_walls.py).
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.measure.density import Density
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.15
LEAST_WALL_G_CM3 = 0.14  # about 170 HU: what is thinner is taken for noise (design value)


def profiles(
    density: Density, starts_world_mm: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """Density along rays; starts (..., 3) and one unit direction to (..., samples)."""
    along = np.arange(0.0, reach_mm, STEP_MM)
    points = np.asarray(starts_world_mm)[..., None, :] + along[:, None] * np.asarray(direction)
    return density.at(points)


def outer_wall(profile: FloatArray, share: float = 0.5) -> float:
    """From inside a bone outward: mm to the outer face of the first wall; NaN where none is.

    share : of the ray's highest density that a wall must reach; what is below it is marrow.
    """
    if profile.size == 0 or (top := float(profile.max())) < LEAST_WALL_G_CM3:
        return float("nan")
    above = np.flatnonzero(profile >= share * top)
    peak = float(profile[above[0]])
    for n in range(int(above[0]), profile.size):
        peak = max(peak, float(profile[n]))
        if profile[n] < 0.5 * peak:
            return _crossing(profile, n, 0.5 * peak)
    return float("nan")


def inner_wall(profile: FloatArray, share: float = 0.5) -> float:
    """From a space outward: mm to the near face of the first wall; NaN where none is."""
    if profile.size == 0 or (top := float(profile.max())) < LEAST_WALL_G_CM3:
        return float("nan")
    first = int(np.flatnonzero(profile >= share * top)[0])
    peak = _first_peak(profile, first)
    above = int(np.flatnonzero(profile >= 0.5 * peak)[0])
    return _crossing(profile, above, 0.5 * peak) if above else float("nan")


def gap_after_wall(profile: FloatArray) -> tuple[float, float]:
    """From inside a bone across a joint: mm to its outer face and to the next bone; NaNs."""
    near = outer_wall(profile)
    if np.isnan(near):
        return near, near
    start = int(np.ceil(near / STEP_MM))
    beyond = inner_wall(profile[start:])
    return near, start * STEP_MM + beyond


def _first_peak(profile: FloatArray, first: int) -> float:
    peak = float(profile[first])
    for value in profile[first:]:
        peak = max(peak, float(value))
        if value < 0.7 * peak:
            break
    return peak


def _crossing(profile: FloatArray, n: int, level: float) -> float:
    """Where the profile passes `level` between samples n-1 and n."""
    if n == 0:
        return 0.0
    before, after = float(profile[n - 1]), float(profile[n])
    part = (level - before) / (after - before) if after != before else 0.0
    return (n - 1 + part) * STEP_MM


def outer_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """`outer_wall` of many rays; starts (..., 3) to (...)."""
    found = profiles(density, starts, direction, reach_mm)
    return np.apply_along_axis(outer_wall, -1, found)


def both_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """Thickness along a direction and its opposite, from inside; starts (..., 3) to (...)."""
    ahead = outer_walls(density, starts, direction, reach_mm)
    return ahead + outer_walls(density, starts, -np.asarray(direction), reach_mm)


def inner_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """`inner_wall` of many rays; starts (..., 3) to (...)."""
    found = profiles(density, starts, direction, reach_mm)
    return np.apply_along_axis(inner_wall, -1, found)


def middle(values: FloatArray) -> float:
    """Median of what was found; NaN where fewer than a third of the rays found anything."""
    found = np.asarray(values, dtype=np.float64).ravel()
    found = found[np.isfinite(found)]
    return float(np.median(found)) if found.size * 3 >= np.size(values) and found.size else np.nan
