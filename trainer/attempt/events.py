"""What came of a command: facts, settled once, in integers.

Units: `_um` micrometres, `_mdeg` thousandths of a degree, `_e9` unit vectors times 1e9, `_ngy`
nanogray, `_pgym2` pGy m2, `_psv` picosievert, `_v` volt, `_nas` nA s, `_us` microseconds, `_mgcm2`
mg/cm2 of water. World axes are those of docs/conventions.md.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from trainer.attempt.settings import Edges, Settings
from trainer.attempt.shapes import Reader, reader_of

Vec3 = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Event:
    """The least of an event: when it happened, in ms since the attempt began."""

    t_ms: int


@dataclass(frozen=True, slots=True)
class CArmMoved(Event):
    """The machine or the table stands anew."""

    oblique_mdeg: int
    tilt_mdeg: int
    isocentre_um: Vec3


@dataclass(frozen=True, slots=True)
class ViewSelected(Event):
    """One of the stored radiograph views stands in the machine."""

    view: str


@dataclass(frozen=True, slots=True)
class MachineSet(Event):
    """Something was turned on the console; everything on it as it stands now."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class StoodAt(Event):
    """The operator stands here, `distance_mm` from the isocentre."""

    place: str
    distance_mm: int


@dataclass(frozen=True, slots=True)
class BeamStarted(Event):
    """The pedal went down. latched : it will drop by itself."""

    latched: bool


@dataclass(frozen=True, slots=True)
class BeamStopped(Event):
    """The beam is off. reason : released, latch, focus, dialog, lock, device, closed, submitted."""

    reason: str


@dataclass(frozen=True, slots=True)
class FiveMinuteSignal(Event):
    """Another five minutes under the beam; it sounds until it is reset. number counts from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class SignalReset(Event):
    """The five-minute signal is silent."""


@dataclass(frozen=True, slots=True)
class Exposed(Event):
    """One pulse reached the receptor and the monitors changed.

    number counts from 1. direction_e9 is source to receptor, right_e9 and down_e9 the picture's
    axes. view is the stored view's name, "" for a C-arm. shutters_um : the open rectangle.
    mode : low, normal, boost, or spot (a single picture: the lamp is lit, no run begins).
    water_mgcm2 : the thickness that the technique was made for. kap_pgym2 : over the open part.
    operator_psv : to the operator, unshielded. hand_in_beam : the gripped hub lay inside the open
    rectangle; tip_in_field : the tip did.
    """

    number: int
    view: str
    oblique_mdeg: int
    tilt_mdeg: int
    source_um: Vec3
    direction_e9: Vec3
    right_e9: Vec3
    down_e9: Vec3
    rotation_mdeg: int
    sid_um: int
    field_um: int
    shutters_um: Edges
    mode: str
    tube_v: int
    charge_nas: int
    pulse_us: int
    water_mgcm2: int
    kerma_ngy: int
    kap_pgym2: int
    operator_psv: int
    hand_in_beam: bool
    tip_in_field: bool


@dataclass(frozen=True, slots=True)
class PointerMoved(Event):
    """The pointer lies on the skin here."""

    at_um: Vec3


@dataclass(frozen=True, slots=True)
class SkinMarked(Event):
    """A mark was made on the skin."""

    at_um: Vec3


@dataclass(frozen=True, slots=True)
class NeedleTaken(Event):
    """A needle stands with its tip on the skin; axis points from hub to tip."""

    needle: str
    tip_um: Vec3
    axis_e9: Vec3


@dataclass(frozen=True, slots=True)
class Gripped(Event):
    """The hub is held."""


@dataclass(frozen=True, slots=True)
class GripReleased(Event):
    """The hub is free."""


@dataclass(frozen=True, slots=True)
class NeedleMoved(Event):
    """The needle moved: by pushing, withdrawing or tilting.

    how : "advance", "withdraw" or "tilt". tissue : at the tip after the move. in_tissue_um : the
    tip's path inside the skin during the move. pushed_um : travel along the axis, negative out.
    clearance_um : least signed distance of the swept tip to each hazard during the move (negative
    inside). ahead_um : distance along the axis (5 degree cone) to each hazard or to bone, -1 beyond
    60 mm. Both are (structure, um) pairs in the header's order.
    """

    how: str
    tip_um: Vec3
    axis_e9: Vec3
    pushed_um: int
    in_tissue_um: int
    depth_um: int
    tissue: str
    clearance_um: tuple[tuple[str, int], ...]
    ahead_um: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class SkinPunctured(Event):
    """The tip went through the skin here."""

    at_um: Vec3


@dataclass(frozen=True, slots=True)
class BoneTouched(Event):
    """The tip stands on bone."""

    at_um: Vec3


@dataclass(frozen=True, slots=True)
class BoneLost(Event):
    """The tip left the bone."""


@dataclass(frozen=True, slots=True)
class HazardEntered(Event):
    """The tip went into a danger zone."""

    structure: str
    at_um: Vec3


@dataclass(frozen=True, slots=True)
class HazardLeft(Event):
    """The tip came out of a danger zone."""

    structure: str
    at_um: Vec3


@dataclass(frozen=True, slots=True)
class NeedleRemoved(Event):
    """The needle is out."""


@dataclass(frozen=True, slots=True)
class LevelDeclared(Event):
    """The trainee said which level it is, looking at exposure `exposure` (0 = at none)."""

    level: str
    side: str
    exposure: int


@dataclass(frozen=True, slots=True)
class Submitted(Event):
    """The trainee is done."""


@dataclass(frozen=True, slots=True)
class NotPossible(Event):
    """A command that could not do anything, and why; nothing changed."""

    command: str
    why: str


EVENTS: Mapping[str, type[Event]] = {
    "carm_moved": CArmMoved,
    "view_selected": ViewSelected,
    "machine_set": MachineSet,
    "stood_at": StoodAt,
    "beam_started": BeamStarted,
    "beam_stopped": BeamStopped,
    "five_minute_signal": FiveMinuteSignal,
    "signal_reset": SignalReset,
    "exposed": Exposed,
    "pointer_moved": PointerMoved,
    "skin_marked": SkinMarked,
    "needle_taken": NeedleTaken,
    "gripped": Gripped,
    "grip_released": GripReleased,
    "needle_moved": NeedleMoved,
    "skin_punctured": SkinPunctured,
    "bone_touched": BoneTouched,
    "bone_lost": BoneLost,
    "hazard_entered": HazardEntered,
    "hazard_left": HazardLeft,
    "needle_removed": NeedleRemoved,
    "level_declared": LevelDeclared,
    "submitted": Submitted,
    "not_possible": NotPossible,
}
NAMES: Mapping[type[Event], str] = {kind: name for name, kind in EVENTS.items()}

# Motion is grouped on disk (<= 250 ms); every other event is committed at once (DESIGN 10).
# Shutters and rotation are dragged, so the console counts as motion.
MOTION: frozenset[type[Event]] = frozenset({CArmMoved, MachineSet, PointerMoved, NeedleMoved})


_FIELDS: Mapping[type[Event], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in NAMES
}
_READERS: Mapping[str, Reader] = {name: reader_of(kind) for name, kind in EVENTS.items()}


def to_json(event: Event) -> dict[str, Any]:
    """An event as the log stores it."""
    kind = type(event)
    if kind is MachineSet:
        return {"event": NAMES[kind], **asdict(event)}
    return {"event": NAMES[kind], **{name: getattr(event, name) for name in _FIELDS[kind]}}


def from_json(stored: Any) -> Event:
    """An event of the log.

    Raises ValueError on an unknown name, missing or foreign fields, or values of another type.
    """
    if type(stored) is not dict:
        raise ValueError(f"an event is an object, not {reprlib.repr(stored)}")
    name = stored.get("event")
    reader = _READERS.get(name) if type(name) is str else None
    if reader is None:
        raise ValueError(f"unknown event {reprlib.repr(name)}: the log is newer than this program")
    event = reader({key: part for key, part in stored.items() if key != "event"}, str(name))
    assert isinstance(event, Event)
    return event
