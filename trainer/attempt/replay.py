"""An attempt from its log alone: every state by evolve, and the physics again for who doubts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trainer.attempt.events import Event
from trainer.attempt.evolve import fold
from trainer.attempt.header import from_json
from trainer.attempt.log import AttemptLog, Record, damaged
from trainer.attempt.state import State

if TYPE_CHECKING:
    from trainer.attempt.world import World


@dataclass(frozen=True, slots=True)
class Difference:
    """A record whose events the physics of today does not bring."""

    seq: int
    recorded: tuple[Event, ...]
    decided: tuple[Event, ...]

    def __str__(self) -> str:
        """The first event that differs, both ways."""
        pairs = zip(self.recorded, self.decided, strict=False)
        at = next((pair for pair in pairs if pair[0] != pair[1]), None)
        if at is None:
            count = f"{len(self.recorded)} events, today {len(self.decided)}"
            return f"record {self.seq} holds {count}"
        return f"record {self.seq} holds {at[0]}, today it is {at[1]}"


def start_of(log: AttemptLog, name: str = "attempt") -> State:
    """The state an attempt began with. Raises Refusal INTEGRITY where its header is bent."""
    try:
        return from_json(log.header).start
    except ValueError as error:
        raise damaged(name, "header", str(error)) from None


def states(log: AttemptLog, name: str = "attempt") -> Iterator[tuple[Record, State]]:
    """Each record with the state after it.

    Raises Refusal INTEGRITY, naming the first bad record, where an event cannot follow or a state
    is not the one whose hash was recorded.
    """
    state = start_of(log, name)
    for record in log.records:
        try:
            state = fold(state, record.events)
        except ValueError as error:
            raise damaged(name, f"record {record.seq}", str(error)) from None
        if state.sha256 != record.state:
            raise damaged(name, f"record {record.seq}", "its state does not follow from its events")
        yield record, state


def last_state(log: AttemptLog, name: str = "attempt") -> State:
    """The state after the last record, every hash checked; where an attempt resumes."""
    state = start_of(log, name)
    for _, state in states(log, name):  # noqa: B007 - the last one stays
        pass
    return state


def redecide(log: AttemptLog, world: World, name: str = "attempt") -> list[Difference]:
    """Where the physics of today disagrees with the log, record by record.

    Each record is decided from the recorded state before it, so one difference makes no others.
    Meaningful only where build and patient hashes equal the header's. Raises as `states`.
    """
    from trainer.attempt.decide import decide  # replay alone needs no physics, nor its libraries

    found: list[Difference] = []
    before = start_of(log, name)
    for record, after in states(log, name):
        decided = decide(before, record.command, world)
        if decided != record.events:
            found.append(Difference(record.seq, record.events, decided))
        before = after
    return found
