"""Play commands without a hand: the same steps as the attempt thread, in script time."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.attempt.commands import Command
from trainer.attempt.state import State
from trainer.attempt.step import step
from trainer.session.opening import Opening
from trainer.session.ports import Journal


def play(opening: Opening, commands: Iterable[Command], journal: Journal) -> State:
    """Decide, record and evolve every command; a submitted attempt is sealed. Raises Refusal."""
    state, seq = opening.header.start, 0
    for command in commands:
        record, state = step(state, command, opening.world, seq + 1)
        if record.events:
            journal.append(record)
            seq = record.seq
    if state.submitted:
        journal.seal()
    else:
        journal.flush()
    return state
