"""A player sees in his own pictures how much of a nerve a lesion would reach."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray
from trainer.session.players.cover import LONG_MM, WIDE_MM, cover, missed_mm
from trainer.session.players.hand import Hand
from trainer.session.players.plan import BEHIND_TIP_MM, LINES, Plan
from trainer.session.players.seen import NeedleSeen, Picture, Seen
from trainer.session.players.traits import PLAYERS

COURSE_MM = np.array([[0.0, 0.0, 3.0], [0.0, 0.0, 0.0], [0.0, 0.0, -3.0]])
HEADWARD = np.array([0.0, 0.0, 1.0])
TIP_MM = BEHIND_TIP_MM * HEADWARD  # the lesion's middle in the middle of the course
shifts = st.floats(-6.0, 6.0)


def test_a_cannula_along_the_nerve_reaches_all_of_it_and_one_far_away_nothing() -> None:
    assert cover(COURSE_MM, TIP_MM, HEADWARD) == 1.0
    assert cover(COURSE_MM, TIP_MM + np.array([2.0 * WIDE_MM, 0.0, 0.0]), HEADWARD) == 0.0
    assert cover(COURSE_MM, TIP_MM + 2.0 * LONG_MM * HEADWARD, HEADWARD) == 0.0


@given(shifts, shifts, shifts)
def test_both_sides_of_a_nerve_are_alike_and_further_is_never_more(
    x: float, y: float, z: float
) -> None:
    off = np.array([x, y, z])
    found = cover(COURSE_MM, TIP_MM + off, HEADWARD)
    assert found == cover(COURSE_MM, TIP_MM + off * np.array([-1.0, -1.0, 1.0]), HEADWARD)
    assert found >= cover(COURSE_MM, TIP_MM + off * np.array([1.5, 1.5, 1.0]), HEADWARD)


def looked(kind: str, tip_mm: FloatArray, hub: FloatArray = HEADWARD) -> Hand:
    """A hand whose last two pictures show the tip there, from behind and from the side."""
    pictures = []
    for number, oblique_deg in enumerate((0.0, 90.0)):
        view = CArmPose(oblique_deg=oblique_deg).view
        column, row = view.project(tip_mm)
        tip = (float(column), float(row))
        pictures.append(Picture(number, view, oblique_deg, 0.0, {}, tip, None, None))
    needle = NeedleSeen(tip_mm - 40.0 * hub, hub, 40.0, "")
    found = SimpleNamespace(
        pictures=pictures, traits=PLAYERS[kind], seen=Seen(picture=pictures[-1], needle=needle)
    )
    return cast(Hand, found)


PLAN = Plan(TIP_MM, HEADWARD, "T7 left middle", COURSE_MM)
ASIDE_MM = np.array([3.1, 0.0, 0.0])


@pytest.mark.parametrize("kind", ["expert", "slow-but-safe", "image-happy"])
def test_who_sees_the_lesion_beside_the_nerve_knows_how_far_to_go_back(kind: str) -> None:
    missed = missed_mm(looked(kind, TIP_MM + ASIDE_MM), PLAN)
    assert missed is not None
    assert missed == pytest.approx(-ASIDE_MM, abs=1e-6)
    assert missed_mm(looked(kind, TIP_MM), PLAN) is None


def test_what_the_plan_itself_leaves_out_is_no_miss() -> None:
    """Where a foramen lies ahead the plan stays behind it, and covers less by intent."""
    shy = Plan(TIP_MM - 5.0 * HEADWARD, HEADWARD, PLAN.mark, COURSE_MM)
    assert cover(COURSE_MM, shy.aim_mm, HEADWARD) < PLAYERS["expert"].covers
    assert missed_mm(looked("expert", shy.aim_mm), shy) is None


@pytest.mark.parametrize("kind", ["novice", "timid", "lucky-reckless", "random"])
def test_who_does_not_look_where_the_lesion_lies_never_lays_another(kind: str) -> None:
    assert missed_mm(looked(kind, TIP_MM + ASIDE_MM), PLAN) is None


def test_a_picture_without_the_tip_tells_nothing() -> None:
    hand = looked("expert", TIP_MM + ASIDE_MM)
    blind = SimpleNamespace(
        pictures=hand.pictures, traits=hand.traits, seen=Seen(needle=hand.seen.needle)
    )
    assert missed_mm(cast(Hand, blind), PLAN) is None


def test_the_first_line_is_the_nerve_s_own_and_no_two_are_alike() -> None:
    assert LINES[0] == (0.0, 0.0, 0.0)
    assert len(set(LINES)) == len(LINES)
