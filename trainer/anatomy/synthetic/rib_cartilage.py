"""What continues a rib in front: cartilage to the breast bone, to the rib above, or a tip."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.envelope import Envelope
from trainer.anatomy.synthetic.rib_path import RibKnots
from trainer.anatomy.synthetic.rib_table import CARTILAGE_HALF_MM, RibShape
from trainer.anatomy.synthetic.sternum import Sternum
from trainer.geometry.pinhole import FloatArray

TO_BREAST_MM = 6.0  # from the border to the last point: its rounded end and a joint [X]
UNDER_MM = 2 * CARTILAGE_HALF_MM[1][0] + 2.5  # one cartilage below another [X]
JOINS_AT = 0.5  # of the course of the cartilage above [X]
SAG = 0.16  # of its span, downward [X]
OFF_WALL_MM = 6.0  # middle of the cartilage in front of the envelope [X]
TIP_MM = 7.0  # of a floating rib [X]
STEPS = np.array([0.25, 0.5, 0.75])


def to_breast(
    knots: RibKnots, breast: Sternum, envelope: Envelope, side: Side, shape: RibShape
) -> FloatArray:
    """Cartilage of a rib of its own at the breast bone; world mm, shape (4, 3)."""
    assert shape.sternal is not None
    return _sagging(knots, breast.edge_world_mm(shape.sternal, side, TO_BREAST_MM), envelope)


def to_rib_above(knots: RibKnots, above: FloatArray, envelope: Envelope) -> FloatArray:
    """Cartilage that leans on the one above, whose points are given, (n, 3)."""
    end = above[int(JOINS_AT * (len(above) - 1))] - np.array([0.0, 0.0, UNDER_MM])
    return _sagging(knots, end, envelope)


def tip(knots: RibKnots) -> FloatArray:
    """The cartilage tip of a floating rib, shape (1, 3)."""
    last = knots.bony[-3:]
    onward = (last[-1] - last[0]) / np.linalg.norm(last[-1] - last[0])
    return np.asarray(last[-1] + TIP_MM * onward)[None]


def _sagging(knots: RibKnots, end: FloatArray, envelope: Envelope) -> FloatArray:
    start = knots.bony[-1]
    span = float(np.linalg.norm(end - start))
    line = start + STEPS[:, None] * (end - start)
    line[:, 2] -= SAG * span * 4.0 * STEPS * (1.0 - STEPS)
    for _ in range(3):
        short = OFF_WALL_MM - envelope.distance_mm(line)
        line[:, 1] -= np.clip(short, 0.0, 30.0)
    return np.vstack([line, end])
