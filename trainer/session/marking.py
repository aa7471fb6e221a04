"""Marking by people: a blinded queue, frames and timeline, signed-off marks, agreement, export.

What a rater gets from here holds no candidate, no station, no time of day, no file name, no
automatic score and no other rater's mark; `MarkingDesk` alone knows which paper is whose.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from trainer.assessment.exams.session_log import SessionLog
from trainer.assessment.exams.state import TryStatus
from trainer.assessment.marking.agreement import MarkAgreement, mark_agreement
from trainer.assessment.marking.checklist import Item, items_for
from trainer.assessment.marking.mark import Mark, newest, points_permille, problems
from trainer.assessment.marking.queue import Paper, queue_for
from trainer.attempt.events import BeamStopped, Event, Exposed, NeedleMoved, to_json
from trainer.attempt.log import AttemptLog
from trainer.refusal import Problem, Refusal
from trainer.scoring.score import score
from trainer.session.clock import utc_now
from trainer.session.exams.marks import checked_log, header_sha256, numbered, sitting_of
from trainer.session.reading import header_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from trainer.session.services import Services

_HIDDEN = frozenset({"event", "t_ms"})


class MarkStore(Protocol):
    """Keeps marks for good. Everything raises Refusal."""

    def marks(self, session_id: str) -> tuple[Mark, ...]:
        """All that was ever signed off, oldest first."""

    def sign_off(self, mark: Mark) -> None:
        """Keep a mark."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of a paper. mode : "spot" or "pulsed"."""

    number: int
    t_ms: int
    mode: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What was done from then to then; a movement of the needle is one moment.

    what : the event's name. facts : its parts, as the log stores them; of a movement `pushed_um`.
    """

    from_ms: int
    until_ms: int
    what: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper, open. task : title and targets. mine : the rater's mark so far, None = none."""

    label: str
    title: str
    targets: tuple[str, ...]
    procedure: str
    seconds: int
    frames: tuple[Frame, ...]
    timeline: tuple[Moment, ...]
    items: tuple[Item, ...]
    mine: Mark | None


@dataclass(frozen=True, slots=True)
class Given:
    """What a rater fills in. answers : item id to answer."""

    answers: Mapping[str, str]
    overall: int
    verdict: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """A paper that the rater has marked. points_permille : of the checklist."""

    label: str
    at_utc: str
    overall: int
    verdict: str
    points_permille: int | None


class MarkingDesk:
    """The marking of one session by one rater. Everything raises Refusal."""

    def __init__(
        self,
        services: Services,
        session_id: str,
        rater: str,
        *,
        now_utc: Callable[[], str] = utc_now,
    ) -> None:
        if not rater.strip():
            raise Refusal("Nobody can mark", "a mark is signed by somebody", "Type your name")
        self._services = services
        self._session = services.exams.read(session_id)
        self._rater = rater.strip()
        self._now_utc = now_utc
        self._tries = tuple(_markable(self._session))
        self._papers = queue_for(self._rater, self._session.header.nonce, self._tries)
        self._pictures: dict[str, Callable[[int], NDArray[np.uint8]]] = {}
        self._looked: dict[str, set[int]] = {}

    @property
    def papers(self) -> tuple[str, ...]:
        """Labels of all papers, in the rater's order."""
        return tuple(one.label for one in self._papers)

    @property
    def left(self) -> tuple[str, ...]:
        """Labels of the papers without a mark of this rater, in the rater's order."""
        mine = self._mine()
        return tuple(one.label for one in self._papers if one.attempt_id not in mine)

    @property
    def next(self) -> str | None:
        """The next paper's label, None when all are marked."""
        return next(iter(self.left), None)

    def finished(self) -> tuple[Finished, ...]:
        """The papers that this rater has marked, in the order of the queue."""
        mine = self._mine()
        return tuple(
            Finished(one.label, mark.at_utc, mark.overall, mark.verdict, points_permille(mark))
            for one in self._papers
            if (mark := mine.get(one.attempt_id)) is not None
        )

    def open(self, label: str) -> PaperView:
        """Everything a rater may see of a paper."""
        paper = self._paper(label)
        log = self._log(paper)
        scenario = log.header["scenario"]
        frames = tuple(
            Frame(event.number, event.t_ms, event.mode)
            for event in log.events
            if isinstance(event, Exposed)
        )
        return PaperView(
            label,
            str(scenario["title"]),
            tuple(f"{one['side']} {one['joint']}, {one['nerve']}" for one in log.header["targets"]),
            str(scenario["procedure"]),
            _seconds(log),
            frames,
            tuple(timeline(log.events)),
            items_for(str(scenario["procedure"])),
            self._mine().get(paper.attempt_id),
        )

    def picture(self, label: str, number: int) -> NDArray[np.uint8]:
        """A frame as it was seen, grey. Slow at first: it builds the patient; one thread."""
        if label not in self._pictures:
            self._pictures[label] = self._reel(self._paper(label))
        picture = self._pictures[label](number)
        self._looked.setdefault(label, set()).add(number)
        return picture

    def save(self, label: str, given: Given) -> Mark:
        """Sign a mark off. It cannot be changed; saving again adds another that follows it."""
        paper = self._paper(label)
        log = self._log(paper)
        header = header_of(log, label)
        before = self._mine().get(paper.attempt_id)
        mark = Mark(
            mark_id=str(uuid.uuid4()),
            session_id=self._session.header.session_id,
            attempt_id=paper.attempt_id,
            header_sha256=header_sha256(header),
            rater=self._rater,
            at_utc=self._now_utc(),
            procedure=str(log.header["scenario"]["procedure"]),
            answers=dict(given.answers),
            overall=given.overall,
            verdict=given.verdict,
            comment=given.comment,
            frames=len(self._looked.get(label, ())),
            revises=before.mark_id if before is not None else "",
        )
        wrong = problems(mark)
        if wrong:
            raise Refusal(
                "The mark was not signed off",
                wrong[0],
                "Answer every question, then sign again",
                problems=tuple(Problem("mark", one) for one in wrong),
            )
        self._services.marks.sign_off(mark)
        return mark

    def _mine(self) -> Mapping[str, Mark]:
        marks = newest(self._services.marks.marks(self._session.header.session_id))
        return {mark.attempt_id: mark for mark in marks if mark.rater == self._rater}

    def _paper(self, label: str) -> Paper:
        found = next((one for one in self._papers if one.label == label), None)
        if found is None:
            raise Refusal(f"There is no paper {label}", "the queue has none", "Choose another")
        return found

    def _log(self, paper: Paper) -> AttemptLog:
        return _attempt(self._services, self._session, paper.attempt_id, self._tries)

    def _reel(self, paper: Paper) -> Callable[[int], NDArray[np.uint8]]:
        from trainer.session import review  # pictures need patient and machine, lists need neither
        from trainer.session.debrief_room import OWN, Reel
        from trainer.session.projectors import FAST

        FAST.warm_up()
        log = self._log(paper)
        opening = review.reopened(self._services, log, paper.label)
        reel = Reel(OWN, log, opening, paper.label)
        return lambda number: reel.picture(number).picture


def agreement_of(services: Services, session_id: str) -> MarkAgreement:
    """Raters among each other and beside the automatic score.

    Refused while a rater who has begun has papers left: nobody marks with the score in sight.
    """
    session = services.exams.read(session_id)
    tries = tuple(_markable(session))
    marks = services.marks.marks(session_id)
    counted = [mark for mark in newest(marks) if mark.attempt_id in tries]
    for rater in sorted({mark.rater for mark in counted}):
        left = len(tries) - sum(mark.rater == rater for mark in counted)
        if left:
            raise Refusal(
                "The marks are not compared yet",
                f"{rater} has {left} papers left and must not see the scores",
                "Let every rater finish first",
            )
    automatic = {
        attempt_id: score(_attempt(services, session, attempt_id, tries)).score
        for attempt_id in {mark.attempt_id for mark in counted}
    }
    return mark_agreement(marks_of_tries(marks, tries), automatic)


def marks_of_tries(marks: Iterable[Mark], tries: Iterable[str]) -> Sequence[Mark]:
    """The marks of attempts that still count."""
    known = set(tries)
    return [mark for mark in marks if mark.attempt_id in known]


def marks_table(
    marks: Sequence[Mark],
) -> tuple[tuple[str, ...], tuple[tuple[str | int | None, ...], ...]]:
    """Every row ever signed off, for export: a header and the rows, one column an item."""
    names = sorted({name for mark in marks for name in mark.answers})
    last = {mark.mark_id for mark in newest(marks)}
    header = (
        *("mark", "revises", "counts", "session", "attempt", "rater", "at_utc", "procedure"),
        *("checklist_version", "frames_seen", "points_permille", "overall", "verdict", "comment"),
        *(f"item_{name}" for name in names),
    )
    rows = tuple(
        (
            *(mark.mark_id, mark.revises, int(mark.mark_id in last), mark.session_id),
            *(mark.attempt_id, mark.rater, mark.at_utc, mark.procedure, mark.checklist_version),
            *(mark.frames, points_permille(mark), mark.overall, mark.verdict, mark.comment),
            *(mark.answers.get(name) for name in names),
        )
        for mark in marks
    )
    return header, rows


def timeline(events: Iterable[Event]) -> Iterator[Moment]:
    """The events as moments, movements of the needle drawn together, single pulses left out."""
    moving: Moment | None = None
    for event in events:
        if isinstance(event, NeedleMoved):
            moving = _longer(moving, event)
        elif not isinstance(event, Exposed | BeamStopped):
            if moving is not None:
                yield moving
                moving = None
            told = to_json(event)
            facts = {name: part for name, part in told.items() if name not in _HIDDEN}
            yield Moment(event.t_ms, event.t_ms, str(told["event"]), facts)
    if moving is not None:
        yield moving


def _longer(moving: Moment | None, event: NeedleMoved) -> Moment:
    start = event.t_ms if moving is None else moving.from_ms
    before = 0 if moving is None else int(str(moving.facts["pushed_um"]))
    pushed_um = before + event.pushed_um
    return Moment(start, event.t_ms, "needle_moved", {"pushed_um": pushed_um})


def _seconds(log: AttemptLog) -> int:
    return max((event.t_ms for event in log.events), default=0) // 1000


def _markable(session: SessionLog) -> Iterator[str]:
    """Attempt ids: submitted tries of sealed candidates that are not void, once unlocked.

    Until the session is closed, or the results released, nobody may read them.
    """
    for candidate in session.state.candidates.values():
        if session.state.closed is None and candidate.release is None:
            continue
        for _, _, tried in numbered(candidate):
            counts = tried.status is TryStatus.SUBMITTED and not tried.void
            if counts and candidate.sealed is not None:
                yield tried.attempt_id


def _attempt(
    services: Services, session: SessionLog, attempt_id: str, tries: Iterable[str]
) -> AttemptLog:
    """The log of a try, checked against the session. Raises Refusal."""
    header = session.header
    for candidate in session.state.candidates.values():
        for station, number, tried in numbered(candidate):
            if tried.attempt_id == attempt_id and attempt_id in tries:
                path = services.exams.attempt_path(header.session_id, attempt_id)
                wanted = sitting_of(header, candidate.name, station, number)
                attempts = services.exams.attempts(header.session_id)
                return checked_log(attempts, path, wanted, tried)
    raise Refusal("The paper cannot be opened", "the session has no such attempt", "Choose another")
