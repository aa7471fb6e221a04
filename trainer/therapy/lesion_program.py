"""What a generator is told to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How heat is made."""

    CONVENTIONAL = "conventional"
    COOLED = "cooled"
    PULSED = "pulsed"


@dataclass(frozen=True, slots=True)
class Program:
    """A lesion to be made: what the electrode is held at, and for how long after the ramp began."""

    mode: Mode
    temperature_c: float
    seconds: float


# Heating-up time (X: generators ramp over 10-20 s) and the power a generator can give (X).
RAMP_S = 10.0
MOST_WATT = 30.0
# Pulsed: 45 V for 20 ms twice a second (M), so this part of the time.
PULSE_VOLT, PULSE_DUTY = 45.0, 0.04


def wanted_c(program: Program, seconds: float, body_c: float) -> float:
    """The electrode's temperature that the generator aims at, `seconds` after the start."""
    part = min(1.0, seconds / RAMP_S)
    return body_c + (program.temperature_c - body_c) * part
