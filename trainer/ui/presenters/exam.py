"""What the exam's first page is made of, and words that all its pages share; no Qt."""

from __future__ import annotations

import contextlib
import platform
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from trainer.assessment.exams.definition import ExamDefinition
from trainer.refusal import Refusal
from trainer.scenario.rubric import PROVISIONAL
from trainer.session.exams.desk import ExamDesk, SessionCard
from trainer.session.retention import Overdue
from trainer.session.waiting import Waiting
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.when import when_text

if TYPE_CHECKING:
    from trainer.session.practice import Practice

MOST_NAMED = 8  # in one sentence
WIDE = 76  # letters a line of a question
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
    """The desk with the sessions that are here. overdue : whose name is kept too long."""

    desk: ExamDesk
    sessions: tuple[SessionCard, ...]
    workstation: str
    overdue: tuple[Overdue, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the list."""

    id: str
    text: str
    readable: bool


def exam_opened(practice: Practice, _waiting: Waiting) -> ExamOpened:
    """The sessions of this workstation. Raises Refusal."""
    desk = practice.exams
    late: tuple[Overdue, ...] = ()
    with contextlib.suppress(Refusal):  # a session that cannot be read says so in the list
        late = desk.overdue(datetime.now().astimezone().date())
    return ExamOpened(desk, desk.sessions(), platform.node() or "workstation", late)


def overdue_text(late: Sequence[Overdue]) -> str:
    """What is asked before names are erased."""
    names = ", ".join(one.pseudonym for one in late[:MOST_NAMED])
    more = tr(" and {count} more").format(count=len(late) - MOST_NAMED)
    said = tr(
        "Their exams' records were to be kept until {day} at the latest: {names}. Erasing destroys "
        "the key of each name and its notes, which cannot be taken back, and writes down when and "
        "why. The records stay, under the pseudonyms."
    )
    last = max(one.kept_until for one in late).isoformat()
    text = said.format(day=last, names=names + (more if len(late) > MOST_NAMED else ""))
    return "\n".join(textwrap.wrap(text, WIDE, break_long_words=True))


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
