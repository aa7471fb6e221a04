"""What was said, and what could not be done."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event


@dataclass(frozen=True, slots=True)
class LevelDeclared(Event):
    """The trainee said which level it is, looking at exposure `exposure` (0 = at none)."""

    level: str
    side: str
    exposure: int


@dataclass(frozen=True, slots=True)
class Submitted(Event):
    """The trainee is done."""


@dataclass(frozen=True, slots=True)
class NotPossible(Event):
    """A command that could not do anything, and why; nothing changed."""

    command: str
    why: str
