"""Head and tubercle of a rib: where it meets the spine."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface
from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.plan import VertebraPlan
from trainer.anatomy.vertebral_axes import SIGN
from trainer.geometry.pinhole import FloatArray

STEP_MM, BOX_MM = 1.5, 13.5


def rib_points_world_mm(
    plan: VertebraPlan, side: Side, rib: BoneSurface | None
) -> tuple[FloatArray, FloatArray] | None:
    """Head (its nearest part to the body's axis) and tubercle (to the process' tip); world mm.

    Points inside the rib. None where there is no rib, or none near the spine.
    """
    if rib is None:
        return None
    size, process = plan.size, plan.processes[side]
    wall = sum(size.plate_depths) / 4.0
    head = np.array([SIGN[side] * size.plate_widths[0] / 2.0, wall - 3.0, size.body_height / 3.0])
    club = (process.club_low + process.club_high) / 2.0
    found = [_nearest_inside(rib, plan.frame.world(local)) for local in (head, club)]
    if found[0] is None or found[1] is None:
        return None
    return found[0], found[1]


def _nearest_inside(rib: BoneSurface, point: FloatArray) -> FloatArray | None:
    """The middle of the rib's part that lies nearest to a point."""
    line = np.arange(-BOX_MM, BOX_MM + STEP_MM, STEP_MM)
    box = np.stack([part.ravel() for part in np.meshgrid(line, line, line)], axis=1) + point
    inside = box[rib.at(box) < -0.5]
    if not len(inside):
        return None
    away = np.linalg.norm(inside - point, axis=1)
    return np.asarray(inside[away < away.min() + 3.0].mean(axis=0))
