"""Curves pushed out of bone: many at once, because asking a patient's bone is the slow part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.bone_surface import BoneSurface, onto_surface, outward
from trainer.anatomy.curves import resampled
from trainer.geometry.pinhole import FloatArray

ROUNDS = 30  # of pushing and smoothing
SMOOTHING = 0.25  # how much a pushed point is drawn toward the mean of its neighbours in a round
NEIGHBOURS = 3  # points on each side of a pushed one that are smoothed with it
MOST_PUSH_MM = 1.0
MARGIN_MM = 0.02  # beyond the wanted distance, so that a round ends


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A polyline (n, 3) and the distance from bone that each of its points must keep, (n,)."""

    points_world_mm: FloatArray
    least_mm: FloatArray


def clear_of_bone(
    curves: Sequence[Curve], bone: BoneSurface, step_mm: float
) -> tuple[FloatArray, ...]:
    """Every curve out of bone, its ends kept unless they lie in bone, resampled at `step_mm`."""
    if not curves:
        return ()
    points = np.concatenate([curve.points_world_mm for curve in curves])
    least = np.concatenate([curve.least_mm for curve in curves])
    ends = np.cumsum([len(curve.least_mm) for curve in curves])
    inner = np.ones(len(points), dtype=bool)
    inner[[0, *ends[:-1], *(ends - 1)]] = False
    active = np.ones(len(points), dtype=bool)
    for _ in range(ROUNDS):
        short = np.zeros(len(points))
        short[active] = least[active] - bone.at(points[active])
        deep = short > 0.0
        if not deep.any():
            break
        push = np.minimum(short[deep] + MARGIN_MM, MOST_PUSH_MM)
        points[deep] += push[:, None] * outward(bone, points[deep])
        # Only what moved, or whose neighbour moved, can be in bone in the next round.
        active = _widened(deep, inner)
        points = _smoothed(points, active & inner)
    buried = np.flatnonzero(bone.at(points) < least)
    if buried.size:
        points[buried] = onto_surface(bone, points[buried], least[buried] + MARGIN_MM)
    return tuple(resampled(part, step_mm) for part in np.split(points, ends[:-1]))


def _widened(moved: NDArray[np.bool_], inner: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Moved points and their neighbours on the same curve."""
    near = moved.copy()
    for _ in range(NEIGHBOURS):
        grown = near.copy()
        # A step between two curves joins two ends, and ends are not inner.
        grown[1:] |= near[:-1] & (inner[1:] | inner[:-1])
        grown[:-1] |= near[1:] & (inner[1:] | inner[:-1])
        near = grown
    return near


def _smoothed(points: FloatArray, near: NDArray[np.bool_]) -> FloatArray:
    softer = points.copy()
    softer[1:-1] += SMOOTHING * ((points[:-2] + points[2:]) / 2.0 - points[1:-1])
    return np.where(near[:, None], softer, points)
