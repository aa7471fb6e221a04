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


@dataclass(frozen=True, slots=True)
class OwnCall(Command):
    """Say, after submit and before anything is revealed, where the tip was: once for each target.

    `target` counts from 1 in the briefing's order. `direction` is on-target, short, deep, medial,
    lateral, cranial or caudal; `off_um` is how far, 0 to 100,000 and 0 on target. `safe` says that
    needle and heat kept their distance from every danger zone; `sure_percent` is how sure you are
    of that, 50 (a guess) to 100.
    """

    target: int
    direction: str
    off_um: int
    safe: bool
    sure_percent: int
