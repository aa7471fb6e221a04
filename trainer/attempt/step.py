"""One command at a time: decide, evolve, and the record of both."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.attempt.commands import Command
from trainer.attempt.decide import decide
from trainer.attempt.evolve import fold
from trainer.attempt.log import Record
from trainer.attempt.state import State
from trainer.attempt.world import World


def step(state: State, command: Command, world: World, seq: int) -> tuple[Record, State]:
    """Do a command; seq : the record's number. Returns the record and the state after it."""
    happened = decide(state, command, world)
    after = fold(state, happened)
    return Record(seq, command, happened, after.sha256), after


def run(
    state: State, commands: Iterable[Command], world: World, first_seq: int = 1
) -> tuple[tuple[Record, ...], State]:
    """Do commands in order; the records of those that brought something, and the last state."""
    records: list[Record] = []
    for command in commands:
        record, state = step(state, command, world, first_seq + len(records))
        if record.events:
            records.append(record)
    return tuple(records), state
