"""A needle of the state as steel in millimetres, and back into integers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from trainer.attempt.events import Vec3
from trainer.attempt.integers import e9_of, mm_of, um_of, unit_of
from trainer.attempt.state import NeedleInHand
from trainer.geometry.pinhole import FloatArray
from trainer.needle.catalogue import NeedleModel
from trainer.needle.shaft import Shaft, straight
from trainer.needle.tip import aside_mm, notch_side, tip_aside_mm
from trainer.needle.ways import turned_hub_way


def hub_axis(needle: NeedleInHand) -> FloatArray:
    """Unit vector of the shaft outside the skin, hub to tip."""
    return unit_of(needle.hub_e9 or needle.axis_e9)


def notch_toward(needle: NeedleInHand) -> FloatArray:
    """Unit vector across the shaft toward the hub's notch."""
    return notch_side(hub_axis(needle), needle.notch_mdeg / 1000.0)


def shaft_of(needle: NeedleInHand, model: NeedleModel) -> Shaft:
    """The line of a needle; outside the skin it has no length and ends where a straight tip would.

    Logs from before shafts could bend hold none: those needles are straight.
    """
    axis = unit_of(needle.axis_e9)
    if needle.entry_um is None:
        end = mm_of(needle.tip_um) - tip_aside_mm(model) * notch_toward(needle)
        return straight(end, axis, 0)
    if not needle.shaft_um:
        return straight(mm_of(needle.entry_um), axis, needle.depth_um)
    vertices = np.array(needle.shaft_um, dtype=np.float64) / 1000.0
    shaft = Shaft(vertices, needle.depth_um, hub_axis(needle), axis)
    depths = shaft.depths_mm
    # The end from the whole link, not from itself: rounded ends must not add up.
    vertices[-1] = vertices[-2] + axis * (depths[-1] - depths[-2])
    return shaft


def tip_of(shaft: Shaft, model: NeedleModel, notch_deg: float) -> FloatArray:
    """Where the tip is, mm."""
    end = shaft.vertices_mm[-1]
    if model.bent_mm <= 0.0:
        return np.asarray(end)
    return np.asarray(end + tip_aside_mm(model) * notch_side(shaft.hub, notch_deg))


def steel_points(shaft: Shaft, model: NeedleModel, notch_deg: float) -> FloatArray:
    """Points of the steel inside the skin, the tip last, mm, in whole micrometres: (n, 3).

    As the log will hold them: of the rounded vertices.
    """
    rounded = replace(shaft, vertices_mm=np.round(shaft.vertices_mm, 3))
    still = turned_hub_way(rounded, model, notch_deg, 0.0, behind=True)
    return np.asarray(still(np.zeros(1))[0])


def shaft_um(shaft: Shaft) -> tuple[Vec3, ...]:
    """The line as the log holds it, () outside the skin."""
    return tuple(um_of(point) for point in shaft.vertices_mm) if shaft.depth_um > 0 else ()


def hub_e9(shaft: Shaft, axis_e9: Vec3) -> Vec3 | None:
    """The hub's direction as the log holds it, None where it is the axis."""
    hub = e9_of(shaft.hub)
    return hub if shaft.depth_um > 0 and hub != axis_e9 else None


BENT_LINKS = 6  # of a bent tip as it is drawn: each leaves its arc by less than 0.02 mm


def steel_line(needle: NeedleInHand, model: NeedleModel) -> FloatArray:
    """The needle's middle line from the hub to the tip, mm, shape (n, 3)."""
    shaft, notch_deg = shaft_of(needle, model), needle.notch_mdeg / 1000.0
    depths, line = shaft.depths_mm, shaft.vertices_mm
    hub_mm = line[0] - shaft.hub * (model.length_mm - shaft.depth_um / 1000.0)
    if model.bent_mm <= 0.0:
        return np.vstack([hub_mm, line]) if shaft.depth_um else np.vstack([hub_mm, line[-1]])
    knots = np.append(depths[0] - (model.length_mm - depths[-1]), depths)
    points = np.vstack([hub_mm, line])
    bend = depths[-1] - model.bent_mm
    past = model.bent_mm * np.arange(BENT_LINKS + 1) / BENT_LINKS
    along = np.concatenate([knots[knots < bend - 1e-6], bend + past])
    drawn = np.stack([np.interp(along, knots, part) for part in points.T], axis=1)
    aside = aside_mm(model, along - bend)
    return np.asarray(drawn + np.multiply.outer(aside, notch_side(shaft.hub, notch_deg)))


def breathed(line_mm: FloatArray, depth_mm: float, shift_mm: FloatArray) -> FloatArray:
    """The line while the skin is shifted: the tip stays, what lies at the skin goes along.

    line_mm : from the hub to the tip, (n, 3).
    """
    if depth_mm <= 0.0:
        return line_mm
    lengths = np.linalg.norm(np.diff(line_mm, axis=0), axis=1)
    behind_tip = np.append(np.cumsum(lengths[::-1])[::-1], 0.0)
    return np.asarray(line_mm + np.multiply.outer(np.clip(behind_tip / depth_mm, 0, 1), shift_mm))
