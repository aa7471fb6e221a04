"""Facet joints and neighbours: a space of cartilage, turned as published, nothing merged."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.bone import Block, Bone
from trainer.anatomy.synthetic.person import Person, Sex
from trainer.anatomy.synthetic.plan import Plan
from trainer.anatomy.synthetic.planning import plan_of
from trainer.anatomy.synthetic.vertebra_joints import GAP_MM, Joint
from trainer.anatomy.synthetic.vertebrae import joints_of_plan, vertebrae
from trainer.geometry.pinhole import FloatArray

PEOPLE = {
    "woman": Person(),
    "tall man": Person(seed=3, sex=Sex.MALE, height_cm=188.0),
    "bent": Person(seed=21, scoliosis_deg=25.0, kyphosis_deg=65.0),
}
everyone = pytest.mark.parametrize("who", PEOPLE)


@cache
def made(who: str) -> tuple[Plan, dict[str, Bone]]:
    plan = plan_of(PEOPLE[who])
    return plan, {bone.name: bone for bone in vertebrae(plan)}


def joints(plan: Plan) -> list[Joint]:
    return [one for (level, _), one in joints_of_plan(plan).items() if level in LEVELS[1:]]


def gap_mm(bones: dict[str, Bone], joint: Joint, at: FloatArray) -> float:
    """From the superior facet's surface to the inferior one's, along the joint's normal."""
    along = np.arange(0.0, 4.0, 0.02)[:, None] * joint.outward
    front = bones[joint.lower].at(at - along) < 0.0
    back = bones[joint.upper].at(at + along) < 0.0
    return 0.02 * float(front.argmax() + back.argmax()) if front.any() and back.any() else np.nan


@everyone
def test_every_joint_has_a_space_of_even_width(who: str) -> None:
    plan, bones = made(who)
    wrong = []
    for joint in joints(plan):
        across = [-0.2 * joint.half_width, 0.0, 0.2 * joint.half_width]
        gaps = [gap_mm(bones, joint, joint.middle + x * joint.aside) for x in across]
        name = f"{joint.upper}-{joint.lower} {joint.side}: {gaps}"
        if not (abs(gaps[1] - GAP_MM) < 0.6 and np.ptp(gaps) < 0.8):
            wrong.append(name)
    assert wrong == []


@everyone
def test_neighbouring_vertebrae_never_share_more_than_a_trace_of_bone(who: str) -> None:
    _, bones = made(who)
    for upper, lower in pairwise(LEVELS):
        low = np.maximum(bones[upper].low_world_mm, bones[lower].low_world_mm)
        high = np.minimum(bones[upper].high_world_mm, bones[lower].high_world_mm)
        size = np.ceil((high - low) / 1.5).astype(int)
        block = Block(
            (float(low[0]), float(low[1]), float(low[2])),
            1.5,
            (int(size[2]), int(size[1]), int(size[0])),
        )
        a, b = bones[upper].on_block(block)[0], bones[lower].on_block(block)[0]
        shared_mm3 = ((a < 0.0) & (b < 0.0)).sum() * 1.5**3
        assert shared_mm3 < 120.0, f"{upper} and {lower} of {who} share {shared_mm3:.0f} mm3"
        assert not ((a < -1.5) & (b < -1.5)).any(), f"{upper} runs through {lower} of {who}"


def _turn_deg(plan: Plan, joint: Joint) -> float:
    """Between the joint's normal and straight back, seen from above; + = facing outward."""
    axes = plan.vertebrae[joint.lower].frame.axes
    out, back = joint.outward @ axes[:, 0], joint.outward @ axes[:, 1]
    sign = 1.0 if joint.side is Side.LEFT else -1.0
    return float(np.degrees(np.arctan2(sign * out, back)))


@everyone
def test_joints_are_nearly_coronal_to_t11_and_sagittal_below_t12(who: str) -> None:
    plan, _ = made(who)
    for joint in joints(plan):
        turn = _turn_deg(plan, joint)
        if joint.lower == "L1":
            assert -80.0 < turn < -40.0, "faces inward, 10-50 degrees off the mid-plane"
        elif joint.lower != "T12":
            assert 0.0 < turn < 32.0, f"{joint.lower} {turn:.0f}"


def test_the_transition_varies_between_people_and_the_sides_differ_most_there() -> None:
    turns = []
    for seed in range(60):
        plan = plan_of(Person(seed=seed))
        both = [one for one in joints(plan) if one.lower == "T12"]
        turns.append([_turn_deg(plan, one) for one in both])
    mean, tropism = np.mean(turns, axis=1), np.abs(np.diff(turns, axis=1)[:, 0])
    assert (mean > -10.0).any(), "some are still coronal"
    assert (mean < -40.0).any(), "some are already sagittal"
    assert 0.08 < (tropism > 20.0).mean() < 0.40, "Singer 1988: 21 % over 20 degrees"


@everyone
def test_superior_facets_stand_proud_of_the_upper_plate(who: str) -> None:
    plan, bones = made(who)
    for level in (f"T{n}" for n in range(3, 12)):
        vertebra = plan.vertebrae[level]
        top = vertebra.size.body_height / 2.0
        axes = np.meshgrid(
            np.arange(-18.0, 18.5, 1.5),
            np.arange(8.0, 36.0, 1.5),
            np.arange(top, top + 16.0, 0.5),
            indexing="ij",
        )
        points = np.stack(axes, axis=-1).reshape(-1, 3)
        wall = sum(vertebra.size.plate_depths) / 4.0
        ears = points[(points[:, 1] > wall + 3.0) & (points[:, 1] < wall + 13.0)]
        inside = ears[bones[level].at(vertebra.frame.world(ears)) < 0.0]
        proud = float(inside[:, 2].max() - top) / plan.scale
        assert 4.0 < proud < 12.0, f"{level} {proud:.1f}"
