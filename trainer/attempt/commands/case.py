"""What is said about the case: the level, and that it is done."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class DeclareLevel(Command):
    """Say which vertebra the last picture's working level is, e.g. "T7"."""

    level: str
    side: str


@dataclass(frozen=True, slots=True)
class Submit(Command):
    """Say that the task is done: nothing moves afterwards."""
