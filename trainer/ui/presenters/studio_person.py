"""The drawn person of the studio: what sliders mean, at once, before anything is built; no Qt.

A sketch: curves, ribs and fat follow the numbers; the picture beside it follows the bones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, pi, radians, sin
from typing import Any

from trainer.anatomy.levels import LEVELS
from trainer.anatomy.synthetic.person import LIMITS, Person

Place = tuple[float, float]
SPINE_MM = 330.0  # C7 to L1 of a person of 168 cm (design value of the sketch)
APEX = 8  # T8: as `Person.scoliosis_deg` has it
FAT_MM, FAT_PER_BMI_MM, FAT_LEAST_MM = 9.0, 1.15, 3.5  # as `synthetic.soft_outline`


@dataclass(frozen=True, slots=True)
class Vertebra:
    """One level. behind, beside : where it is seen from behind (right, down) and from the side
    (back, down), mm from T7. wanted : a target is there. wedge : anterior height lost, 0..1.
    """

    level: str
    behind: Place
    beside: Place
    has_rib: bool
    wedge: float
    wanted: bool


@dataclass(frozen=True, slots=True)
class PersonShown:
    """The sketch. fat_mm : behind the spine. density : 1 is usual for the age."""

    vertebrae: tuple[Vertebra, ...]
    sides: tuple[str, ...]
    fat_mm: float
    width_mm: float
    density: float
    hardware: tuple[str, ...]


def person_shown(
    patient: Mapping[str, Any], levels: tuple[str, ...], sides: tuple[str, ...]
) -> PersonShown:
    """The sketch of a patient's document; what is no number there is an average person's."""
    number = _Numbers(patient)
    step = SPINE_MM / (len(LEVELS) - 1) * number["height_cm"] / 168.0
    bend, curve = radians(number["scoliosis_deg"]), radians(number["kyphosis_deg"])
    ribs = int(number["rib_pairs"])
    shown = tuple(
        _vertebra(at, level, step, bend, curve, ribs, patient, level in levels)
        for at, level in enumerate(LEVELS)
    )
    bmi = number["bmi"]
    hardware = patient.get("hardware_levels") or ()
    return PersonShown(
        shown,
        sides,
        max(FAT_LEAST_MM, FAT_MM + FAT_PER_BMI_MM * (bmi - 24.0)),
        110.0 + 3.2 * (bmi - 24.0),
        number["bone_density"],
        tuple(str(each) for each in hardware),
    )


class _Numbers:
    def __init__(self, patient: Mapping[str, Any]) -> None:
        self._patient = patient

    def __getitem__(self, name: str) -> float:
        found = self._patient.get(name, getattr(Person(), name))
        usable = isinstance(found, int | float) and not isinstance(found, bool)
        least, most = LIMITS[name]
        return min(most, max(least, float(found if usable else getattr(Person(), name))))


def _vertebra(
    at: int,
    level: str,
    step: float,
    bend: float,
    curve: float,
    ribs: int,
    patient: Mapping[str, Any],
    wanted: bool,
) -> Vertebra:
    along = (at - 7) * step
    # A half wave with its apex at T8, convex to the patient's right; screen right seen from behind.
    part = at / (len(LEVELS) - 1)
    aside = sin(pi * part) * bend * step * (len(LEVELS) - 1) / pi
    back = cos(pi * (part - 0.5)) * curve * step * (len(LEVELS) - 1) / (2.0 * pi)
    lost = patient.get("wedge_percent", 0.0) if patient.get("wedge_level") == level else 0.0
    usable = isinstance(lost, int | float)
    thoracic = 1 <= at <= min(12, ribs) or (ribs == 13 and level == "L1")
    wedge = float(lost) / 100.0 if usable else 0.0
    return Vertebra(level, (aside, along), (back, along), thoracic, wedge, wanted)
