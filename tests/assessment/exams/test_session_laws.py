"""Whatever is asked of a session in whatever order, it stays an honest one."""

from __future__ import annotations

import json
from contextlib import suppress
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
NAMES, STAFF = ("c1", "c2"), ("in-1", "ex-1", "ex-2", "c1", "nobody")
TRIES = tuple(f"t{number}" for number in range(5))
names, staff, tries = st.sampled_from(NAMES), st.sampled_from(STAFF), st.sampled_from(TRIES)
stations = st.sampled_from(("station-1", "station-2", "station-9"))
times = st.integers(-5_000, 200_000)
marks = st.integers(0, 3).map(lambda n: () if n == 0 else (n,))


def _marks_of(state: SessionState, name: str, critical: tuple[int, ...]) -> tuple[c.TryMark, ...]:
    counted = (one.counted for one in state.candidates[name].stations.values())
    return tuple(mark(one.attempt_id, 900, critical) for one in counted if one)


ASKED = st.one_of(
    st.builds(c.BeginStation, names, stations, tries, st.just(digest("h"))),
    st.builds(c.Beat, tries, times),
    st.builds(c.Interrupt, tries, st.just("storage"), times),
    st.builds(c.Resume, tries, staff),
    st.builds(c.Pause, tries, staff, st.just("a fire alarm"), times),
    st.builds(c.Continue, tries, staff),
    st.builds(c.MeasureOver, tries, st.just("picture_p95_ms"), st.integers(50, 200)),
    st.builds(
        c.Submit,
        tries,
        st.sampled_from(("candidate", "limit", "abandoned")),
        times,
        st.just(digest("head")),
        staff,
    ),
    st.builds(c.EndSitting, names, staff, st.just("ill")),
    st.builds(c.SealCandidate, names, st.just(digest("root")), st.just("AAAA")),
    st.builds(c.GrantResit, names, stations, staff, st.just("a crash")),
    st.builds(c.SeeFrame, tries, st.integers(0, 3), staff),
    st.builds(c.Void, tries, staff, staff, st.just("helped")),
    st.tuples(names, staff, staff, marks),  # a release; its marks depend on the state
    st.builds(c.Close, staff, st.just(digest("root")), st.just("BBBB")),
)


def _started() -> Told:
    told = Told(EXAM).staffed()
    for name in NAMES:
        told.sitting(name)
    return told


def _ask(told: Told, asked: Any) -> None:
    with suppress(Refusal):
        if isinstance(asked, tuple):
            name, by, second, critical = asked
            asked = c.Release(name, by, second, _marks_of(told.state, name, critical))
        told.do(asked)


@given(st.lists(ASKED, max_size=40))
@settings(max_examples=150)
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
        assert candidate.charged_ms <= 90_000 + sum(
            one.charged_ms for one in found if one.void
        )
        for station in candidate.stations.values():
            assert len(station.tries) <= 1 + station.resits


def _by_id(state: SessionState, name: str) -> dict[str, c.TryMark]:
    return {one.attempt_id: one for one in _marks_of(state, name, ())}


@given(st.lists(ASKED, max_size=25))
@settings(max_examples=40)
def test_the_log_alone_gives_the_state_again(asked: list[Any]) -> None:
    told = _started()
    for one in asked:
        _ask(told, one)
    stored = json.loads(json.dumps([to_json(event) for event in told.log]))
    again = fold(EXAM, SessionState(), (from_json(one) for one in stored))
    assert again == told.state


@given(st.lists(ASKED, max_size=40), st.sampled_from(("c1", "c2")))
@settings(max_examples=60)
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


def test_a_pseudo_release_before_the_seal_is_the_negative_control() -> None:
    """The law above can fail: a state forged to hold a release shows its outcome."""
    told = Told(EXAM).staffed().sealed("c1")
    forged = fold(EXAM, told.state, [e.Released("c1", "x", "", ())])
    shown = candidate_result(EXAM, forged, "c1", _by_id(forged, "c1"))
    assert shown.outcome is not None
