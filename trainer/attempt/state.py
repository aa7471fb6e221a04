"""The state of an attempt: integers only, no patient, no physics."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from trainer.attempt.events import Vec3
from trainer.attempt.procedure import NOTHING_DONE, Procedure
from trainer.attempt.settings import Settings


@dataclass(frozen=True, slots=True)
class NeedleInHand:
    """A needle as it stands, in hand or left standing. Directions point from hub to tip.

    axis_e9 : of the shaft at its tip, where a push goes. entry_um : where the skin was punctured,
    None outside. depth_um : length of the shaft inside the skin, 0 outside. at_bone : the tip
    stands on bone. inside : the danger zones the tip is in, in the order of entering.
    number : from 1, no two alike. notch_mdeg : where the hub's notch points, 0 = cranial,
    clockwise as seen from the hub. shaft_um : the shaft's line from the skin, a vertex every 5 mm
    and its end, () outside; of a bent tip the line goes on as if it were straight. hub_e9 : of the
    shaft outside the skin, None where it is the axis.
    """

    model: str
    tip_um: Vec3
    axis_e9: Vec3
    entry_um: Vec3 | None = None
    depth_um: int = 0
    tissue: str = "air"
    at_bone: bool = False
    inside: tuple[str, ...] = ()
    number: int = 1
    notch_mdeg: int = 0
    shaft_um: tuple[Vec3, ...] = ()
    hub_e9: Vec3 | None = None
    stylet: bool = True
    electrode: bool = False


@dataclass(frozen=True, slots=True)
class HeldPicture:
    """Which exposure the live monitor holds, its axes, and the thickness it was made for."""

    number: int
    t_ms: int
    view: str
    oblique_mdeg: int
    tilt_mdeg: int
    right_e9: Vec3
    down_e9: Vec3
    water_mgcm2: int


@dataclass(frozen=True, slots=True)
class State:
    """Everything `decide` must remember.

    t_ms : time of the last event. beam_since_ms : None while the beam is off. pulses_in_run : since
    the pedal went down. beam_on_ms : pedal time of finished runs; single pictures add none.
    signals : five-minute signals so far; signal_sounding : the last one was not reset.
    place, distance_mm : where the operator stands, from the isocentre; operator_psv : the dose
    there. declared : (level, side) of the last declaration. resting : needles left standing.
    holder : the hub is gripped with a forceps. breath_held_ms : when a held breath was asked for,
    None where it goes on. procedure : acts, syringe, generator, complications. called : targets
    that the trainee's own call was made for. aids : practice aids that are on. item : of a drill,
    0 before the first; answered : of its questions.
    """

    oblique_mdeg: int
    tilt_mdeg: int
    isocentre_um: Vec3
    view: str = ""
    settings: Settings = field(default_factory=Settings)
    t_ms: int = 0
    beam_since_ms: int | None = None
    beam_latched: bool = False
    pulses_in_run: int = 0
    exposures: int = 0
    kerma_ngy: int = 0
    kap_pgym2: int = 0
    beam_on_ms: int = 0
    signals: int = 0
    signal_sounding: bool = False
    place: str = "receptor_side"
    distance_mm: int = 500
    operator_psv: int = 0
    held: HeldPicture | None = None
    pointer_um: Vec3 | None = None
    marks_um: tuple[Vec3, ...] = ()
    needle: NeedleInHand | None = None
    gripped: bool = False
    declared: tuple[str, str] | None = None
    submitted: bool = False
    resting: tuple[NeedleInHand, ...] = ()
    holder: bool = False
    breath_held_ms: int | None = None
    procedure: Procedure = NOTHING_DONE
    called: tuple[int, ...] = ()
    aids: tuple[str, ...] = ()
    item: int = 0
    answered: int = 0

    @property
    def sha256(self) -> str:
        """Hash of the whole state, the same on every machine."""
        parts: dict[str, Any] = {
            "needle": _plain(self.needle),
            "held": _plain(self.held),
            "settings": _fields_of(self.settings),
        }
        if self.resting:
            parts["resting"] = [_fields_of(needle) for needle in self.resting]
        if self.procedure is not NOTHING_DONE and self.procedure != NOTHING_DONE:
            parts["procedure"] = _PLACE
        whole = {**_fields_of(self), **parts}
        text = _ENCODER.encode(whole)
        if "procedure" in parts:
            text = text.replace(_PLACE_JSON, f'"procedure":{_procedure_json(self.procedure)}', 1)
        return hashlib.sha256(text.encode()).hexdigest()


# Names in order, so that the encoder need not sort: the hash is taken 5,000 times a replay.
_FIELDS = {
    kind: tuple(sorted(part.name for part in fields(kind)))
    for kind in (State, NeedleInHand, HeldPicture, Settings)
}
# Fields that older logs do not know are hashed only where they are not as at the start: so the
# hashes in those logs stay true. Add the name of every new field here.
LATER = {
    State: frozenset({"resting", "holder", "breath_held_ms", "procedure", "called"})
    | {"aids", "item", "answered"},
    NeedleInHand: frozenset({"number", "notch_mdeg", "shaft_um", "hub_e9", "stylet", "electrode"}),
    HeldPicture: frozenset(),
    Settings: frozenset(),
}
_AT_START = {
    kind: {part.name: part.default for part in fields(kind) if part.name in LATER[kind]}
    for kind in LATER
}
_ALWAYS = {kind: tuple(n for n in names if n not in LATER[kind]) for kind, names in _FIELDS.items()}
_ENCODER = json.JSONEncoder(separators=(",", ":"))


def _plain(part: NeedleInHand | HeldPicture | None) -> dict[str, Any] | None:
    return None if part is None else _fields_of(part)


def _fields_of(value: State | NeedleInHand | HeldPicture | Settings) -> dict[str, Any]:
    """Fields by name: what `asdict` gives, in a tenth of its time."""
    kind = type(value)
    found = {name: getattr(value, name) for name in _ALWAYS[kind]}
    later = {
        name: now
        for name, start in _AT_START[kind].items()
        if (now := getattr(value, name)) != start
    }
    return dict(sorted({**found, **later}.items())) if later else found


# A procedure changes in few records and is as long as all the rest: its text is kept while the next
# state holds the same one. Within a string every quote is escaped, so the place is found only once.
_PLACE, _PLACE_JSON = "@", '"procedure":"@"'
_KEPT: list[tuple[Procedure, str]] = [(NOTHING_DONE, "")]


def _procedure_json(procedure: Procedure) -> str:
    kept, text = _KEPT[0]
    if kept is not procedure:
        text = _ENCODER.encode(_sorted(procedure))
        _KEPT[0] = procedure, text
    return text


def _sorted(value: Any) -> Any:
    """Dataclasses as objects with their fields in order, tuples as lists."""
    if is_dataclass(value):
        names = sorted(part.name for part in fields(value))
        return {name: _sorted(getattr(value, name)) for name in names}
    return [_sorted(part) for part in value] if isinstance(value, tuple) else value
