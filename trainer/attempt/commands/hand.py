"""What the hand does: pointer, marks, needle."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class MovePointer(Command):
    """Drag the metal pointer over the back to a place of the table's plane, micrometres."""

    x_um: int
    z_um: int


@dataclass(frozen=True, slots=True)
class MarkSkin(Command):
    """Mark the skin under the pointer."""


@dataclass(frozen=True, slots=True)
class TakeNeedle(Command):
    """Take a needle of the catalogue in hand and set its tip on the skin under the pointer."""

    needle: str


@dataclass(frozen=True, slots=True)
class Grip(Command):
    """Grip the hub; without it no command moves steel."""


@dataclass(frozen=True, slots=True)
class LetGo(Command):
    """Let the hub go."""


@dataclass(frozen=True, slots=True)
class Tilt(Command):
    """Move the gripped hub along the held picture's axes, thousandths of a degree.

    Without a held picture the axes are those of the C-arm's present pose.
    """

    right_mdeg: int
    down_mdeg: int


@dataclass(frozen=True, slots=True)
class Aim(Command):
    """Turn the gripped hub until it points along a direction of the world, hub to tip.

    Components of a unit vector times a million. A tracked hand does so: its needle has a direction,
    whatever picture is held.
    """

    x_e6: int
    y_e6: int
    z_e6: int


@dataclass(frozen=True, slots=True)
class Advance(Command):
    """Push the gripped needle along its axis, micrometres; negative withdraws."""

    distance_um: int


@dataclass(frozen=True, slots=True)
class RemoveNeedle(Command):
    """Take the needle out of the patient and lay it aside."""
