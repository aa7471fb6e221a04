"""What came of a needle's movement: tissue, clearances, what lies ahead, bone and danger zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from trainer.attempt.events import (
    BoneLost,
    BoneTouched,
    Event,
    HazardEntered,
    HazardLeft,
    NeedleMoved,
    SkinPunctured,
    Vec3,
)
from trainer.attempt.felt import felt
from trainer.attempt.integers import e9_of, floor_um, mm_of, um_of, unit_of
from trainer.attempt.moment import Moment
from trainer.attempt.state import NeedleInHand
from trainer.attempt.steel import hub_e9, shaft_um
from trainer.geometry.pinhole import FloatArray
from trainer.needle.ahead import distance_ahead_mm
from trainer.needle.clearance import least_mm
from trainer.needle.shaft import Shaft

# Design value: nearer to bone than this the tip stands on it, and what stops a movement sooner than
# this has let nothing move. Ten times what rounding to whole micrometres moves a tip.
CONTACT_MM = 0.02
# Rounding may lay a tip on bone up to 1 um too deep, again and again while it slides; never more
# than this in all.
SLACK_MM = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """Where a movement led.

    shaft : the line after it. way_mm : the tip's places between start and end, shape (n, 3),
    neither included. entry_um : where the skin was punctured on this way, None where it was not.
    wanted_um : the push that was asked for.
    """

    how: str
    tip_um: Vec3
    shaft: Shaft
    way_mm: FloatArray
    pushed_um: int = 0
    in_tissue_um: int = 0
    entry_um: Vec3 | None = None
    wanted_um: int = 0

    @property
    def depth_um(self) -> int:
        """Length of the shaft inside the skin."""
        return self.shaft.depth_um

    @property
    def axis_e9(self) -> Vec3:
        """The direction of the shaft at its tip."""
        return e9_of(self.shaft.lead)


@dataclass(frozen=True, slots=True, eq=False)
class _Swept:
    """The tip's places from start to end, shape (n, 3), and its distances there, shape (n,)."""

    places_mm: FloatArray
    bone: FloatArray | None
    hazards: tuple[tuple[str, FloatArray], ...]


def moved(moment: Moment, needle: NeedleInHand, movement: Movement) -> tuple[Event, ...]:
    """The events of a movement in the order of the way: bone left, skin, zones, end, bone met."""
    swept = _measured(moment, needle, movement)
    lost, touched = _bone(moment, needle, movement, swept)
    skin = () if movement.entry_um is None else (SkinPunctured(moment.now_ms, movement.entry_um),)
    zones = sorted(_crossings(moment, needle, swept), key=lambda found: found[0])
    end = _end(moment, needle, movement, swept)
    return (*lost, *skin, *(event for _, event in zones), end, *touched)


def sinks(moment: Moment, before_mm: FloatArray, after_mm: FloatArray) -> bool:
    """Whether a movement would lay steel deeper into bone than the slack.

    Shapes (n, 3) and (m, 3): points that may meet bone, before and after.
    """
    bone = moment.world.bone
    if bone is None:
        return False
    after = least_mm(bone, after_mm)
    return after < -SLACK_MM and after < least_mm(bone, before_mm)


def _measured(moment: Moment, needle: NeedleInHand, movement: Movement) -> _Swept:
    # Both ends are where the integers say: the next command starts where this one was judged.
    places_mm = np.vstack([mm_of(needle.tip_um), movement.way_mm, mm_of(movement.tip_um)])
    world = moment.world
    return _Swept(
        places_mm,
        None if world.bone is None else world.bone.at(places_mm),
        tuple((structure, field.at(places_mm)) for structure, field in world.hazards),
    )


def _bone(
    moment: Moment, needle: NeedleInHand, movement: Movement, swept: _Swept
) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    if swept.bone is None:
        return (), ()
    near = swept.bone <= CONTACT_MM
    left = needle.at_bone and not bool(near.all())
    met = bool(near[-1]) and movement.depth_um > 0 and (left or not needle.at_bone)
    return (
        (BoneLost(moment.now_ms),) if left else _in_passing(moment, needle, movement, swept),
        (BoneTouched(moment.now_ms, movement.tip_um),) if met else (),
    )


def _in_passing(
    moment: Moment, needle: NeedleInHand, movement: Movement, swept: _Swept
) -> tuple[Event, ...]:
    """Bone that one push met, slid along and walked off again."""
    assert swept.bone is not None
    near = swept.bone <= CONTACT_MM
    if needle.at_bone or near[-1] or not near.any() or movement.pushed_um <= 0:
        return ()
    at_um = um_of(swept.places_mm[int(near.argmax())])
    return BoneTouched(moment.now_ms, at_um), BoneLost(moment.now_ms)


def _crossings(moment: Moment, needle: NeedleInHand, swept: _Swept) -> Iterator[tuple[int, Event]]:
    """(place on the way, event) of every border of a danger zone that the tip crossed."""
    for structure, distance_mm in swept.hazards:
        inside = distance_mm < 0.0
        inside[0] = structure in needle.inside
        for at in np.flatnonzero(inside[1:] != inside[:-1]) + 1:
            kind = HazardEntered if inside[at] else HazardLeft
            yield int(at), kind(moment.now_ms, structure, um_of(swept.places_mm[at]))


def _end(moment: Moment, needle: NeedleInHand, movement: Movement, swept: _Swept) -> NeedleMoved:
    tissue = _tissue(movement, swept)
    feel, force_mn = felt(moment, needle, movement, tissue)
    return NeedleMoved(
        t_ms=moment.now_ms,
        how=movement.how,
        tip_um=movement.tip_um,
        axis_e9=movement.axis_e9,
        pushed_um=movement.pushed_um,
        in_tissue_um=movement.in_tissue_um,
        depth_um=movement.depth_um,
        tissue=tissue,
        clearance_um=tuple((name, floor_um(float(mm.min()))) for name, mm in swept.hazards),
        ahead_um=tuple(_ahead(moment, movement)),
        shaft_um=shaft_um(movement.shaft),
        hub_e9=hub_e9(movement.shaft, movement.axis_e9),
        feel=feel,
        force_mn=force_mn,
    )


def _tissue(movement: Movement, swept: _Swept) -> str:
    """What the tip lies in: air, bone, the first danger zone it is inside of, or soft."""
    if movement.depth_um == 0:
        return "air"
    if swept.bone is not None and swept.bone[-1] <= CONTACT_MM:
        return "bone"
    return next((name for name, mm in swept.hazards if mm[-1] < 0.0), "soft")


def _ahead(moment: Moment, movement: Movement) -> Iterator[tuple[str, int]]:
    tip_mm, axis = mm_of(movement.tip_um), unit_of(movement.axis_e9)
    bone = moment.world.bone
    structures = moment.world.hazards + (() if bone is None else (("bone", bone),))
    for structure, field in structures:
        ahead_mm = distance_ahead_mm(tip_mm, axis, field)
        yield structure, -1 if ahead_mm is None else floor_um(ahead_mm)
