"""Sitting: begin, charge, interrupt, pause, go on, submit; one running station at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.assessment.exams import commands as c
from trainer.assessment.exams import events as e
from trainer.assessment.exams import guards
from trainer.assessment.exams.definition import ExamDefinition, Station
from trainer.assessment.exams.evolve import EXAMINER
from trainer.assessment.exams.state import LOST, Candidate, Phase, SessionState, Try, TryStatus
from trainer.refusal import ExitCode, Refusal

Events = tuple[e.SessionEvent, ...]
LEAST_LEFT_MS = 1000  # design value: with less left of the whole time no station begins
_LEAST = ("width_px", "height_px")  # measures that are worse when they are smaller


def limit_ms(definition: ExamDefinition, candidate: Candidate, station: Station) -> int:
    """How long a try at a station may last now: its own limit, or what is left of the whole."""
    own_ms = _longer(station.time_limit_s, candidate)
    if definition.time_limit_s is None:
        return own_ms
    left_ms = _longer(definition.time_limit_s, candidate) - candidate.charged_ms
    return max(0, min(own_ms, left_ms))


def _longer(limit_s: int, candidate: Candidate) -> int:
    return limit_s * (1000 + candidate.extra_time_permille)


def _begin(definition: ExamDefinition, state: SessionState, command: c.BeginStation) -> Events:
    what = f"{command.station} was not begun"
    guards.open_session(state, what)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.SITTING)
    guards.nobody_runs(state, what)
    under_way = state.under_way(found.name)
    if under_way is not None:
        raise guards.no(what, f"{under_way.station} is not over yet", "Go on there")
    station = station_of(definition, found, command.station, what)
    if not found.stations[station.id].may_begin:
        raise guards.no(what, "it was submitted, and no resit was granted", "Go on to the next")
    if state.find(command.attempt_id) is not None:
        raise guards.no(what, "an attempt of that id is here", "Begin it anew")
    allowed_ms = limit_ms(definition, found, station)
    if allowed_ms < LEAST_LEFT_MS:
        raise guards.no(what, "the time for all stations is used up", "Ask for the end of the exam")
    return (
        e.StationBegun(
            found.name, station.id, command.attempt_id, command.header_sha256, allowed_ms
        ),
    )


def station_of(definition: ExamDefinition, candidate: Candidate, name: str, what: str) -> Station:
    """A station of the candidate's form. Raises Refusal."""
    form = definition.form(candidate.form)
    station = None if form is None else form.station(name)
    if station is None:
        raise guards.no(what, f"{candidate.form} has no station {name!r}", "Check the name")
    return station


def charged(tried: Try, charged_ms: int) -> int:
    """What is written down: never less than before, never over the limit."""
    return min(tried.limit_ms, max(tried.charged_ms, charged_ms))


def _beat(_: ExamDefinition, state: SessionState, command: c.Beat) -> Events:
    tried = _of(state, command.attempt_id, "No time was charged", TryStatus.RUNNING)
    now_ms = charged(tried, command.charged_ms)
    return (e.TimeCharged(command.attempt_id, now_ms),) if now_ms > tried.charged_ms else ()


def _jump(_: ExamDefinition, _state: SessionState, command: c.TellJump) -> Events:
    return (e.ClockJumped(command.kind, command.by_ms),)


def _interrupt(_: ExamDefinition, state: SessionState, command: c.Interrupt) -> Events:
    what = "The station was not interrupted"
    tried = _of(state, command.attempt_id, what, TryStatus.RUNNING, TryStatus.PAUSED)
    why = guards.reason(command.why, what)
    at_ms = charged(tried, command.charged_ms)
    return (e.StationInterrupted(command.attempt_id, why, at_ms),)


def _resume(_: ExamDefinition, state: SessionState, command: c.Resume) -> Events:
    what = "The station does not go on"
    guards.open_session(state, what)
    tried = _of(state, command.attempt_id, what, TryStatus.INTERRUPTED, TryStatus.PAUSED)
    guards.staff(state, command.by, what)
    guards.nobody_runs(state, what)
    if tried.charged_ms >= tried.limit_ms:
        raise guards.no(what, "its time is used up", "Close it; it is scored as it stands")
    return (e.StationResumed(command.attempt_id, command.by, tried.charged_ms),)


def _pause(_: ExamDefinition, state: SessionState, command: c.Pause) -> Events:
    what = "The clock was not stopped"
    tried = _of(state, command.attempt_id, what, TryStatus.RUNNING)
    guards.staff(state, command.by, what)
    why = guards.reason(command.reason, what)
    at_ms = charged(tried, command.charged_ms)
    return (e.StationPaused(command.attempt_id, command.by, why, at_ms),)


def _continue(_: ExamDefinition, state: SessionState, command: c.Continue) -> Events:
    what = "The clock was not started"
    _of(state, command.attempt_id, what, TryStatus.PAUSED)
    guards.staff(state, command.by, what)
    guards.nobody_runs(state, what)
    return (e.StationContinued(command.attempt_id, command.by),)


def _measure(definition: ExamDefinition, state: SessionState, command: c.MeasureOver) -> Events:
    every = tuple(TryStatus)
    _of(state, command.attempt_id, "Nothing was noted", *every)
    limit = getattr(definition.surroundings, command.measure, None)
    if not isinstance(limit, int):
        raise guards.no("Nothing was noted", f"{command.measure!r} is no measure", "Check its name")
    worse = command.value < limit if command.measure in _LEAST else command.value > limit
    if not worse:
        return ()
    return (e.OverLimitsMeasured(command.attempt_id, command.measure, command.value, limit),)


def _leave(_: ExamDefinition, state: SessionState, command: c.LeaveWindow) -> Events:
    tried = _of(state, command.attempt_id, "Nothing was noted", TryStatus.RUNNING)
    return (e.WindowLeft(command.attempt_id, charged(tried, command.charged_ms)),)


def _submit(_: ExamDefinition, state: SessionState, command: c.Submit) -> Events:
    what = "The station was not submitted"
    running = (TryStatus.RUNNING,)
    over = (TryStatus.RUNNING, TryStatus.INTERRUPTED, TryStatus.PAUSED)
    tried = _of(state, command.attempt_id, what, *(running if command.how == "candidate" else over))
    at_ms = charged(tried, command.charged_ms)
    if command.how == "limit":
        if at_ms < tried.limit_ms:
            raise guards.no(what, f"{tried.limit_ms - at_ms} ms are left", "Go on, or submit it")
    elif command.how == "abandoned":
        guards.staff(state, command.by, what)
    elif command.how == LOST:
        guards.staff(state, command.by, what, EXAMINER)
    elif command.how != "candidate":
        raise guards.no(what, f"nothing ends by {command.how!r}", "Say how")
    return (e.StationSubmitted(command.attempt_id, command.how, at_ms, _hash(command.head, what)),)


def _hash(text: str, what: str) -> str:
    if len(text) != 64 or set(text) - set("0123456789abcdef"):
        raise Refusal(what, "its file has no seal", "Verify it", code=ExitCode.INTEGRITY)
    return text


def _end(_: ExamDefinition, state: SessionState, command: c.EndSitting) -> Events:
    what = f"The exam of {command.candidate} was not ended"
    guards.open_session(state, what)
    guards.staff(state, command.by, what)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.STARTED, Phase.SITTING)
    if found.warm_up or state.under_way(found.name) is not None:
        raise guards.no(what, "a station is not over yet", "Submit or close it first")
    why = guards.reason(command.reason, what)
    return (e.SittingEnded(found.name, command.by, why),)


def _resit(_: ExamDefinition, state: SessionState, command: c.GrantResit) -> Events:
    what = "No resit was granted"
    guards.open_session(state, what)
    found = guards.candidate(state, command.candidate, what)
    guards.phase(found, what, Phase.SITTING, Phase.FINISHED, Phase.SEALED, Phase.RELEASED)
    station = found.stations.get(command.station)
    if station is None or not station.tries:
        raise guards.no(what, f"{command.station!r} was not sat", "Check the station")
    if station.may_begin or len(station.tries) < 1 + station.resits:
        raise guards.no(what, "a try is left there", "Use that first")
    if any(one.status is not TryStatus.SUBMITTED for one in station.tries):
        raise guards.no(what, "the station is not over yet", "Submit or close it first")
    free = bool(station.tries[-1].over)
    guards.staff(state, command.by, what, "invigilator" if free else EXAMINER)
    why = guards.reason(command.reason, what)
    return (e.ResitGranted(found.name, command.station, command.by, why, free),)


def _of(state: SessionState, attempt_id: str, what: str, *wanted: TryStatus) -> Try:
    return guards.tried(state, attempt_id, what, *wanted).tried


STATIONS: Mapping[type, Callable[[ExamDefinition, SessionState, Any], Events]] = {
    c.BeginStation: _begin,
    c.Beat: _beat,
    c.TellJump: _jump,
    c.Interrupt: _interrupt,
    c.Resume: _resume,
    c.Pause: _pause,
    c.Continue: _continue,
    c.MeasureOver: _measure,
    c.LeaveWindow: _leave,
    c.Submit: _submit,
    c.EndSitting: _end,
    c.GrantResit: _resit,
}
