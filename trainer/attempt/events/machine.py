"""What became of the machine: where it stands, what it exposed."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event, Vec3
from trainer.attempt.settings import Edges, Settings


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
