"""How finely a picture is drawn follows from the log; the screen and a replay draw the same."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.attempt.commands import (
    BeamOff,
    BeamOn,
    Command,
    Expose,
    LockBrightness,
    SetIris,
    SetPulseRate,
    Tick,
    TurnCArm,
)
from trainer.attempt.events import Exposed
from trainer.attempt.log import Record
from trainer.attempt.step import run, step
from trainer.imaging.projector import Quality
from trainer.session import playing
from trainer.session.fluoroscope import Fluoroscope
from trainer.session.frames_due import FrameRequest, FramesDue, overtaking
from trainer.session.opening import Opening
from trainer.session.projectors import FAST
from trainer.session.runner import Snapshot
from trainer.session.services import Services
from trainer.session.taken import Taken, held, kept_of, stance_of, taken_in

MOVING, LIVE, FINE = Quality.MOVING, Quality.LIVE, Quality.FINE


@pytest.fixture(scope="module")
def opening(services: Services) -> Opening:
    return playing.opened(services, services.scenarios.load("place-t7-left"), seed=1)


def records_of(opening: Opening, *commands: Command) -> tuple[Record, ...]:
    records, _ = run(opening.header.start, commands, opening.world)
    return records


def events_of(records: tuple[Record, ...]) -> list[object]:
    return [event for record in records for event in record.events]


def seen(opening: Opening, *commands: Command) -> list[Quality]:
    events = events_of(records_of(opening, *commands))
    return [one.quality for one in taken_in(opening.header.start, events)]


def kept(opening: Opening, *commands: Command) -> list[Quality]:
    events = events_of(records_of(opening, *commands))
    return [one.quality for one in kept_of(opening.header.start, events)]


RUN = (SetPulseRate(0, 15), BeamOn(0))


def turns(start_ms: int, count: int) -> list[Command]:
    return [TurnCArm(start_ms + 60 * at, 1_000 + 500 * at, 0) for at in range(count)]


def test_a_still_run_is_live_and_a_single_picture_is_fine(opening: Opening) -> None:
    assert seen(opening, *RUN, BeamOff(190), Expose(300)) == [LIVE] * 3 + [FINE]


def test_a_pulse_from_another_place_than_the_last_is_moving_and_rest_is_live(
    opening: Opening,
) -> None:
    assert seen(opening, *RUN, TurnCArm(90, 5_000, 0), BeamOff(290)) == [
        *(LIVE, LIVE, MOVING, LIVE, LIVE)
    ]


def test_the_first_after_rest_is_live_however_far_it_moved_without_beam(opening: Opening) -> None:
    assert seen(opening, *RUN, BeamOff(30), TurnCArm(40, 30_000, 0), BeamOn(50), BeamOff(70)) == [
        *(LIVE, LIVE)
    ]


def test_shutters_and_technique_are_no_movement(opening: Opening) -> None:
    commands = [*RUN, SetIris(70, 40_000), LockBrightness(140, True), BeamOff(290)]
    assert set(seen(opening, *commands)) == {LIVE}


def test_a_pulse_that_stands_for_half_a_second_is_worth_the_whole_detail(opening: Opening) -> None:
    commands = [SetPulseRate(0, 2), BeamOn(0), TurnCArm(300, 5_000, 0), BeamOff(800)]
    assert seen(opening, *commands) == [LIVE, LIVE]


def test_the_last_of_a_run_is_kept_whole_also_where_the_log_breaks_off(opening: Opening) -> None:
    moving = [*RUN, *turns(30, 4)]
    assert seen(opening, *moving, BeamOff(250))[-1] is MOVING
    for end in ([BeamOff(250)], [Tick(250)]):
        qualities = kept(opening, *moving, *end)
        assert qualities[-1] is LIVE
        assert qualities[1:-1] == [MOVING] * (len(qualities) - 2)


ACTS = st.lists(
    st.tuples(st.sampled_from(("turn", "iris", "rest", "off", "on", "spot")), st.integers(10, 400)),
    max_size=12,
)


def played(acts: list[tuple[str, int]]) -> list[Command]:
    commands: list[Command] = [SetPulseRate(0, 15)]
    now_ms = 0
    for at, (name, wait_ms) in enumerate(acts):
        now_ms += wait_ms
        act = {
            "turn": lambda t, n=at: TurnCArm(t, 500 * n, 0),
            "iris": lambda t, n=at: SetIris(t, 60_000 + 1_000 * n),
            "rest": Tick,
            "off": BeamOff,
            "on": BeamOn,
            "spot": Expose,
        }[name]
        commands.append(act(now_ms))
    return commands


def live_requests(opening: Opening, commands: list[Command]) -> list[FrameRequest]:
    """What the attempt's thread asks to be drawn, snapshot by snapshot."""
    due, state, asked = FramesDue(), opening.header.start, []
    for seq, command in enumerate(commands, start=1):
        before = state
        record, state = step(state, command, opening.world, seq)
        request = due.hear(Snapshot(seq, seq, state, record.events, before=before))
        asked += [request] if request else []
    return asked


@settings(max_examples=25)
@given(ACTS)
def test_what_was_asked_for_while_it_ran_is_what_the_log_says(
    opening: Opening, acts: list[tuple[str, int]]
) -> None:
    commands = [*played(acts), BeamOff(9_000)]
    events = events_of(records_of(opening, *commands))
    replayed = list(kept_of(opening.header.start, events))
    newest: dict[int, Taken] = {}
    for request in live_requests(opening, commands):
        for one in (*request.before, request.taken):
            newest[one.exposed.number] = one
    for one in replayed:
        if one.exposed.number in newest:
            assert newest[one.exposed.number] == one
    if replayed:
        assert replayed[-1].exposed.number in newest


@given(ACTS)
@settings(max_examples=25)
def test_only_pulses_of_a_run_seen_from_elsewhere_are_coarse(
    opening: Opening, acts: list[tuple[str, int]]
) -> None:
    events = events_of(records_of(opening, *played(acts)))
    every = list(taken_in(opening.header.start, events))
    for before, one in itertools.pairwise(every):
        if one.quality is MOVING:
            assert stance_of(before.exposed) != stance_of(one.exposed)
            assert before.exposed.mode != "spot"
        assert held(one).quality is not MOVING
    assert all(isinstance(one.exposed, Exposed) for one in every)


def test_the_screen_and_a_replay_draw_the_same_bytes(opening: Opening) -> None:
    """A hand drags the C-arm under the beam, rests, shuts the iris; every third is drawn."""
    commands: list[Command] = [*RUN, *turns(70, 5), Tick(700), SetIris(800, 70_000), Tick(1_100)]
    commands += [TurnCArm(1_190, 9_000, 0), BeamOff(1_210), Expose(1_300)]
    projector = FAST.for_attempts()
    events = events_of(records_of(opening, *commands))
    replay = Fluoroscope(opening.scenario, opening.patient, 1, projector)
    frames = {
        one.exposed.number: replay.frame(*one).values.tobytes()
        for one in kept_of(opening.header.start, events)
    }
    screen = Fluoroscope(opening.scenario, opening.patient, 1, projector)
    waiting: FrameRequest | None = None
    shown: dict[int, bytes] = {}
    asked = live_requests(opening, commands)
    for at, request in enumerate(asked, start=1):
        waiting = request if waiting is None else overtaking(waiting, request)
        if at % 3 == 0 or at > len(asked) - 3:
            for before in waiting.before:
                screen.frame(*before)
            shown[waiting.taken.exposed.number] = screen.frame(*waiting.taken).values.tobytes()
            waiting = None
    assert len(shown) >= 5
    assert shown.items() <= frames.items()
