"""Canal and foramina of a CT patient, between the landmarks of two neighbouring vertebrae.

Bone bounds them where bone is; where none is, ellipse and box of the sizes below.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.patient import ByteVolume, Tissue
from trainer.anatomy.vertebral_axes import (
    SIGN,
    Landmarks,
    axes_of,
    landmark,
    landmark_name,
    needed_for_axes,
)
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

# Design values, from the sizes of clinical.md 1.1: half a pedicle's width, half a canal's depth
# with the laminae's slope, the foramen's reach beyond the pedicle and before and behind the canal's
# middle.
HALF_PEDICLE_MM, HALF_DEPTH_MM, REACH_MM = 3.0, 9.0, 5.0
FORAMEN_FRONT_MM, FORAMEN_BACK_MM = 9.0, 4.0


def with_spaces(
    tissues: ByteVolume, grid: VoxelGrid, landmarks: Landmarks
) -> tuple[ByteVolume, tuple[str, ...]]:
    """Tissues with canal and foramina named, and the levels they were named at."""
    known = [level for level in LEVELS if _suffices(landmarks, level)]
    named = tissues.copy()
    for upper, lower in pairwise(known):
        if LEVELS.index(lower) == LEVELS.index(upper) + 1:
            for side in Side:
                _name(named, grid, *_foramen(landmarks, upper, lower, side), Tissue.FORAMEN)
    for level, start, end in _tubes(landmarks, known):
        _name(named, grid, *_canal(landmarks, level, start, end), Tissue.CANAL)
    return named, tuple(known)


def _suffices(landmarks: Landmarks, level: str) -> bool:
    needed = (*needed_for_axes(level), landmark_name(level, "canal_centre"))
    return all(name in landmarks for name in needed)


def _tubes(landmarks: Landmarks, known: list[str]) -> Iterable[tuple[str, FloatArray, FloatArray]]:
    """Pieces of the canal: from half-way to the vertebra above to half-way to the one below."""
    for level in known:
        middle = landmark(landmarks, level, "canal_centre")
        up = axes_of(landmarks, level).axes[:, 2] * 15.0
        ends = []
        for step, end in ((-1, middle + up), (1, middle - up)):
            n = LEVELS.index(level) + step
            near = LEVELS[n] if 0 <= n < len(LEVELS) else ""
            if near in known:
                ends.append((middle + landmark(landmarks, near, "canal_centre")) / 2.0)
            else:
                ends.append(end)
        yield level, ends[0], ends[1]


def _half_width(landmarks: Landmarks, level: str) -> float:
    left, right = (landmark(landmarks, level, "pedicle", side) for side in Side)
    return float(np.linalg.norm(left - right)) / 2.0 - HALF_PEDICLE_MM


Shape = tuple[FloatArray, "Inside"]


class Inside:
    """Whether points lie in a space; boxes and tubes in a vertebra's axes."""

    def __init__(
        self, origin: FloatArray, axes: FloatArray, low: FloatArray, high: FloatArray, tube: bool
    ) -> None:
        self._origin, self._axes, self._low, self._high = origin, axes, low, high
        self._tube = tube

    def __call__(self, points: FloatArray) -> NDArray[np.bool_]:
        """Which world points lie inside; shape (n, 3) to (n,)."""
        local = (points - self._origin) @ self._axes
        within = ((local >= self._low) & (local <= self._high)).all(axis=-1)
        if self._tube:
            middle, half = (self._low + self._high) / 2.0, (self._high - self._low) / 2.0
            ring = (((local - middle) / half)[..., :2] ** 2).sum(axis=-1)
            within &= ring <= 1.0
        return np.asarray(within)


def _canal(landmarks: Landmarks, level: str, start: FloatArray, end: FloatArray) -> Shape:
    along = (start - end) / np.linalg.norm(start - end)
    left = axes_of(landmarks, level).axes[:, 0]
    left = left - (left @ along) * along
    left /= np.linalg.norm(left)
    axes = np.stack([left, np.cross(along, left), along], axis=1)
    half = np.array(
        [_half_width(landmarks, level), HALF_DEPTH_MM, float(np.linalg.norm(start - end)) / 2.0]
    )
    middle = (start + end) / 2.0
    return middle, Inside(middle, axes, -half, half, tube=True)


def _foramen(landmarks: Landmarks, upper: str, lower: str, side: Side) -> Shape:
    """Between two pedicles, from the canal outward."""
    axes = axes_of(landmarks, upper).axes * np.array([SIGN[side], 1.0, 1.0])
    pedicle = landmark(landmarks, upper, "pedicle", side)
    canal = landmark(landmarks, upper, "canal_centre")
    floor = landmark(landmarks, lower, "pedicle", side)
    local = (floor - pedicle) @ axes
    back = float((canal - pedicle) @ axes[:, 1])
    low = np.array([-HALF_PEDICLE_MM, back - FORAMEN_FRONT_MM, float(local[2])])
    high = np.array([HALF_PEDICLE_MM + REACH_MM, back + FORAMEN_BACK_MM, 0.0])
    return pedicle, Inside(pedicle, axes, low, high, tube=False)


def _name(
    tissues: ByteVolume, grid: VoxelGrid, middle: FloatArray, inside: Inside, tissue: Tissue
) -> None:
    """Soft voxels of a space, in place."""
    reach = 45.0 / np.array(grid.spacing_mm)
    index = grid.index_of(middle)
    last = np.array(grid.shape_kji[::-1])
    first = np.clip(np.floor(index - reach), 0, last).astype(int)
    past = np.clip(np.ceil(index + reach) + 1, 0, last).astype(int)
    i, j, k = (np.arange(a, b) for a, b in zip(first, past, strict=True))
    spot = (
        slice(first[2], past[2]),
        slice(first[1], past[1]),
        slice(first[0], past[0]),
    )
    part = tissues[spot]
    kk, jj, ii = np.meshgrid(k, j, i, indexing="ij")
    soft = (part == Tissue.SOFT) | (part == Tissue.FORAMEN)
    points = grid.world_of(np.stack([ii[soft], jj[soft], kk[soft]], axis=-1).astype(np.float64))
    values = part[soft]
    values[inside(points)] = tissue
    part[soft] = values
