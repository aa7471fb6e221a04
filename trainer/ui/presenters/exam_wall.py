"""The wall of an exam's room: who is where, how long is left, what is safe. No Qt, no result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.state import Candidate, SessionState, Try, TryStatus
from trainer.session.records import UploadStatus
from trainer.ui.presenters.exam import PHASES, STATUSES, clock_of, standing_text, station_title
from trainer.ui.presenters.texts import tr

HEADS = ("Candidate", "Form", "Where", "Station", "Time left", "Record", "Receipt")
TRY_HEADS = ("Station", "Try", "State", "Time", "Note")


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """One candidate on the wall. cells : in the order of `HEADS`."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TryRow:
    """One try. cells : in the order of `TRY_HEADS`. attempt_id : "" where there is no try yet."""

    attempt_id: str
    station: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WallShown:
    """heading : which session. standing : what its cut may be used for."""

    heading: str
    standing: str
    rows: tuple[CandidateRow, ...]


def wall_shown(definition: ExamDefinition, state: SessionState, *, recording: bool) -> WallShown:
    """The wall as the session stands."""
    where = tr("closed") if state.closed else tr("open")
    heading = tr("{title}, at {workstation}: {state}").format(
        title=definition.title, workstation=state.workstation, state=where
    )
    standing = standing_text(definition)
    rows = tuple(_row(state, one, recording) for one in state.candidates.values())
    return WallShown(heading, standing, rows)


def copies_text(status: UploadStatus | None) -> str:
    """How far the copies to the shared store are, and why they stand still; "" without a store."""
    if status is None:
        return ""
    parts = [
        tr("Copies: {done} made, {waiting} waiting").format(
            done=status.done, waiting=status.waiting
        )
    ]
    if status.failure is not None:
        why = f"{tr(status.failure.what)}: {tr(status.failure.why)}"
        parts.append(tr("stopped, tried again by itself: {why}").format(why=why))
    for name, refused in status.refused:
        parts.append(tr("{name} is not taken: {why}").format(name=name, why=tr(refused.why)))
    return "; ".join(parts)


def _row(state: SessionState, candidate: Candidate, recording: bool) -> CandidateRow:
    under_way = state.under_way(candidate.name)
    station, left = "", ""
    if under_way is not None:
        station = _numbered(candidate, under_way.station)
        left = clock_of(under_way.tried.limit_ms - under_way.tried.charged_ms)
    return CandidateRow(
        candidate.name,
        (
            candidate.name,
            candidate.form,
            _where(candidate, under_way.tried if under_way else None),
            station,
            left,
            tr("Recorded") if recording else tr("Not recorded"),
            candidate.sealed.receipt if candidate.sealed else "",
        ),
    )


def _where(candidate: Candidate, tried: Try | None) -> str:
    if tried is not None:
        return tr(STATUSES[tried.status.value])
    return tr(PHASES[candidate.phase.value])


def _numbered(candidate: Candidate, station: str) -> str:
    names = tuple(candidate.stations)
    return station_title(names.index(station) + 1, len(names))


def try_rows(candidate: Candidate | None) -> tuple[TryRow, ...]:
    """Every try of a candidate in the order of the form; a station without one says so."""
    return () if candidate is None else tuple(_try_rows(candidate))


def _try_rows(candidate: Candidate) -> Iterator[TryRow]:
    for name, station in candidate.stations.items():
        title = _numbered(candidate, name)
        for number, one in enumerate(station.tries, start=1):
            time = f"{clock_of(one.charged_ms)} / {clock_of(one.limit_ms)}"
            cells = (title, str(number), _state(one), time, _note(one))
            yield TryRow(one.attempt_id, name, cells)
        if station.may_begin:
            yield TryRow("", name, (title, "-", tr("not begun"), "", ""))


def _state(tried: Try) -> str:
    if tried.taken_away:
        return tr(STATUSES["void" if tried.void else "lost"])
    return tr(STATUSES[tried.status.value])


def _note(tried: Try) -> str:
    notes = [tried.void or (tried.why if tried.status is not TryStatus.SUBMITTED else "")]
    if tried.over:
        notes.append(tr("over the limits: a resit is free"))
    if tried.left:
        notes.append(tr("left the window: {times}").format(times=tried.left))
    return "; ".join(note for note in notes if note)
