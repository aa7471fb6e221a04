"""Time enters through commands only: laws of ticks, pulses and the latch."""

from __future__ import annotations

import bisect
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.attempt.scripts import scripts
from tests.attempt.worlds import START, STORED, WORLD
from trainer.attempt.commands import (
    BeamOff,
    BeamOn,
    Command,
    Expose,
    ResetFluoroTimer,
    SetPulseRate,
    Submit,
    Tick,
    TurnCArm,
)
from trainer.attempt.decide import decide
from trainer.attempt.events import (
    BeamStarted,
    BeamStopped,
    CArmMoved,
    Event,
    Exposed,
    FiveMinuteSignal,
    SignalReset,
    Submitted,
)
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.attempt.world import World


def events_of(commands: list[Command], world: World = WORLD) -> tuple[tuple[Event, ...], State]:
    records, state = run(START, commands, world)
    return tuple(event for record in records for event in record.events), state


def with_ticks(commands: list[Command], ticks_ms: list[int]) -> list[Command]:
    """Ticks put in where their time belongs, after commands of the same time."""
    merged = list(commands)
    for t_ms in ticks_ms:
        at = bisect.bisect_right([command.t_ms for command in merged], t_ms)
        merged.insert(at, Tick(t_ms))
    return merged


@settings(max_examples=150, deadline=None)
@given(scripts(), st.lists(st.integers(0, 60_000), max_size=30))
def test_ticks_put_in_anywhere_change_neither_events_nor_state(
    commands: list[Command], ticks_ms: list[int]
) -> None:
    end = Tick(max(60_000, commands[-1].t_ms))
    plain = events_of([*commands, end])
    assert events_of([*with_ticks(commands, ticks_ms), end]) == plain


@settings(max_examples=60, deadline=None)
@given(scripts())
def test_a_tick_at_a_commands_own_time_brings_nothing(commands: list[Command]) -> None:
    doubled = [both for command in commands for both in (command, Tick(command.t_ms))]
    assert events_of(doubled) == events_of(commands)


@settings(max_examples=60, deadline=None)
@given(scripts())
def test_no_event_is_earlier_than_the_one_before_it(commands: list[Command]) -> None:
    times = [event.t_ms for event in events_of(commands)[0]]
    assert times == sorted(times)


@settings(max_examples=200, deadline=None)
@given(
    start_ms=st.integers(0, 5_000),
    length_ms=st.integers(0, 3_000),
    rate_hz=st.sampled_from([1, 2, 4, 8, 15]),
)
def test_pulses_stand_on_quanta_at_the_wanted_rate(
    start_ms: int, length_ms: int, rate_hz: int
) -> None:
    commands = [SetPulseRate(0, rate_hz), BeamOn(start_ms), BeamOff(start_ms + length_ms)]
    happened, _ = events_of(commands)
    times = [event.t_ms for event in happened if isinstance(event, Exposed)]
    assert all(t_ms % 20 == 0 for t_ms in times)
    first_ms = start_ms + -start_ms % 20
    expected = [first_ms + index * 1000 / rate_hz for index in range(60)]
    assert len(times) == sum(-(-wanted // 20) * 20 <= start_ms + length_ms for wanted in expected)
    assert all(0 <= t_ms - wanted < 20 for t_ms, wanted in zip(times, expected, strict=False))


def test_the_first_picture_comes_within_a_quantum_of_the_pedal() -> None:
    for start_ms in range(40):
        happened, _ = events_of([BeamOn(start_ms), Tick(start_ms + 19)])
        assert [type(event) for event in happened] == [BeamStarted, Exposed]


def test_a_latched_beam_drops_after_exactly_ten_seconds_without_a_last_pulse() -> None:
    happened, state = events_of([BeamOn(1_000, latched=True), Tick(60_000)])
    assert happened[-1] == BeamStopped(11_000, "latch")
    assert happened[-2].t_ms == 10_880
    assert (state.beam_on_ms, state.exposures) == (10_000, 80)


def test_a_held_beam_does_not_drop() -> None:
    _, state = events_of([BeamOn(0), Tick(15_000)])
    assert state.beam_since_ms == 0
    assert state.exposures == 15 * 8 + 1


def test_a_second_pedal_brings_no_second_beam() -> None:
    once = events_of([BeamOn(0), Tick(500)])
    assert events_of([BeamOn(0), BeamOn(100, latched=True), BeamOn(200), Tick(500)]) == once


def test_letting_go_drops_the_beam_whatever_the_reason_says() -> None:
    assert events_of([BeamOn(0), BeamOff(5, "focus")])[0][-1] == BeamStopped(5, "focus")
    assert events_of([BeamOn(0), BeamOff(5, "sneeze")])[0][-1] == BeamStopped(5, "released")
    assert events_of([BeamOff(5)])[0] == ()


def test_a_machine_moved_under_the_beam_is_seen_by_the_next_pulse_only() -> None:
    happened, _ = events_of([BeamOn(0), TurnCArm(50, 10_000, 0), Tick(140)])
    assert [(type(event), getattr(event, "oblique_mdeg", None)) for event in happened[1:]] == [
        (Exposed, 0),
        (CArmMoved, 10_000),
        (Exposed, 10_000),
    ]


def test_submitting_drops_the_beam_first() -> None:
    happened, state = events_of([BeamOn(10), Submit(15), Tick(5_000), BeamOff(5_001)])
    assert happened == (BeamStarted(10, False), BeamStopped(15, "submitted"), Submitted(15))
    assert state.submitted
    assert state.exposures == 0


def test_a_command_from_the_past_is_done_now() -> None:
    moved = decide(replace(START, t_ms=900), TurnCArm(400, 5_000, 0), WORLD)
    assert [event.t_ms for event in moved] == [900]


def test_ten_minutes_under_the_beam_fit_in_one_tick() -> None:
    happened, state = events_of([SetPulseRate(0, 1), BeamOn(0), Tick(600_000)])
    assert state.exposures == 601
    assert len(happened) == 1 + 1 + 601 + 2  # rate, start, pulses, signals


@settings(max_examples=60, deadline=None)
@given(
    runs_ms=st.lists(st.integers(1, 700_000), min_size=1, max_size=4),
    gap_ms=st.integers(0, 5_000),
    ticks_ms=st.lists(st.integers(0, 2_000_000), max_size=5),
)
def test_each_five_minutes_of_beam_give_one_signal_at_their_very_moment(
    runs_ms: list[int], gap_ms: int, ticks_ms: list[int]
) -> None:
    slow = replace(START, settings=replace(START.settings, pulse_rate_hz=1))
    commands, t_ms = [], 0
    for run_ms in runs_ms:
        commands += [BeamOn(t_ms), BeamOff(t_ms + run_ms)]
        t_ms += run_ms + gap_ms
    records, state = run(slow, with_ticks(commands, ticks_ms), WORLD)
    found = [event for one in records for event in one.events if type(event) is FiveMinuteSignal]
    assert [event.number for event in found] == list(range(1, sum(runs_ms) // 300_000 + 1))
    for event in found:
        under_beam_ms, began_ms = 0, 0
        for run_ms in runs_ms:
            under_beam_ms += min(max(event.t_ms - began_ms, 0), run_ms)
            began_ms += run_ms + gap_ms
        assert under_beam_ms == event.number * 300_000
    assert (state.signals, state.signal_sounding) == (len(found), bool(found))


def test_the_signal_sounds_until_it_is_reset_and_comes_again() -> None:
    slow = [SetPulseRate(0, 1), BeamOn(0)]
    happened, state = events_of([*slow, ResetFluoroTimer(299_999)])
    assert (type(happened[-1]), state.signal_sounding) == (Exposed, False)
    happened, state = events_of([*slow, Tick(300_500), ResetFluoroTimer(301_500)])
    assert SignalReset(301_500) in happened
    assert (state.signals, state.signal_sounding, state.beam_since_ms) == (1, False, 0)
    state = events_of([*slow, ResetFluoroTimer(301_500), Tick(600_000)])[1]
    assert (state.signals, state.signal_sounding) == (2, True)


def test_a_latch_that_ends_with_the_fifth_minute_still_gives_the_signal() -> None:
    commands = [SetPulseRate(0, 1), BeamOn(0), BeamOff(290_000), BeamOn(300_000, latched=True)]
    happened, _ = events_of([*commands, Tick(400_000)])
    assert happened[-2:] == (FiveMinuteSignal(310_000, 1), BeamStopped(310_000, "latch"))


@pytest.mark.parametrize("command", [BeamOn(0), Expose(0)])
def test_without_a_view_in_the_machine_there_is_no_beam(command: Command) -> None:
    (event,) = decide(START, command, STORED)
    assert "select a view first" in getattr(event, "why", "")
