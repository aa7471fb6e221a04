"""Automatic brightness: the technique that gives the receptor what it needs behind a patient.

The voltage follows thickness on a smooth curve; the charge is what then brings the receptor's
signal to the mode's target, held to what the tube can do. So thin patients cost little, thick ones
cost dose first and become noisy after.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from trainer.geometry.carm import DEFAULT_SID_MM
from trainer.imaging.fluence import signal_kev_per_mm2

# kVp over water-equivalent thickness, logistic between the ends: 74 kVp at 19 g/cm2 (thorax AP) and
# 86 at 28 (lateral), within the 65-80 and 75-95 of clinical.md 5.2 (design values).
LOWEST_KVP, HIGHEST_KVP = 60.0, 110.0
MIDDLE_G_CM2, WIDTH_G_CM2 = 27.3, 8.8
# Energy absorbed in the caesium iodide per pulse and mm2 in normal mode. Makes 19 g/cm2 at 8 pulses
# a second cost 8 mGy/min at the reference point, the modern spine output that clinical.md 5.2
# derives from Soucy 2024 (7.7-8.6); about 500 quanta a mm2, some 25 nGy at the receptor.
TARGET_KEV_PER_MM2 = 26_800.0
USUAL_CURRENT_MA = 10.0  # the pulse lengthens at this current before the current rises (design)
SHORTEST_MS, LEAST_MA = 4.0, 1.0  # design values


class DoseMode(StrEnum):
    """What the operator asks of the receptor's dose."""

    LOW = "low"
    NORMAL = "normal"
    BOOST = "boost"
    SPOT = "spot"


@dataclass(frozen=True, slots=True)
class TubeLimits:
    """What one mode may ask of the tube; dose_factor : of the normal receptor dose per pulse."""

    dose_factor: float
    most_ma: float
    longest_ms: float

    @property
    def most_mas(self) -> float:
        """The largest charge of one pulse."""
        return self.most_ma * self.longest_ms / 1000.0


# Fluoroscopy within 25 mA and 20 ms keeps under FDA's 88 mGy/min 30 cm before the receptor at 15
# pulses a second and any voltage (tested); a spot has the generator's 75 mA (clinical.md 5.1) and
# 50 ms. Factors and lengths are design values.
LIMITS = {
    DoseMode.LOW: TubeLimits(0.5, 25.0, 20.0),
    DoseMode.NORMAL: TubeLimits(1.0, 25.0, 20.0),
    DoseMode.BOOST: TubeLimits(2.0, 25.0, 20.0),
    DoseMode.SPOT: TubeLimits(4.0, 75.0, 50.0),
}
LEAST_MAS = SHORTEST_MS * LEAST_MA / 1000.0


@dataclass(frozen=True, slots=True)
class Technique:
    """Tube voltage, charge and length of one pulse."""

    kvp: float
    charge_mas_per_pulse: float
    pulse_ms: float

    @property
    def current_ma(self) -> float:
        """Tube current during the pulse."""
        return self.charge_mas_per_pulse / self.pulse_ms * 1000.0


def technique_for(
    water_g_cm2: float, mode: DoseMode = DoseMode.NORMAL, sid_mm: float = DEFAULT_SID_MM
) -> Technique:
    """The technique behind a water-equivalent thickness, at least 0.

    Voltage and charge never fall as thickness rises. Raises ValueError for a negative thickness.
    """
    if not water_g_cm2 >= 0.0:
        raise ValueError(f"water_g_cm2 must be at least 0, got {water_g_cm2}")
    return technique_at(kvp_for(water_g_cm2), water_g_cm2, mode, sid_mm)


def technique_at(
    kvp: float, water_g_cm2: float, mode: DoseMode = DoseMode.NORMAL, sid_mm: float = DEFAULT_SID_MM
) -> Technique:
    """The same at a voltage that somebody set, 40..120."""
    limits = LIMITS[mode]
    wanted = limits.dose_factor * TARGET_KEV_PER_MM2
    needed_mas = wanted / signal_kev_per_mm2(kvp, 1.0, sid_mm, water_g_cm2)
    charge_mas = min(max(needed_mas, LEAST_MAS), limits.most_mas)
    pulse_ms = charge_mas / USUAL_CURRENT_MA * 1000.0
    return Technique(kvp, charge_mas, min(max(pulse_ms, SHORTEST_MS), limits.longest_ms))


def kvp_for(water_g_cm2: float) -> float:
    """The voltage curve of automatic brightness."""
    rise = 1.0 / (1.0 + math.exp((MIDDLE_G_CM2 - water_g_cm2) / WIDTH_G_CM2))
    return LOWEST_KVP + (HIGHEST_KVP - LOWEST_KVP) * rise
