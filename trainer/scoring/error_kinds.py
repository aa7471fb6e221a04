"""What an error is: an act in a log, with its time, the picture then seen, and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from trainer.scoring.view import AttemptView

Act = tuple[int, str]  # when (ms), one sentence


class Severity(StrEnum):
    """What an error is by itself; a rubric may list it as the other."""

    CRITICAL = "critical"  # fails the attempt
    MAJOR = "major"  # costs a fixed part of the mark


@dataclass(frozen=True, slots=True)
class ErrorKind:
    """A kind of error and how its acts are found in a log.

    citation : who calls it one. rule : precisely what `find` finds, in words, with its time; a
    second scorer is written from it.
    """

    id: str
    title: str
    citation: str
    find: Callable[[AttemptView], Iterable[Act]]
    rule: str
    severity: Severity = Severity.MAJOR


class Happened(NamedTuple):
    """An error that happened: its kind, when, and one sentence.

    exposure : the number of the picture that was seen last, 0 before the first.
    """

    id: str
    t_ms: int
    why: str
    exposure: int = 0


def happened(view: AttemptView, kinds: Iterable[ErrorKind]) -> tuple[Happened, ...]:
    """The acts of some kinds of error, in order of time."""
    found = [
        Happened(kind.id, t_ms, why, _frame(view, t_ms))
        for kind in kinds
        for t_ms, why in kind.find(view)
    ]
    return tuple(sorted(found, key=lambda error: (error.t_ms, error.id, error.why)))


def _frame(view: AttemptView, t_ms: int) -> int:
    """The last in the log that was not later: also where a damaged log's times go back."""
    return next((shot.number for shot in reversed(view.exposures) if shot.t_ms <= t_ms), 0)
