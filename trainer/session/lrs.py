"""Statements go out through a queue that outlives the program: first safe here, then sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from trainer.refusal import ExitCode, Refusal
from trainer.session import review

if TYPE_CHECKING:
    from trainer.session.services import Services

SIGN_IN_VARIABLE = "RHIZOTOMY_LRS_SIGN_IN"  # user:password
ADDRESS_VARIABLE = "RHIZOTOMY_LRS_URL"


@dataclass(frozen=True, slots=True)
class Answer:
    """kind : "taken", "there" (it had it), "refused" (never to be sent again) or "later"."""

    kind: str
    why: str = ""


class LearningStore(Protocol):
    """Where statements go."""

    def post(self, statement_id: str, data: bytes) -> Answer:
        """Send one statement."""


class Outbox(Protocol):
    """Statements not yet taken, safe on this computer. Everything raises Refusal."""

    def put(self, statements: Mapping[str, bytes]) -> int:
        """Keep these by id; returns how many were not waiting yet."""

    def waiting(self) -> tuple[str, ...]:
        """Ids, in the order they are sent."""

    def data(self, statement_id: str) -> bytes:
        """A statement's bytes."""

    def done(self, statement_id: str) -> None:
        """It was taken: forget it."""

    def set_aside(self, statement_id: str, why: str) -> None:
        """The store will never take it: keep it and the reason apart."""


class Statements(Protocol):
    """xAPI as a file or to a store; made by exchange, kept by storage."""

    @property
    def outbox(self) -> Outbox:
        """The queue."""

    def of_attempt(self, services: Services, path: Path, pseudonym: str) -> Sequence[Any]:
        """Statements of one attempt. Raises Refusal."""

    def of_session(self, services: Services, session_id: str) -> Sequence[Any]:
        """Statements of what is released in a session. Raises Refusal."""

    def queue(self, statements: Sequence[Any]) -> int:
        """Put into the outbox; how many are new there."""

    def store(self, address: str | None) -> LearningStore:
        """The store at an address, None for the one that was set. Raises Refusal."""

    def write(self, path: Path, statements: Sequence[Any]) -> None:
        """A file of statements. Raises Refusal."""


@dataclass(frozen=True, slots=True)
class Sent:
    """How many were taken, were there before, were refused for good, and still wait, and why."""

    taken: int = 0
    there: int = 0
    refused: int = 0
    waiting: int = 0
    why: str = ""


def refuse_withheld(services: Services, path: Path) -> None:
    """An exam's attempt goes out with its session, once released. Raises Refusal."""
    header = review.header_of(services.attempts.load(path), path.name)
    if header.sitting is not None:
        raise Refusal(
            "The attempt was not sent",
            "it belongs to an exam, whose results are withheld until they are released",
            f"Send what is released with --session {header.sitting.session_id}",
            code=ExitCode.USAGE,
        )


def empty(outbox: Outbox, store: LearningStore, tell: Callable[[str], None]) -> Sent:
    """Send what waits, oldest first; stop at the first that cannot be sent now."""
    count = dict.fromkeys(("taken", "there", "refused"), 0)
    waiting = outbox.waiting()
    for number, name in enumerate(waiting):
        answer = store.post(name, outbox.data(name))
        if answer.kind == "later":
            return _sent(count, len(waiting) - number, answer.why)
        count[answer.kind] += 1
        if answer.kind == "refused":
            outbox.set_aside(name, answer.why)
            tell(f"statement {name} was refused: {answer.why}")
        else:
            outbox.done(name)
    return _sent(count, 0, "")


def _sent(count: Mapping[str, int], waiting: int, why: str) -> Sent:
    return Sent(count["taken"], count["there"], count["refused"], waiting, why)
