"""Tilting a gripped needle: the hub follows the held picture's axes.

Outside the skin the needle turns about its tip. Inside, skin, fascia and muscle hold the shaft: it
turns about where they hold it best, bends, and pulls the skin along.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from trainer.attempt.commands import Aim, Tilt
from trainer.attempt.events import Event, Vec3
from trainer.attempt.exposure import axes_e9, sight_of
from trainer.attempt.felt import fascia_um
from trainer.attempt.hand import gripped_needle, tried
from trainer.attempt.integers import e9_of, um_of, unit_of
from trainer.attempt.moment import Moment
from trainer.attempt.moved import CONTACT_MM, Movement, moved, sinks
from trainer.attempt.state import NeedleInHand
from trainer.attempt.steel import hub_axis, shaft_of, steel_points, tip_of
from trainer.geometry.pinhole import FloatArray
from trainer.needle.bending import hub_turned
from trainer.needle.catalogue import NeedleModel
from trainer.needle.motion import (
    before_first,
    free_part,
    rotation_of_drag,
    rotation_onto,
    steps_of,
    tilted,
)
from trainer.needle.shaft import Shaft, straight
from trainer.needle.ways import Turn, bent, bent_vertices, bent_way, sharpest_rad_mm

MOST_AT_ONCE_DEG = 45.0  # design value: no hand sweeps farther between two looks
# Design value: the hub keeps pointing anterior, 84.3 degrees off straight at most.
MOST_OFF_DEG = math.degrees(math.acos(0.1))
LIMIT_LOOKS = 16  # of a turn, to find where the shaft is bent to its limit
BONE_BESIDE = "bone lies against the needle on that side"
BENT_OUT = "the shaft bends no further: draw it back toward the fascia and redirect"
NOWHERE = "a direction of no length points nowhere"
NO_VIEW = "no picture is held and none is in the machine, so nothing says where right and down are"


def tilt(moment: Moment, command: Tilt) -> tuple[Event, ...]:
    """Turn the hub until bone stops the shaft, or its own stiffness."""
    needle, axes = gripped_needle(moment), _axes_e9(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    if axes is None:
        return moment.refused(command, NO_VIEW)
    rotation_rad = rotation_of_drag(
        hub_axis(needle),
        unit_of(axes[0]),
        unit_of(axes[1]),
        math.radians(command.right_mdeg / 1000.0),
        math.radians(command.down_mdeg / 1000.0),
    )
    return _turned(moment, command, needle, rotation_rad)


def aim(moment: Moment, command: Aim) -> tuple[Event, ...]:
    """Turn the hub onto a direction of the world, as far as a tilt would come."""
    needle = gripped_needle(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    wanted = np.array([command.x_e6, command.y_e6, command.z_e6], dtype=np.float64)
    length = float(np.linalg.norm(wanted))
    if length == 0.0:
        return moment.refused(command, NOWHERE)
    rotation_rad = rotation_onto(hub_axis(needle), wanted / length)
    return _turned(moment, command, needle, rotation_rad)


def _turned(
    moment: Moment, command: Tilt | Aim, needle: NeedleInHand, rotation_rad: FloatArray
) -> tuple[Event, ...]:
    too_far = _too_far(hub_axis(needle), rotation_rad)
    if too_far:
        return moment.refused(command, too_far)
    turned = _in_air if needle.entry_um is None else _in_tissue
    return tried(moment, command, turned(moment, needle, rotation_rad))


def _axes_e9(moment: Moment) -> tuple[Vec3, Vec3] | None:
    """Right and down of the held picture, else of the machine's present view."""
    held = moment.state.held
    if held is not None:
        return held.right_e9, held.down_e9
    sight = sight_of(moment.state, moment.world)
    return None if sight is None else axes_e9(sight.view)


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


def _in_air(moment: Moment, needle: NeedleInHand, rotation_rad: FloatArray) -> tuple[Event, ...]:
    axis = tilted(unit_of(needle.axis_e9), rotation_rad, np.ones(1))[0]
    if e9_of(axis) == needle.axis_e9:
        return ()
    shaft = straight(np.array(needle.tip_um) / 1000.0, axis, 0)
    return moved(moment, needle, Movement("tilt", needle.tip_um, shaft, np.empty((0, 3))))


def _in_tissue(
    moment: Moment, needle: NeedleInHand, rotation_rad: FloatArray
) -> tuple[Event, ...] | str:
    angle_rad = float(np.linalg.norm(rotation_rad))
    if angle_rad == 0.0:
        return ()
    model, notch_deg = moment.world.needles[needle.model], needle.notch_mdeg / 1000.0
    shaft = shaft_of(needle, model)
    turn = _turn(moment, model, shaft, rotation_rad / angle_rad, angle_rad)
    limit = _limit(model, shaft, turn)
    way, path_mm = bent_way(shaft, model, notch_deg, turn), _path_mm(shaft, turn)
    free = free_part(way, path_mm, moment.world.bone)
    part = min(limit, free)
    after = bent(shaft, turn, part)
    if part * path_mm < CONTACT_MM and part < 1.0:
        return BENT_OUT if limit < free else BONE_BESIDE
    if sinks(moment, *(steel_points(one, model, notch_deg) for one in (shaft, after))):
        return BONE_BESIDE
    tips = way(np.linspace(0.0, part, steps_of(path_mm) + 1))[:, -1]
    return moved(moment, needle, _movement(after, tips, model, notch_deg))


def _turn(
    moment: Moment, model: NeedleModel, shaft: Shaft, axis: FloatArray, angle_rad: float
) -> Turn:
    fascia_mm = fascia_um(moment, float(shaft.hub[1])) / 1000.0
    answer = hub_turned(model, shaft.depth_um / 1000.0, fascia_mm)
    links_rad = angle_rad * answer.slopes_of(shaft.depths_mm)
    return Turn(axis, links_rad, angle_rad, answer.skin_mm * angle_rad * np.cross(axis, shaft.hub))


def _limit(model: NeedleModel, shaft: Shaft, turn: Turn) -> float:
    """The fraction of a turn at which the shaft is bent as far as it stands."""
    most = max(1.0 / model.least_radius_mm, sharpest_rad_mm(shaft)) + 1e-9
    if sharpest_rad_mm(bent(shaft, turn, 1.0)) <= most:
        return 1.0

    def over(parts: FloatArray) -> NDArray[np.bool_]:
        return np.array([sharpest_rad_mm(bent(shaft, turn, float(part))) > most for part in parts])

    found = before_first(over, LIMIT_LOOKS)
    return 1.0 if found is None else found


def _path_mm(shaft: Shaft, turn: Turn) -> float:
    """How far the fastest point of the shaft goes, at most a little less than its arc."""
    places = bent_vertices(shaft, turn, np.linspace(0.0, 1.0, 5))
    return float(np.linalg.norm(np.diff(places, axis=0), axis=2).sum(axis=0).max()) * 1.05


def _movement(shaft: Shaft, tips: FloatArray, model: NeedleModel, notch_deg: float) -> Movement:
    path_mm = float(np.linalg.norm(np.diff(tips, axis=0), axis=1).sum())
    return Movement(
        how="tilt",
        tip_um=um_of(tip_of(shaft, model, notch_deg)),
        shaft=shaft,
        way_mm=tips[1:-1],
        in_tissue_um=round(path_mm * 1000.0),
    )
