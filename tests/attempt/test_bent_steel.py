"""Steel that bends: bevel, bent tip, skin, fascia, bone - and never through bone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.needle_drives import check, drives
from tests.attempt.test_decide_needle import do, needle_of, tip_mm, why
from tests.attempt.worlds import BONELESS, START, WORLD
from tests.needle.analytic import Ball, Box
from trainer.attempt.commands import (
    Advance,
    Command,
    Grip,
    HoldBreath,
    LeaveNeedle,
    LetGo,
    MovePointer,
    RemoveNeedle,
    RotateHub,
    SetElectrode,
    SetStylet,
    TakeNeedle,
    TakeUpNeedle,
    Tick,
    Tilt,
    UseHolder,
)
from trainer.attempt.events import (
    BoneLost,
    BoneTouched,
    BreathHeld,
    ElectrodeSet,
    Event,
    GripReleased,
    HubTurned,
    NeedleLeft,
    NeedleMoved,
)
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.world import World
from trainer.needle.breathing import HOLD_MS, PERIOD_MS, skin_shift_um
from trainer.needle.catalogue import NEEDLES

REAL = replace(WORLD, needles=NEEDLES)
OPEN = replace(BONELESS, needles=NEEDLES)
QUINCKE, PENCIL, CURVED = "spinal-22g-90", "pencil-22g-90", "rf-18g-100-10c"


def held(needle: str, x_um: int = 0, world: World = OPEN) -> State:
    """A gripped needle with its tip on the skin, straight anterior, notch cranial."""
    return run(START, [MovePointer(0, x_um, 0), TakeNeedle(0, needle), Grip(0)], world)[1]


def moves_of(events: list[Event]) -> list[NeedleMoved]:
    return [event for event in events if isinstance(event, NeedleMoved)]


# --- never through bone ---------------------------------------------------------------------------


def test_in_a_hundred_drives_no_part_of_the_shaft_sweeps_through_bone() -> None:
    found = [check(drive) for drive in drives(100, seed=1)]
    assert min(one.deepest_mm for one in found) > -0.15
    assert sum(one.touched for one in found) > 26
    assert sum(one.slid for one in found) > 3
    assert all(one.replays for one in found)


# --- bevel and bent tip ---------------------------------------------------------------------------


def test_a_bevel_leaves_the_straight_line_as_its_radius_says() -> None:
    after = do(held(QUINCKE), Advance(0, 50_000), world=OPEN)[1]
    x, _, z = tip_mm(after)
    assert z == pytest.approx(-(50.0**2) / (2.0 * 364.0), rel=0.12)  # caudal
    assert x == pytest.approx(0.0, abs=0.002)
    straight = tip_mm(do(held(PENCIL), Advance(0, 50_000), world=OPEN)[1])
    assert abs(straight[2]) == pytest.approx(50.0**2 / (2.0 * 4384.0), rel=0.12)


def test_the_notch_says_which_way_and_turning_halfway_takes_it_back() -> None:
    right = do(held(QUINCKE), RotateHub(0, 90_000), Advance(0, 40_000), world=OPEN)[1]
    assert tip_mm(right)[0] > 1.5  # notch to the patient's right (-x): away from it, +x
    half = RotateHub(0, 180_000)
    pushes = (Advance(0, 10_000), half, Advance(0, 10_000), half, Advance(0, 5_000))
    back = do(held(QUINCKE), *pushes, world=OPEN)
    assert abs(tip_mm(back[1])[2]) < 0.01


def test_turning_a_straight_hub_moves_no_steel_and_a_bent_one_sweeps_a_circle() -> None:
    events, state = do(held(QUINCKE), RotateHub(0, 450_000), RotateHub(0, -90_000), world=OPEN)
    assert [type(event) for event in events] == [HubTurned, HubTurned]
    assert needle_of(state).notch_mdeg == 0
    there = do(held(CURVED), Advance(0, 30_000), world=OPEN)[1]
    events, turned = do(there, RotateHub(0, 180_000), world=OPEN)
    assert [type(event) for event in events] == [HubTurned, NeedleMoved]
    aside = np.linalg.norm(tip_mm(turned) - tip_mm(there))
    assert aside == pytest.approx(2.0 * 10.0 / np.radians(12) * (1 - np.cos(np.radians(12))), 0.01)
    back = do(turned, RotateHub(0, -180_000), world=OPEN)[1]
    assert np.abs(tip_mm(back) - tip_mm(there)).max() <= 0.002


def test_bone_holds_a_bent_tip_that_is_turned_against_it() -> None:
    beside = replace(OPEN, bone=Box((-2.5, -28.0, 0.0), (1.5, 6.0, 9.0)))
    there = do(held(CURVED, world=beside), Advance(0, 30_000), world=beside)[1]
    _, state = do(there, RotateHub(0, 90_000), world=beside)  # toward the patient's right, the bone
    assert 0 < needle_of(state).notch_mdeg < 90_000
    assert "bone holds the bent tip" in why(do(state, RotateHub(0, 30_000), world=beside)[0])


@settings(deadline=None, max_examples=30)
@given(st.integers(1, 60_000), st.integers(1, 30_000), st.sampled_from([QUINCKE, CURVED, PENCIL]))
def test_two_pushes_of_bending_steel_end_where_one_does(first: int, second: int, name: str) -> None:
    one = do(held(name), Advance(0, first + second), world=OPEN)[1]
    two = do(held(name), Advance(0, first), Advance(0, second), world=OPEN)[1]
    assert np.abs(tip_mm(one) - tip_mm(two)).max() <= 0.004
    assert needle_of(one).depth_um == needle_of(two).depth_um


@settings(deadline=None, max_examples=30)
@given(st.integers(15_000, 60_000), st.integers(1, 40_000), st.sampled_from([QUINCKE, CURVED]))
def test_drawn_back_it_comes_by_its_own_track(push: int, back: int, name: str) -> None:
    there = do(held(name), Advance(0, push), world=OPEN)[1]
    short = max(13_000, push - back)  # below the fascia: above it the shaft springs straight
    drawn = do(there, Advance(0, short - push), world=OPEN)[1] if short < push else there
    fresh = do(held(name), Advance(0, short), world=OPEN)[1]
    assert np.abs(tip_mm(drawn) - tip_mm(fresh)).max() <= 0.01


# --- skin, fascia, stiffness ----------------------------------------------------------------------


def tilted_by_two(needle: str, depth_um: int) -> tuple[State, State]:
    deep = do(held(needle), Advance(0, depth_um), world=OPEN)[1]
    return deep, do(deep, Tilt(0, 0, 2_000), world=OPEN)[1]


def test_deep_in_muscle_the_tip_follows_less_than_the_hub_and_the_skin_is_pulled() -> None:
    for needle, share in (("spinal-25g-90", 0.2), ("spinal-22g-90", 0.4), ("rf-18g-100-10", 0.65)):
        before, after = tilted_by_two(needle, 35_000)
        followed = np.linalg.norm(tip_mm(after) - tip_mm(before)) / (35.0 * np.radians(2.0))
        assert 0.0 < followed < share
        skin = np.array(needle_of(after).shaft_um[0]) - np.array(needle_of(after).entry_um)
        assert 100 < np.abs(skin).max() < 700
    shallow, turned = tilted_by_two("spinal-22g-90", 8_000)
    followed = np.linalg.norm(tip_mm(turned) - tip_mm(shallow)) / (8.0 * np.radians(2.0))
    assert followed > 0.8


def test_the_shaft_bends_to_its_limit_and_no_further() -> None:
    deep = do(held("spinal-22g-90"), Advance(0, 50_000), world=OPEN)[1]
    state = do(deep, Tilt(0, 0, 40_000), Tilt(0, 0, 40_000), world=OPEN)[1]
    assert "bends no further" in why(do(state, Tilt(0, 0, 5_000), world=OPEN)[0])
    assert "fascia" in why(do(state, Tilt(0, 0, 5_000), world=OPEN)[0])


def test_drawn_back_above_the_fascia_it_springs_straight_and_can_be_redirected() -> None:
    deep = do(held(QUINCKE), Advance(0, 40_000), Tilt(0, 0, 10_000), world=OPEN)[1]
    assert needle_of(deep).hub_e9 is not None
    short = do(deep, Advance(0, -30_000), world=OPEN)[1]
    assert needle_of(short).hub_e9 is None
    again = do(short, Tilt(0, 0, -6_000), Advance(0, 25_000), world=OPEN)[1]
    assert np.linalg.norm(tip_mm(again) - tip_mm(deep)) > 2.0


def test_the_hand_feels_skin_fascia_muscle_and_bone() -> None:
    events, _ = do(held(QUINCKE, world=REAL), *[Advance(0, 4_000)] * 9, world=REAL)
    feels = [move.feel for move in moves_of(events)]
    assert feels[0] == "firm"  # the skin
    assert "pop" in feels
    assert feels[-1] == "bone"
    forces = [move.force_mn for move in moves_of(events)]
    assert forces[0] == 1_500  # 22 G through skin (clinical.md 6)
    assert forces[-1] > 5_000
    soft = [move.force_mn for move in moves_of(events) if move.feel == "soft"]
    assert soft == sorted(soft)
    assert max(soft) < 1_500


# --- walking off ----------------------------------------------------------------------------------


def test_pushed_straight_on_bone_it_stays_and_pushed_obliquely_it_slides() -> None:
    flat = replace(OPEN, bone=Box((0.0, -40.0, 0.0), (90.0, 8.0, 90.0)))
    state = do(held("pencil-22g-90", world=flat), Advance(0, 45_000), world=flat)[1]
    assert why(do(state, Advance(0, 2_000), world=flat)[0]) == "bone stops the tip"
    oblique = Tilt(0, 44_000, 0), Advance(0, 44_000)
    steep = do(held("spinal-22g-90", world=flat), *oblique, world=flat)[1]
    events, slid = do(steep, Advance(0, 2_000), world=flat)
    assert moves_of(events)
    assert abs(tip_mm(slid)[0] - tip_mm(steep)[0]) > 0.5
    assert tip_mm(slid)[1] == pytest.approx(-32.0, abs=0.1)


def test_walking_off_an_edge_is_felt() -> None:
    ledge = replace(OPEN, bone=Ball((-6.0, -40.0, 0.0), 8.0))
    state = do(held("spinal-22g-90", 0, world=ledge), Advance(0, 34_000), world=ledge)[1]
    events, state = do(state, Advance(0, 16_000), world=ledge)
    kinds = [type(event) for event in events]
    assert kinds == [BoneTouched, BoneLost, NeedleMoved]
    assert needle_of(state).tissue == "soft"
    assert float(ledge.bone.at(tip_mm(state)[None])[0]) > 0.0  # type: ignore[union-attr]


# --- several needles, stylet, electrode, breath ---------------------------------------------------


def test_a_needle_left_standing_is_taken_up_as_it_stood() -> None:
    first = do(held(QUINCKE), Advance(0, 20_000), world=OPEN)[1]
    events, free = do(first, LeaveNeedle(0), world=OPEN)
    assert [type(event) for event in events] == [GripReleased, NeedleLeft]
    assert (free.needle, free.gripped, free.resting) == (None, False, (first.needle,))
    second = do(free, MovePointer(0, 9_000, 0), TakeNeedle(0, CURVED), world=OPEN)[1]
    assert needle_of(second).number == 2
    assert "would fall over" in why(do(second, LeaveNeedle(0), world=OPEN)[0])
    assert "leave it first" in why(do(second, TakeUpNeedle(0, 1), world=OPEN)[0])
    again = do(second, RemoveNeedle(0), TakeUpNeedle(0, 1), world=OPEN)[1]
    assert (again.needle, again.resting) == (first.needle, ())
    assert "standing: none" in why(
        do(do(again, RemoveNeedle(0), world=OPEN)[1], TakeUpNeedle(0, 1), world=OPEN)[0]
    )


def test_an_electrode_needs_a_cannula_without_its_stylet_and_a_free_hub_slips() -> None:
    block = do(held(QUINCKE), Advance(0, 20_000), world=OPEN)[1]
    assert "active tip" in why(do(block, SetElectrode(0, True), world=OPEN)[0])
    cannula = do(held(CURVED), Advance(0, 30_000), world=OPEN)[1]
    assert "stylet" in why(do(cannula, SetElectrode(0, True), world=OPEN)[0])
    events, state = do(cannula, SetStylet(0, False), SetElectrode(0, True), world=OPEN)
    assert events[-1] == ElectrodeSet(0, True, 0)  # gripped: it stays
    assert "draw it first" in why(do(state, SetStylet(0, True), world=OPEN)[0])
    events, slipped = do(state, LetGo(0), SetElectrode(0, False), world=OPEN)
    assert events[-1] == ElectrodeSet(0, False, 700)
    assert needle_of(slipped).depth_um == 29_300
    assert not needle_of(slipped).electrode


def test_the_forceps_are_taken_and_laid_down_once() -> None:
    events, state = do(held(QUINCKE), UseHolder(0, True), UseHolder(0, True), world=OPEN)
    assert (len(events), state.holder) == (1, True)


def test_breathing_is_a_pure_function_of_time_and_a_held_breath_ends_by_itself() -> None:
    assert skin_shift_um(0, None) == (0, 0, 0)
    assert skin_shift_um(PERIOD_MS // 2, None) == (0, 2_000, 1_200)
    assert skin_shift_um(PERIOD_MS * 7 + PERIOD_MS // 2, None) == (0, 2_000, 1_200)
    asked = PERIOD_MS // 2
    assert skin_shift_um(asked + 5_000, asked) == (0, 0, 0)
    assert skin_shift_um(asked + HOLD_MS // PERIOD_MS * PERIOD_MS + PERIOD_MS, asked) != (0, 0, 0)
    events, state = do(START, HoldBreath(100, True), HoldBreath(200, True), world=OPEN)
    assert events == [BreathHeld(100, True)]
    assert do(state, HoldBreath(100 + HOLD_MS, True), world=OPEN)[0] == [BreathHeld(20_100, True)]


def test_the_skin_is_met_where_breathing_has_moved_it() -> None:
    taken = do(held(QUINCKE), Advance(0, -10_000), world=OPEN)[1]
    at_rest = do(taken, Advance(PERIOD_MS, 20_000), world=OPEN)[1]
    risen = do(taken, Advance(PERIOD_MS + PERIOD_MS // 2, 20_000), world=OPEN)[1]
    assert needle_of(risen).depth_um - needle_of(at_rest).depth_um == pytest.approx(2_000, abs=2)
    kept = do(taken, HoldBreath(PERIOD_MS, True), Advance(PERIOD_MS + 2_100, 20_000), world=OPEN)[1]
    assert needle_of(kept).depth_um == needle_of(at_rest).depth_um


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 3_000), min_size=1, max_size=6))
def test_ticks_in_between_change_nothing(ticks: list[int]) -> None:
    acts: list[Command] = [
        MovePointer(0, 2_000, 0), TakeNeedle(5, CURVED), Grip(10), Advance(400, 30_000),
        RotateHub(900, 70_000), HoldBreath(1_000, True), Tilt(1_500, 900, 400),
        Advance(2_900, 6_000),
    ]  # fmt: skip
    plain = run(START, acts, REAL)[1]
    between = sorted([*acts, *(Tick(t_ms) for t_ms in ticks)], key=lambda act: act.t_ms)
    assert run(START, between, REAL)[1].needle == plain.needle
