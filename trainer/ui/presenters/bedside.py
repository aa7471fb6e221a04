"""What lies on the back, worked out from the state: pointer, marks, needle, laser."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from trainer.attempt.events import Vec3
from trainer.attempt.state import NeedleInHand, State
from trainer.attempt.steel import hub_axis, steel_line
from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel
from trainer.ui.presenters.amounts import RING_UM, rings_outside
from trainer.ui.presenters.shown import BedsideShown, NeedleShown, Place, Standing
from trainer.ui.presenters.texts import tr

SkinHeight = Callable[[float, float], "float | None"]
LASER_STEPS = 8  # the back is nearly flat: each step brings the cross about ten times nearer
LASER_WITHIN_MM = 0.05  # a tenth of a pixel of the bedside view
LASER_LEAST_SLOPE = 0.25  # a beam flatter than about 15 degrees draws no cross on the back


class LaserCross:
    """Where the central ray leaves the back; found anew only when the machine has moved."""

    def __init__(self, skin_y_mm: SkinHeight) -> None:
        self._skin_y_mm = skin_y_mm
        self._found: tuple[object, Place | None] = (None, None)

    def place(self, state: State) -> Place | None:
        """None where it misses the back."""
        key = state.isocentre_um, state.oblique_mdeg, state.tilt_mdeg
        if self._found[0] != key:
            self._found = key, laser_place(state, self._skin_y_mm)
        return self._found[1]


def bedside_shown(state: State, models: dict[str, NeedleModel], laser: LaserCross) -> BedsideShown:
    """The bedside of a state."""
    return BedsideShown(
        pointer=_place(state.pointer_um) if state.pointer_um else None,
        marks=tuple(_place(mark) for mark in state.marks_um),
        needle=needle_shown(state.needle, models[state.needle.model]) if state.needle else None,
        resting=tuple(needle_shown(one, models[one.model]) for one in state.resting),
        laser=None if state.view else laser.place(state),
        gripped=state.gripped,
        forceps=state.holder,
    )


def needle_shown(needle: NeedleInHand, model: NeedleModel) -> NeedleShown:
    """The part of a needle that stands outside the body."""
    axis, line = hub_axis(needle), steel_line(needle, model)
    outside_mm = model.length_mm - needle.depth_um / 1000.0
    hub, inside_mm = line[0], needle.depth_um / 1000.0
    rings_mm = np.arange(1, int(model.length_mm * 1000 - 1) // RING_UM + 1) * RING_UM / 1000.0
    seen, total = rings_outside(model.length_mm, needle.depth_um)
    entry = needle.entry_um or needle.tip_um
    return NeedleShown(
        title=model.title,
        length_mm=model.length_mm,
        outside_mm=outside_mm,
        rings_text=tr("{seen} of {total} rings outside").format(seen=seen, total=total),
        entry=_place(entry),
        hub=_standing(hub, entry),
        rings=tuple(
            _standing(hub + axis * (model.length_mm - ring), entry)
            for ring in rings_mm
            if ring > inside_mm
        ),
        bows=needle.at_bone,
        notch_deg=needle.notch_mdeg / 1000.0,
        number=needle.number,
        in_skin=needle.depth_um > 0,
    )


def laser_place(state: State, skin_y_mm: SkinHeight) -> Place | None:
    """Where the central ray leaves the back, None where it misses it."""
    pose = CArmPose(state.oblique_mdeg / 1000.0, state.tilt_mdeg / 1000.0)
    direction = pose.receptor_direction
    isocentre = np.array(state.isocentre_um) / 1000.0
    if direction[1] < LASER_LEAST_SLOPE:
        return None
    place = isocentre
    for _ in range(LASER_STEPS):
        height = skin_y_mm(float(place[0]), float(place[2]))
        if height is None:
            return None
        before, place = place, isocentre + direction * ((height - isocentre[1]) / direction[1])
        if abs(place[0] - before[0]) + abs(place[2] - before[2]) < LASER_WITHIN_MM:
            break  # near enough to be drawn; each look at the skin costs the hand 0.1 ms
    return float(place[0]), float(place[2])


def _standing(point_mm: FloatArray, entry_um: Vec3) -> Standing:
    return float(point_mm[0]), float(point_mm[2]), float(point_mm[1]) - entry_um[1] / 1000.0


def _place(point_um: Vec3) -> Place:
    return point_um[0] / 1000.0, point_um[2] / 1000.0
