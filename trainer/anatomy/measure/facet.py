"""One facet joint: its space between a vertebra's superior process and the inferior one behind."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.measure.fit import plane_through
from trainer.anatomy.measure.vertebra import Vertebra
from trainer.anatomy.measure.walls import STEP_MM, gap_after_wall, inner_wall, profiles
from trainer.geometry.pinhole import FloatArray

WIDEST_GAP_MM = 4.0
NARROWEST_GAP_MM = 0.4
THICKEST_MM = 10.0
LEAST_POINTS = 10  # 1 x 0.5 mm apart
MOST_WALLS = 4
CARTILAGE_G_CM3 = 0.14  # of bone, the most where a joint of 1.5-2 mm is emptiest; marrow has more
LOWEST_SHARE = 0.3  # of the tallest column: a joint is as tall as it is wide


@dataclass(frozen=True, slots=True)
class Facet:
    """In the lower vertebra's axes. gap_mm : bone to bone, square to the joint.

    off_frontal_deg : + where the joint's outer edge is nearer the front (faces outward), seen from
    above; lean_deg : + where its upper edge is nearer the front. off_midline_mm : midway between
    its edges; width_mm, height_mm : extent of the space between the two bones.
    """

    gap_mm: float
    off_frontal_deg: float
    lean_deg: float
    off_midline_mm: float
    width_mm: float
    height_mm: float


NOT_FOUND = Facet(*[np.nan] * 6)


def facet_of(lower: Vertebra, sign: float) -> Facet:
    """The joint above a vertebra on a side, of frontal orientation; NaN where there is none."""
    points, gaps = _space(lower, sign)
    if len(points) < LEAST_POINTS:
        return NOT_FOUND
    plane = plane_through(sign * points[:, 0], points[:, 2], points[:, 1])
    if plane is None:
        return NOT_FOUND
    outward, upward, _ = plane
    square = 1.0 / np.sqrt(1.0 + outward**2 + upward**2)
    x, z = sign * points[:, 0], points[:, 2]
    return Facet(
        float(np.median(gaps)) * float(square),
        float(-np.degrees(np.arctan(outward))),
        float(-np.degrees(np.arctan(upward))),
        float(x.min() + x.max()) / 2.0,
        _extent(x, outward),
        _extent(z, upward),
    )


def _extent(along: FloatArray, slope: float) -> float:
    low, high = np.percentile(along, [2.0, 98.0])
    return float((high - low + 1.0) * np.sqrt(1.0 + slope**2))


def _space(lower: Vertebra, sign: float) -> tuple[FloatArray, FloatArray]:
    """Middle points of the joint's space and its width along y: rays backward from the foramen."""
    top = lower.body.upper.height_mm
    x = sign * np.arange(3.0, lower.canal.width_mm / 2.0 + 11.0, 1.0)
    z = np.arange(top + 0.5, top + 14.0, 0.5)
    start_y = lower.body.back_mm + 4.0
    starts = np.stack(np.meshgrid(x, [start_y], z, indexing="ij"), axis=-1)[:, 0].reshape(-1, 3)
    found = profiles(lower.density, lower.axes.world(starts), lower.axes.back, 32.0)
    points, gaps = [], []
    for start, profile in zip(starts, found, strict=True):
        between = _gap(profile)
        if between is not None:
            points.append([start[0], start[1] + sum(between) / 2.0, start[2]])
            gaps.append(between[1] - between[0])
    if not points:
        return np.empty((0, 3)), np.empty(0)
    return _together(np.array(points), np.array(gaps))


def _gap(profile: FloatArray) -> tuple[float, float] | None:
    """Along one ray: where the front bone ends and the one behind begins."""
    entry = inner_wall(profile)
    if np.isnan(entry) or entry < 0.5:
        return None
    inside = int((entry + 0.6) / STEP_MM)
    for _ in range(MOST_WALLS):
        near, far = gap_after_wall(profile[inside:])
        begin = inside * STEP_MM
        if not np.isfinite(near + far) or begin + near - entry > THICKEST_MM:
            return None
        first, last = inside + int(near / STEP_MM), inside + int(far / STEP_MM) + 1
        if profile[first:last].min() <= CARTILAGE_G_CM3:
            joint = NARROWEST_GAP_MM <= far - near <= WIDEST_GAP_MM
            return (begin + near, begin + far) if joint else None
        inside += int((far + 0.6) / STEP_MM)  # marrow between two walls of one bone
    return None


def _together(points: FloatArray, gaps: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The largest group of neighbouring points: gaps elsewhere are no joint."""
    near = np.linalg.norm(points[:, None] - points[None], axis=-1) < 3.2
    group = np.zeros(len(points), dtype=bool)
    left = np.ones(len(points), dtype=bool)
    while left.any():
        one = np.zeros(len(points), dtype=bool)
        one[np.flatnonzero(left)[0]] = True
        while (more := near[one].any(axis=0) & left).sum() > one.sum():
            one = more
        left &= ~one
        if one.sum() > group.sum():
            group = one
    return _tall(points[group], gaps[group])


def _tall(points: FloatArray, gaps: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Without what joins it from the mid-line: where laminae overlap the space is low."""
    _, column, heights = np.unique(points[:, 0], return_inverse=True, return_counts=True)
    kept = heights[column] >= LOWEST_SHARE * heights.max()
    return points[kept], gaps[kept]
