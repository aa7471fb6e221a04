"""As much of a scenario as could be understood, so that rules also speak about a broken file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.scenario.patient import RadiographPatient

Place = tuple[str | int, ...]
Finding = tuple[Place, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """The sound parts of a scenario, by place: ("patient",), ("targets", 0), ("tolerance_mm",)."""

    parts: Mapping[Place, Any]

    @classmethod
    def whole(cls, scenario: Any) -> Draft:
        """The draft of a complete scenario."""
        parts: dict[Place, Any] = {}
        for name in type(scenario).model_fields:
            value = getattr(scenario, name)
            parts[(name,)] = value
            if isinstance(value, tuple):
                parts |= {(name, index): item for index, item in enumerate(value)}
        return cls(parts)

    def get(self, name: str) -> Any:
        """A part, or None where it is missing or unsound."""
        return self.parts.get((name,))

    def items(self, name: str) -> list[tuple[Place, Any]]:
        """The sound items of a list, each with its place."""
        return [
            (place, part)
            for place, part in self.parts.items()
            if len(place) == 2 and place[0] == name
        ]

    @property
    def kind(self) -> str | None:
        """The patient's kind, where the patient is sound."""
        patient = self.get("patient")
        return None if patient is None else patient.kind

    @property
    def picture_names(self) -> tuple[str, ...]:
        """The names of the patient's radiographs; none for other patients."""
        patient = self.get("patient")
        if not isinstance(patient, RadiographPatient):
            return ()
        return tuple(picture.name for picture in patient.pictures)
