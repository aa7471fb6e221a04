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
class OwnCallMade(Event):
    """After the end the trainee said where the tip was, whether it was safe, and how sure that is.

    Scores end at submit and never see it. target : from 1. sure_percent : 50..100, of `safe`.
    """

    target: int
    direction: str
    off_um: int
    safe: bool
    sure_percent: int


@dataclass(frozen=True, slots=True)
class NotPossible(Event):
    """A command that could not do anything, and why; nothing changed."""

    command: str
    why: str
