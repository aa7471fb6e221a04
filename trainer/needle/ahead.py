"""What the needle would meet if it went on: the distance ahead on its axis."""

from __future__ import annotations

import math

import numpy as np

from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField

# DESIGN 9 asks for a 5 degree cone; read as its half angle, the safer of the two readings.
CONE_HALF_ANGLE_DEG = 5.0
REACH_MM = 60.0  # design value: the thorax from skin to pleura, twice over (clinical.md 3.3)
LOOK_MM = 0.25  # design value


def distance_ahead_mm(tip_mm: FloatArray, axis: FloatArray, field: DistanceField) -> float | None:
    """How far on the axis the cone about it first meets a structure, None beyond REACH_MM.

    The cone is the union of the balls that fit in it, so at distance s it meets what lies within
    s sin(angle) of the axis; between two looks the meeting is interpolated. 0 inside the structure.
    """
    along_mm = np.linspace(0.0, REACH_MM, round(REACH_MM / LOOK_MM) + 1)
    distance_mm = field.at(tip_mm + np.multiply.outer(along_mm, axis))
    gap_mm = distance_mm - along_mm * math.sin(math.radians(CONE_HALF_ANGLE_DEG))
    met = np.flatnonzero(gap_mm <= 0.0)
    if met.size == 0:
        return None
    at = int(met[0])
    if at == 0:
        return 0.0
    before, here = float(gap_mm[at - 1]), float(gap_mm[at])
    return float(along_mm[at - 1]) + LOOK_MM * before / (before - here)
