"""How far steel is from bone, also between the points it is known at.

A distance changes by no more than the way gone. So of two points on straight steel the piece
between them is at least half of (both distances less the piece) away; only where that leaves a
doubt the piece is looked at every sixteenth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField

IntArray = NDArray[np.intp]
# The steel lies on the bone's surface after it was stopped there; turning or leaving must not be
# stopped by the last bits of a float.
NOISE_MM = 1e-4
# Design value: of pieces of 0.25 mm this leaves 16 um, over which an edge of 90 degrees stands up
# by 6 um at most.
PIECES = 16
_SHARES = (np.arange(1, PIECES) / PIECES)[None, :, None]


@dataclass(frozen=True, slots=True, eq=False)
class Clearance:
    """Steel that is about to move. start_mm : its points as it stands, (k, 3), in their order."""

    bone: DistanceField
    start_mm: FloatArray

    def over(self, points_mm: FloatArray) -> FloatArray:
        """How far the nearest steel is outside bone; (n, k, 3) to (n,). Below 0 it is inside.

        What lies in bone at the start (a bad patient, rounding) may stay as deep.
        """
        distances = distances_mm(self.bone, points_mm)
        over = np.asarray((distances - floor_of(self.bone, self.start_mm)).min(axis=1))
        if len(self.start_mm) < 2:
            return over
        gaps = np.linalg.norm(np.diff(self.start_mm, axis=0), axis=1)
        looks, pieces = np.nonzero(distances[:, :-1] + distances[:, 1:] < gaps)
        if looks.size:
            np.minimum.at(over, looks, self._between(points_mm, looks, pieces))
        return over

    def _between(self, points_mm: FloatArray, looks: IntArray, pieces: IntArray) -> FloatArray:
        """The same for pieces between points; each its look and its place, (m,) to (m,)."""
        found = distances_mm(
            self.bone, _inside(points_mm[looks, pieces], points_mm[looks, pieces + 1])
        )
        which, of = np.unique(pieces, return_inverse=True)
        starts = _inside(self.start_mm[which], self.start_mm[which + 1])
        floors = np.minimum(distances_mm(self.bone, starts), 0.0) - NOISE_MM
        return np.asarray((found - floors[of]).min(axis=1))


def least_mm(bone: DistanceField, points_mm: FloatArray) -> float:
    """The least distance of straight pieces of steel between points (k, 3), negative inside."""
    distances = bone.at(points_mm)
    least = float(distances.min())
    gaps = np.linalg.norm(np.diff(points_mm, axis=0), axis=1)
    (pieces,) = np.nonzero(distances[:-1] + distances[1:] < gaps)
    if not pieces.size:
        return least
    between = _inside(points_mm[pieces], points_mm[pieces + 1])
    return min(least, float(distances_mm(bone, between).min()))


def floor_of(bone: DistanceField, start_mm: FloatArray) -> FloatArray:
    """How near or deep each point may come; (k, 3) to (k,)."""
    return np.asarray(np.minimum(bone.at(start_mm), 0.0) - NOISE_MM)


def distances_mm(field: DistanceField, points_mm: FloatArray) -> FloatArray:
    """Distances at points of shape (n, k, 3); shape (n, k)."""
    return field.at(points_mm.reshape(-1, 3)).reshape(points_mm.shape[:2])


def _inside(ones: FloatArray, others: FloatArray) -> FloatArray:
    """Points between two each, ends left out; (m, 3) twice to (m, pieces - 1, 3)."""
    return np.asarray(ones[:, None] + _SHARES * (others - ones)[:, None])
