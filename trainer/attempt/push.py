"""Pushing and withdrawing a gripped needle along its own track.

Depth is kept in whole micrometres and the shaft in whole links: however many commands led there,
the place is the same.
"""

from __future__ import annotations

import math

import numpy as np

from trainer.attempt.commands import Advance
from trainer.attempt.events import Event
from trainer.attempt.felt import fascia_um
from trainer.attempt.hand import gripped_needle, tried
from trainer.attempt.integers import um_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import CONTACT_MM, Movement, moved, sinks
from trainer.attempt.slide import NOWHERE, Slide, slid
from trainer.attempt.state import NeedleInHand
from trainer.attempt.steel import steel_points, tip_of
from trainer.attempt.wanted_push import AIR_UM, Push, wanted_push
from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField
from trainer.needle.motion import before_first, free_part, steps_of
from trainer.needle.shaft import Shaft, shaft_at, straight
from trainer.needle.ways import straightened_way

ON_BONE = "bone stops the tip"
IN_AIR = f"the tip is {AIR_UM // 1000} mm clear of the skin: lay the needle aside instead"


def advance(moment: Moment, command: Advance) -> tuple[Event, ...]:
    """Push the tip on, or draw it back, until bone, the hub or the end of the air stops it."""
    needle = gripped_needle(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    if command.distance_um == 0:
        return ()
    return tried(moment, command, pushed(moment, needle, command.distance_um))


def pushed(
    moment: Moment, needle: NeedleInHand, distance_um: int, how: str = ""
) -> tuple[Event, ...] | str:
    """The events of a push of so much, negative out, or why nothing moved."""
    push = wanted_push(moment, needle, distance_um)
    if push.travel_um == 0:
        return f"the hub is at the skin: the needle is {push.model.length_mm:g} mm long"
    in_air = push.travel_um < 0 or needle.entry_um is None
    clear = _clear_part(push, moment.world.skin) if in_air else 1.0
    done_um = _part_of(push, min(clear, free_part(push.way, push.path_mm, moment.world.bone)))
    movement = _movement(moment, push, done_um, how)
    if done_um != push.travel_um and abs(movement.pushed_um) < CONTACT_MM * 1000.0:
        return IN_AIR if abs(_part_of(push, clear)) < CONTACT_MM * 1000.0 else ON_BONE
    before = steel_points(push.shaft, push.model, push.notch_deg)
    after = steel_points(movement.shaft, push.model, push.notch_deg)
    return ON_BONE if sinks(moment, before, after) else moved(moment, needle, movement)


def _clear_part(push: Push, skin: DistanceField) -> float:
    """The fraction of a push until the tip is too far from the skin, or farther than it was."""
    start_mm = float(skin.at(push.tips(np.zeros(1)))[0])
    most_mm = max(AIR_UM / 1000.0, start_mm)
    part = before_first(lambda part: skin.at(push.tips(part)) > most_mm, steps_of(push.path_mm))
    return 1.0 if part is None else part


def _part_of(push: Push, part: float) -> int:
    """The whole micrometres of travel in a part, toward zero: never past what stops it."""
    return push.travel_um if part == 1.0 else math.trunc(part * push.travel_um)


def _movement(moment: Moment, push: Push, done_um: int, how: str) -> Movement:
    depth_um = push.from_um + done_um
    further = (
        Slide(_outside(push, depth_um), NOWHERE, 0)
        if depth_um <= 0
        else _further(moment, push, shaft_at(push.shaft, push.track, depth_um), done_um)
    )
    shaft = further.shaft
    return Movement(
        how=how or ("advance" if done_um > 0 else "withdraw"),
        tip_um=um_of(tip_of(shaft, push.model, push.notch_deg)),
        shaft=shaft,
        way_mm=np.vstack([_between(push, done_um), further.places_mm]),
        pushed_um=done_um + further.used_um,
        in_tissue_um=abs(max(0, depth_um) - max(0, push.from_um)) + further.used_um,
        entry_um=push.entry_um if shaft.depth_um > 0 else None,
        wanted_um=push.travel_um,
    )


def _further(moment: Moment, push: Push, shaft: Shaft, done_um: int) -> Slide:
    """What follows inside the skin: the tip slides on bone, or the shaft springs straight."""
    fascia = fascia_um(moment, float(shaft.hub[1]))
    if push.travel_um > 0 and done_um < push.travel_um:
        return slid(moment.world.bone, push, shaft, push.travel_um - done_um, fascia / 1000.0)
    if push.travel_um < 0 and shaft.depth_um <= fascia:
        return _straightened(moment, push, shaft)
    return Slide(shaft, NOWHERE, 0)


def _outside(push: Push, depth_um: int) -> Shaft:
    """Out of the skin a shaft is straight again."""
    return straight(push.track.at(depth_um / 1000.0), push.shaft.first, 0)


def _straightened(moment: Moment, push: Push, shaft: Shaft) -> Slide:
    """Above the fascia nothing holds a bent shaft: it springs straight, unless bone is there."""
    free = straight(shaft.vertices_mm[0], shaft.hub, shaft.depth_um)
    path_mm = float(np.linalg.norm(free.vertices_mm - shaft.vertices_mm, axis=1).max())
    if path_mm < CONTACT_MM:
        return Slide(shaft, NOWHERE, 0)
    way = straightened_way(shaft, push.model, push.side, free)
    if free_part(way, path_mm, moment.world.bone) < 1.0:
        return Slide(shaft, NOWHERE, 0)
    return Slide(free, way(np.linspace(0.0, 1.0, steps_of(path_mm) + 1)[:-1])[:, -1], 0)


def _between(push: Push, done_um: int) -> FloatArray:
    if done_um == 0:
        return NOWHERE
    parts = np.linspace(0.0, done_um / push.travel_um, steps_of(done_um / 1000.0) + 1)
    return push.tips(parts[1:-1])
