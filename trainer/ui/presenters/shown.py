"""Everything the suite can show, as frozen values: a presenter makes them, a view draws them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.events import Exposed
from trainer.needle.catalogue import NeedleModel

Place = tuple[float, float]  # x_mm, z_mm on the table
Standing = tuple[float, float, float]  # x_mm, z_mm and height above the skin's entry, mm


class MonitorState(StrEnum):
    """What a monitor is doing."""

    EMPTY = "empty"
    LIVE = "live"
    HELD = "held"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """One exposure with what is burned into it.

    values : floats, shape (rows, cols), dense dark, mostly 0..1. letters : left, right, top,
    bottom. lines : pose and facts of the exposure, fixed when it was taken. pose : equal for two
    pictures taken from one place. taken : the exposure itself.
    """

    number: int
    values: NDArray[np.floating]
    letters: tuple[str, ...]
    lines: tuple[str, ...]
    pixel_mm_at_isocentre: float
    t_ms: int = 0
    pose: tuple[object, ...] = ()
    taken: Exposed | None = None

    @property
    def edge_mm(self) -> float:
        """The longer edge in the isocentre's plane."""
        return float(max(self.values.shape) * self.pixel_mm_at_isocentre)


@dataclass(frozen=True, slots=True)
class BeamShown:
    """The lamp."""

    on: bool = False
    latched: bool = False

    @property
    def monitor(self) -> MonitorState:
        """What a beam does to the live monitor."""
        return MonitorState.LIVE if self.on else MonitorState.HELD


@dataclass(frozen=True, slots=True)
class PoseShown:
    """Where the machine stands now, which is not what the monitor shows until the next exposure."""

    oblique_deg: float
    tilt_deg: float
    oblique_text: str
    tilt_text: str
    table_text: str
    view: str = ""


@dataclass(frozen=True, slots=True)
class NeedleShown:
    """A needle as eyes see it outside the body: no tip, no depth in millimetres.

    notch_deg : where the hub's notch points, 0 = cranial, clockwise as seen from the hub.
    """

    title: str
    length_mm: float
    outside_mm: float
    rings_text: str
    entry: Place
    hub: Standing
    rings: tuple[Standing, ...]
    bows: bool
    in_skin: bool
    notch_deg: float = 0.0
    number: int = 1


@dataclass(frozen=True, slots=True)
class BedsideShown:
    """What lies on the back."""

    pointer: Place | None = None
    marks: tuple[Place, ...] = ()
    needle: NeedleShown | None = None
    laser: Place | None = None
    gripped: bool = False
    resting: tuple[NeedleShown, ...] = ()
    forceps: bool = False


class RecordMark(StrEnum):
    """Whether what is shown is also safe on disk."""

    RECORDED = "recorded"
    WRITING = "writing"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CaseShown:
    """The task in words: names only, never a place."""

    title: str
    targets: tuple[str, ...]
    conventions: str


@dataclass(frozen=True, slots=True)
class NeedleChoice:
    """One needle of the tray. short : gauge, length and active tip, where there is little room."""

    id: str
    title: str
    short: str = ""


def needle_choice(model: NeedleModel) -> NeedleChoice:
    """A needle of the catalogue: "22G 50mm", "18G 100/10" with its active tip."""
    tip = f"/{model.active_tip_mm:.0f}" if model.active_tip_mm else "mm"
    return NeedleChoice(model.id, model.title, f"{model.gauge}G {model.length_mm:.0f}{tip}")


@dataclass(frozen=True, slots=True)
class Dose:
    """The dose line and the same in words."""

    text: str
    spoken: str
