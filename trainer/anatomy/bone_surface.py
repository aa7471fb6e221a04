"""What the nerve needs to know of bone: how far its surface is, and which way is out.

The same few functions serve the synthetic bones and a CT patient's distance block
(`trainer.anatomy.distance.DistanceBlock` is a `BoneSurface`).
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from trainer.geometry.pinhole import FloatArray

GRADIENT_STEP_MM = 0.25
STEPS_ONTO = 12
MOST_STEP_MM = 3.0  # a step further than this may leave the slope it was computed on
CLOSE_ENOUGH_MM = 0.01


class BoneSurface(Protocol):
    """Signed distance to all bone, as it is drawn: mm, negative inside."""

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        ...


def outward(bone: BoneSurface, points_world_mm: FloatArray) -> FloatArray:
    """Unit gradient of the distance at points: away from the bone; shape (n, 3).

    Zero where the distance has no slope.
    """
    points = np.asarray(points_world_mm, dtype=np.float64)
    steps = np.concatenate([np.eye(3), -np.eye(3)]) * GRADIENT_STEP_MM
    values = bone.at((points[:, None, :] + steps).reshape(-1, 3)).reshape(-1, 6)
    slope = np.asarray(values[:, :3] - values[:, 3:], dtype=np.float64)
    lengths = np.linalg.norm(slope, axis=1, keepdims=True)
    return np.asarray(slope / np.maximum(lengths, 1e-9))


def onto_surface(
    bone: BoneSurface, points_world_mm: FloatArray, above_mm: float | FloatArray = 0.0
) -> FloatArray:
    """Points moved along the gradient until they lie `above_mm` over the bone; shape (n, 3).

    above_mm : one height for all, or shape (n,). Newton steps on the distance, each at most
    `MOST_STEP_MM`; a point stays where its best step left it when the distance is no true one.
    """
    points = np.array(points_world_mm, dtype=np.float64)
    best, least = points.copy(), np.full(len(points), np.inf)
    for _ in range(STEPS_ONTO):
        short = bone.at(points) - above_mm
        better = np.abs(short) < least
        best[better], least[better] = points[better], np.abs(short)[better]
        if (least < CLOSE_ENOUGH_MM).all():
            break
        step = np.clip(short, -MOST_STEP_MM, MOST_STEP_MM)
        points = points - step[:, None] * outward(bone, points)
    return best


def ways_to_change(
    bone: BoneSurface,
    starts_world_mm: FloatArray,
    directions: FloatArray,
    reach_mm: float,
    step_mm: float = 0.25,
) -> FloatArray:
    """How far from points along unit directions the surface is crossed, in or out; NaN = never.

    starts_world_mm, directions : shape (n, 3) or (3,); returns (n,), interpolated between steps.
    """
    starts, ways = np.broadcast_arrays(np.atleast_2d(starts_world_mm), np.atleast_2d(directions))
    along = np.arange(0.0, reach_mm + step_mm, step_mm)
    points = starts[:, None, :] + along[:, None] * ways[:, None, :]
    values = np.asarray(bone.at(points.reshape(-1, 3)), dtype=np.float64).reshape(len(starts), -1)
    changed = (values[:, :-1] < 0.0) != (values[:, 1:] < 0.0)
    first = changed.argmax(axis=1)
    rows = np.arange(len(starts))
    before, after = values[rows, first], values[rows, first + 1]
    found = changed.any(axis=1)
    share = before / np.where(found, before - after, 1.0)
    return np.asarray(np.where(found, along[first] + share * step_mm, np.nan))


def way_to_change(
    bone: BoneSurface,
    start_world_mm: FloatArray,
    direction: FloatArray,
    reach_mm: float,
    step_mm: float = 0.25,
) -> float | None:
    """`ways_to_change` of one point; None if never."""
    found = float(ways_to_change(bone, start_world_mm, direction, reach_mm, step_mm)[0])
    return None if np.isnan(found) else found
