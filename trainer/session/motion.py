"""A movement under way: shown at once, recorded in pieces of at most 200 ms.

What is shown is always what one command, decided from the last record, brings: the record that is
written in the end. So nothing is rounded twice and a pulse finds the pose that is in the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands import Command
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.attempt.together import together
from trainer.attempt.world import World

# With the 50 ms that a journal waits for company: at most 250 ms (DESIGN 10).
SPAN_MS = 200


@dataclass(frozen=True, slots=True)
class Motion:
    """A record of motion that is not written yet. before, after : the states round it."""

    before: State
    record: Record
    after: State
    begun_ms: int

    @property
    def ends_ms(self) -> int:
        """When it is written at the latest."""
        return self.begun_ms + SPAN_MS


def begun(before: State, record: Record, after: State) -> Motion | None:
    """A movement that may go on; None where the record is something else."""
    return Motion(before, record, after, record.command.t_ms) if record.is_motion else None


def gone_on(motion: Motion, command: Command, world: World) -> Motion | None:
    """The same movement after one more command; None where that is another record.

    It is another one where anything but motion comes of both together: a pulse that fell due, bone,
    skin, a hazard, a refusal.
    """
    both = together(motion.record.command, command)
    if both is None or command.t_ms >= motion.ends_ms:
        return None
    record, after = step(motion.before, both, world, motion.record.seq)
    return Motion(motion.before, record, after, motion.begun_ms) if record.is_motion else None
