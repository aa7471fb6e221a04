"""What the exam's first page is made of, and words that all its pages share; no Qt."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from trainer.assessment.exams.definition import ExamDefinition
from trainer.scenario.rubric import PROVISIONAL
from trainer.session.exams.desk import ExamDesk, SessionCard
from trainer.session.waiting import Waiting
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.when import when_text

if TYPE_CHECKING:
    from trainer.session.practice import Practice

PHASES: Mapping[str, str] = {
    "enrolled": "Enrolled",
    "admitted": "Signed in",
    "started": "Warming up",
    "sitting": "Sitting",
    "finished": "Finished",
    "sealed": "Sealed, withheld",
    "released": "Released",
}
STATUSES: Mapping[str, str] = {
    "running": "Running",
    "paused": "Paused",
    "interrupted": "Interrupted",
    "submitted": "Submitted",
    "void": "Void",
    "lost": "Lost",
}


@dataclass(frozen=True, slots=True, eq=False)
class ExamOpened:
    """The desk with the sessions that are here."""

    desk: ExamDesk
    sessions: tuple[SessionCard, ...]
    workstation: str


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the list."""

    id: str
    text: str
    readable: bool


def exam_opened(practice: Practice, _waiting: Waiting) -> ExamOpened:
    """The sessions of this workstation. Raises Refusal."""
    desk = practice.exams
    return ExamOpened(desk, desk.sessions(), platform.node() or "workstation")


def session_lines(cards: tuple[SessionCard, ...], now: datetime) -> tuple[SessionLine, ...]:
    """A line for each session, newest first; a damaged one says what is wrong."""
    return tuple(_line(card, now) for card in cards)


def _line(card: SessionCard, now: datetime) -> SessionLine:
    if card.problem:
        return SessionLine(card.session_id, f"{card.session_id}\n{card.problem}", readable=False)
    state = tr("closed") if card.closed else tr("open")
    text = tr("{title}, {when}, {state}: {candidates} candidates, {released} released").format(
        title=card.title,
        when=when_text(card.created_utc, now),
        state=state,
        candidates=card.candidates,
        released=card.released,
    )
    return SessionLine(card.session_id, text, readable=True)


def clock_of(ms: int) -> str:
    """Minutes and seconds, rounded down: 61,900 ms is 01:01."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def station_title(number: int, count: int) -> str:
    """A neutral name: where it stands in the form, and nothing else."""
    return tr("Station {number} of {count}").format(number=number, count=count)


def standing_text(definition: ExamDefinition) -> str:
    """What the cut may be used for, and that nothing proves it yet."""
    standing = definition.cut.standing
    said = tr("provisional, not for decisions") if standing == PROVISIONAL else standing
    return tr("Cut: {standing}. No validity evidence yet.").format(standing=said)
