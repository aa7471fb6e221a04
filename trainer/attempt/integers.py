"""Where floats end: each becomes an integer once, here.

Places and directions are rounded half to even. What may flatter the trainee (a clearance, a
distance ahead) and what must not overshoot (a push into bone) is rounded down.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from trainer.attempt.events import Vec3
from trainer.geometry.pinhole import FloatArray

FARTHEST_UM = 10_000_000  # no distance in a log is larger than 10 m


def um_of(point_mm: Iterable[float]) -> Vec3:
    """A point in micrometres, rounded half to even."""
    x, y, z = (round(float(part) * 1000.0) for part in point_mm)
    return x, y, z


def mm_of(point_um: Vec3) -> FloatArray:
    """A point in millimetres; shape (3,)."""
    return np.array(point_um, dtype=np.float64) / 1000.0


def e9_of(direction: FloatArray) -> Vec3:
    """A direction as a unit vector times 1e9, rounded half to even."""
    x, y, z = (
        round(float(part) * 1e9) for part in direction / math.sqrt(float(direction @ direction))
    )
    return x, y, z


def unit_of(direction_e9: Vec3) -> FloatArray:
    """The unit vector of a direction; shape (3,)."""
    direction = np.array(direction_e9, dtype=np.float64)
    return np.asarray(direction / math.sqrt(float(direction @ direction)), dtype=np.float64)


def floor_um(distance_mm: float) -> int:
    """A distance in whole micrometres, rounded down, within +-10 m."""
    return math.floor(min(max(distance_mm * 1000.0, -FARTHEST_UM), FARTHEST_UM))
