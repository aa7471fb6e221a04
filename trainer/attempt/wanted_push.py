"""A push as it is wanted: the track it would go along, and where it would meet the skin."""

from __future__ import annotations

import math
from dataclasses import dataclass

from trainer.attempt.events import Vec3
from trainer.attempt.integers import mm_of, um_of
from trainer.attempt.moment import Moment
from trainer.attempt.state import NeedleInHand
from trainer.attempt.steel import shaft_of, tip_of
from trainer.geometry.pinhole import FloatArray
from trainer.needle.breathing import skin_shift_um
from trainer.needle.catalogue import NeedleModel
from trainer.needle.motion import Way, before_first, steps_of
from trainer.needle.shaft import Shaft, Track, pushed_track, straight
from trainer.needle.tip import notch_side, steer_side
from trainer.needle.ways import pushed_way

# Design value: a needle that is farther from the skin is in nobody's way; it is laid aside.
AIR_UM = 30_000


@dataclass(frozen=True, slots=True, eq=False)
class Push:
    """A wanted push. Depths are counted from the skin; before it is met they are negative.

    entry_um : where the skin will be punctured, None where it
    is not.
    """

    model: NeedleModel
    shaft: Shaft
    track: Track
    notch_deg: float
    from_um: int
    to_um: int
    entry_um: Vec3 | None = None

    @property
    def side(self) -> FloatArray:
        """Unit vector toward the notch."""
        return notch_side(self.shaft.hub, self.notch_deg)

    @property
    def travel_um(self) -> int:
        """What is wanted, negative out."""
        return self.to_um - self.from_um

    @property
    def way(self) -> Way:
        """The way of the tip's points."""
        return pushed_way(self.track, self.model, self.side, self.from_um, self.to_um)

    def tips(self, part: FloatArray) -> FloatArray:
        """The tip's places at fractions; (n,) to (n, 3)."""
        return self.way(part)[:, -1]

    @property
    def path_mm(self) -> float:
        """How far that is."""
        return abs(self.travel_um) / 1000.0


def wanted_push(moment: Moment, needle: NeedleInHand, distance_um: int) -> Push:
    """The push of a needle by so much, as far as hub and air allow."""
    model = moment.world.needles[needle.model]
    length_um = round(model.length_mm * 1000)
    shaft, notch_deg = shaft_of(needle, model), needle.notch_mdeg / 1000.0
    if needle.entry_um is not None:
        to_um = max(min(needle.depth_um + distance_um, length_um), -AIR_UM)
        return _inside(model, shaft, notch_deg, needle.depth_um, to_um)
    travel_um = max(min(distance_um, length_um + AIR_UM), -(2 * AIR_UM))
    air = _through_air(model, shaft, notch_deg, travel_um)
    met_um = None if travel_um < 0 else _skin_um(moment, air)
    return air if met_um is None else _entering(air, met_um, travel_um, length_um)


def _inside(model: NeedleModel, shaft: Shaft, notch_deg: float, from_um: int, to_um: int) -> Push:
    side = steer_side(model, notch_side(shaft.hub, notch_deg))
    track = pushed_track(shaft, to_um, side, model.steer_radius_mm)
    return Push(model, shaft, track, notch_deg, from_um, to_um)


def _through_air(model: NeedleModel, shaft: Shaft, notch_deg: float, travel_um: int) -> Push:
    """A push that meets no skin: its depths stay below zero."""
    from_um = -1 - abs(travel_um)
    start = shaft.vertices_mm[-1] - shaft.lead * (from_um / 1000.0)
    track = pushed_track(straight(start, shaft.lead, 0), 0, shaft.lead, 0.0)
    return Push(model, shaft, track, notch_deg, from_um, from_um + travel_um)


def _skin_um(moment: Moment, air: Push) -> int | None:
    """How much travel brings the tip to the skin where breathing has moved it; None: none."""
    skin = moment.world.skin
    shift_mm = mm_of(skin_shift_um(moment.now_ms, moment.state.breath_held_ms))
    met = before_first(lambda part: skin.at(air.tips(part) - shift_mm) < 0.0, steps_of(air.path_mm))
    return None if met is None else math.floor(met * air.travel_um)


def _entering(air: Push, met_um: int, travel_um: int, length_um: int) -> Push:
    lead = air.shaft.lead
    skin_um = um_of(air.shaft.vertices_mm[-1] + lead * (met_um / 1000.0))
    entered = straight(mm_of(skin_um), lead, 0)
    to_um = min(travel_um - met_um, length_um)
    inside = _inside(air.model, entered, air.notch_deg, -met_um, to_um)
    entry_um = um_of(tip_of(entered, air.model, air.notch_deg))
    return Push(
        *(air.model, entered, inside.track, air.notch_deg),
        from_um=-met_um, to_um=to_um, entry_um=entry_um,
    )  # fmt: skip
