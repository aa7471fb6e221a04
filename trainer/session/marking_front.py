"""Where a rater begins: sessions with something to mark, under labels that say nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trainer.assessment.marking.agreement import MarkAgreement
from trainer.refusal import Refusal
from trainer.session.marking import MarkingDesk, agreement_of, marks_table
from trainer.session.services import Services

_LETTERS = 4  # a workstation holds some dozens of sessions


@dataclass(frozen=True, slots=True)
class MarkingCard:
    """A session as a rater may see it. label : drawn from its id. papers : to be marked."""

    label: str
    title: str
    papers: int


class MarkingFront:
    """Everything the marking screens ask for. Everything raises Refusal."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def cards(self) -> tuple[MarkingCard, ...]:
        """Sessions with papers; those that cannot be read are left to `exam verify`."""
        return tuple(card for card, _ in self._known())

    def desk(self, label: str, rater: str) -> MarkingDesk:
        """One rater's marking of a session."""
        return MarkingDesk(self._services, self._id(label), rater)

    def agreement(self, label: str, rater: str = "") -> MarkAgreement:
        """How raters agree; refused until everybody who began has finished.

        rater : who wants to know; refused as long as they have papers left, begun or not.
        """
        session_id = self._id(label)
        left = MarkingDesk(self._services, session_id, rater).left if rater.strip() else ()
        if left:
            raise Refusal(
                "The marks are not compared yet",
                f"{rater.strip()} has {len(left)} papers left and must not see the scores",
                "Let every rater finish first",
            )
        return agreement_of(self._services, session_id)

    def save_marks(self, label: str, path: Path) -> None:
        """Every mark of a session as CSV; refused as long as agreement is."""
        session_id = self._id(label)
        agreement_of(self._services, session_id)
        marks = self._services.marks.marks(session_id)
        self._services.progress.save_table(path, *marks_table(marks))

    def _known(self) -> Iterator[tuple[MarkingCard, str]]:
        for session_id in self._services.exams.sessions():
            try:
                log = self._services.exams.read(session_id)
                papers = len(MarkingDesk(self._services, session_id, "-").papers)
            except Refusal:
                continue
            if papers:
                title = log.header.definition.title
                yield MarkingCard(_label(log.header.nonce), title, papers), session_id

    def _id(self, label: str) -> str:
        for card, session_id in self._known():
            if card.label == label:
                return session_id
        raise Refusal(
            f"There is no session {label}", "it cannot be read any more", "Choose another"
        )


def _label(nonce: str) -> str:
    draw = hashlib.sha256(f"marking\n{nonce}".encode()).digest()
    return base64.b32encode(draw)[:_LETTERS].decode("ascii")
