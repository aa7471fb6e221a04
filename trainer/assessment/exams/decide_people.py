"""Who takes part: staff, candidates, PINs, the start and the warm-up."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from trainer.assessment.exams import commands as c
from trainer.assessment.exams import events as e
from trainer.assessment.exams import guards
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.evolve import CANDIDATE, EXAMINER, INVIGILATOR
from trainer.assessment.exams.state import PIN_TRIES, Person, Phase, SessionState
from trainer.refusal import ExitCode, Refusal

Events = tuple[e.SessionEvent, ...]
# A pseudonym: no blanks, no mail address, nothing that reads as a date; printed and typed by hand.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,31}")
EXTRA_MOST_PERMILLE = 1000  # design value: at most twice the time
WAIT_MOST_MS = 60_000  # of the staff between wrong PINs; a lock would let a candidate shut it out


def wait_ms(person: Person, mono_ms: int) -> int:
    """How long until another PIN of this person is looked at; candidates are locked instead."""
    if person.role == CANDIDATE or person.failed < PIN_TRIES:
        return 0
    whole_ms = min(WAIT_MOST_MS, 1000 << min(10, person.failed - PIN_TRIES))
    since_ms = mono_ms - person.failed_at_ms
    return max(0, whole_ms - (since_ms if since_ms >= 0 else mono_ms))


def _open(_: ExamDefinition, state: SessionState, command: c.Open) -> Events:
    if state.opened:
        raise guards.no("The session was not opened", "it is open already", "Go on in it")
    _name(command.by, "The session was not opened")
    return (e.SessionOpened(command.by, command.workstation),)


def _name_staff(_: ExamDefinition, state: SessionState, command: c.NameStaff) -> Events:
    what = f"{command.staff} was not named"
    guards.open_session(state, what)
    guards.staff(state, command.by, what, EXAMINER)
    if command.role not in (EXAMINER, INVIGILATOR):
        raise guards.no(what, f"there is no role {command.role!r}", "Say examiner or invigilator")
    _new_name(state, command.staff, what)
    return (e.StaffNamed(command.staff, command.role, command.by),)


def _enrol(definition: ExamDefinition, state: SessionState, command: c.Enrol) -> Events:
    what = f"{command.candidate} was not enrolled"
    guards.open_session(state, what)
    guards.staff(state, command.by, what)
    _new_name(state, command.candidate, what)
    if definition.form(command.form) is None:
        names = ", ".join(form.id for form in definition.forms)
        raise guards.no(what, f"there is no form {command.form!r}", f"Choose one of {names}")
    if not 0 <= command.extra_time_permille <= EXTRA_MOST_PERMILLE:
        raise guards.no(what, "the extra time is not between 0 and 1000 permille", "Correct it")
    return (
        e.CandidateEnrolled(
            command.candidate, command.form, command.extra_time_permille, command.by
        ),
    )


def _issue(_: ExamDefinition, state: SessionState, command: c.IssuePin) -> Events:
    what = f"No PIN was issued to {command.who}"
    person = guards.person(state, command.who, what)
    first = person.role == EXAMINER and not person.has_pin and command.by == command.who
    if not first:  # who opened the session gets the first one
        guards.staff(state, command.by, what, INVIGILATOR if person.role == CANDIDATE else EXAMINER)
    return (e.PinIssued(command.who, command.by),)


def _try_pin(_: ExamDefinition, state: SessionState, command: c.TryPin) -> Events:
    person = may_try(state, command.who, command.mono_ms)
    if command.right:
        return (e.PinChecked(command.who),)
    failed = e.PinFailed(command.who, command.mono_ms)
    if person.role == CANDIDATE and person.failed + 1 >= PIN_TRIES:
        return (failed, e.PinThrottled(command.who))
    return (failed,)


def may_try(state: SessionState, who: str, mono_ms: int) -> Person:
    """Whether a PIN is looked at at all; asked before it is hashed. Raises Refusal."""
    what = "The PIN was not looked at"
    person = guards.person(state, who, what)
    if not person.has_pin:
        raise guards.no(what, f"{who} has none yet")
    if person.locked:
        why = f"{PIN_TRIES} wrong ones were typed"
        raise guards.no(what, why, "Ask the invigilator for a new one")
    left_ms = wait_ms(person, mono_ms)
    if left_ms:
        why = f"{person.failed} wrong ones were typed"
        raise guards.no(what, why, f"Try again in {-(-left_ms // 1000)} s")
    return person


def _start(definition: ExamDefinition, state: SessionState, command: c.Start) -> Events:
    what = f"{command.candidate} does not begin"
    guards.open_session(state, what)
    guards.staff(state, command.by, what)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.ADMITTED)
    wanted = definition.surroundings
    if command.input_profile != wanted.input_profile:
        why = f"the input is {command.input_profile}, the exam asks for {wanted.input_profile}"
        raise Refusal(what, why, "Connect that, or use another workstation")
    if command.width_px < wanted.width_px or command.height_px < wanted.height_px:
        why = (
            f"the window is {command.width_px} x {command.height_px}, the exam asks for "
            f"{wanted.width_px} x {wanted.height_px}"
        )
        raise Refusal(what, why, "Enlarge it, or use another workstation", code=ExitCode.USAGE)
    return (
        e.CandidateStarted(
            command.candidate,
            command.by,
            command.input_profile,
            command.width_px,
            command.height_px,
        ),
    )


def _begin_warm_up(_: ExamDefinition, state: SessionState, command: c.BeginWarmUp) -> Events:
    what = f"{command.candidate} does not warm up"
    guards.open_session(state, what)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.STARTED)
    guards.nobody_runs(state, what)
    return (e.WarmUpBegun(command.candidate, command.attempt_id, command.header_sha256),)


def _end_warm_up(_: ExamDefinition, state: SessionState, command: c.EndWarmUp) -> Events:
    what = "The warm-up was not ended"
    found = guards.candidate(state, command.candidate, what)
    if not found.warm_up or found.warm_up != command.attempt_id:
        raise guards.no(what, f"{found.name} is not warming up")
    ended = e.WarmUpEnded(command.candidate, command.attempt_id, command.met)
    return (ended, e.Familiarised(command.candidate, "")) if command.met else (ended,)


def _waive(_: ExamDefinition, state: SessionState, command: c.WaiveWarmUp) -> Events:
    what = "The warm-up was not waived"
    guards.open_session(state, what)
    guards.staff(state, command.by, what, EXAMINER)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.STARTED)
    if found.warm_up:
        raise guards.no(what, f"{found.name} is warming up", "End it first")
    return (e.Familiarised(command.candidate, command.by),)


def _new_name(state: SessionState, name: str, what: str) -> None:
    _name(name, what)
    if name in state.people:
        raise guards.no(what, "somebody of that name is here", "Choose another one")


def _name(name: str, what: str) -> None:
    if not NAME.fullmatch(name):
        why = f"{name!r} is no pseudonym: 2 to 32 letters, digits and hyphens"
        raise guards.no(what, why, "Choose one that tells nobody who it is")


PEOPLE: Mapping[type, Callable[[ExamDefinition, SessionState, Any], Events]] = {
    c.Open: _open,
    c.NameStaff: _name_staff,
    c.Enrol: _enrol,
    c.IssuePin: _issue,
    c.TryPin: _try_pin,
    c.Start: _start,
    c.BeginWarmUp: _begin_warm_up,
    c.EndWarmUp: _end_warm_up,
    c.WaiveWarmUp: _waive,
}
