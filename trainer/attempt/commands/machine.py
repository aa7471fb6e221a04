"""What is done to the machine: C-arm, table, pedal, console."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.commands.command import Command


@dataclass(frozen=True, slots=True)
class TurnCArm(Command):
    """Turn the C-arm to a pose (absolute), thousandths of a degree."""

    oblique_mdeg: int
    tilt_mdeg: int


@dataclass(frozen=True, slots=True)
class MoveTable(Command):
    """Move the patient so that the isocentre comes to a world point (absolute), micrometres."""

    x_um: int
    y_um: int
    z_um: int


@dataclass(frozen=True, slots=True)
class SelectView(Command):
    """Take one of a radiograph patient's stored views into the machine."""

    view: str


@dataclass(frozen=True, slots=True)
class BeamOn(Command):
    """Press the pedal. A latched beam drops by itself after 10 s."""

    latched: bool = False


@dataclass(frozen=True, slots=True)
class BeamOff(Command):
    """Let the pedal go. reason : released, focus, dialog, lock, device or closed."""

    reason: str = "released"


@dataclass(frozen=True, slots=True)
class Expose(Command):
    """One single picture."""


@dataclass(frozen=True, slots=True)
class SetPulseRate(Command):
    """Pulses a second of the next run: 1, 2, 4, 8 or 15. Not while the beam is on."""

    hz: int


@dataclass(frozen=True, slots=True)
class SetDoseMode(Command):
    """What automatic brightness asks of the receptor's dose. mode : low, normal or boost."""

    mode: str


@dataclass(frozen=True, slots=True)
class SetField(Command):
    """Take a field of the receptor: the whole one, or a smaller one that magnifies.

    field_um : the receptor's edge (298000), 220000 or 160000. The shutters open to its edges.
    """

    field_um: int


@dataclass(frozen=True, slots=True)
class SetShutters(Command):
    """Set the open rectangle on the receptor, with or without beam.

    Edges from the receptor's centre along the picture's axes, right and down positive; they lie
    within the field and leave at least 20 mm open.
    """

    left_um: int
    right_um: int
    top_um: int
    bottom_um: int


@dataclass(frozen=True, slots=True)
class SetIris(Command):
    """Close the shutters alike from all sides: a square of twice `half_width_um`."""

    half_width_um: int


@dataclass(frozen=True, slots=True)
class RotateDetector(Command):
    """Turn the detector (absolute), -180000 to 180000; + turns the picture counter-clockwise."""

    rotation_mdeg: int


@dataclass(frozen=True, slots=True)
class SetSid(Command):
    """Move the receptor along the beam: source to receptor, 900000 to 1100000."""

    sid_um: int


@dataclass(frozen=True, slots=True)
class LockBrightness(Command):
    """Hold automatic brightness at the thickness of the held picture, or let it follow again."""

    locked: bool


@dataclass(frozen=True, slots=True)
class ResetFluoroTimer(Command):
    """Silence the five-minute signal; the beam's time goes on counting."""


@dataclass(frozen=True, slots=True)
class StandAt(Command):
    """Say where one stands. place : tube_side, receptor_side or foot.

    distance_mm : from the isocentre, 300 to 3000.
    """

    place: str
    distance_mm: int
