"""xAPI statements: written by exchange, waiting in storage, sent where this user was told to."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.refusal import ExitCode, Refusal
from trainer.session.lrs import ADDRESS_VARIABLE, SIGN_IN_VARIABLE
from trainer.storage.outbox import OutboxFolder

if TYPE_CHECKING:
    from trainer.session.lrs import LearningStore
    from trainer.session.services import Services
    from trainer.session.settings import Settings


class StatementFiles:
    """Implements `trainer.session.lrs.Statements`.

    folder : of the queue. settings : read when asked.
    """

    def __init__(self, folder: Path, settings: Callable[[], Settings]) -> None:
        self._outbox = OutboxFolder(folder)
        self._settings = settings

    @property
    def outbox(self) -> OutboxFolder:
        """The queue."""
        return self._outbox

    def of_attempt(self, services: Services, path: Path, pseudonym: str) -> Sequence[Any]:
        """What was reached in one attempt. Raises Refusal."""
        from trainer.exchange.xapi import attempt_statement
        from trainer.scoring.score import score

        log = services.attempts.load(path)
        return [attempt_statement(log, score(log), pseudonym)]

    def of_session(self, services: Services, session_id: str) -> Sequence[Any]:
        """Released results with their attempts, then the raters' comments. Raises Refusal."""
        return list(_of_session(services, session_id))

    def queue(self, statements: Sequence[Any]) -> int:
        """Keep until a store has taken them. Raises Refusal."""
        return self._outbox.put(
            {one["id"]: json.dumps(one, ensure_ascii=False).encode() for one in statements}
        )

    def store(self, address: str | None) -> LearningStore:
        """The store at an address, None for the one that was set. Raises Refusal."""
        from trainer.exchange.lrs import LearningRecordStore

        found = address or os.environ.get(ADDRESS_VARIABLE) or self._settings().lrs_address
        if not found:
            raise Refusal(
                "Nothing was sent",
                "no learning record store was named",
                f"Give --to https://host/path, or set {ADDRESS_VARIABLE} or lrs_address in the "
                "settings file",
                code=ExitCode.USAGE,
            )
        return LearningRecordStore(found, os.environ.get(SIGN_IN_VARIABLE, ""))

    def write(self, path: Path, statements: Sequence[Any]) -> None:
        """One JSON file. Raises Refusal."""
        from trainer.exchange.xapi import statements_bytes
        from trainer.storage.atomic import atomic_write_bytes

        atomic_write_bytes(path, statements_bytes(list(statements)))


def _of_session(services: Services, session_id: str) -> Iterator[dict[str, Any]]:
    from trainer.exchange.xapi import attempt_statement, comment_statement, result_statement
    from trainer.scoring.score import score
    from trainer.session.exams.reading import checked_tries, results_of

    session = services.exams.read(session_id)
    told: set[str] = set()
    for result in results_of(services, session.header, session.state):
        made = result_statement(session.header, result, session.header.created_utc)
        if made is None:
            continue
        yield made
        candidate = session.state.candidates[result.candidate]
        for tried, log in checked_tries(services, session.header, candidate):
            if tried.counts:
                told.add(tried.attempt_id)
                yield attempt_statement(log, score(log), result.candidate)
    marks = services.marks.marks(session_id)
    yield from (comment_statement(mark) for mark in marks if mark.attempt_id in told)
