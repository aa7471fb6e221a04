"""Tilting a gripped needle: the hub follows the held picture's axes.

Outside the skin the needle turns about its tip, inside about the place where it went through the
skin: a straight rigid needle, until issue 5 lets it bend.
"""

from __future__ import annotations

import math

import numpy as np

from trainer.attempt.commands import Tilt
from trainer.attempt.events import Event, Vec3
from trainer.attempt.exposure import axes_e9, sight_of
from trainer.attempt.hand import gripped_needle, tried
from trainer.attempt.integers import e9_of, mm_of, um_of, unit_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import CONTACT_MM, Movement, moved, sinks
from trainer.attempt.state import NeedleInHand
from trainer.geometry.pinhole import FloatArray
from trainer.needle.motion import rotation_of_drag, steps_of, tilt_until_contact, tilted

MOST_AT_ONCE_DEG = 45.0  # design value: no hand sweeps farther between two looks
# Design value: the axis keeps pointing anterior, 84.3 degrees off straight at most.
MOST_OFF_DEG = math.degrees(math.acos(0.1))
BONE_BESIDE = "bone lies against the needle on that side"
NO_VIEW = "no picture is held and none is in the machine, so nothing says where right and down are"


def tilt(moment: Moment, command: Tilt) -> tuple[Event, ...]:
    """Turn the needle until bone stops it."""
    needle, axes = gripped_needle(moment), _axes_e9(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    if axes is None:
        return moment.refused(command, NO_VIEW)
    rotation_rad = rotation_of_drag(
        unit_of(needle.axis_e9),
        unit_of(axes[0]),
        unit_of(axes[1]),
        math.radians(command.right_mdeg / 1000.0),
        math.radians(command.down_mdeg / 1000.0),
    )
    return tried(moment, command, _turned(moment, needle, rotation_rad))


def _axes_e9(moment: Moment) -> tuple[Vec3, Vec3] | None:
    """Right and down of the held picture, else of the machine's present view."""
    held = moment.state.held
    if held is not None:
        return held.right_e9, held.down_e9
    sight = sight_of(moment.state, moment.world)
    return None if sight is None else axes_e9(sight.view)


def _turned(
    moment: Moment, needle: NeedleInHand, rotation_rad: FloatArray
) -> tuple[Event, ...] | str:
    axis = unit_of(needle.axis_e9)
    too_far = _too_far(axis, rotation_rad)
    if too_far:
        return too_far
    part = 1.0
    if needle.entry_um is not None:
        pivot_mm, depth_mm = mm_of(needle.entry_um), needle.depth_um / 1000.0
        part = tilt_until_contact(pivot_mm, axis, rotation_rad, depth_mm, moment.world.bone)
    axis_e9 = e9_of(tilted(axis, rotation_rad, np.array([part]))[0])
    if part == 1.0 and axis_e9 == needle.axis_e9:
        return ()
    movement = _movement(needle, axis_e9, rotation_rad * part)
    stuck = part < 1.0 and movement.in_tissue_um < CONTACT_MM * 1000.0
    if stuck or sinks(moment, needle, movement.tip_um):
        return BONE_BESIDE
    return moved(moment, needle, movement)


def _too_far(axis: FloatArray, rotation_rad: FloatArray) -> str | None:
    turned_deg = math.degrees(float(np.linalg.norm(rotation_rad)))
    if turned_deg > MOST_AT_ONCE_DEG:
        return f"{turned_deg:.1f} degrees at once are more than {MOST_AT_ONCE_DEG:g}"
    anterior = -float(tilted(axis, rotation_rad, np.ones(1))[0, 1])
    off_deg = math.degrees(math.acos(max(-1.0, min(1.0, anterior))))
    if off_deg < MOST_OFF_DEG:
        return None
    return (
        f"the needle would lie {off_deg:.1f} degrees off straight, the limit is {MOST_OFF_DEG:.1f}"
    )


def _movement(needle: NeedleInHand, axis_e9: Vec3, rotation_rad: FloatArray) -> Movement:
    if needle.entry_um is None:
        return Movement("tilt", needle.tip_um, axis_e9, 0, np.empty((0, 3)))
    pivot_mm, depth_mm = mm_of(needle.entry_um), needle.depth_um / 1000.0
    arc_mm = depth_mm * float(np.linalg.norm(rotation_rad))
    parts = np.linspace(0.0, 1.0, steps_of(arc_mm) + 1)[1:-1]
    return Movement(
        how="tilt",
        tip_um=um_of(pivot_mm + depth_mm * unit_of(axis_e9)),
        axis_e9=axis_e9,
        depth_um=needle.depth_um,
        way_mm=pivot_mm + depth_mm * tilted(unit_of(needle.axis_e9), rotation_rad, parts),
        in_tissue_um=round(arc_mm * 1000.0),
    )
