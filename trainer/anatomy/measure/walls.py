"""Where bone begins and ends along rays, between voxels.

Soft tissue holds no bone-like material, so an edge is where a profile crosses half of the peak
beside it; the crossing is interpolated. A cortex thinner than a voxel is found up to 0.2 mm outside
its surface, and so are both ends of a width (tests/anatomy/measure/test_walls.py).
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.measure.density import Density
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.2


def profiles(
    density: Density, starts_world_mm: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """Density along rays; starts (..., 3) and one unit direction to (..., samples)."""
    along = np.arange(0.0, reach_mm, STEP_MM)
    points = np.asarray(starts_world_mm)[..., None, :] + along[:, None] * np.asarray(direction)
    return density.at(points)


def outer_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """From inside a bone outward: mm to the outer face of the first wall; NaN where none is.

    starts (..., 3) to (...); direction a unit vector, world.
    """
    from trainer.anatomy.measure.wall_kernels import outer_edges

    found = profiles(density, starts, direction, reach_mm)
    edges = outer_edges(found.reshape(-1, found.shape[-1]))
    return np.asarray(edges.reshape(found.shape[:-1]) * STEP_MM)


def inner_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """From a space outward: mm to the near face of the first wall; NaN where none is."""
    from trainer.anatomy.measure.wall_kernels import inner_edges

    found = profiles(density, starts, direction, reach_mm)
    edges = inner_edges(found.reshape(-1, found.shape[-1]))
    return np.asarray(edges.reshape(found.shape[:-1]) * STEP_MM)


def both_walls(
    density: Density, starts: FloatArray, direction: FloatArray, reach_mm: float
) -> FloatArray:
    """Thickness along a direction and its opposite, from inside; starts (..., 3) to (...)."""
    ahead = outer_walls(density, starts, direction, reach_mm)
    return ahead + outer_walls(density, starts, -np.asarray(direction), reach_mm)


def outer_wall(profile: FloatArray) -> float:
    """`outer_walls` of one profile already sampled, mm."""
    from trainer.anatomy.measure.wall_kernels import outer_edge

    return float(outer_edge(profile)) * STEP_MM if profile.size else float("nan")


def inner_wall(profile: FloatArray) -> float:
    """`inner_walls` of one profile already sampled, mm."""
    from trainer.anatomy.measure.wall_kernels import inner_edge

    return float(inner_edge(profile)) * STEP_MM if profile.size else float("nan")


def gap_after_wall(profile: FloatArray) -> tuple[float, float]:
    """From inside a bone across a joint: mm to its outer face and to the next bone; NaNs."""
    near = outer_wall(profile)
    if np.isnan(near):
        return near, near
    start = int(near / STEP_MM + 1e-6) + 1
    return near, start * STEP_MM + inner_wall(profile[start:])


def middle(values: FloatArray) -> float:
    """Median of what was found; NaN where fewer than a third of the rays found anything."""
    found = np.asarray(values, dtype=np.float64).ravel()
    found = found[np.isfinite(found)]
    return float(np.median(found)) if found.size * 3 >= np.size(values) and found.size else np.nan
