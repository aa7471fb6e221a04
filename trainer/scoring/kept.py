"""What became of one step of the procedure's table in a log."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.step_kinds import Step


@dataclass(slots=True)
class Kept:
    """What became of a step. missed_ms : each time it was asked for and not done."""

    step: Step
    missed_ms: list[int]
    done: bool = False
    ever: bool = False

    @property
    def left_out(self) -> bool:
        """Asked for at least once and never done."""
        return bool(self.missed_ms) and not self.ever

    @property
    def late(self) -> bool:
        """Missed at least once, and done at another time."""
        return bool(self.missed_ms) and self.ever
