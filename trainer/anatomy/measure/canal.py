"""The bony canal: width between the pedicles, depth in the mid-line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.density import Density
from trainer.anatomy.measure.fit import Body
from trainer.anatomy.measure.walls import inner_walls, middle
from trainer.geometry.pinhole import FloatArray

CLEAR_MM = 2.5  # behind the body's wall: where rays across the canal may start
LEAST_MM = 4.0
BEHIND_MM = np.arange(CLEAR_MM, 13.0, 0.5)


@dataclass(frozen=True, slots=True)
class Canal:
    """Width at the pedicles and depth in the mid-line; mm.

    middle_y_mm : where it is widest; pedicle_z_mm : the height at which it was; roof_y_mm,
    roof_z_mm : where the laminae come nearest to the body; floor_y_mm : its anterior wall there.
    """

    width_mm: float
    depth_mm: float
    middle_y_mm: float
    pedicle_z_mm: float
    floor_y_mm: float
    roof_y_mm: float
    roof_z_mm: float


def canal_of(density: Density, body: Body, back_mm: float) -> Canal:
    """The canal behind a body; NaN where it has no walls. back_mm : local y of its hindmost rim."""
    width, middle_y, pedicle_z = _width(density, body, back_mm)
    depth, floor, roof, z = _depth(density, body, back_mm)
    return Canal(width, depth, middle_y, pedicle_z, floor, roof, z)


def _width(density: Density, body: Body, back_mm: float) -> tuple[float, float, float]:
    """Largest width over depth, at heights where both pedicles stand."""
    height = body.upper.height_mm
    z = np.linspace(-0.35 * height, 0.85 * height, 9)
    y = back_mm + BEHIND_MM
    starts = np.stack(np.meshgrid([0.0], y, z, indexing="ij"), axis=-1)[0]
    both = [
        inner_walls(density, body.axes.world(starts), sign * body.axes.left, 17.0)
        for sign in (1.0, -1.0)
    ]
    wide = both[0] + both[1]  # (y, z)
    per_depth = np.array([_narrow(row) for row in wide])
    if not np.isfinite(per_depth).any():
        return float("nan"), float("nan"), float("nan")
    best = int(np.nanargmax(per_depth))
    at = np.isfinite(wide[best]) & (wide[best] < per_depth[best] + 1.5)
    return float(per_depth[best]), float(y[best]), float(np.median(z[at]))


def _narrow(across: FloatArray) -> float:
    """The interpedicular width at one depth: the lower quartile over heights with both walls."""
    kept = across[np.isfinite(across)]
    return float(np.percentile(kept, 25.0)) if kept.size >= 3 else float("nan")


def _depth(density: Density, body: Body, back_mm: float) -> tuple[float, float, float, float]:
    """From the body's wall back to the laminae, where that is least."""
    half = body.upper.height_mm
    z = np.arange(-1.6 * half, 0.9 * half, 1.0)
    x = np.array([-1.0, -0.5, 0.0, 0.5, 1.0])
    starts = np.stack(np.meshgrid(x, [back_mm + CLEAR_MM], z, indexing="ij"), axis=-1)[:, 0]
    world = body.axes.world(starts)
    roof = inner_walls(density, world, body.axes.back, 24.0)
    floor = inner_walls(density, world, -body.axes.back, 8.0)
    start = back_mm + CLEAR_MM
    roofs = start + np.array([middle(column) for column in roof.T])
    floors = start - np.array([middle(column) for column in floor.T])
    depth = roofs - floors
    depth[roofs < start + LEAST_MM] = np.nan  # a ray that began in bone
    if not np.isfinite(depth).any():
        return (float("nan"),) * 4
    best = int(np.nanargmin(depth))
    return float(depth[best]), float(floors[best]), float(roofs[best]), float(z[best])
