"""The header of an attempt: who, what, and the truth as it was resolved when it opened.

Truth is written down once, in micrometres, so that scoring needs neither patient nor physics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from trainer.attempt.events import Vec3
from trainer.attempt.state import State


@dataclass(frozen=True, slots=True)
class Target:
    """What must be reached: the triple {joint, nerve, bearing bone}, a side, and where it lies.

    line_of_sight_um : the source of the only picture where a single radiograph is the patient; then
    depth along that ray is unknown and is not scored. nerve_um : centreline, () where unknown.
    """

    joint: str
    nerve: str
    bone: str
    side: str
    convention: str
    point_um: Vec3
    nerve_um: tuple[Vec3, ...] = ()
    line_of_sight_um: Vec3 | None = None


@dataclass(frozen=True, slots=True)
class Hazard:
    """A structure the tip must stay away from, by `margin_um`."""

    structure: str
    margin_um: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Hashes (SHA-256 hex) of everything that `decide` depended on."""

    version: str
    build_sha256: str
    patient_sha256: str
    tables_sha256: str
    scenario_sha256: str


@dataclass(frozen=True, slots=True)
class Header:
    """Everything that is fixed when an attempt opens.

    scenario : the whole scenario document, so that a log can be scored alone. mode : "practice" or
    "exam". parent : (head hash, seq) of the attempt this one branched from, or None.
    landmarks_um : named points for the debrief.
    """

    attempt_id: str
    created_utc: str
    mode: str
    seed: int
    provenance: Provenance
    scenario: Mapping[str, Any]
    targets: tuple[Target, ...]
    hazards: tuple[Hazard, ...]
    tolerance_um: int
    uncertainty_um: int
    start: State
    landmarks_um: Mapping[str, Vec3]
    parent: tuple[str, int] | None = None


def to_json(header: Header) -> dict[str, Any]:
    """The header as the log stores it."""
    return asdict(header)


def from_json(stored: Mapping[str, Any]) -> Header:
    """A header of the log. Raises ValueError where a part is missing or of another shape."""
    try:
        return Header(
            attempt_id=str(stored["attempt_id"]),
            created_utc=str(stored["created_utc"]),
            mode=str(stored["mode"]),
            seed=int(stored["seed"]),
            provenance=Provenance(**stored["provenance"]),
            scenario=dict(stored["scenario"]),
            targets=tuple(Target(**_tuples(target)) for target in stored["targets"]),
            hazards=tuple(Hazard(**hazard) for hazard in stored["hazards"]),
            tolerance_um=int(stored["tolerance_um"]),
            uncertainty_um=int(stored["uncertainty_um"]),
            start=State(**_tuples(stored["start"])),
            landmarks_um={name: _tuple(point) for name, point in stored["landmarks_um"].items()},
            parent=_tuple(stored["parent"]) if stored["parent"] is not None else None,
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"the header lacks or bends a part: {error}") from None


def _tuples(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _tuple(value) for key, value in stored.items()}


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list | tuple) else value
