"""What a command meets: the state, the world and the time at which it is done."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands import NAMES, Command
from trainer.attempt.events import Event, NotPossible
from trainer.attempt.state import State
from trainer.attempt.world import World


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """State and world at `now_ms`, with everything due up to then already done."""

    state: State
    world: World
    now_ms: int

    def refused(self, command: Command, why: str) -> tuple[Event, ...]:
        """The one event of a command that changed nothing; why : a clause with value and limit."""
        return (NotPossible(self.now_ms, NAMES[type(command)], why),)
