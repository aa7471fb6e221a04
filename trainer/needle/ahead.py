"""What the needle would meet if it went on: the distance ahead on its axis."""

from __future__ import annotations

import math

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField

# DESIGN 9 asks for a 5 degree cone; read as its half angle, the safer of the two readings.
SIN_HALF_ANGLE = math.sin(math.radians(5.0))
REACH_MM = 60.0  # design value: the thorax from skin to pleura, twice over (clinical.md 3.3)
LOOK_MM = 0.25  # design value


def distance_ahead_mm(tip_mm: FloatArray, axis: FloatArray, field: DistanceField) -> float | None:
    """How far on, measured along the axis, the cone about it first meets a structure.

    None beyond REACH_MM, 0 inside the structure. The cone is the union of the balls that fit in it:
    the one at distance s meets what lies within s sin(angle) of its centre, and the slope of the
    distance along the axis says how far before or behind the centre that is.
    """
    along_mm = np.linspace(0.0, REACH_MM, round(REACH_MM / LOOK_MM) + 1)
    distance_mm = field.at(tip_mm + np.multiply.outer(along_mm, axis))
    gap_mm = distance_mm - along_mm * SIN_HALF_ANGLE
    met = np.flatnonzero(gap_mm <= 0.0)
    if met.size == 0:
        return None
    at = int(met[0])
    if at == 0:
        return 0.0
    before, here = float(gap_mm[at - 1]), float(gap_mm[at])
    centre_mm = float(along_mm[at - 1]) + LOOK_MM * before / (before - here)
    slope = max(-1.0, min(1.0, float(distance_mm[at] - distance_mm[at - 1]) / LOOK_MM))
    ahead_mm = centre_mm * (1.0 - SIN_HALF_ANGLE * slope)
    return ahead_mm if ahead_mm <= REACH_MM else None
