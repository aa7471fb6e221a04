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
    """A part of what is injected: an ellipsoid along the world's axes.

    share_permille : of the volume. after_ms : when it is filled; gone_ms : when it has been washed
    away, 0 = it stays. Both count from the plunger's first movement.
    """

    centre_um: Vec3
    semi_um: Vec3
    share_permille: int
    after_ms: int
    gone_ms: int = 0


@dataclass(frozen=True, slots=True)
class InjectionBegan(Event):
    """The plunger moves; the picture follows the blobs while the beam is on.

    pattern : planes, vessel, foramen, epidural, intrathecal or pleura. lasts_ms : until the
    wanted volume is in. needle : the number of the needle that it goes through.
    """

    agent: str
    volume_ul: int
    needle: int
    tip_um: Vec3
    lasts_ms: int
    pattern: str
    blobs: tuple[Blob, ...]


@dataclass(frozen=True, slots=True)
class Injected(Event):
    """The plunger rests: so much of an agent lies in the patient.

    began_ms : when the plunger began to move. stopped : before the wanted volume was in.
    numbed_permille : (nerve with side, e.g. "T6-mb left", 1..1000) that it will numb at its peak;
    () for what does not numb.
    """

    agent: str
    volume_ul: int
    began_ms: int
    stopped: bool
    pattern: str
    blobs: tuple[Blob, ...]
    numbed_permille: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Stimulated(Event):
    """One second of stimulation. answers : (answer, nerve with side, 1..1000).

    What the muscles do and the nerves report, told or not: a patient asleep says nothing.
    """

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
    """Heat is on. ohm : before it. needle : the number of the needle with the electrode."""

    ohm: int
    needle: int


@dataclass(frozen=True, slots=True)
class LesionRead(Event):
    """The panel during a lesion, every five simulated seconds. decic : tenths of a degree.

    after_s : simulated seconds since the heat began.
    """

    after_s: int
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
    """A lesion is made, of the needle whose electrode was hot.

    number counts from 1. seconds : simulated, of heat. how : done, stopped, moved or fault. The
    coagulated volume is an ellipsoid of revolution about the axis: centre, semi-axes across and
    along; (0, 0) where nothing is dead. isotherm_um : where 45 C reached, the same way.
    clearance_um : least distance of that isotherm to each hazard of the header, then to
    "ventral-ramus", "nerve-root" and "skin" where the patient has them (negative: reached).
    covered_permille : (nerve with side, share of its stretch on the target that lies in the dead
    volume), of every target nerve and of others that are touched.
    """

    number: int
    mode: str
    temperature_c: int
    seconds: int
    how: str
    needle: int
    centre_um: Vec3
    axis_e9: Vec3
    semi_um: tuple[int, int]
    isotherm_centre_um: Vec3
    isotherm_um: tuple[int, int]
    clearance_um: tuple[tuple[str, int], ...]
    covered_permille: tuple[tuple[str, int], ...]
