"""Movements of the hands, without Qt."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stand_ins import StandInAttempt
from trainer.attempt.commands import (
    Advance,
    HoldBreath,
    LeaveNeedle,
    MovePointer,
    MoveTable,
    RotateHub,
    SetStylet,
    TakeUpNeedle,
    Tilt,
    TurnCArm,
    UseHolder,
)
from trainer.attempt.machine import ORBIT
from trainer.attempt.together import together
from trainer.ui.actions import ACTIONS, Where
from trainer.ui.presenters.coalesce import Coalescer
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.suite_acts import ACTS, drag_mdeg, wheel_um


class Timer:
    """Calls back when the test says that time has passed."""

    def __init__(self) -> None:
        self.calls: list[Callable[[], None]] = []

    def __call__(self, _milliseconds: int, call: Callable[[], None]) -> None:
        self.calls.append(call)

    def fire(self) -> None:
        calls, self.calls = self.calls, []
        for call in calls:
            call()


def gripped_hand(attempt: StandInAttempt, timer: Timer) -> Hand:
    hand = Hand(attempt.runner, timer)
    hand.point(0, 0)
    timer.fire()
    hand.take_needle("spinal-22g-90")
    hand.grip.press("key")
    attempt.runner.sent.clear()
    return hand


@given(st.lists(st.tuples(st.integers(-50, 50), st.booleans()), max_size=40))
def test_coalescing_loses_no_part_of_a_movement(steps: list[tuple[int, bool]]) -> None:
    sent: list[int] = []
    timer = Timer()
    movement = Coalescer(sent.append, timer)
    for amount, interval_over in steps:
        movement.add(amount)
        if interval_over:
            timer.fire()
    movement.flush()
    assert sum(sent) == sum(amount for amount, _ in steps)


def test_within_one_interval_a_drag_is_one_command_after_the_first(
    attempt: StandInAttempt,
) -> None:
    timer = Timer()
    hand = gripped_hand(attempt, timer)
    for _ in range(20):
        hand.tilt(200, 0)
    assert [type(command) for command in attempt.runner.sent] == [Tilt]
    timer.fire()
    assert [command.right_mdeg for command in attempt.runner.sent] == [200, 3800]  # type: ignore[attr-defined]


def test_a_movement_that_waits_is_sent_before_the_next_act(attempt: StandInAttempt) -> None:
    hand = gripped_hand(attempt, Timer())
    hand.advance(1000)
    hand.advance(1000)
    hand.let_go("key")
    assert attempt.runner.kinds() == ["Advance", "Advance", "LetGo"]


def test_the_right_key_turns_the_receptor_toward_screen_right(attempt: StandInAttempt) -> None:
    ACTS["turn_right"](Hand(attempt.runner, Timer()))
    assert attempt.runner.sent == [TurnCArm(0, -1000, 0)]  # screen right is the patient's right


def test_the_up_key_tilts_the_receptor_toward_the_head(attempt: StandInAttempt) -> None:
    ACTS["turn_head"](Hand(attempt.runner, Timer()))
    assert attempt.runner.sent == [TurnCArm(0, 0, 1000)]


def test_panning_right_brings_the_patients_right_into_the_field(attempt: StandInAttempt) -> None:
    ACTS["pan_right"](Hand(attempt.runner, Timer()))
    assert attempt.runner.sent == [MoveTable(0, -5_000, -40_000, 0)]


def test_steps_add_to_where_the_machine_stands_and_stop_at_its_end(
    attempt: StandInAttempt,
) -> None:
    timer = Timer()
    hand = Hand(attempt.runner, timer)
    for _ in range(40):
        ACTS["turn_left_5"](hand)
        timer.fire()
    assert attempt.runner.snapshot.state.oblique_mdeg == ORBIT.most


def test_a_pointer_that_lies_nowhere_starts_where_the_machine_looks(
    attempt: StandInAttempt,
) -> None:
    ACTS["pointer_head_10"](Hand(attempt.runner, Timer()))
    assert attempt.runner.sent == [MovePointer(0, 0, 10_000)]


@pytest.mark.parametrize(("fine", "mdeg"), [(False, 2000), (True, 400)])
def test_ten_pixels_of_drag_tilt_two_degrees_or_with_shift_a_fifth(fine: bool, mdeg: int) -> None:
    assert drag_mdeg(10, fine=fine) == mdeg


def test_the_wheel_toward_the_hand_is_deeper_as_page_down_is() -> None:
    assert wheel_um(1, fine=False) == 1000
    assert wheel_um(-1, fine=True) == -200


def test_no_two_actions_of_a_screen_share_a_key() -> None:
    keys = [
        key for action in ACTIONS if action.where in (Where.SUITE, Where.EVERYWHERE)
        for key in action.keys
    ]  # fmt: skip
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "mdeg"),
    [("hub_on", 15_000), ("hub_back", -15_000), ("hub_on_fine", 5_000), ("hub_back_fine", -5_000)],
)
def test_q_and_e_turn_the_gripped_hub_and_without_grip_nothing(
    attempt: StandInAttempt, key: str, mdeg: int
) -> None:
    timer = Timer()
    hand = gripped_hand(attempt, timer)
    ACTS[key](hand)
    (sent,) = attempt.runner.sent
    assert isinstance(sent, RotateHub)
    assert sent.turn_mdeg == mdeg
    hand.let_go("key")
    attempt.runner.sent.clear()
    ACTS[key](hand)
    timer.fire()
    assert attempt.runner.sent == []


def test_a_needle_is_left_and_taken_up_by_keys(attempt: StandInAttempt) -> None:
    timer = Timer()
    hand = gripped_hand(attempt, timer)
    hand.advance(20_000)
    for key in ("stylet", "leave", "take_up", "holder", "breath"):
        timer.fire()
        ACTS[key](hand)
    kinds = [type(sent) for sent in attempt.runner.sent]
    for kind in (Advance, SetStylet, LeaveNeedle, TakeUpNeedle, UseHolder, HoldBreath):
        assert kind in kinds
    state = attempt.runner.snapshot.state
    assert state.needle is not None
    assert not state.needle.stylet
    assert (state.resting, state.holder, state.breath_held_ms is not None) == ((), True, True)
    assert not hand.grip.held


def test_turns_of_the_hub_the_same_way_are_one_and_turning_back_is_another() -> None:
    both = together(RotateHub(0, 15_000), RotateHub(40, 5_000))
    assert both == RotateHub(40, 20_000)
    assert together(RotateHub(0, 15_000), RotateHub(40, -5_000)) is None
