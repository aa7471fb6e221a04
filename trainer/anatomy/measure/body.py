"""The vertebral body: end plates' widths and depths, heights in front and behind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.fit import Body
from trainer.anatomy.measure.walls import middle, outer_walls
from trainer.geometry.pinhole import FloatArray

# Below the plate's surface: widths are read where they are largest in this depth.
UNDER_RIM_MM = np.array([0.6, 0.9, 1.2, 1.5, 1.8, 2.2, 2.6])
FROM_WALL_MM = np.array([1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0])
OFF_MIDLINE_MM = np.array([-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0])
START_BELOW_MM = 3.5


@dataclass(frozen=True, slots=True)
class PlateSize:
    """One end plate: width and depth of its rim, and where it ends before and behind (local y)."""

    width_mm: float
    depth_mm: float
    front_mm: float
    back_mm: float


def plate_size(density: Density, body: Body, sign: float) -> PlateSize:
    """The upper (+1) or lower (-1) end plate."""
    depth = body.back_mm - body.front_mm
    y = np.linspace(-0.20, 0.12, 9) * depth
    right, left = (
        _reach(density, body, sign, (side, 0.0), 0.68 * body.half_width_mm, y)
        for side in (-1.0, 1.0)
    )
    front, back = (
        _reach(density, body, sign, (0.0, way), 0.66 * depth / 2.0, OFF_MIDLINE_MM[2:7])
        for way in (-1.0, 1.0)
    )
    return PlateSize(
        _largest(left + right), _largest(front + back), -_largest(front), _largest(back)
    )


def _largest(by_depth: FloatArray) -> float:
    """The rim: the largest of the medians at each depth under the plate's surface."""
    return float(np.nanmax(by_depth)) if np.isfinite(by_depth).any() else float("nan")


def _reach(
    density: Density,
    body: Body,
    sign: float,
    way: tuple[float, float],
    start_mm: float,
    across_mm: FloatArray,
) -> FloatArray:
    """From the middle to the wall, at each depth under the surface; median across, shape (n,)."""
    axes, inner = body.axes, _start_z(body, sign)
    foot = np.zeros((across_mm.size, 3))
    foot[:, 0] = way[0] * start_mm if way[0] else across_mm
    foot[:, 1] = way[1] * start_mm if way[1] else across_mm
    foot[:, 2] = inner
    top = inner + sign * outer_walls(density, axes.world(foot), sign * axes.up, 12.0)
    starts = np.repeat(foot[None], UNDER_RIM_MM.size, axis=0)
    starts[..., 2] = top[None] - sign * UNDER_RIM_MM[:, None]
    outward = axes.direction((way[0], way[1], 0.0))
    far = start_mm + outer_walls(density, axes.world(np.nan_to_num(starts)), outward, 18.0)
    far[:, ~np.isfinite(top)] = np.nan
    return np.array([_upper_quarter(row) for row in far])


def _upper_quarter(reach: FloatArray) -> float:
    """Of the rays across: the rim is widest in one place, and one ray alone is not believed."""
    found = reach[np.isfinite(reach)]
    return float(np.percentile(found, 75.0)) if found.size * 2 >= reach.size else float("nan")


def _start_z(body: Body, sign: float) -> float:
    height = body.upper.height_mm if sign > 0 else body.lower.height_mm
    return height - sign * START_BELOW_MM


def rim_heights(
    density: Density, body: Body, upper: PlateSize, lower: PlateSize, *, behind: bool
) -> tuple[float, float, float]:
    """Height of the body at its posterior or anterior rim: mm, and local z of its ends.

    The rim is where the mid-line's height is largest within 5 mm of the wall.
    """
    inward = -1.0 if behind else 1.0
    ends = []
    for size, sign in ((upper, 1.0), (lower, -1.0)):
        y = (size.back_mm if behind else size.front_mm) + inward * FROM_WALL_MM
        ends.append(_surface(density, body, sign, y))
    above, below = (np.array([middle(row) for row in end]) for end in ends)
    if not (np.isfinite(above).any() and np.isfinite(below).any()):
        return float("nan"), float("nan"), float("nan")
    top, bottom = float(np.nanmax(above)), float(np.nanmin(below))
    return top - bottom, top, bottom


def _surface(density: Density, body: Body, sign: float, y: FloatArray) -> FloatArray:
    """Local z of the plate at (y, off the mid-line); shape (y, 9)."""
    grid = np.stack(np.meshgrid(OFF_MIDLINE_MM, y), axis=-1)
    starts = np.concatenate([grid, np.full((*grid.shape[:2], 1), _start_z(body, sign))], axis=-1)
    reach = outer_walls(density, body.axes.world(starts), sign * body.axes.up, 12.0)
    return np.asarray(starts[..., 2] + sign * reach)
