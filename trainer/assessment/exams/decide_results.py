"""After sitting: seal, look, release, void, close. Nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.assessment.exams import commands as c
from trainer.assessment.exams import events as e
from trainer.assessment.exams import guards
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.evolve import EXAMINER
from trainer.assessment.exams.results import ReleaseNeeds, release_needs
from trainer.assessment.exams.state import Candidate, Phase, SessionState, TryStatus

Events = tuple[e.SessionEvent, ...]


def _seal(_: ExamDefinition, state: SessionState, command: c.SealCandidate) -> Events:
    what = f"{command.candidate} was not sealed"
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.FINISHED)
    return (
        e.CandidateSealed(
            found.name, command.root, command.receipt, command.key_id, command.signature
        ),
    )


def _see(_: ExamDefinition, state: SessionState, command: c.SeeFrame) -> Events:
    what = "Nothing was noted"
    guards.staff(state, command.by, what, EXAMINER)
    guards.tried(state, command.attempt_id, what, TryStatus.SUBMITTED)
    if command.exposure < 1:
        raise guards.no(what, f"there is no exposure {command.exposure}", "Check its number")
    return (e.FrameSeen(command.attempt_id, command.exposure, command.by),)


def _release(definition: ExamDefinition, state: SessionState, command: c.Release) -> Events:
    what = f"The results of {command.candidate} stay withheld"
    guards.staff(state, command.by, what, EXAMINER)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.SEALED)
    marks = {mark.attempt_id: mark for mark in command.marks}
    if set(marks) != set(_counted(found)):
        raise guards.no(what, "not every station was scored", "Verify the session's files")
    _looked_at(release_needs(definition, found, marks), state, command, what)
    digests = tuple((mark.attempt_id, mark.digest) for mark in command.marks)
    return (e.Released(found.name, command.by, command.second, digests),)


def _counted(candidate: Candidate) -> list[str]:
    counted = (station.counted for station in candidate.stations.values())
    return [one.attempt_id for one in counted if one is not None]


def _looked_at(needs: ReleaseNeeds, state: SessionState, command: c.Release, what: str) -> None:
    if needs.frames:
        attempt_id, exposure = needs.frames[0]
        where = state.find(attempt_id)
        place = "" if where is None else f" of {where.station}"
        which = f"exposure {exposure}{place}" if exposure else f"no picture{place}"
        verb = "was not looked at" if exposure else "was looked at"
        raise guards.no(what, f"{which} {verb}", "Look at it, then release")
    if needs.second:
        if not command.second:
            why = f"there is {' and '.join(needs.reasons)}: a second person must agree"
            raise guards.no(what, why, "Let another examiner confirm it")
        guards.second(state, command.by, command.second, what)
    elif command.second:
        guards.second(state, command.by, command.second, what)


def _void(_: ExamDefinition, state: SessionState, command: c.Void) -> Events:
    what = "Nothing was voided"
    guards.staff(state, command.by, what, EXAMINER)
    guards.second(state, command.by, command.second, what)
    where = guards.tried(state, command.attempt_id, what, TryStatus.SUBMITTED)
    if where.tried.void:
        raise guards.no(what, "it was voided before", "Look at the log")
    why = guards.reason(command.reason, what)
    return (e.Voided(command.attempt_id, command.by, command.second, why),)


def _close(_: ExamDefinition, state: SessionState, command: c.Close) -> Events:
    what = "The session was not closed"
    guards.open_session(state, what)
    guards.staff(state, command.by, what)
    for candidate in state.candidates.values():
        if candidate.warm_up or _not_sealed(candidate):
            why = f"{candidate.name} is {candidate.phase.value}"
            raise guards.no(what, why, "End and seal that exam first")
    return (
        e.SessionClosed(
            command.by, command.root, command.receipt, command.key_id, command.signature
        ),
    )


def _not_sealed(candidate: Candidate) -> bool:
    """Whoever began is sealed before the session is."""
    return candidate.phase in (Phase.SITTING, Phase.FINISHED)


RESULTS: Mapping[type, Callable[[ExamDefinition, SessionState, Any], Events]] = {
    c.SealCandidate: _seal,
    c.SeeFrame: _see,
    c.Release: _release,
    c.Void: _void,
    c.Close: _close,
}
