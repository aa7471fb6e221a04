"""Room for the joints of a rib: how far its head and tubercle stand from the vertebrae.

The vertebra is seen as simply as the plan allows: bodies as superellipses, the transverse process
as a cone with its tip club. What the vertebra's own bones add (fillets, roughness) the composer
carves away.
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.plan import Plan, VertebraPlan
from trainer.geometry.pinhole import FloatArray

WAIST = 0.13  # of the body's width, anatomy.md 2
FLARE = 1.2  # of a pedicle's width at its ends
PILLAR_MM = 4.3  # radius of the process at its root, anatomy.md 2


def bodies_near(plan: Plan, level: str) -> list[VertebraPlan]:
    """The vertebrae that a level's rib head may touch: its own and the one above."""
    place = LEVELS.index(level)
    return [plan.vertebrae[one] for one in LEVELS[max(place - 1, 0) : place + 1]]


def body_mm(vertebra: VertebraPlan, points_world_mm: FloatArray) -> FloatArray:
    """Distance to a body and its pedicles, (n, 3) to (n,)."""
    return np.minimum(_body(vertebra, points_world_mm), _pedicles(vertebra, points_world_mm))


def _pedicles(vertebra: VertebraPlan, points: FloatArray) -> FloatArray:
    """Elliptic tubes behind the body, beside the canal, as anatomy.md 2 has them."""
    size = vertebra.size
    wide, tall = size.pedicle[0] / 2.0 * FLARE, size.pedicle[1] / 2.0
    wall = sum(size.plate_depths) / 4.0
    x, y, z = np.moveaxis(vertebra.frame.local(points), -1, 0)
    u = (np.abs(x) - (size.canal[0] + size.pedicle[0]) / 2.0) / wide
    v = (z - (size.body_height - size.pedicle[1]) / 2.0 + 0.6) / tall
    level = np.maximum(np.hypot(u, v), 1e-6)
    across = (level - 1.0) * level / np.maximum(np.hypot(u / wide, v / tall), 1e-6)
    beyond = np.maximum(wall - 5.0 - y, y - wall - 0.8 * size.canal[1])
    outside = np.hypot(np.maximum(across, 0.0), np.maximum(beyond, 0.0))
    return np.asarray(outside + np.minimum(np.maximum(across, beyond), 0.0))


def _body(vertebra: VertebraPlan, points: FloatArray) -> FloatArray:
    """Superellipse of exponent 2.4, half-axes linear from plate to plate, with a waist."""
    size = vertebra.size
    x, y, z = np.moveaxis(vertebra.frame.local(points), -1, 0)
    up = np.clip(z / size.body_height + 0.5, 0.0, 1.0)
    waist = 1.0 - WAIST * (1.0 - (2.0 * up - 1.0) ** 2)
    wide = (size.plate_widths[1] + up * (size.plate_widths[0] - size.plate_widths[1])) / 2.0 * waist
    deep = (size.plate_depths[1] + up * (size.plate_depths[0] - size.plate_depths[1])) / 2.0
    u, v = np.abs(x / wide), np.abs(y / deep)
    level = np.maximum(u**2.4 + v**2.4, 1e-6)
    gradient = np.hypot(u**1.4 / wide, v**1.4 / deep)
    side = (level - level ** (1.0 - 1.0 / 2.4)) / np.maximum(gradient, 1e-6)
    beyond = np.abs(z) - size.body_height / 2.0
    outside = np.hypot(np.maximum(side, 0.0), np.maximum(beyond, 0.0))
    return np.asarray(outside + np.minimum(np.maximum(side, beyond), 0.0))


def process_mm(vertebra: VertebraPlan, side: Side, points_world_mm: FloatArray) -> FloatArray:
    """Distance to one transverse process, (n, 3) to (n,)."""
    process = vertebra.processes[side]
    points = vertebra.frame.local(points_world_mm)
    low, high = process.radius_low_mm, process.radius_high_mm
    club = _cone(points, process.club_low, process.club_high, low, high)
    middle = (process.club_low + process.club_high) / 2.0
    shaft = _cone(points, process.root, middle, PILLAR_MM, (low + high) / 2.0)
    return np.asarray(np.minimum(club, shaft))


def _cone(
    points: FloatArray, start: FloatArray, end: FloatArray, first: float, last: float
) -> FloatArray:
    axis = end - start
    t = np.clip((points - start) @ axis / (axis @ axis), 0.0, 1.0)
    radius = first + t * (last - first)
    return np.asarray(np.linalg.norm(points - start - t[..., None] * axis, axis=-1) - radius)
