"""Hands beside mouse and keyboard: gamepads, pedals, trackers. What they tell, and their ports.

A device names actions of the one table (`trainer.ui.actions`) and says how far its axes are
deflected; what comes of it is the suite's affair. It knows no attempt, no patient and no screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

API = 1  # the version of this interface
FULL = 1_000  # permille: an axis deflected as far as it goes


class Axis(StrEnum):
    """What a deflection moves, for as long as it lasts; + is what the name says.

    Right and up are the live monitor's, as with the keys. The hub follows only while it is gripped.
    """

    HUB_RIGHT = "hub_right"
    HUB_UP = "hub_up"
    TURN_RIGHT = "turn_right"
    TURN_HEAD = "turn_head"
    PAN_RIGHT = "pan_right"
    PAN_HEAD = "pan_head"


@dataclass(frozen=True, slots=True)
class Pressed:
    """An action of the table begins: "beam" and "grip" last until they are released."""

    action: str


@dataclass(frozen=True, slots=True)
class Released:
    """What was pressed is let go."""

    action: str


@dataclass(frozen=True, slots=True)
class Deflected:
    """An axis stands so far from its middle. permille : -1000..1000, 0 = let go."""

    axis: Axis
    permille: int


Told = Pressed | Released | Deflected


class InputDevice(Protocol):
    """One device, open. It is asked about sixty times a second, on the screen's thread."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def legend(self) -> Sequence[tuple[str, str]]:
        """Its parts, each with the id of an action or a sentence: for the page of keys."""

    def told(self) -> Sequence[Told]:
        """What happened since it was last asked; never waits. Raises OSError once it is gone."""

    def close(self) -> None:
        """It is not asked again."""


class InputDevices(Protocol):
    """Finds devices; asked every few seconds while somebody is in the suite."""

    def appeared(self) -> Sequence[InputDevice]:
        """Devices that are there, are not open yet, and now are; never raises, never waits."""
