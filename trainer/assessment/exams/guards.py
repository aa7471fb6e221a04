"""What must be so before a session may do what it is asked; each says no in one sentence."""

from __future__ import annotations

from trainer.assessment.exams.evolve import EXAMINER, INVIGILATOR
from trainer.assessment.exams.state import Candidate, Person, Phase, SessionState, TryStatus, Where
from trainer.refusal import ExitCode, Refusal

ASK = "Ask the invigilator"


def no(what: str, why: str, next_step: str = ASK) -> Refusal:
    """A refusal of something that may not be done now."""
    return Refusal(what, why, next_step, code=ExitCode.USAGE)


def person(state: SessionState, who: str, what: str) -> Person:
    """Somebody of this session."""
    if who not in state.people:
        raise no(what, f"nobody here is called {who!r}", "Check the name")
    return state.people[who]


def staff(state: SessionState, by: str, what: str, role: str = INVIGILATOR) -> None:
    """Somebody of the staff; an examiner may do all that an invigilator may."""
    found = state.people.get(by)
    if found is None or found.role not in (EXAMINER, role):
        kind = "an examiner" if role == EXAMINER else "an invigilator"
        raise no(what, f"{by!r} is not {kind} of this session", "Let one do it")


def second(state: SessionState, by: str, other: str, what: str) -> None:
    """Another examiner agrees."""
    if not other:
        raise no(what, "a second person must agree", "Let another examiner confirm it")
    staff(state, other, what, EXAMINER)
    if other == by:
        raise no(what, "both persons are the same", "Let another examiner confirm it")


def candidate(state: SessionState, name: str, what: str) -> Candidate:
    """A candidate of this session."""
    if name not in state.candidates:
        raise no(what, f"there is no candidate {name!r}", "Check the pseudonym")
    return state.candidates[name]


def phase(found: Candidate, what: str, *wanted: Phase) -> None:
    """The candidate has come so far, and no further."""
    if found.phase not in wanted:
        raise no(what, f"{found.name} is {found.phase.value}, not {_any(wanted)}")


def tried(state: SessionState, attempt_id: str, what: str, *wanted: TryStatus) -> Where:
    """A try of this session, in one of these states."""
    where = state.find(attempt_id)
    if where is None:
        raise no(what, "this session holds no such attempt", "Check the attempt")
    if where.tried.status not in wanted:
        raise no(what, f"the station is {where.tried.status.value}, not {_any(wanted)}")
    return where


def nobody_runs(state: SessionState, what: str) -> None:
    """One station at a time on one workstation."""
    if state.running is not None:
        raise no(what, f"{state.running.candidate} is at {state.running.station}")
    warming = [one.name for one in state.candidates.values() if one.warm_up]
    if warming:
        raise no(what, f"{warming[0]} is warming up")


def reason(text: str, what: str) -> str:
    """Why, in words."""
    if not text.strip():
        raise no(what, "no reason was given", "Say why, in a few words")
    return text


def open_session(state: SessionState, what: str) -> None:
    """The session is open and not closed."""
    if not state.opened:
        raise no(what, "the session is not open", "Open it first")
    if state.closed is not None:
        raise no(what, "the session was closed", "Open another session")


def _any(wanted: tuple[Phase, ...] | tuple[TryStatus, ...]) -> str:
    return " or ".join(one.value for one in wanted)
