"""What is done with needle, syringe and generator beyond moving steel."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class RotateHub(Command):
    """Turn the gripped hub about the needle's axis; + clockwise as seen from the hub."""

    turn_mdeg: int


@dataclass(frozen=True, slots=True)
class LeaveNeedle(Command):
    """Leave the needle standing where it is; the hand is free for another."""


@dataclass(frozen=True, slots=True)
class TakeUpNeedle(Command):
    """Take a needle that was left standing in hand again. number : as it was taken, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class SetStylet(Command):
    """Put the stylet in, or draw it."""

    inserted: bool


@dataclass(frozen=True, slots=True)
class SetElectrode(Command):
    """Put the radiofrequency electrode into the cannula, or draw it."""

    inserted: bool


@dataclass(frozen=True, slots=True)
class ConnectTubing(Command):
    """Connect the extension tubing with the syringe to the hub, or take it off."""

    connected: bool


@dataclass(frozen=True, slots=True)
class UseHolder(Command):
    """Hold the hub with a forceps instead of fingers, or with fingers again."""

    held: bool


@dataclass(frozen=True, slots=True)
class Aspirate(Command):
    """Draw the plunger back and look."""


@dataclass(frozen=True, slots=True)
class Inject(Command):
    """Inject through the needle in hand. agent : of the practice profile. volume_ul : microlitres,
    10 to 10000. It takes as long as the agent's rate says; the picture follows under the beam.
    """

    agent: str
    volume_ul: int


@dataclass(frozen=True, slots=True)
class StopInjection(Command):
    """Take the thumb off the plunger."""


@dataclass(frozen=True, slots=True)
class Stimulate(Command):
    """One second of stimulation through the electrode. hz : 50 (felt) or 2 (seen)."""

    hz: int
    millivolts: int


@dataclass(frozen=True, slots=True)
class SetGenerator(Command):
    """Set the generator. mode : conventional, cooled or pulsed."""

    mode: str
    temperature_c: int
    seconds: int


@dataclass(frozen=True, slots=True)
class StartLesion(Command):
    """Start the lesion as the generator is set."""


@dataclass(frozen=True, slots=True)
class StopLesion(Command):
    """Stop the lesion now."""
