"""Who the synthetic patient is: everything that varies, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from trainer.anatomy.levels import LEVELS

GENERATOR = "synthetic_thorax"
GENERATOR_VERSION = 1  # raise it with every change of a single voxel


class Sex(StrEnum):
    """Which published means apply where they differ."""

    FEMALE = "female"
    MALE = "male"


class Transition(StrEnum):
    """A vertebra that looks like its neighbour's kind."""

    NONE = "none"
    LUMBAR_T12 = "lumbar-t12"  # T12 with lumbar processes and no or tiny ribs
    THORACIC_L1 = "thoracic-l1"  # L1 with short ribs
    CERVICAL_RIB_C7 = "cervical-rib-c7"


class Hardware(StrEnum):
    """Metal in the patient."""

    NONE = "none"
    PEDICLE_SCREWS = "pedicle-screws"  # with rods, at `hardware_levels`
    CEMENT = "cement"  # a vertebroplasty at `hardware_levels`
    STERNAL_WIRES = "sternal-wires"
    PACEMAKER = "pacemaker"


# Smallest and largest allowed value of each number (design values round the ranges of the issue:
# BMI 18-45, scoliosis 0-30 degrees, 11-13 ribs).
LIMITS: dict[str, tuple[float, float]] = {
    "seed": (0, 2**32 - 1),
    "age_years": (18, 95),
    "height_cm": (140, 205),
    "bmi": (18, 45),
    "kyphosis_deg": (15, 80),
    "scoliosis_deg": (0, 30),
    "rotation_deg": (-20, 20),
    "bone_density": (0.3, 1.5),
    "rib_pairs": (11, 13),
    "osteophytes": (0, 1),
    "wedge_percent": (0, 60),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One synthetic patient; the same person has the same bytes.

    seed : all that chance decides. kyphosis_deg : Cobb angle T1-T12 as positioned, prone.
    scoliosis_deg : Cobb angle of the coronal curve, apex T8, convex to the right. rotation_deg :
    whole trunk about z, + = the back turned to the patient's left. bone_density : 1 = what
    anatomy.md 2 gives for the age; 0.5 = osteoporotic. osteophytes : 0 none .. 1 severe.
    wedge_level, wedge_percent : anterior height lost in a wedge fracture; "" = none.
    hardware_levels : levels with screws or cement.
    Raises ValueError, naming the field and its limits.
    """

    seed: int = 0
    sex: Sex = Sex.FEMALE
    age_years: float = 45.0
    height_cm: float = 168.0
    bmi: float = 24.0
    kyphosis_deg: float = 40.0
    scoliosis_deg: float = 0.0
    rotation_deg: float = 0.0
    bone_density: float = 1.0
    rib_pairs: int = 12
    transition: Transition = Transition.NONE
    osteophytes: float = 0.15
    wedge_level: str = ""
    wedge_percent: float = 0.0
    hardware: Hardware = Hardware.NONE
    hardware_levels: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise ValueError(f"{name} is {value}, it must be {least} to {most}")
        for level in filter(None, (self.wedge_level, *self.hardware_levels)):
            if level not in LEVELS:
                raise ValueError(f"{level!r} is no level, use one of {', '.join(LEVELS)}")

    def document(self) -> dict[str, object]:
        """All fields as JSON types, in order: what the cache key and the log's header hash."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
