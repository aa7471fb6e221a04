"""What became of the pointer and the needle."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.attempt.events.event import Event, Vec3


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
    """A needle stands with its tip on the skin; axis points from hub to tip. number : from 1."""

    needle: str
    tip_um: Vec3
    axis_e9: Vec3
    number: int = 1


@dataclass(frozen=True, slots=True)
class Gripped(Event):
    """The hub is held."""


@dataclass(frozen=True, slots=True)
class GripReleased(Event):
    """The hub is free."""


@dataclass(frozen=True, slots=True)
class NeedleMoved(Event):
    """The needle moved: it was pushed, withdrawn, tilted or turned, or slipped.

    how : "advance", "withdraw", "tilt", "turn" or "slip". tissue : at the tip after the move.
    in_tissue_um : the tip's path inside the skin during the move. pushed_um : travel along the
    shaft, negative out. axis_e9 : of the shaft at its tip. clearance_um : least signed distance of
    the swept tip to each hazard during the move (negative inside). ahead_um : distance along the
    axis (5 degree cone) to each hazard or to bone, -1 beyond 60 mm. Both are (structure, um) pairs
    in the header's order.
    shaft_um : the shaft's line from the skin, a vertex every 5 mm and its end, () outside. hub_e9 :
    of the shaft outside the skin, None where it is the axis. feel : what the fingers felt most of:
    "", "soft", "firm", "pop" or "bone". force_mn : the greatest force along the shaft, millinewton.
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
    shaft_um: tuple[Vec3, ...] = ()
    hub_e9: Vec3 | None = None
    feel: str = ""
    force_mn: int = 0


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
