"""What became of needle, syringe and generator beyond moving steel."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event, Vec3


@dataclass(frozen=True, slots=True)
class HubTurned(Event):
    """The notch of the hub points here: thousandths of a degree about the axis, 0 = cranial."""

    notch_mdeg: int


@dataclass(frozen=True, slots=True)
class NeedleLeft(Event):
    """The needle in hand was left standing."""

    number: int


@dataclass(frozen=True, slots=True)
class NeedleTakenUp(Event):
    """A standing needle is in hand again."""

    number: int


@dataclass(frozen=True, slots=True)
class StyletSet(Event):
    """The stylet of the needle in hand is in, or out."""

    inserted: bool


@dataclass(frozen=True, slots=True)
class ElectrodeSet(Event):
    """The electrode of the needle in hand is in, or out. slipped_um : how far the tip shifted."""

    inserted: bool
    slipped_um: int


@dataclass(frozen=True, slots=True)
class TubingConnected(Event):
    """Tubing hangs on the needle in hand, or not."""

    connected: bool


@dataclass(frozen=True, slots=True)
class HolderUsed(Event):
    """The hub is held by forceps, or by fingers."""

    held: bool


@dataclass(frozen=True, slots=True)
class Aspirated(Event):
    """What came into the syringe: dry, blood, csf or air."""

    found: str


@dataclass(frozen=True, slots=True)
class Blob:
    """A part of what was injected: an ellipsoid along the world's axes.

    share_permille : of the volume. after_ms : when it begins to fill, counted from the plunger's
    first movement. gone_ms : when blood has washed it away, 0 where it stays.
    """

    centre_um: Vec3
    semi_um: Vec3
    share_permille: int
    after_ms: int
    gone_ms: int = 0


@dataclass(frozen=True, slots=True)
class Injected(Event):
    """An agent lies in the patient.

    pattern : planes, vessel, foramen, epidural, intrathecal, pleura or joint. began_ms : when the
    plunger began to move; the event is its end. numbed_permille : (nerve, 0..1000) that it will
    numb at its peak; () for what does not numb.
    """

    agent: str
    volume_ul: int
    began_ms: int
    pattern: str
    blobs: tuple[Blob, ...]
    numbed_permille: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stimulated(Event):
    """One second of stimulation. answers : (answer, nerve, strength 1..1000)."""

    hz: int
    millivolts: int
    ohm: int
    answers: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class GeneratorSet(Event):
    """What the generator will do."""

    mode: str
    temperature_c: int
    seconds: int


@dataclass(frozen=True, slots=True)
class LesionStarted(Event):
    """Heat is on. ohm : before it."""

    ohm: int


@dataclass(frozen=True, slots=True)
class LesionRead(Event):
    """The panel during a lesion, every five simulated seconds. decic : tenths of a degree."""

    electrode_decic: int
    milliwatt: int
    ohm: int


@dataclass(frozen=True, slots=True)
class GeneratorFault(Event):
    """The generator stopped by itself.

    fault : impedance-high, impedance-low, pad or temperature.
    """

    fault: str
    ohm: int


@dataclass(frozen=True, slots=True)
class LesionEnded(Event):
    """A lesion is made, of the needle in hand.

    number counts from 1. seconds : simulated, of heat. The coagulated volume is an ellipsoid of
    revolution about the axis: centre, semi-axes across and along. isotherm_um : where 45 C reached,
    the same way. clearance_um : least distance of that isotherm to each hazard (negative: reached).
    covered_permille : (nerve, share of its stretch on the target that lies in the volume).
    """

    number: int
    mode: str
    seconds: int
    centre_um: Vec3
    axis_e9: Vec3
    semi_um: tuple[int, int]
    isotherm_centre_um: Vec3
    isotherm_um: tuple[int, int]
    clearance_um: tuple[tuple[str, int], ...]
    covered_permille: tuple[tuple[str, int], ...]
