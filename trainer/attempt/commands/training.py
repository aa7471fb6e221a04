"""What belongs to practising alone: aids, the next item of a drill, an answer."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class SetAid(Command):
    """Ask for a practice aid, or put it away. Never offered in an exam; it marks the attempt."""

    aid: str
    on: bool


@dataclass(frozen=True, slots=True)
class NextItem(Command):
    """Go on to the drill's next picture, run or case."""


@dataclass(frozen=True, slots=True)
class Answer(Command):
    """Answer what the present item of a drill asks.

    choice : one of those offered, or "" for a point of the held picture: right_um and down_um from
    its centre on the receptor, along the picture's axes.
    """

    subject: str
    choice: str = ""
    right_um: int = 0
    down_um: int = 0
