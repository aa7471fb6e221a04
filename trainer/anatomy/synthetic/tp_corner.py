"""The target: the superolateral corner of a transverse process, and the process' tip.

By the plan; the landmarks' writer moves both onto the surface that is drawn.
"""

from __future__ import annotations

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.plan import TransverseProcess, VertebraPlan
from trainer.geometry.pinhole import FloatArray


def tp_corner_world_mm(plan: VertebraPlan, side: Side) -> FloatArray:
    """The corner: 45 degrees up and outward on the tip club (anatomy.md 7)."""
    process = plan.processes[side]
    slant = (_outward(process) + np.array([0.0, 0.0, 1.0])) * np.sqrt(0.5)
    corner = process.club_high + process.radius_high_mm * slant
    return plan.frame.world(corner)


def tp_tip_world_mm(plan: VertebraPlan, side: Side) -> FloatArray:
    """The middle of the tip's outer face."""
    process = plan.processes[side]
    radius = (process.radius_low_mm + process.radius_high_mm) / 2.0
    middle = (process.club_low + process.club_high) / 2.0
    return plan.frame.world(middle + radius * _outward(process))


def _outward(process: TransverseProcess) -> FloatArray:
    """The process' direction in the end-plate plane, local, unit."""
    along = (process.club_low + process.club_high) / 2.0 - process.root
    along[2] = 0.0
    return np.asarray(along / np.linalg.norm(along))
