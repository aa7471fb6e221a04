"""The hand in the analytic world: skin, bone, danger zones, grip."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.scripts import READY
from tests.attempt.worlds import BONE, BONELESS, CANAL, PLEURA, START, STORED, WORLD
from trainer.attempt.commands import (
    Advance,
    Command,
    Expose,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    RemoveNeedle,
    SelectView,
    TakeNeedle,
    Tilt,
    TurnCArm,
)
from trainer.attempt.decide import decide
from trainer.attempt.events import (
    BoneLost,
    BoneTouched,
    Event,
    Gripped,
    GripReleased,
    HazardEntered,
    HazardLeft,
    NeedleMoved,
    NotPossible,
    SkinPunctured,
)
from trainer.attempt.evolve import fold
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.step import run
from trainer.attempt.world import World


def play(commands: list[Command], world: World = WORLD) -> tuple[list[Event], State]:
    records, state = run(START, commands, world)
    return [event for record in records for event in record.events], state


def ready_at(x_um: int, z_um: int = 0, world: World = WORLD) -> State:
    """A gripped 90 mm needle, tip on the skin, straight anterior."""
    return run(START, [MovePointer(0, x_um, z_um), *READY[1:]], world)[1]


def do(state: State, *commands: Command, world: World = WORLD) -> tuple[list[Event], State]:
    records, after = run(state, commands, world)
    return [event for record in records for event in record.events], after


def needle_of(state: State) -> NeedleInHand:
    assert state.needle is not None
    return state.needle


def tip_mm(state: State) -> np.ndarray:
    return np.array(needle_of(state).tip_um) / 1000.0


def why(events: list[Event] | tuple[Event, ...]) -> str:
    (event,) = events
    assert isinstance(event, NotPossible)
    return event.why


# --- laws -----------------------------------------------------------------------------------------


def drives(count: int, acts: int) -> Iterator[list[Command]]:
    """Hands that push, withdraw and turn at random, mostly toward the bone."""
    chance = random.Random(20_260_101)
    for _ in range(count):
        place = MovePointer(0, chance.randint(-12_000, 38_000), chance.randint(-9_000, 9_000))
        moves: list[Command] = [Advance(0, chance.randint(20_000, 50_000))]
        for _ in range(acts):
            if chance.random() < 0.6:
                moves.append(Advance(0, chance.choice([-1, 1, 1, 1]) * chance.randint(1, 30_000)))
            else:
                angle = chance.choice([300, 3_000, 20_000])
                moves.append(Tilt(0, chance.randint(-angle, angle), chance.randint(-angle, angle)))
        yield [place, *READY[1:], *moves]


def test_in_a_hundred_and_fifty_drives_no_tip_lies_in_bone() -> None:
    tips, touched = [], 0
    for commands in drives(150, 3):
        state = START
        for command in commands:
            happened = decide(state, command, WORLD)
            state = fold(state, happened)
            tips += [event.tip_um for event in happened if isinstance(event, NeedleMoved)]
            touched += sum(isinstance(event, BoneTouched) for event in happened)
    deepest_mm = float(BONE.at(np.array(tips) / 1000.0).min())
    assert deepest_mm >= -0.02
    assert touched > 40
    assert len(tips) > 400


def test_sliding_on_bone_never_creeps_into_it() -> None:
    state = do(ready_at(4_000), Advance(0, 60_000))[1]
    chance = random.Random(1)
    for _ in range(150):
        angle = chance.randint(-400, 400), chance.randint(-400, 400)
        state = do(state, Tilt(0, *angle), Advance(0, 500))[1]
        assert BONE.at(tip_mm(state)[None])[0] >= -0.0101


PUSHES = st.integers(1, 40_000)


@settings(deadline=None)
@given(PUSHES, PUSHES, st.integers(-20_000, 20_000), st.integers(-20_000, 20_000))
def test_two_pushes_end_where_one_does(first: int, second: int, right: int, down: int) -> None:
    state = do(ready_at(7_000), Tilt(0, right, down))[1]
    one = do(state, Advance(0, first + second), world=BONELESS)[1]
    two = do(state, Advance(0, first), Advance(0, second), world=BONELESS)[1]
    assert np.abs(tip_mm(one) - tip_mm(two)).max() <= 0.002
    assert needle_of(one).depth_um == needle_of(two).depth_um


@settings(deadline=None)
@given(PUSHES, st.integers(-20_000, 20_000), st.integers(-20_000, 20_000))
def test_withdrawing_returns(push: int, right: int, down: int) -> None:
    state = do(ready_at(7_000), Tilt(0, right, down))[1]
    there = do(state, Advance(0, push), world=BONELESS)[1]
    back = do(there, Advance(0, -push), world=BONELESS)[1]
    assert np.abs(tip_mm(back) - tip_mm(state)).max() <= 0.002
    before, after = needle_of(state), needle_of(back)
    assert np.abs(np.subtract(after.axis_e9, before.axis_e9)).max() <= 2  # the last digit of a unit
    assert replace(after, tip_um=before.tip_um, axis_e9=before.axis_e9) == before


@settings(deadline=None, max_examples=40)
@given(st.integers(1_000, 60_000), st.integers(-30_000, 30_000), st.integers(-30_000, 30_000))
def test_turning_inside_keeps_the_length_of_steel_and_bends_no_link(
    push: int, right: int, down: int
) -> None:
    state = do(ready_at(7_000), Advance(0, push), world=BONELESS)[1]
    needle = needle_of(do(state, Tilt(0, right, down), world=BONELESS)[1])
    assert needle.entry_um == needle_of(state).entry_um
    assert needle.depth_um == needle_of(state).depth_um
    if needle.shaft_um:
        links = np.linalg.norm(np.diff(np.array(needle.shaft_um), axis=0), axis=1)
        assert np.abs(links[:-1] - 5_000).max(initial=0.0) <= 2.0
        assert abs(links.sum() - needle.depth_um) <= 2.0 * len(links)
        assert needle.shaft_um[-1] == needle.tip_um


@settings(deadline=None)
@given(st.integers(-30_000, 30_000), st.integers(-30_000, 30_000))
def test_turning_outside_keeps_the_tip(right: int, down: int) -> None:
    state = ready_at(7_000)
    assert needle_of(do(state, Tilt(0, right, down))[1]).tip_um == needle_of(state).tip_um


# --- skin -----------------------------------------------------------------------------------------


def test_the_skin_is_punctured_once_and_left_when_withdrawn() -> None:
    events, state = do(ready_at(0), Advance(0, 5_000), Advance(0, 5_000))
    assert [type(event) for event in events] == [SkinPunctured, NeedleMoved, NeedleMoved]
    assert (needle_of(state).depth_um, needle_of(state).tissue) == (10_000, "soft")
    events, state = do(state, Advance(0, -12_000))
    assert isinstance(events[0], NeedleMoved)
    assert (events[0].how, events[0].in_tissue_um, events[0].tissue) == ("withdraw", 10_000, "air")
    assert needle_of(state).entry_um is None
    events, state = do(state, Advance(0, 5_000))
    assert events[0] == SkinPunctured(0, (0, 0, 0))
    assert needle_of(state).depth_um == 3_000


def test_the_hub_stops_at_the_skin() -> None:
    state = do(ready_at(-60_000), Advance(0, 500_000))[1]
    assert needle_of(state).depth_um == 90_000
    assert "90 mm long" in why(do(state, Advance(0, 1))[0])


def test_in_the_air_the_needle_stays_near_the_skin() -> None:
    state = do(ready_at(0), Advance(0, -500_000))[1]
    assert tip_mm(state)[1] == pytest.approx(30.0, abs=0.001)
    assert "30 mm clear of the skin" in why(do(state, Advance(0, -1_000))[0])
    assert needle_of(do(state, Advance(0, 31_000))[1]).depth_um == pytest.approx(1_000, abs=1)


# --- bone and danger ------------------------------------------------------------------------------


def test_bone_stops_the_tip_and_is_touched_once() -> None:
    events, state = do(ready_at(0), Advance(0, 50_000))
    assert [type(event) for event in events] == [SkinPunctured, NeedleMoved, BoneTouched]
    assert needle_of(state).tip_um == (0, -32_000, 0)
    assert (needle_of(state).tissue, needle_of(state).at_bone) == ("bone", True)
    assert why(do(state, Advance(0, 1_000))[0]) == "bone stops the tip"
    events, state = do(state, Advance(0, -2_000), Advance(0, 5_000))
    assert [type(event) for event in events] == [BoneLost, NeedleMoved, NeedleMoved, BoneTouched]


def test_without_known_bone_nothing_stops_the_needle() -> None:
    events, state = do(ready_at(0), Advance(0, 60_000), world=BONELESS)
    assert needle_of(state).depth_um == 60_000
    assert [name for name, _ in events[-1].ahead_um] == ["pleura", "canal"]  # type: ignore[attr-defined]


def test_walking_off_the_edge_of_bone_goes_on_beyond_it() -> None:
    state = do(ready_at(0), Advance(0, 60_000))[1]
    events, state = do(state, Advance(0, -10_000), Tilt(0, 0, 16_000), Advance(0, 13_000))
    assert not any(isinstance(event, BoneTouched) for event in events)
    assert needle_of(state).tissue == "soft"


def test_turning_into_bone_stops_at_it() -> None:
    state = do(ready_at(10_000), Advance(0, 38_000))[1]
    events, state = do(state, Tilt(0, -30_000, 0))  # hub to screen left, tip to the other side
    assert [type(event) for event in events] == [NeedleMoved, BoneTouched]
    assert BONE.at(tip_mm(state)[None])[0] == pytest.approx(0.0, abs=0.003)
    assert "bone lies against the needle" in why(do(state, Tilt(0, -30_000, 0))[0][-1:])


def test_a_danger_zone_is_entered_and_left_with_its_places() -> None:
    events, state = do(ready_at(15_000), Advance(0, 60_000), world=BONELESS)
    entered = next(event for event in events if isinstance(event, HazardEntered))
    assert entered.structure == "pleura"
    assert PLEURA.at(np.array([entered.at_um]) / 1000.0)[0] == pytest.approx(0.0, abs=0.051)
    assert needle_of(state).inside == ("pleura",)
    assert needle_of(state).tissue == "pleura"
    events, state = do(state, Advance(0, 2_000), Advance(0, -40_000), world=BONELESS)
    kinds = [type(event) for event in events]
    assert kinds == [NeedleMoved, HazardLeft, NeedleMoved]
    assert needle_of(state).inside == ()


def test_passing_through_a_zone_in_one_move_is_entering_and_leaving_it() -> None:
    events, state = do(ready_at(-14_000, 5_000), Advance(0, 80_000), world=BONELESS)
    zones = [(type(event), event.structure) for event in events if hasattr(event, "structure")]
    assert zones == [(HazardEntered, "canal"), (HazardLeft, "canal")]
    assert needle_of(state).inside == ()
    assert events[-1].clearance_um[1] == ("canal", -7_000)  # type: ignore[attr-defined]


@settings(deadline=None, max_examples=50)
@given(st.integers(-20_000, 20_000), st.integers(1_000, 80_000), st.integers(-9_000, 9_000))
def test_clearance_is_the_least_of_the_whole_way(x_um: int, push: int, down: int) -> None:
    state = do(ready_at(x_um), Tilt(0, 0, down))[1]
    events, _ = do(state, Advance(0, push), world=BONELESS)
    moved = next(event for event in events if isinstance(event, NeedleMoved))
    start, end = tip_mm(state), np.array(moved.tip_um) / 1000.0
    way = start + np.multiply.outer(np.linspace(0.0, 1.0, 30_001), end - start)
    for (_, clearance_um), zone in zip(moved.clearance_um, (PLEURA, CANAL), strict=True):
        least_um = float(zone.at(way).min()) * 1000.0
        assert -2.0 <= clearance_um - least_um <= 26.0  # half a step of 50 um


def test_ahead_names_hazards_in_order_then_bone() -> None:
    events, _ = do(ready_at(0), Advance(0, 1_000))
    (moved,) = [event for event in events if isinstance(event, NeedleMoved)]
    assert [name for name, _ in moved.ahead_um] == ["pleura", "canal", "bone"]
    assert dict(moved.ahead_um)["bone"] == pytest.approx(31_000, abs=2)
    assert dict(moved.ahead_um)["canal"] == -1


# --- the hand -------------------------------------------------------------------------------------


def test_without_grip_no_steel_moves() -> None:
    state = do(ready_at(0), LetGo(0))[1]
    for command in (Advance(0, 1_000), Advance(0, -1_000), Tilt(0, 1_000, 0)):
        assert why(do(state, command)[0]) == "the hub is not gripped"
        assert why(do(START, command)[0]) == "no needle is in hand"


def test_gripping_twice_and_letting_go_twice_bring_nothing() -> None:
    events, _ = do(ready_at(0), Grip(0), LetGo(0), LetGo(0), Grip(0))
    assert [type(event) for event in events] == [GripReleased, Gripped]
    assert why(do(START, Grip(0))[0]) == "no needle is in hand"
    assert do(START, LetGo(0))[0] == []


def test_asking_for_nothing_brings_nothing() -> None:
    state = ready_at(0)
    again = MovePointer(0, 0, 0)
    assert do(state, Advance(0, 0), Tilt(0, 0, 0), again, TurnCArm(0, 0, 0))[0] == []


def test_a_needle_is_taken_at_the_pointer_with_an_empty_hand() -> None:
    assert "pointer" in why(do(START, TakeNeedle(0, "spinal-22g-90"))[0])
    assert "pointer" in why(do(START, MarkSkin(0))[0])
    pointed = do(START, MovePointer(0, 1_000, 2_000))[1]
    assert "known: spinal-22g-50, spinal-22g-90, " in why(do(pointed, TakeNeedle(0, "nail"))[0])
    taken = do(pointed, TakeNeedle(0, "spinal-22g-90"))[1]
    assert needle_of(taken) == NeedleInHand("spinal-22g-90", (1_000, 0, 2_000), (0, -(10**9), 0))
    assert not taken.gripped
    assert "in hand" in why(do(taken, TakeNeedle(0, "spinal-22g-90"))[0])


def test_a_removed_needle_is_gone_and_its_grip_too() -> None:
    state = do(ready_at(0), Advance(0, 10_000), RemoveNeedle(0))[1]
    assert (state.needle, state.gripped) == (None, False)
    assert why(do(state, RemoveNeedle(0))[0]) == "no needle is in hand"


def test_beside_the_body_there_is_no_back_to_point_at() -> None:
    assert "x 200, z 0 mm" in why(do(START, MovePointer(0, 200_000, 0))[0])


def test_the_drag_follows_the_held_picture_even_after_the_machine_turned() -> None:
    def hub_after(*commands: Command) -> np.ndarray:
        axis = needle_of(do(ready_at(0), *commands)[1]).axis_e9
        return -np.array(axis) / 1e9

    plain = hub_after(Tilt(0, 5_000, 0))
    assert plain[0] == pytest.approx(-np.sin(np.radians(5.0)))  # screen right: the patient's right
    assert np.array_equal(hub_after(Expose(0), TurnCArm(0, 40_000, 0), Tilt(0, 5_000, 0)), plain)
    along_view = hub_after(TurnCArm(0, 90_000, 0), Expose(0), Tilt(0, 5_000, 0))
    assert np.array_equal(
        along_view, [0.0, 1.0, 0.0]
    )  # in a lateral view right is along the needle
    down = hub_after(TurnCArm(0, 90_000, 0), Expose(0), Tilt(0, 0, 5_000))
    assert down[2] == pytest.approx(-np.sin(np.radians(5.0)))  # feet


def test_the_needle_keeps_pointing_anterior() -> None:
    aside = [Tilt(0, 44_000, 0)] * 2  # of the second only cos 44 degrees turns the needle
    state = do(ready_at(0), *aside)[1]
    refused, after = do(state, Tilt(0, 44_000, 0))
    assert "86.6 degrees off straight, the limit is 84.3" in why(refused)
    assert after.needle == state.needle
    assert "50.0 degrees at once are more than 45" in why(do(ready_at(0), Tilt(0, 50_000, 0))[0])


def test_a_stored_picture_guides_the_hand_too() -> None:
    start = replace(START, view="AP")
    commands = [*READY, Tilt(0, 5_000, 0), SelectView(0, "LAT"), Expose(0), Tilt(0, 0, 5_000)]
    _, state = run(start, commands, STORED)
    axis = np.array(needle_of(state).axis_e9)
    assert axis[0] == pytest.approx(
        1e9 * np.sin(np.radians(5.0)) * np.cos(np.radians(5.0)), rel=0.01
    )
    assert axis[2] > 0
    nothing = run(START, READY, STORED)[1]
    assert "nothing says where right" in why(decide(nothing, Tilt(0, 1_000, 0), STORED))
