"""What the screens show a player: values, with his own errors in them, and no truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from trainer.geometry.pinhole import FloatArray, PinholeView

Pixel = tuple[float, float]
LEAST_LATERAL_DEG = 60.0  # from here on a picture shows the patient from the side
# Behind the shoulders in a lateral (teaching.md 1: "at T1-T4 shoulders hide the lateral").
BEHIND_SHOULDERS = frozenset({"C7", "T1", "T2", "T3", "T4"})


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An exposure as he reads it. number : of the exposure.

    view : the machine's geometry in the room, as the pose burned into the picture says. spots :
    where he believes to see something, by name; what the picture hides or does not hold is absent.
    tip, pointer : of needle and pointer, None where they are not in it. plate_gap_mm : how far the
    two lines of the level's end plate stand apart, None where it is not seen.
    """

    number: int
    view: PinholeView
    oblique_deg: float
    tilt_deg: float
    spots: Mapping[str, Pixel]
    tip: Pixel | None
    pointer: Pixel | None
    plate_gap_mm: float | None

    @property
    def lateral(self) -> bool:
        """Whether it shows depth."""
        return abs(self.oblique_deg) >= LEAST_LATERAL_DEG


@dataclass(frozen=True, slots=True, eq=False)
class NeedleSeen:
    """The needle at the bedside: skin_mm where it goes in (room axes), hub from hub to tip.

    depth_mm : by the rings on the shaft. feel : what the fingers felt last.
    """

    skin_mm: FloatArray
    hub: FloatArray
    depth_mm: float
    feel: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The generator: ohm of the last stimulation or reading, seconds of heat, whether it heats."""

    ohm: int = 0
    after_s: int = 0
    heats: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Everything on the screens now.

    picture : on the live monitor. pointer_mm : where the pointer lies on the back. said : what the
    patient said or did at the last command. refused : why it could not be done. contrast : the
    pattern that he watched run, "" where he did not look. aspirated : into the syringe. pages :
    of the case, opened. speaks_for : reasons that he takes from them.
    """

    picture: Picture | None = None
    needle: NeedleSeen | None = None
    pointer_mm: FloatArray | None = None
    said: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    contrast: str = ""
    aspirated: str = ""
    panel: Panel = field(default_factory=Panel)
    pages: tuple[str, ...] = ()
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target as the task names it; the bone that bears the nerve is what he looks for."""

    nerve: str
    bone: str
    side: str


@dataclass(frozen=True, slots=True)
class Task:
    """What the briefing says. views : stored pictures by role, empty where there is a C-arm.

    numbers : of the practice profile, by name. topics : of the case. start_mm : where the table
    stands (isocentre), start_tilt_deg : how the C-arm does.
    """

    procedure: str
    wanted: tuple[Wanted, ...]
    needles: tuple[str, ...]
    views: Mapping[str, str]
    numbers: Mapping[str, int]
    start_mm: tuple[float, float, float]
    start_tilt_deg: float
