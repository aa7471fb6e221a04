"""Facet joints: a plane between two vertebrae to which both articular processes are parallel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.morphometry import SPINE
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning_process import SIGN
from trainer.anatomy.synthetic.vertebra_shape import Shape
from trainer.geometry.pinhole import FloatArray

GAP_MM = 1.7  # cartilage of both sides, anatomy.md 2: 1.5-2 mm
# How far the superior facet's face turns from straight back, + = laterally: 90 minus the transverse
# angles of Kunkel 2011 [D]; below T11 sagittal, 26-34 degrees off the mid-plane (Masharawi 2004
# [S]); C6-T1 [X]. By the lower vertebra of the joint.
TURN_DEG = {
    **dict.fromkeys(("C6", "C7"), 0.0),
    **dict(zip(("T1", "T2", "T3", "T4", "T5", "T6"), (15, 20, 19, 17, 17, 14), strict=True)),
    **dict(zip(("T7", "T8", "T9", "T10"), (13, 12, 12, 12), strict=True)),
    **dict.fromkeys(("T11",), 10.0),
    **dict.fromkeys(("T12",), -25.0),
    **dict.fromkeys(("L1", "L2", "L3"), -60.0),
}
# [X] How far it turns up: the process leans forward (anatomy.md 2: about 15 degrees).
UP_DEG = {"C6": 42.0, "C7": 38.0, "T1": 30.0, "T2": 22.0, "T12": 10.0}
UP_ELSEWHERE_DEG, UP_LUMBAR_DEG = 15.0, 5.0
# [X] Half the distance between a joint's two middles, table mm; Ebraheim 1997 [S]: 7-11 mm.
ASIDE_MM = {"C6": 18.0, "C7": 17.5, "T1": 15.0, "T2": 10.4, "T3": 10.0}
ASIDE_ELSEWHERE_MM = 9.5
ASIDE_LOW_MM = {"T9": 8.8, "T10": 8.6, "T11": 9.0, "T12": 11.2, "L1": 11.6, "L2": 12.5, "L3": 13.5}
PROUD_MM = 8.5  # [X] tip of the superior facet above the upper plate (anatomy.md 2: 7-8, CT 8-12)
# Less where discs are thin: its tip stays under the pedicle above.
PROUD_HIGH_MM = {"C6": 5.0, "C7": 5.0, "T1": 5.5, "T2": 5.5, "T3": 6.5, "T4": 7.5}
# Masharawi 2004: T12's upper facets coronal in 29 %, T11-T12 already sagittal in 16 % [S]; Singer
# 1988: tropism over 20 degrees at T11-T12 in 21 % [S], which is a spread of 11 degrees a side [D].
SAGITTAL_SHARE, CORONAL_SHARE = 0.16, 0.29
TROPISM_DEG, TROPISM_T12_DEG, TROPISM_LOW_DEG = 3.0, 11.0, 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """One facet joint in the world.

    middle : centre of the joint space. outward : unit normal out of the superior facet, toward the
    inferior facet of the vertebra above. upward, aside : unit directions in the plane.
    """

    upper: str
    lower: str
    side: Side
    middle: FloatArray
    outward: FloatArray
    upward: FloatArray
    aside: FloatArray
    half_width: float
    half_height: float

    def local(self, frame: Frame) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """Middle, outward, upward and aside in a vertebra's frame."""
        turned = (way @ frame.axes for way in (self.outward, self.upward, self.aside))
        outward, upward, aside = turned
        return frame.local(self.middle), outward, upward, aside


def joint_below(plan: Plan, shapes: dict[str, Shape], lower: str, side: Side) -> Joint:
    """The joint between a vertebra and the one above it, planned in the lower one's frame."""
    shape, frame = shapes[lower], plan.vertebrae[lower].frame
    turn, up = _turn_deg(plan, lower, side), _up_deg(shape, lower, side)
    outward = _outward(turn, up, SIGN[side])
    upward = np.array([0.0, 0.0, 1.0]) - outward[2] * outward
    upward = upward / np.linalg.norm(upward)
    half_height, half_width = shape.table("facet_height") / 2.0, shape.table("facet_width") / 2.0
    proud = PROUD_HIGH_MM.get(lower, PROUD_MM) * shape.grow
    z = shape.half + proud - half_height - 0.8
    z += shape.jitter("facet-z", 0.5, side)
    y = shape.wall_y + 0.88 * shape.size.canal[1] + shape.jitter("facet-y", 0.3, side)
    if turn < -40.0:
        y += 1.0
    middle = np.array([SIGN[side] * (_aside(lower) * shape.grow), y, z])
    axes = frame.axes
    return Joint(
        SPINE[SPINE.index(lower) - 1],
        lower,
        side,
        frame.world(middle),
        axes @ outward,
        axes @ upward,
        axes @ np.cross(upward, outward),
        half_width,
        half_height,
    )


def _outward(turn_deg: float, up_deg: float, sign: float) -> FloatArray:
    turn, up = math.radians(turn_deg), math.radians(up_deg)
    level = np.array([sign * math.sin(turn), math.cos(turn), 0.0]) * math.cos(up)
    return np.asarray(level + np.array([0.0, 0.0, math.sin(up)]))


def _turn_deg(plan: Plan, lower: str, side: Side) -> float:
    turn = TURN_DEG[lower]
    spread = TROPISM_DEG
    if lower == "T12":
        turn, spread = _transition_deg(plan), TROPISM_T12_DEG
    elif turn < -40.0:
        spread = TROPISM_LOW_DEG
    rng = generator(plan.person.seed, "tropism", lower, side)
    return turn + spread * float(np.clip(rng.normal(), -2.0, 2.0))


def _transition_deg(plan: Plan) -> float:
    """T11-T12: still coronal, already sagittal, or between."""
    draw = float(generator(plan.person.seed, "transition").uniform())
    if draw < SAGITTAL_SHARE:
        return -50.0
    return 5.0 if draw < SAGITTAL_SHARE + CORONAL_SHARE else TURN_DEG["T12"]


def _up_deg(shape: Shape, lower: str, side: Side) -> float:
    plain = UP_LUMBAR_DEG if lower.startswith("L") else UP_ELSEWHERE_DEG
    return UP_DEG.get(lower, plain) + shape.jitter("facet-up", 2.0, side)


def _aside(lower: str) -> float:
    return ASIDE_MM.get(lower, ASIDE_LOW_MM.get(lower, ASIDE_ELSEWHERE_MM))
