"""The outline that a hollow space throws on a picture: its inside, projected and contoured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_erosion, gaussian_filter

from trainer.attempt.events import Vec3
from trainer.geometry.pinhole import FloatArray
from trainer.needle.distance import DistanceField
from trainer.ui.presenters.orientation import Point

REACH_MM, STEP_MM = 45.0, 1.5  # how much round the target is looked at, how finely
CELLS, BLUR_CELLS, LEVEL = 144, 1.2, 0.25  # over the picture's edge
BORDER_CELLS = 5  # of the region: what is cut there has no edge
Segment = tuple[Point, Point]
Line = tuple[Point, ...]
# Of each of the 16 ways in which a cell's corners lie inside: pairs of the edges that are crossed.
# Corners are bits 1, 2, 4, 8 round from upper left; edges 0 top, 1 right, 2 bottom, 3 left.
_CROSSED = (
    (), ((3, 0),), ((0, 1),), ((3, 1),), ((1, 2),), ((3, 0), (1, 2)), ((0, 2),), ((3, 2),),
    ((2, 3),), ((2, 0),), ((0, 1), (2, 3)), ((2, 1),), ((1, 3),), ((1, 0),), ((0, 3),), (),
)  # fmt: skip


class Shot(Protocol):
    """The geometry of a picture: an exposure of a log, or a free preview of the studio."""

    @property
    def source_um(self) -> Vec3:
        """Where the beam comes from."""

    @property
    def right_e9(self) -> Vec3:
        """Along a row, a unit vector times 10⁹."""

    @property
    def down_e9(self) -> Vec3:
        """Along a column."""

    @property
    def direction_e9(self) -> Vec3:
        """From the source to the receptor."""

    @property
    def sid_um(self) -> int:
        """Source to receptor."""

    @property
    def field_um(self) -> int:
        """The picture's edge."""


def on_picture(shot: Shot, points_um: NDArray[np.float64]) -> FloatArray:
    """Points (n, 3) as (right, down) from the picture's middle in parts of its edge; (n, 2)."""
    way = points_um - np.array(shot.source_um, dtype=np.float64)
    axes = np.array([shot.right_e9, shot.down_e9, shot.direction_e9], dtype=np.float64) / 1e9
    right, down, depth = axes @ way.T
    return np.asarray(
        np.stack([right, down], axis=1) * (shot.sid_um / depth / shot.field_um)[:, None]
    )


def place_on(shot: Shot, point_um: Vec3) -> Point:
    """One point so."""
    right, down = on_picture(shot, np.array([point_um], dtype=np.float64))[0]
    return float(right), float(down)


def inside_um(field: DistanceField, about_um: Vec3, margin_mm: float = 0.0) -> FloatArray:
    """Points inside a structure, or nearer than a margin, near a place; (n, 3) micrometres."""
    steps = np.arange(-REACH_MM, REACH_MM + STEP_MM, STEP_MM)
    grid = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    points_mm = grid + np.array(about_um, dtype=np.float64) / 1000.0
    return np.asarray(points_mm[field.at(points_mm) < margin_mm] * 1000.0)


def outline(shot: Shot, points_um: FloatArray, about_um: Vec3) -> tuple[Line, ...]:
    """The contour of projected points, without the border of what was looked at, as lines."""
    if not len(points_um):
        return ()
    known = binary_erosion(_filled(shot, _region_um(about_um)) > LEVEL, iterations=BORDER_CELLS)
    segments = [
        (one, other)
        for one, other in _contour(_filled(shot, points_um))
        if known[_cell(one[1]), _cell(one[0])]
    ]
    return tuple(_joined(segments))


def _region_um(about_um: Vec3) -> FloatArray:
    """The cube that was looked at, coarsely."""
    steps = np.arange(-REACH_MM, REACH_MM + STEP_MM, 2.0 * STEP_MM) * 1000.0
    grid = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    return np.asarray(grid + np.array(about_um, dtype=np.float64))


def _filled(shot: Shot, points_um: FloatArray) -> FloatArray:
    seen = on_picture(shot, points_um)
    counted, _, _ = np.histogram2d(
        seen[:, 1], seen[:, 0], bins=CELLS, range=((-0.5, 0.5), (-0.5, 0.5))
    )
    return np.asarray(gaussian_filter((counted > 0).astype(np.float64), BLUR_CELLS))


def _cell(share: float) -> int:
    return min(CELLS - 1, max(0, int((share + 0.5) * CELLS)))


def _joined(segments: Sequence[Segment]) -> Iterator[Line]:
    """Segments end to end, so that a dashed pen finds a line to dash."""
    ends: dict[Point, list[int]] = {}
    for at, pair in enumerate(segments):
        for point in pair:
            ends.setdefault(_key(point), []).append(at)
    left = set(range(len(segments)))
    while left:
        one, other = segments[left.pop()]
        line = [one, other]
        for _ in range(2):  # on from one end, then from the other
            while (found := _next(segments, ends, left, line[-1])) is not None:
                line.append(found)
            line.reverse()
        yield tuple(line)


def _next(
    segments: Sequence[Segment], ends: dict[Point, list[int]], left: set[int], end: Point
) -> Point | None:
    for at in ends[_key(end)]:
        if at in left:
            left.discard(at)
            one, other = segments[at]
            return other if _key(one) == _key(end) else one
    return None


def _key(point: Point) -> Point:
    return round(point[0], 7), round(point[1], 7)


def _contour(values: FloatArray) -> list[Segment]:
    """Marching squares (Lorensen and Cline 1987, in the plane)."""
    above = values > LEVEL
    upper, lower = above[:-1], above[1:]
    code = upper[:, :-1] * 1 + upper[:, 1:] * 2 + lower[:, 1:] * 4 + lower[:, :-1] * 8
    found: list[Segment] = []
    for row, column in np.argwhere((code > 0) & (code < 15)):
        corners = (
            float(values[row, column]),
            float(values[row, column + 1]),
            float(values[row + 1, column + 1]),
            float(values[row + 1, column]),
        )
        for one, other in _CROSSED[int(code[row, column])]:
            found.append(
                (_crossing(one, corners, row, column), _crossing(other, corners, row, column))
            )
    return found


def _crossing(edge: int, corners: tuple[float, ...], row: int, column: int) -> Point:
    a, b = corners[edge], corners[(edge + 1) % 4]
    part = 0.5 if a == b else min(1.0, max(0.0, (LEVEL - a) / (b - a)))
    x, y = ((part, 0.0), (1.0, part), (1.0 - part, 1.0), (0.0, 1.0 - part))[edge]
    return (column + x + 0.5) / CELLS - 0.5, (row + y + 0.5) / CELLS - 0.5
