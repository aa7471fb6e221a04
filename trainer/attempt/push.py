"""Pushing and withdrawing a gripped needle along its axis.

Inside the skin the tip is always entry + axis x depth, in whole micrometres of depth: however many
commands led there, the place is the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from trainer.attempt.commands import Advance
from trainer.attempt.events import Event, Vec3
from trainer.attempt.hand import gripped_needle, tried
from trainer.attempt.integers import mm_of, um_of, unit_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import CONTACT_MM, Movement, moved, sinks
from trainer.attempt.state import NeedleInHand
from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField
from trainer.needle.motion import Way, before_first, free_part, steps_of, straight_way

# Design value: a needle that is farther from the skin is in nobody's way; it is laid aside.
AIR_UM = 30_000
ON_BONE = "bone stops the tip"
IN_AIR = f"the tip is {AIR_UM // 1000} mm clear of the skin: lay the needle aside instead"


@dataclass(frozen=True, slots=True, eq=False)
class _Push:
    """A wanted push from here: travel_um signed; entry_um : travel to the skin, None if unmet."""

    start_mm: FloatArray
    axis: FloatArray
    travel_um: int
    entry_um: int | None = None

    @property
    def way(self) -> Way:
        return straight_way(self.start_mm, self.axis, self.travel_um / 1000.0)

    @property
    def path_mm(self) -> float:
        return abs(self.travel_um) / 1000.0

    def at_um(self, travel_um: int) -> Vec3:
        return um_of(self.start_mm + self.axis * (travel_um / 1000.0))


def advance(moment: Moment, command: Advance) -> tuple[Event, ...]:
    """Push the tip on, or draw it back, until bone, the hub or the end of the air stops it."""
    needle = gripped_needle(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    if command.distance_um == 0:
        return ()
    return tried(moment, command, _pushed(moment, needle, command.distance_um))


def _pushed(moment: Moment, needle: NeedleInHand, distance_um: int) -> tuple[Event, ...] | str:
    length_um = round(moment.world.needles[needle.model].length_mm * 1000)
    push = _limited(_wanted(needle, distance_um, length_um), moment.world.skin, needle, length_um)
    if push.travel_um == 0:
        return f"the hub is at the skin: the needle is {length_um / 1000:g} mm long"
    in_air = push.travel_um < 0 or needle.entry_um is None
    clear = _clear_part(push, moment.world.skin) if in_air else 1.0
    travel_um = _part_of(push, min(clear, free_part(push.way, push.path_mm, moment.world.bone)))
    if travel_um != push.travel_um and abs(travel_um) < CONTACT_MM * 1000.0:
        return IN_AIR if abs(_part_of(push, clear)) < CONTACT_MM * 1000.0 else ON_BONE
    movement = _movement(push, needle, travel_um)
    return ON_BONE if sinks(moment, needle, movement.tip_um) else moved(moment, needle, movement)


def _wanted(needle: NeedleInHand, distance_um: int, length_um: int) -> _Push:
    axis = unit_of(needle.axis_e9)
    reach_um = length_um - needle.depth_um if needle.entry_um is not None else length_um + AIR_UM
    travel_um = max(min(distance_um, reach_um), -(needle.depth_um + AIR_UM))
    if needle.entry_um is None:
        return _Push(mm_of(needle.tip_um), axis, travel_um)
    return _Push(mm_of(needle.entry_um) + axis * (needle.depth_um / 1000.0), axis, travel_um)


def _limited(push: _Push, skin: DistanceField, needle: NeedleInHand, length_um: int) -> _Push:
    """The push with the place where it meets the skin from outside; the hub stops there."""
    if needle.entry_um is not None or push.travel_um < 0:
        return push
    met = before_first(lambda part: _on_way(skin, push, part) < 0.0, steps_of(push.path_mm))
    if met is None:
        return push
    entry_um = math.floor(met * push.travel_um)
    return _Push(push.start_mm, push.axis, min(push.travel_um, entry_um + length_um), entry_um)


def _clear_part(push: _Push, skin: DistanceField) -> float:
    """The fraction of a push until the tip is too far from the skin, or farther than it was."""
    start_mm = float(skin.at(push.start_mm[None, :])[0])
    most_mm = max(AIR_UM / 1000.0, start_mm)
    part = before_first(lambda part: _on_way(skin, push, part) > most_mm, steps_of(push.path_mm))
    return 1.0 if part is None else part


def _on_way(field: DistanceField, push: _Push, part: FloatArray) -> FloatArray:
    return field.at(push.way(part)[:, 0])


def _part_of(push: _Push, part: float) -> int:
    """The whole micrometres of travel in a part, toward zero: never past what stops it."""
    return push.travel_um if part == 1.0 else math.trunc(part * push.travel_um)


def _movement(push: _Push, needle: NeedleInHand, travel_um: int) -> Movement:
    punctured = push.entry_um is not None and travel_um > push.entry_um
    depth_um = _depth_um(push, needle, travel_um)
    entry_um = push.at_um(push.entry_um) if punctured and push.entry_um is not None else None
    # From the entry as it will be remembered, so that the next push starts from this very place.
    tip_um = (
        push.at_um(travel_um)
        if entry_um is None
        else um_of(mm_of(entry_um) + push.axis * (depth_um / 1000.0))
    )
    return Movement(
        how="advance" if travel_um > 0 else "withdraw",
        tip_um=tip_um,
        axis_e9=needle.axis_e9,
        depth_um=depth_um,
        way_mm=_between(push, travel_um),
        pushed_um=travel_um,
        in_tissue_um=abs(depth_um - needle.depth_um),
        entry_um=entry_um,
    )


def _depth_um(push: _Push, needle: NeedleInHand, travel_um: int) -> int:
    if needle.entry_um is not None:
        return max(0, needle.depth_um + travel_um)
    return 0 if push.entry_um is None else max(0, travel_um - push.entry_um)


def _between(push: _Push, travel_um: int) -> FloatArray:
    parts = np.linspace(0.0, travel_um / push.travel_um, steps_of(travel_um / 1000.0) + 1)
    return push.way(parts[1:-1])[:, 0]
