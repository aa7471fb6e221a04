"""Where the shoulders stand: prone, arms forward and up beside the head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.chance import generator, normal
from trainer.anatomy.synthetic.person import Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.geometry.pinhole import FloatArray

# All design values [X] for the average adult; the joint from T2's body centre, in the trunk's axes.
JOINT_MM = (164.0, -36.0, 12.0)
ARM_WAY = (0.50, -0.36, 0.79)
HEAD_RADIUS_MM = {Sex.FEMALE: 21.5, Sex.MALE: 24.5}
BROAD = {Sex.FEMALE: 0.97, Sex.MALE: 1.05}
SPREAD_MM = 6.0  # nobody lies straight
ARM_MM = 170.0  # of the upper arm that is drawn


@dataclass(frozen=True, slots=True, eq=False)
class Shoulder:
    """One shoulder, world mm: centre of the humeral head, unit vector down the arm, sizes."""

    side: Side
    joint_world_mm: FloatArray
    arm_axis: FloatArray
    head_radius_mm: float
    arm_mm: float

    @property
    def elbow_world_mm(self) -> FloatArray:
        """Where the drawn arm ends."""
        return np.asarray(self.joint_world_mm + self.arm_mm * self.arm_axis)


def shoulders_of(plan: Plan) -> Mapping[Side, Shoulder]:
    """Both shoulders of a planned person; the sides differ by a few mm."""
    return MappingProxyType({side: _shoulder(plan, side) for side in Side})


def _shoulder(plan: Plan, side: Side) -> Shoulder:
    rng = generator(plan.person.seed, "shoulder", side)
    sex = plan.person.sex
    mirror = np.array([1.0 if side is Side.LEFT else -1.0, 1.0, 1.0])
    trunk = plan.trunk
    spine = trunk.local(plan.vertebrae["T2"].frame.centre_world_mm)
    off = np.array(JOINT_MM) * (plan.scale * BROAD[sex], plan.scale, plan.scale)
    off = off + [normal(rng, SPREAD_MM) for _ in range(3)]
    way = np.array(ARM_WAY) + [normal(rng, 0.04) for _ in range(3)]
    axis = trunk.axes @ (way / np.linalg.norm(way) * mirror)
    joint = trunk.world(spine * (0.7, 1.0, 1.0) + off * mirror)
    return Shoulder(side, joint, axis, HEAD_RADIUS_MM[sex] * plan.scale, ARM_MM * plan.scale)
