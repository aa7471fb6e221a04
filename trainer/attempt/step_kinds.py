"""What a step of the procedure is, and which events of a log count as it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trainer.attempt.events import NAMES, Event


class Phase(StrEnum):
    """Where in the procedure a step belongs."""

    CASE = "case"
    ROOM = "room"
    LEVEL = "level"
    NEEDLE = "needle"
    BLOCK = "block"
    LESION = "lesion"
    END = "end"


class Weight(StrEnum):
    """How much it matters that a step is done in its place."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True)
class Mark:
    """Events of one kind. where : a field and the values it may have; () means any event of it."""

    event: str
    where: tuple[tuple[str, tuple[object, ...]], ...] = ()

    def fits(self, event: Event) -> bool:
        """Whether an event is one of these."""
        if NAMES[type(event)] != self.event:
            return False
        return all(getattr(event, name) in values for name, values in self.where)

    def __str__(self) -> str:
        """For people: the event's name and what must stand in it."""
        parts = [f"{name} {' or '.join(map(str, values))}" for name, values in self.where]
        return f"`{self.event}`" + (f" ({', '.join(parts)})" if parts else "")


def mark(event: str, **where: object) -> Mark:
    """Events of a name whose fields hold a value, or one of several in a tuple."""
    several = ((k, v if isinstance(v, tuple) else (v,)) for k, v in where.items())
    return Mark(event, tuple(several))


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    done_by : any of these events is the step. before : each of these events asks for it. since :
    what undoes it, so that it must be done again, None = nothing does. procedures : "block",
    "rhizotomy" or both. left_out : what omission risks.
    """

    id: str
    title: str
    phase: Phase
    done_by: tuple[Mark, ...]
    before: Mark
    since: Mark | None
    weight: Weight
    left_out: str
    source: str
    procedures: tuple[str, ...] = ("block", "rhizotomy")
