"""Curves pushed out of bone: many at once, because asking a patient's bone is the slow part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.bone_surface import BoneSurface, onto_surface, outward
from trainer.anatomy.curves import resampled
from trainer.geometry.pinhole import FloatArray

ROUNDS = 60  # of pushing and smoothing
SMOOTHING = 0.25  # how much a pushed point is drawn toward the mean of its neighbours in a round
NEIGHBOURS = 3  # points on each side of a pushed one that are smoothed with it
MOST_PUSH_MM = 1.0
TOGETHER = 1.5  # weight of a buried stretch's common way out against a point's own
LAST_ROUNDS = 3
_LINE_MM = np.arange(-3.0, 3.1, 0.5)
AROUND_MM = np.stack([part.ravel() for part in np.meshgrid(_LINE_MM, _LINE_MM, _LINE_MM)], axis=1)
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
        points[deep] += push[:, None] * _ways_out(points, np.flatnonzero(deep), bone)
        # Only what moved, or whose neighbour moved, can be in bone in the next round.
        active = _widened(deep, inner)
        points = _smoothed(points, active & inner)
    for _ in range(LAST_ROUNDS):
        buried = np.flatnonzero(bone.at(points) < least)
        if not buried.size:
            break
        points[buried] = _lifted(points[buried], least[buried] + MARGIN_MM, bone)
    return tuple(resampled(part, step_mm) for part in np.split(points, ends[:-1]))


def _lifted(points: FloatArray, height_mm: FloatArray, bone: BoneSurface) -> FloatArray:
    """Single points that stayed in bone: onto its surface, or to the nearest free place about."""
    lifted = onto_surface(bone, points, height_mm)
    for n in np.flatnonzero(bone.at(lifted) < height_mm - MARGIN_MM):
        near = points[n] + AROUND_MM
        free = near[bone.at(near) >= height_mm[n]]
        if len(free):
            lifted[n] = free[np.linalg.norm(free - points[n], axis=1).argmin()]
    return lifted


def _ways_out(points: FloatArray, deep: NDArray[np.intp], bone: BoneSurface) -> FloatArray:
    """Which way each buried point goes; unit, shape (n, 3).

    A curve that runs right through a bone would be torn apart if each point took its own nearest
    way out. All points of a buried stretch lean the same way instead: their mean, across the curve.
    """
    own = outward(bone, points[deep])
    ways = own.copy()
    for run in np.split(np.arange(len(deep)), np.flatnonzero(np.diff(deep) > 1) + 1):
        if len(run) > 2:
            chord = points[deep[run[-1]]] - points[deep[run[0]]]
            chord = chord / max(float(np.linalg.norm(chord)), 1e-9)
            shared = own[run].sum(axis=0)
            shared = shared - (shared @ chord) * chord
            ways[run] += TOGETHER * shared / max(float(np.linalg.norm(shared)), 1e-9)
    lengths = np.linalg.norm(ways, axis=1, keepdims=True)
    return np.asarray(np.where(lengths > 1e-6, ways / np.maximum(lengths, 1e-6), own))


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
