"""Whatever is asked of a session in whatever order, it stays an honest one."""

from __future__ import annotations

import json
from contextlib import suppress
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assessment.exams.made import Told, digest, made_exam, mark
from trainer.assessment.exams import commands as c
from trainer.assessment.exams import events as e
from trainer.assessment.exams.events_json import from_json, to_json
from trainer.assessment.exams.evolve import fold
from trainer.assessment.exams.results import candidate_result
from trainer.assessment.exams.state import Phase, SessionState, TryStatus
from trainer.refusal import Refusal

EXAM = made_exam(time_limit_s=90)
NAMES, STAFF = ("c1", "c2"), ("in-1", "ex-1", "ex-2", "ex-1", "c1")
TRIES = tuple(f"t{number}" for number in range(5))


def _marks_of(state: SessionState, name: str, critical: tuple[int, ...]) -> tuple[c.TryMark, ...]:
    counted = (one.counted for one in state.candidates[name].stations.values())
    return tuple(mark(one.attempt_id, 900, critical) for one in counted if one)


# What is asked, and the numbers that choose among names, staff, tries and times.
ASKED = st.tuples(st.integers(0, 18), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


def _command(state: SessionState, asked: tuple[int, int, int, int]) -> c.SessionCommand:
    """Mostly what could be allowed at this moment, so that walks get far; sometimes nonsense."""
    kind, a, b, n = asked
    name, by, other = NAMES[a % 2], STAFF[b % 5], STAFF[n % 5]
    known = [where.tried.attempt_id for where in state.tries]
    attempt = known[n % len(known)] if known and n < 9 else TRIES[n % 5]
    station = ("station-1", "station-2", "station-9")[(n + b) % 3]
    at_ms = (n - 1) * 9_000 + b
    critical = (n,) if n < 3 else ()
    how = ("candidate", "limit", "abandoned")[b % 3]
    table: tuple[c.SessionCommand, ...] = (
        c.BeginStation(name, station, f"t{len(known)}", digest("h")),
        c.BeginStation(name, station, attempt, digest("h")),
        c.Beat(attempt, at_ms),
        c.Interrupt(attempt, "storage", at_ms),
        c.Resume(attempt, by),
        c.Pause(attempt, by, "a fire alarm", at_ms),
        c.Continue(attempt, by),
        c.MeasureOver(attempt, "picture_p95_ms", 50 + 20 * n),
        c.LeaveWindow(attempt, 40_000 * n),
        c.Submit(attempt, how, at_ms, digest("head"), by),
        c.Submit(attempt, "candidate", at_ms, digest("head")),
        c.EndSitting(name, by, "ill" if n > 7 else ""),
        c.SealCandidate(name, digest("root"), "AAAA"),
        c.GrantResit(name, station, by, "a crash"),
        c.SeeFrame(attempt, n % 4, by),
        c.Void(attempt, by, other, "helped"),
        c.Release(name, by, other if a > 4 else "", _marks_of(state, name, critical)),
        c.Release(name, "ex-1", "ex-2", _marks_of(state, name, ())),
        c.Close(by, digest("root"), "BBBB"),
    )
    return table[kind]


def _started() -> Told:
    told = Told(EXAM).staffed()
    for name in NAMES:
        told.sitting(name)
    return told


def _ask(told: Told, asked: Any) -> None:
    with suppress(Refusal):
        told.do(_command(told.state, asked))


@given(st.lists(ASKED, min_size=60, max_size=120))
@settings(max_examples=30)
def test_any_order_of_commands_keeps_the_promises(asked: list[Any]) -> None:
    told = _started()
    known: set[str] = set()
    for one in asked:
        before = {where.tried.attempt_id: where.tried for where in told.state.tries}
        _ask(told, one)
        _promises(told, known)
        after = {where.tried.attempt_id: where.tried for where in told.state.tries}
        for attempt, tried in before.items():
            assert after[attempt].charged_ms >= tried.charged_ms  # time is never given back
            assert not tried.void or after[attempt].void == tried.void
            assert tried.status is not TryStatus.SUBMITTED or after[attempt].head == tried.head


def _promises(told: Told, known: set[str]) -> None:
    state = told.state
    found = [where.tried for where in state.tries]
    ids = {one.attempt_id for one in found}
    assert known <= ids  # void and resit delete nothing
    known |= ids
    assert sum(one.status is TryStatus.RUNNING for one in found) <= 1
    assert all(0 <= one.charged_ms <= one.limit_ms for one in found)
    for name, candidate in state.candidates.items():
        released = candidate.phase is Phase.RELEASED
        result = candidate_result(EXAM, state, name, _by_id(state, name))
        assert (result.outcome is not None) == released == result.released
        assert candidate.charged_ms <= 90_000 + sum(one.charged_ms for one in found if one.void)
        for station in candidate.stations.values():
            assert len(station.tries) <= 1 + station.resits


def _by_id(state: SessionState, name: str) -> dict[str, c.TryMark]:
    return {one.attempt_id: one for one in _marks_of(state, name, ())}


@given(st.lists(ASKED, min_size=40, max_size=80))
@settings(max_examples=20)
def test_the_log_alone_gives_the_state_again(asked: list[Any]) -> None:
    told = _started()
    for one in asked:
        _ask(told, one)
    stored = json.loads(json.dumps([to_json(event) for event in told.log]))
    again = fold(EXAM, SessionState(), (from_json(one) for one in stored))
    assert again == told.state


@given(st.lists(ASKED, min_size=20, max_size=60), st.sampled_from(("c1", "c2")))
@settings(max_examples=30)
def test_a_release_had_its_persons_and_its_pictures(asked: list[Any], name: str) -> None:
    told = _started()
    told.sat(name, "station-1", "s1").sat(name, "station-2", "s2")
    told.do(c.SealCandidate(name, digest("root"), "AAAA"))
    for one in asked:
        _ask(told, one)
    seen: set[str] = set()
    for event in told.log:
        if isinstance(event, e.FrameSeen):
            seen.add(event.attempt_id)
        if isinstance(event, e.Released):
            assert event.by.startswith("ex-")
            assert event.second != event.by


def test_the_walks_above_get_everywhere() -> None:
    """Every kind of fact of a sitting comes up, so the promises were put to the test."""
    told, found, dice = _started(), set[str](), Random(3)
    for _ in range(40):
        for _ in range(120):
            _ask(told, tuple(dice.randrange(size) for size in (19, 10, 10, 10)))
        found |= {type(event).__name__ for event in told.log}
        told = _started()
    wanted = {
        *("StationBegun", "TimeCharged", "StationInterrupted", "StationResumed", "StationPaused"),
        *(
            "StationContinued",
            "OverLimitsMeasured",
            "WindowLeft",
            "StationSubmitted",
            "SittingEnded",
        ),
        *("CandidateSealed", "ResitGranted", "FrameSeen", "Released", "Voided", "SessionClosed"),
    }
    assert wanted <= found


def test_a_pseudo_release_before_the_seal_is_the_negative_control() -> None:
    """The law above can fail: a state forged to hold a release shows its outcome."""
    told = Told(EXAM).staffed().sealed("c1")
    forged = fold(EXAM, told.state, [e.Released("c1", "x", "", ())])
    shown = candidate_result(EXAM, forged, "c1", _by_id(forged, "c1"))
    assert shown.outcome is not None
