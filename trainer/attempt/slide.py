"""A tip that is pushed obliquely on bone slides along it while the shaft bows."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from trainer.attempt.moved import CONTACT_MM
from trainer.attempt.steel import tip_of
from trainer.attempt.wanted_push import Push
from trainer.geometry.pinhole import FloatArray
from trainer.needle.bending import tip_pressed
from trainer.needle.distance import DistanceField
from trainer.needle.motion import free_part, steps_of
from trainer.needle.resistance import STICKS_BELOW_DEG
from trainer.needle.shaft import Shaft, pushed_track, shaft_at
from trainer.needle.tip import steer_side
from trainer.needle.ways import Turn, bent, bent_way, pushed_way, sharpest_rad_mm

STRIDE_UM = 200  # design value: the surface is looked at anew after so much
PROBE_MM = 0.2  # for the slope of the distance
LIFT_MM = 0.01  # off the surface at each stride, so that rounding never scrapes
OFF_MM = 0.3  # so far from bone the tip has walked off its edge
NOWHERE: FloatArray = np.empty((0, 3))


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """The shaft after it, the tip's places on the way (n, 3), and how much of the push it used."""

    shaft: Shaft
    places_mm: FloatArray
    used_um: int


def slid(
    bone: DistanceField | None, push: Push, shaft: Shaft, left_um: int, fascia_mm: float
) -> Slide:
    """What is left of a push that bone has stopped.

    The tip slides until the slope is too steep for it, the shaft bows to its limit, or nothing is
    left; past the edge of bone the push goes straight on.
    """
    places, used_um = [NOWHERE], 0
    while bone is not None and used_um < left_um:
        stride_um = min(left_um - used_um, STRIDE_UM)
        after = _stride(bone, push, shaft, stride_um / 1000.0, fascia_mm)
        if after is None or after.depth_um > push.model.length_mm * 1000.0:
            break
        places.append(_tip(push, shaft)[None])
        shaft, used_um = after, used_um + stride_um
        if float(bone.at(_tip(push, shaft)[None])[0]) > OFF_MM:
            beyond, way_mm = _onward(bone, push, shaft, left_um - used_um)
            places.append(way_mm)
            return Slide(beyond, np.vstack(places), used_um + beyond.depth_um - shaft.depth_um)
    return Slide(shaft, np.vstack(places), used_um)


def _tip(push: Push, shaft: Shaft) -> FloatArray:
    return tip_of(shaft, push.model, push.notch_deg)


def _stride(
    bone: DistanceField, push: Push, shaft: Shaft, stride_mm: float, fascia_mm: float
) -> Shaft | None:
    """One stride along the surface; None where the tip sticks or the shaft is at its limit."""
    tip = _tip(push, shaft)
    normal = outward(bone, tip)
    straight_on = -float(shaft.lead @ normal)
    touches = float(bone.at(tip[None])[0]) <= 2.0 * CONTACT_MM
    if touches and straight_on > math.cos(math.radians(STICKS_BELOW_DEG)):
        return None
    wanted = stride_mm * (shaft.lead + max(0.0, straight_on) * normal) + LIFT_MM * normal
    onward_mm = max(0.0, float(wanted @ shaft.lead))
    aside = wanted - float(wanted @ shaft.lead) * shaft.lead
    pressed = _pressed(bone, push, shaft, aside, fascia_mm)
    if pressed is None:
        return None
    after, _ = _onward(bone, push, pressed, math.floor(onward_mm * 1000.0))
    return after


def _pressed(
    bone: DistanceField, push: Push, shaft: Shaft, aside: FloatArray, fascia_mm: float
) -> Shaft | None:
    """The shaft with its tip pressed aside; None where it would bend too far or meet bone."""
    by_mm = float(np.linalg.norm(aside))
    if by_mm < 1e-6:
        return shaft
    answer = tip_pressed(push.model, shaft.depth_um / 1000.0, fascia_mm)
    axis = np.cross(shaft.lead, aside / by_mm)
    turn = Turn(
        axis / float(np.linalg.norm(axis)),
        by_mm * answer.slopes_of(shaft.depths_mm),
        0.0,
        answer.skin_mm * aside,
    )
    after = bent(shaft, turn, 1.0)
    if sharpest_rad_mm(after) > max(1.0 / push.model.least_radius_mm, sharpest_rad_mm(shaft)):
        return None
    way = bent_way(shaft, push.model, push.notch_deg, turn)
    return after if free_part(way, by_mm, bone) == 1.0 else None


def _onward(bone: DistanceField, push: Push, shaft: Shaft, by_um: int) -> tuple[Shaft, FloatArray]:
    """The shaft pushed on until bone stops it, and the tip's places from here on (n, 3)."""
    to_um = min(shaft.depth_um + by_um, round(push.model.length_mm * 1000.0))
    if to_um <= shaft.depth_um:
        return shaft, _tip(push, shaft)[None]
    here = replace(push, shaft=shaft)
    side = steer_side(push.model, here.side)
    track = pushed_track(shaft, to_um, side, push.model.steer_radius_mm)
    way = pushed_way(track, push.model, here.side, shaft.depth_um, to_um)
    part = free_part(way, by_um / 1000.0, bone)
    end_um = shaft.depth_um + math.trunc(part * (to_um - shaft.depth_um))
    places = way(np.linspace(0.0, part, steps_of(part * by_um / 1000.0) + 1)[:-1])[:, -1]
    return shaft_at(shaft, track, end_um), places


def outward(field: DistanceField, point_mm: FloatArray) -> FloatArray:
    """The unit vector out of a structure at a point."""
    steps = PROBE_MM * np.eye(3)
    slope = field.at(point_mm + steps) - field.at(point_mm - steps)
    length = float(np.linalg.norm(slope))
    return np.asarray(slope / length) if length > 1e-9 else np.array([0.0, 1.0, 0.0])
