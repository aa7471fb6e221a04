"""A session's state after an event: no clock, no file, no judgement; facts stay facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from trainer.assessment.exams import events as e
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.state import (
    Candidate,
    Person,
    Phase,
    Release,
    Sealed,
    SessionState,
    StationState,
    Try,
    TryStatus,
    Where,
)

EXAMINER, INVIGILATOR, CANDIDATE = "examiner", "invigilator", "candidate"
Evolve = Callable[[ExamDefinition, SessionState, Any], SessionState]


def evolve(definition: ExamDefinition, state: SessionState, event: e.SessionEvent) -> SessionState:
    """The state after an event. Raises ValueError where it names what is not there."""
    return _TABLE[type(event)](definition, state, event)


def fold(
    definition: ExamDefinition, state: SessionState, events: Iterable[e.SessionEvent]
) -> SessionState:
    """The state after events."""
    for event in events:
        state = evolve(definition, state, event)
    return state


def _opened(_: ExamDefinition, state: SessionState, event: e.SessionOpened) -> SessionState:
    state = replace(state, opened=True, workstation=event.workstation)
    return _person(state, event.by, Person(EXAMINER))


def _staff(_: ExamDefinition, state: SessionState, event: e.StaffNamed) -> SessionState:
    return _person(state, event.staff, Person(event.role))


def _enrolled(
    definition: ExamDefinition, state: SessionState, event: e.CandidateEnrolled
) -> SessionState:
    form = definition.form(event.form)
    if form is None:
        raise ValueError(f"there is no form {event.form!r}")
    stations = {station.id: StationState() for station in form.stations}
    candidate = Candidate(event.candidate, event.form, event.extra_time_permille, stations)
    return _with(_person(state, event.candidate, Person(CANDIDATE)), candidate)


def _pin_issued(_: ExamDefinition, state: SessionState, event: e.PinIssued) -> SessionState:
    person = _who(state, event.who)
    return _person(state, event.who, Person(person.role, has_pin=True))


def _pin_checked(_: ExamDefinition, state: SessionState, event: e.PinChecked) -> SessionState:
    person = _who(state, event.who)
    state = _person(state, event.who, replace(person, failed=0))
    candidate = state.candidates.get(event.who)
    if candidate is None or candidate.phase is not Phase.ENROLLED:
        return state
    return _with(state, replace(candidate, phase=Phase.ADMITTED))


def _pin_failed(_: ExamDefinition, state: SessionState, event: e.PinFailed) -> SessionState:
    person = _who(state, event.who)
    failed = replace(person, failed=person.failed + 1, failed_at_ms=event.mono_ms)
    return _person(state, event.who, failed)


def _throttled(_: ExamDefinition, state: SessionState, event: e.PinThrottled) -> SessionState:
    return _person(state, event.who, replace(_who(state, event.who), locked=True))


def _started(
    definition: ExamDefinition, state: SessionState, event: e.CandidateStarted
) -> SessionState:
    warm_up = definition.familiarisation is not None
    return _phase(state, event.candidate, Phase.STARTED if warm_up else Phase.SITTING)


def _warm_up_begun(_: ExamDefinition, state: SessionState, event: e.WarmUpBegun) -> SessionState:
    return _with(state, replace(_candidate(state, event.candidate), warm_up=event.attempt_id))


def _warm_up_ended(_: ExamDefinition, state: SessionState, event: e.WarmUpEnded) -> SessionState:
    return _with(state, replace(_candidate(state, event.candidate), warm_up=""))


def _familiarised(_: ExamDefinition, state: SessionState, event: e.Familiarised) -> SessionState:
    return _phase(state, event.candidate, Phase.SITTING)


def _begun(_: ExamDefinition, state: SessionState, event: e.StationBegun) -> SessionState:
    candidate = _candidate(state, event.candidate)
    begun = Try(event.attempt_id, event.header_sha256, event.limit_ms)
    station = candidate.stations[event.station]
    return _station(
        state, candidate, event.station, replace(station, tries=(*station.tries, begun))
    )


def _charged(_: ExamDefinition, state: SessionState, event: e.TimeCharged) -> SessionState:
    return _try(state, event.attempt_id, charged_ms=event.charged_ms)


def _jumped(_: ExamDefinition, state: SessionState, event: e.ClockJumped) -> SessionState:
    return replace(state, jumps=(*state.jumps, (event.kind, event.by_ms)))


def _interrupted(
    _: ExamDefinition, state: SessionState, event: e.StationInterrupted
) -> SessionState:
    parts = {"charged_ms": event.charged_ms, "why": event.why}
    return _try(state, event.attempt_id, status=TryStatus.INTERRUPTED, **parts)


def _paused(_: ExamDefinition, state: SessionState, event: e.StationPaused) -> SessionState:
    parts = {"charged_ms": event.charged_ms, "why": event.reason}
    return _try(state, event.attempt_id, status=TryStatus.PAUSED, **parts)


def _goes_on(
    _: ExamDefinition, state: SessionState, event: e.StationResumed | e.StationContinued
) -> SessionState:
    return _try(state, event.attempt_id, status=TryStatus.RUNNING, why="")


def _over(_: ExamDefinition, state: SessionState, event: e.OverLimitsMeasured) -> SessionState:
    over = _where(state, event.attempt_id).tried.over
    if event.measure in over:
        return state
    return _try(state, event.attempt_id, over=(*over, event.measure))


def _left(_: ExamDefinition, state: SessionState, event: e.WindowLeft) -> SessionState:
    left = _where(state, event.attempt_id).tried.left
    return _try(state, event.attempt_id, left=left + 1)


def _submitted(_: ExamDefinition, state: SessionState, event: e.StationSubmitted) -> SessionState:
    parts = {"how": event.how, "charged_ms": event.finish_ms, "head": event.head, "why": ""}
    state = _try(state, event.attempt_id, status=TryStatus.SUBMITTED, **parts)
    candidate = _candidate(state, _where(state, event.attempt_id).candidate)
    if any(station.may_begin for station in candidate.stations.values()):
        return state
    return _with(state, replace(candidate, phase=Phase.FINISHED))


def _ended(_: ExamDefinition, state: SessionState, event: e.SittingEnded) -> SessionState:
    return _phase(state, event.candidate, Phase.FINISHED)


def _sealed(_: ExamDefinition, state: SessionState, event: e.CandidateSealed) -> SessionState:
    sealed = Sealed(event.root, event.receipt, event.key_id, event.signature)
    candidate = _candidate(state, event.candidate)
    return _with(state, replace(candidate, phase=Phase.SEALED, sealed=sealed))


def _resit(_: ExamDefinition, state: SessionState, event: e.ResitGranted) -> SessionState:
    """The candidate sits again: earlier seals and releases stand in the log and count no more."""
    candidate = _candidate(state, event.candidate)
    candidate = replace(candidate, phase=Phase.SITTING, sealed=None, release=None)
    station = candidate.stations[event.station]
    return _station(state, candidate, event.station, replace(station, resits=station.resits + 1))


def _seen(_: ExamDefinition, state: SessionState, event: e.FrameSeen) -> SessionState:
    seen, one = _where(state, event.attempt_id).tried.seen, (event.exposure, event.by)
    return _try(state, event.attempt_id, seen=seen if one in seen else (*seen, one))


def _released(_: ExamDefinition, state: SessionState, event: e.Released) -> SessionState:
    release = Release(event.by, event.second, event.digests)
    candidate = _candidate(state, event.candidate)
    return _with(state, replace(candidate, phase=Phase.RELEASED, release=release))


def _voided(_: ExamDefinition, state: SessionState, event: e.Voided) -> SessionState:
    """What was released is withheld again: it is another result now."""
    state = _try(state, event.attempt_id, void=event.reason)
    candidate = _candidate(state, _where(state, event.attempt_id).candidate)
    if candidate.phase is not Phase.RELEASED:
        return state
    return _with(state, replace(candidate, phase=Phase.SEALED, release=None))


def _closed(_: ExamDefinition, state: SessionState, event: e.SessionClosed) -> SessionState:
    return replace(state, closed=Sealed(event.root, event.receipt, event.key_id, event.signature))


_TABLE: Mapping[type, Evolve] = {
    e.SessionOpened: _opened,
    e.StaffNamed: _staff,
    e.CandidateEnrolled: _enrolled,
    e.PinIssued: _pin_issued,
    e.PinChecked: _pin_checked,
    e.PinFailed: _pin_failed,
    e.PinThrottled: _throttled,
    e.CandidateStarted: _started,
    e.WarmUpBegun: _warm_up_begun,
    e.WarmUpEnded: _warm_up_ended,
    e.Familiarised: _familiarised,
    e.StationBegun: _begun,
    e.TimeCharged: _charged,
    e.ClockJumped: _jumped,
    e.StationInterrupted: _interrupted,
    e.StationResumed: _goes_on,
    e.StationPaused: _paused,
    e.StationContinued: _goes_on,
    e.OverLimitsMeasured: _over,
    e.WindowLeft: _left,
    e.StationSubmitted: _submitted,
    e.SittingEnded: _ended,
    e.CandidateSealed: _sealed,
    e.ResitGranted: _resit,
    e.FrameSeen: _seen,
    e.Released: _released,
    e.Voided: _voided,
    e.SessionClosed: _closed,
}


def _who(state: SessionState, who: str) -> Person:
    if who not in state.people:
        raise ValueError(f"nobody here is called {who!r}")
    return state.people[who]


def _candidate(state: SessionState, name: str) -> Candidate:
    if name not in state.candidates:
        raise ValueError(f"there is no candidate {name!r}")
    return state.candidates[name]


def _where(state: SessionState, attempt_id: str) -> Where:
    found = state.find(attempt_id)
    if found is None:
        raise ValueError(f"there is no try {attempt_id!r}")
    return found


def _person(state: SessionState, name: str, person: Person) -> SessionState:
    return replace(state, people={**state.people, name: person})


def _with(state: SessionState, candidate: Candidate) -> SessionState:
    return replace(state, candidates={**state.candidates, candidate.name: candidate})


def _phase(state: SessionState, name: str, phase: Phase) -> SessionState:
    return _with(state, replace(_candidate(state, name), phase=phase))


def _station(
    state: SessionState, candidate: Candidate, name: str, station: StationState
) -> SessionState:
    return _with(state, replace(candidate, stations={**candidate.stations, name: station}))


def _try(state: SessionState, attempt_id: str, **parts: Any) -> SessionState:
    where = _where(state, attempt_id)
    candidate = state.candidates[where.candidate]
    station = candidate.stations[where.station]
    tries = tuple(
        replace(one, **parts) if one.attempt_id == attempt_id else one for one in station.tries
    )
    return _station(state, candidate, where.station, replace(station, tries=tries))
