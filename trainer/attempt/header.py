"""The header of an attempt: who, what, and the truth as it was resolved when it opened.

Truth is written down once, in micrometres, so that scoring needs neither patient nor physics.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from trainer.attempt.drill import DrillTask
from trainer.attempt.events import Vec3
from trainer.attempt.own_block import OwnBlock
from trainer.attempt.shapes import reader_of
from trainer.attempt.sitting import Sitting
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
    landmarks_um : named points for the debrief. drill : what is drilled, None in whole tasks.
    own_blocks : the person's own earlier blocks of this patient, None where there are none.
    sitting : of which exam, by whom; None in practice.
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
    drill: DrillTask | None = None
    own_blocks: tuple[OwnBlock, ...] | None = None
    sitting: Sitting | None = None


def to_json(header: Header) -> dict[str, Any]:
    """The header as the log stores it; what older logs do not know only where it is there."""
    found = {field.name: _plain(getattr(header, field.name)) for field in fields(header)}
    return {name: part for name, part in found.items() if name not in _LATER or part is not None}


_LATER = frozenset({"drill", "own_blocks", "sitting"})
_READ = reader_of(Header)
_LINE_KEYS = frozenset({"kind", "format", "format_version", "prev"})  # trainer.attempt.log's own


def from_json(stored: Mapping[str, Any]) -> Header:
    """A header of the log. Raises ValueError on missing or foreign parts or another type."""
    parts = {key: part for key, part in stored.items() if key not in _LINE_KEYS}
    header = _READ(parts, "header")
    assert isinstance(header, Header)
    return header


_AS_THEY_ARE = frozenset({int, str, float, bool, type(None)})


def _plain(value: Any) -> Any:
    """What JSON brings back: dataclasses and mappings as objects, tuples as lists."""
    if type(value) in _AS_THEY_ARE:  # most of a header
        return value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
