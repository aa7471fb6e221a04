"""evolve alone rebuilds every state; what cannot follow is refused."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.attempt.logs import HEADER, log_of
from tests.attempt.scripts import READY, scripts
from tests.attempt.worlds import START, STORED, WORLD
from tests.conftest import REPOSITORY
from trainer.attempt.commands import Advance, BeamOn, Command, Expose, Submit, Tick
from trainer.attempt.events import (
    EVENTS,
    BeamStarted,
    BeamStopped,
    Event,
    Exposed,
    GripReleased,
    NeedleMoved,
    NeedleRemoved,
    NotPossible,
    SkinMarked,
    Submitted,
)
from trainer.attempt.evolve import _CHANGES, evolve, fold
from trainer.attempt.replay import last_state, redecide, states
from trainer.attempt.step import run
from trainer.refusal import ExitCode, Refusal


@settings(max_examples=120, deadline=None)
@given(scripts())
def test_the_log_alone_gives_every_state_of_the_run(commands: list[Command]) -> None:
    _, end = run(START, commands, WORLD)
    log = log_of(commands)
    assert [state.sha256 for _, state in states(log)] == [record.state for record in log.records]
    assert last_state(log) == end


@settings(max_examples=60, deadline=None)
@given(scripts())
def test_the_physics_asked_again_gives_the_same_events(commands: list[Command]) -> None:
    assert redecide(log_of(commands), WORLD) == []
    assert redecide(log_of(commands, STORED), STORED) == []


def test_another_patient_shows_when_the_physics_is_asked_again() -> None:
    log = log_of([*READY, Advance(5, 60_000), Expose(10)])
    (difference,) = redecide(log, replace(WORLD, bone=None))
    assert difference.seq == 4
    assert "record 4 holds" in str(difference)
    assert "tissue='bone'" in str(difference)


def test_an_event_less_today_shows_as_a_count() -> None:
    log = log_of([BeamOn(0), Tick(1_000)])
    before = fold(START, log.records[0].events)
    fewer = log.records[1].events[:-1]
    bent = replace(log.records[1], events=fewer, state=fold(before, fewer).sha256)
    (difference,) = redecide(replace(log, records=(log.records[0], bent)), WORLD)
    assert str(difference) == "record 2 holds 7 events, today 8"


def test_a_bent_state_hash_is_named_by_its_record() -> None:
    log = log_of([*READY, Advance(5, 1_000)])
    bent = replace(log.records[2], state="0" * 64)
    log = replace(log, records=(*log.records[:2], bent, *log.records[3:]))
    with pytest.raises(Refusal, match="record 3: its state does not follow") as refused:
        list(states(log))
    assert refused.value.code is ExitCode.INTEGRITY


def test_an_event_that_cannot_follow_is_named_by_its_record() -> None:
    log = log_of([*READY])
    bent = replace(log.records[0], events=(NeedleRemoved(0),))
    with pytest.raises(Refusal, match="record 1: no needle is in hand"):
        list(states(replace(log, records=(bent,))))


def test_a_bent_header_is_refused() -> None:
    log = replace(log_of([*READY]), header={**HEADER, "start": {"oblique_mdeg": "a lot"}})
    with pytest.raises(Refusal, match="header: ") as refused:
        last_state(log)
    assert refused.value.code is ExitCode.INTEGRITY


MOVED = NeedleMoved(0, "advance", (0, 0, 0), (0, -(10**9), 0), 1, 1, 1, "soft", (), ())
EDGES = (-1, 1, -1, 1)
PULSE = Exposed(0, 5, "", 0, 0, *[(0, 0, 0)] * 4, 0, 1, 1, EDGES, "spot", *[1] * 7, False, False)


@pytest.mark.parametrize(
    ("state", "event", "why"),
    [
        (replace(START, t_ms=5), SkinMarked(4, (0, 0, 0)), "time goes back"),
        (START, BeamStopped(0, "released"), "while it is off"),
        (replace(START, beam_since_ms=0), BeamStarted(0, False), "while it is on"),
        (replace(START, beam_since_ms=0), Submitted(0), "beam is on"),
        (START, MOVED, "no needle"),
        (START, PULSE, "exposure 5 follows exposure 0"),
        (replace(START, submitted=True), GripReleased(0), "after the attempt was submitted"),
    ],
)
def test_what_cannot_follow_is_refused(state: object, event: Event, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        evolve(state, event)  # type: ignore[arg-type]


def test_after_the_end_only_refusals_are_recorded() -> None:
    ended = replace(START, submitted=True)
    assert evolve(ended, NotPossible(7, "expose", "over")) == replace(ended, t_ms=7)


def test_every_event_has_its_change() -> None:
    assert set(_CHANGES) == set(EVENTS.values())


def test_resuming_in_the_middle_ends_where_the_whole_run_ends() -> None:
    commands = [*READY, BeamOn(3), Advance(100, 20_000), Tick(900), Advance(950, 40_000)]
    whole, end = run(START, [*commands, Submit(2_000)], WORLD)
    for cut in range(len(commands)):
        head, state = run(START, commands[:cut], WORLD)
        tail, resumed = run(state, [*commands[cut:], Submit(2_000)], WORLD, len(head) + 1)
        assert (*head, *tail) == whole
        assert resumed == end


def test_replay_needs_neither_numpy_nor_a_patient() -> None:
    code = (
        "import sys, trainer.attempt.replay, trainer.attempt.log;"
        "print([name for name in ('numpy', 'scipy', 'trainer.anatomy') if name in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
