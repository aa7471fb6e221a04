"""The machine and what lies on the table."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from trainer.geometry.carm import (
    DEFAULT_FIELD_MM,
    DEFAULT_MATRIX_PX,
    DEFAULT_SID_MM,
    DEFAULT_SOD_MM,
)
from trainer.needle.catalogue import NEEDLES
from trainer.scenario.part import Part, one_of

# Thoracic AP views take 65-80 kVp (clinical.md 5.2, from memory, marked to verify); the middle.
DEFAULT_KVP = 75.0
DEFAULT_PULSE_RATE_HZ: Final = (
    4  # design value: the slowest rate at which a moving needle can be followed
)

NeedleId = Annotated[
    str,
    AfterValidator(one_of(NEEDLES, "needle")),
    Field(json_schema_extra={"enum": list(NEEDLES)}),
]


class Machine(Part):
    """The fixed numbers of the C-arm; radiograph patients bring their own geometry."""

    sid_mm: float = Field(
        default=DEFAULT_SID_MM, ge=500.0, le=2000.0, description="Source to receptor."
    )
    sod_mm: float = Field(
        default=DEFAULT_SOD_MM,
        ge=200.0,
        le=1990.0,
        description="Source to isocentre; under sid_mm.",
    )
    field_mm: float = Field(
        default=DEFAULT_FIELD_MM,
        ge=50.0,
        le=500.0,
        description="Edge of the square receptor field at the start.",
    )
    matrix_px: int = Field(
        default=DEFAULT_MATRIX_PX, ge=64, le=2048, description="Pixels along one edge."
    )
    pulse_rate_hz: Literal[1, 2, 4, 8, 15] = Field(
        default=DEFAULT_PULSE_RATE_HZ, description="Pulses a second while the pedal is down."
    )
    kvp: float = Field(
        default=DEFAULT_KVP, ge=40.0, le=125.0, description="Tube voltage outside an attempt."
    )

    @field_validator("sod_mm")
    @classmethod
    def _lies_before_the_receptor(cls, sod_mm: float, info: ValidationInfo) -> float:
        sid_mm = info.data.get("sid_mm")
        if sid_mm is not None and sod_mm >= sid_mm:
            raise ValueError(f"must be less than sid_mm ({sid_mm:g}), got {sod_mm:g}")
        return sod_mm


class Equipment(Part):
    """What lies on the table."""

    needles: tuple[NeedleId, ...] = Field(
        min_length=1, max_length=16, description="The needles one can take in hand."
    )
