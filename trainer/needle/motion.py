"""How a straight, rigid needle moves: along its axis, or turned about a pivot, until bone stops it.

Pure functions on floats: millimetres, radians, world axes. A *way* is a function that takes
fractions 0..1 of a wanted movement, shape (n,), to the steel's points there, shape (n, k, 3).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray
from trainer.needle.clearance import Clearance
from trainer.needle.distance import DistanceField

Way = Callable[[FloatArray], FloatArray]
Test = Callable[[FloatArray], NDArray[np.bool_]]

# Design values. A structure is looked for every STEP_MM of the fastest point's path: of bone with a
# radius of 2 mm a tip can pass through at most 0.2 um between two looks (sagitta of half a step).
STEP_MM = 0.05
SHAFT_STEP_MM = 0.5  # between the points of the shaft that may meet bone while it is turned
REFINE = 16  # each of three refinements divides the step by so much: 12 nm, 3 nm in doubt
DOUBT = 4  # more looks a step, where the tip of an edge may have been stepped over: 12.5 um


def straight_way(start_mm: FloatArray, axis: FloatArray, travel_mm: float) -> Way:
    """The way of a tip pushed along its axis (negative travel: withdrawn); k = 1."""
    return lambda part: (start_mm + np.multiply.outer(part * travel_mm, axis))[:, None, :]


def turned_way(
    pivot_mm: FloatArray, axis: FloatArray, rotation_rad: FloatArray, depth_mm: float
) -> Way:
    """The way of everything between pivot and tip while the needle turns; the tip comes last."""
    count = max(1, math.ceil(depth_mm / SHAFT_STEP_MM))
    along_mm = depth_mm * np.arange(1, count + 1) / count
    return lambda part: (
        pivot_mm + along_mm[None, :, None] * tilted(axis, rotation_rad, part)[:, None, :]
    )


def rotation_of_drag(
    axis: FloatArray, right: FloatArray, down: FloatArray, right_rad: float, down_rad: float
) -> FloatArray:
    """The rotation vector (radians, shape (3,)) that drags the hub along a picture's axes.

    axis : unit vector hub to tip. right, down : the picture's unit axes. Of the drag only the part
    across the needle turns it: a picture taken from the side shows less of the movement.
    """
    return _cross(-axis, right_rad * right + down_rad * down)


def rotation_onto(axis: FloatArray, wanted: FloatArray) -> FloatArray:
    """The rotation vector (radians, shape (3,)) that turns one unit axis onto another.

    Of opposite axes it is half a turn about any axis across.
    """
    across = _cross(axis, wanted)
    sine, cosine = float(np.linalg.norm(across)), float(axis @ wanted)
    if sine < 1e-12:
        aside = _cross(axis, np.eye(3)[int(np.abs(axis).argmin())])
        return aside / np.linalg.norm(aside) * (0.0 if cosine > 0.0 else math.pi)
    return across * (math.atan2(sine, cosine) / sine)


def tilted(axis: FloatArray, rotation_rad: FloatArray, part: FloatArray) -> FloatArray:
    """Unit axes after fractions of a rotation; rotation is across the axis; (n,) to (n, 3)."""
    angle = float(np.linalg.norm(rotation_rad))
    if angle == 0.0:
        return np.broadcast_to(axis, (len(part), 3))
    aside = _cross(rotation_rad / angle, axis)
    turned = np.multiply.outer(np.cos(part * angle), axis)
    turned += np.multiply.outer(np.sin(part * angle), aside)
    return np.asarray(turned / np.linalg.norm(turned, axis=1, keepdims=True), dtype=np.float64)


def steps_of(path_mm: float) -> int:
    """Into how many looks a path of the fastest point is divided."""
    return max(1, math.ceil(abs(path_mm) / STEP_MM))


def before_first(test: Test, steps: int) -> float | None:
    """The fraction just before the first at which `test` holds, 0 where it does at once.

    test : fractions (n,) to booleans (n,). None where it never holds.
    """
    return _before_first(test, np.linspace(0.0, 1.0, steps + 1))


def _before_first(test: Test, parts: FloatArray) -> float | None:
    """The same among fractions in order, then ever finer between the last two."""
    for _ in range(4):
        hits = np.flatnonzero(test(parts))
        if hits.size == 0:
            return None
        if hits[0] == 0:
            return float(parts[0])
        low, high = float(parts[hits[0] - 1]), float(parts[hits[0]])
        parts = np.linspace(low, high, REFINE + 1)
    return low


def free_part(way: Way, path_mm: float, bone: DistanceField | None) -> float:
    """The fraction of a way until bone stops the steel, 1 where nothing does.

    path_mm : how far the fastest point goes. No point may get inside bone, and one that lies on it
    (or, by a bad patient, in it) may only leave. A distance changes by no more than the way gone:
    where two looks leave it open whether steel was inside between them, there are more.
    """
    if bone is None:
        return 1.0
    steel = Clearance(bone, way(np.zeros(1))[0])
    steps = steps_of(path_mm)
    looks = np.linspace(0.0, 1.0, steps + 1)
    over_mm = steel.over(way(looks))
    (doubts,) = np.nonzero(over_mm[:-1] + over_mm[1:] < abs(path_mm) / steps)
    if not doubts.size:
        return 1.0
    finer = (doubts[:, None] + np.arange(DOUBT + 1) / DOUBT) / steps
    stopped = _before_first(lambda part: steel.over(way(part)) < 0.0, np.unique(finer))
    return 1.0 if stopped is None else stopped


def advance_until_contact(
    tip_mm: FloatArray, axis: FloatArray, travel_mm: float, bone: DistanceField | None
) -> float:
    """How far along its axis the tip comes, mm, signed as `travel_mm`."""
    return travel_mm * free_part(straight_way(tip_mm, axis, travel_mm), travel_mm, bone)


def tilt_until_contact(
    pivot_mm: FloatArray,
    axis: FloatArray,
    rotation_rad: FloatArray,
    depth_mm: float,
    bone: DistanceField | None,
) -> float:
    """Which fraction of a rotation about the pivot the needle comes to; depth: pivot to tip."""
    arc_mm = depth_mm * float(np.linalg.norm(rotation_rad))
    return free_part(turned_way(pivot_mm, axis, rotation_rad, depth_mm), arc_mm, bone)


def _cross(a: FloatArray, b: FloatArray) -> FloatArray:
    """The cross product of two vectors, shape (3,): numpy's own takes ten times as long."""
    (ax, ay, az), (bx, by, bz) = a, b
    return np.array([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], dtype=np.float64)
