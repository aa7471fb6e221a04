"""What became of aids and drills."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event


@dataclass(frozen=True, slots=True)
class AidSet(Event):
    """A practice aid is on, or off again; one that was ever on marks the attempt as aided."""

    aid: str
    on: bool


@dataclass(frozen=True, slots=True)
class ItemSet(Event):
    """Another item of a drill lies there, without needle or deposit. number : from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """An item was answered. choice : "" for a point, um on the receptor of `exposure`."""

    number: int
    subject: str
    choice: str
    right_um: int
    down_um: int
    exposure: int
