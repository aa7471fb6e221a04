"""Needles as rods in the beam: bent, hollow, several, breathing."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from tests.attempt.test_bent_steel import CURVED, OPEN, QUINCKE, held
from tests.attempt.test_decide_needle import do, needle_of
from tests.attempt.worlds import CARM, START
from trainer.attempt.commands import (
    Advance,
    Grip,
    LeaveNeedle,
    LetGo,
    MovePointer,
    RotateHub,
    SetStylet,
    TakeNeedle,
    Tilt,
)
from trainer.attempt.state import State
from trainer.imaging.needle_shadow import Rod, steel_patch
from trainer.needle.breathing import PERIOD_MS
from trainer.needle.catalogue import NEEDLES
from trainer.session.steel import HUB_DIAMETER_MM, POINTER_DIAMETER_MM, merged, rods_of


def shaft_rods(state: State) -> list[Rod]:
    return [rod for rod in rods_of(state) if rod.outer_diameter_mm != HUB_DIAMETER_MM]


def length_of(rods: list[Rod]) -> float:
    return sum(rod.length_mm for rod in rods)


def test_an_empty_hand_shows_the_pointer_and_a_needle_hides_it() -> None:
    pointed = do(START, MovePointer(0, 0, 0), world=OPEN)[1]
    assert [rod.outer_diameter_mm for rod in rods_of(pointed)] == [POINTER_DIAMETER_MM]
    taken = do(pointed, TakeNeedle(0, QUINCKE), world=OPEN)[1]
    assert [rod.outer_diameter_mm for rod in rods_of(taken)] == [0.72, HUB_DIAMETER_MM]


def test_bent_steel_keeps_its_length_and_ends_at_the_logged_tip() -> None:
    for name in (QUINCKE, CURVED):
        push = Advance(0, 40_000), Tilt(0, 3_000, 5_000), Advance(0, 5_000)
        state = do(held(name), RotateHub(0, 70_000), *push, world=OPEN)[1]
        rods = shaft_rods(state)
        assert len(rods) > 2
        assert length_of(rods) == pytest.approx(
            NEEDLES[name].length_mm, abs=0.25
        )  # an arc is longer than its line
        tip_mm = np.array(needle_of(state).tip_um) / 1000.0
        assert rods[-1].to_world_mm == pytest.approx(tuple(tip_mm), abs=0.003)
        ends = [(a.to_world_mm, b.from_world_mm) for a, b in pairwise(rods)]
        assert all(one == other for one, other in ends)


def test_without_stylet_a_cannula_is_lighter() -> None:
    state = do(held(CURVED), Advance(0, 20_000), world=OPEN)[1]
    drawn = do(state, SetStylet(0, False), world=OPEN)[1]
    side = CARM.turned(oblique_deg=90.0).view

    def darkest(of: State) -> float:
        patches = [steel_patch(rod, side) for rod in shaft_rods(of)]
        return max(float(patch.steel_mm.max()) for patch in patches if patch is not None)

    assert darkest(drawn) < 0.85 * darkest(state)


def test_needles_left_standing_stay_in_the_picture() -> None:
    one = do(held(QUINCKE), Advance(0, 20_000), LeaveNeedle(0), world=OPEN)[1]
    alone = rods_of(one)
    two = do(one, MovePointer(0, 9_000, 0), TakeNeedle(0, CURVED), Grip(0), world=OPEN)[1]
    assert rods_of(two)[: len(alone)] == alone
    assert len(rods_of(two)) > len(alone)


def test_a_free_hub_breathes_and_its_tip_and_a_gripped_one_do_not() -> None:
    gripped = do(held(QUINCKE), Advance(0, 20_000), world=OPEN)[1]
    assert rods_of(gripped, PERIOD_MS // 2) == rods_of(gripped, 0)
    free = do(gripped, LetGo(0), world=OPEN)[1]
    rest, risen = shaft_rods(free), [
        rod for rod in rods_of(free, PERIOD_MS // 2) if rod.outer_diameter_mm != HUB_DIAMETER_MM
    ]  # fmt: skip
    assert risen[-1].to_world_mm == rest[-1].to_world_mm
    moved = np.subtract(risen[0].from_world_mm, rest[0].from_world_mm)
    assert moved == pytest.approx([0.0, 2.0, 1.2], abs=1e-6)


def test_a_line_keeps_only_the_corners_it_needs() -> None:
    line = np.array([[0.0, 0, 0], [1, 0.01, 0], [2, 0, 0], [3, 1, 0]])
    assert merged(line, 0.03).tolist() == [[0, 0, 0], [2, 0, 0], [3, 1, 0]]
