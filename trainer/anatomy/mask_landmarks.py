"""Landmarks of one labelled vertebra, searched on its mask (names: docs/conventions.md).

The same points as `synthetic.landmarks` measures, found without knowing how the bone was made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from trainer.anatomy.bone_surface import onto_surface
from trainer.anatomy.levels import Side
from trainer.anatomy.masked_vertebra import MaskedVertebra
from trainer.anatomy.plate_fit import Plate
from trainer.anatomy.vertebral_axes import SIGN, landmark_name
from trainer.geometry.pinhole import FloatArray

RIM_SHARE = 0.82  # of the half width or depth of a plate, as in synthetic patients
STEP_MM = 1.0  # of the searches
TIP_MM = 1.2  # what lies so close to the furthest point is averaged: one voxel alone is chance
# Where to look, from clinical.md 1.1's sizes with room to spare (design values).
PEDICLE_OUT_MM, TP_REACH_MM, TP_END_MM, ROOT_OUT_MM = 13.0, 45.0, 6.0, 3.5
TP_END_SHARE = 0.4
PEDICLE_BACK_MM = 7.5  # behind the wall: further back begins the pillar
TP_HALF_HEIGHT_MM = 6.5  # a process is about 10 mm tall (anatomy.md 2)
# Which way "out along the process" is, degrees backward of lateral: thoracic ones point 18-46
# backward (clinical.md 1.5); at the ends of the thorax the tip is the most lateral point, for what
# lies furthest back there is the mammillary process or the lamina (design values).
BACKWARD_DEG, LATERAL_DEG = 32.0, 10.0
LATERAL_LEVELS = frozenset({"C7", "T11", "T12", "L1"})


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A landmark and how far it may be off, in mm (a design estimate, no confidence interval)."""

    point_world_mm: FloatArray
    uncertainty_mm: float


@dataclass(frozen=True, slots=True, eq=False)
class _Half:
    """One side of a vertebra: x counts away from the mid-line; pedicle : its middle, local."""

    vertebra: MaskedVertebra
    sign: float
    pedicle: FloatArray

    def box(self, x: FloatArray, y: FloatArray, z: FloatArray) -> FloatArray:
        """Points of the vertebra in a box, x away from the mid-line; shape (m, 3)."""
        points = self.vertebra.box(self.sign * x, y, z)
        return np.asarray(points * np.array([self.sign, 1.0, 1.0]), dtype=np.float64)

    def world(self, point: FloatArray) -> FloatArray:
        """World mm of a point with x away from the mid-line."""
        return self.vertebra.frame.world(point * np.array([self.sign, 1.0, 1.0]))


def landmarks_of_mask(vertebra: MaskedVertebra, slice_mm: float) -> dict[str, Found]:
    """Every landmark of a vertebra that its mask shows, by name.

    slice_mm : the scan's slice spacing, which bounds how well anything can be placed.
    """
    level = vertebra.level
    found: dict[str, tuple[FloatArray | None, float]] = {
        landmark_name(level, "body_centre"): (vertebra.frame.centre_world_mm, 0.8),
        landmark_name(level, "canal_centre"): (vertebra.frame.world(vertebra.canal_local_mm), 1.0),
        landmark_name(level, "spinous_tip"): (_spinous_tip(vertebra), 2.0),
        **_plate_points(vertebra, "upper", vertebra.upper),
        **_plate_points(vertebra, "lower", vertebra.lower),
    }
    for side in Side:
        pedicle = _pedicle(vertebra, side)
        if pedicle is None:
            continue
        half = _Half(vertebra, SIGN[side], pedicle)
        found[landmark_name(level, "pedicle", side)] = (half.world(pedicle), 1.0)
        for what, (find, spread_mm) in _SIDES.items():
            point = find(half)
            world = None if point is None else half.world(point)
            found[landmark_name(level, what, side)] = (world, spread_mm)
    slices = slice_mm / 2.0
    return {
        name: Found(np.asarray(point), round(float(np.hypot(spread_mm, slices)), 1))
        for name, (point, spread_mm) in found.items()
        if point is not None
    }


def _plate_points(
    vertebra: MaskedVertebra, name: str, plate: Plate
) -> dict[str, tuple[FloatArray | None, float]]:
    """Centre and rim of an end plate, on its plane."""
    low, high = np.array(plate.low), np.array(plate.high)
    middle, half = (low + high) / 2.0, (high - low) / 2.0
    places = {
        "centre": np.zeros(2),
        "left": np.array([middle[0] + RIM_SHARE * half[0], middle[1]]),
        "right": np.array([middle[0] - RIM_SHARE * half[0], middle[1]]),
        "back": np.array([middle[0], middle[1] + RIM_SHARE * half[1]]),
        "front": np.array([middle[0], middle[1] - RIM_SHARE * half[1]]),
    }
    spread = float(np.hypot(0.7, plate.residual_mm))
    return {
        landmark_name(vertebra.level, f"{name}_plate_{place}"): (
            vertebra.frame.world(np.array([*xy, plate.at(xy)])),
            spread,
        )
        for place, xy in places.items()
    }


def _spinous_tip(vertebra: MaskedVertebra) -> FloatArray | None:
    """The point of the spinous process furthest from the canal."""
    _, y, z = vertebra.canal_local_mm
    low = -vertebra.half_height_mm - 45.0
    bone = vertebra.box(
        np.arange(-9.0, 9.1, 1.0), y + np.arange(8.0, 60.0, 1.0), np.arange(low, z + 12.0, 1.0)
    )
    if not len(bone):
        return None
    away = np.linalg.norm(bone[:, 1:] - np.array([y, z]), axis=1)
    return vertebra.frame.world(bone[away > away.max() - TIP_MM].mean(axis=0))


def _pedicle(vertebra: MaskedVertebra, side: Side) -> FloatArray | None:
    """The middle of the pedicle's narrowest section, x away from the mid-line; None if unseen."""
    half = _Half(vertebra, SIGN[side], np.zeros(3))
    x = vertebra.half_canal_mm[0] + np.arange(-2.0, PEDICLE_OUT_MM, STEP_MM)
    z = np.arange(-0.6, 1.4, 0.06) * vertebra.half_height_mm
    sections = []
    for y in vertebra.wall_mm + np.arange(2.0, PEDICLE_BACK_MM, 1.0):
        section = half.box(x, np.array([y]), z)
        if len(section):
            sections.append(section)
    if not sections:
        return None
    return np.asarray(min(sections, key=len).mean(axis=0))


def _process(half: _Half) -> FloatArray:
    """Points of the transverse process: lateral of the pedicle and behind the body."""
    vertebra, (x0, _, z0) = half.vertebra, half.pedicle
    x = x0 + np.arange(2.0, TP_REACH_MM, STEP_MM)
    y = vertebra.canal_local_mm[1] + np.arange(-4.0, 32.0, STEP_MM)
    return half.box(x, y, z0 + np.arange(-16.0, 20.0, STEP_MM))


def _outward(half: _Half, process: FloatArray) -> FloatArray:
    """How far out along the process each of its points lies, seen from the pedicle."""
    lateral = half.vertebra.level in LATERAL_LEVELS
    back = np.radians(LATERAL_DEG if lateral else BACKWARD_DEG)
    along = np.array([np.cos(back), np.sin(back)])
    return np.asarray((process[:, :2] - half.pedicle[:2]) @ along)


def _tp_tip(half: _Half) -> FloatArray | None:
    process = _process(half)
    if not len(process):
        return None
    out = _outward(half, process)
    return np.asarray(process[out > out.max() - TIP_MM].mean(axis=0))


def _tp_root(half: _Half) -> FloatArray | None:
    """The middle of the process where it leaves the pillar."""
    process = _process(half)
    if not len(process):
        return None
    out = _outward(half, process)
    height = process[out > out.max() - TIP_MM].mean(axis=0)[2]
    # Level with the tip: below it the section still holds pillar and lamina.
    level = np.abs(process[:, 2] - height) < TP_HALF_HEIGHT_MM
    near = process[level & (np.abs(process[:, 0] - half.pedicle[0] - ROOT_OUT_MM) < STEP_MM)]
    return np.asarray(near.mean(axis=0)) if len(near) else None


def _tp_corner(half: _Half) -> FloatArray | None:
    """Furthest up and out on the last millimetres of the process, moved onto the mask's surface."""
    process = _process(half)
    if not len(process):
        return None
    out = _outward(half, process)
    # A short process (T11, T12) has less of an end: beside it already stands the articular process.
    end = np.clip(TP_END_SHARE * (out.max() - ROOT_OUT_MM), 2.0 * STEP_MM, TP_END_MM)
    tip = process[out > out.max() - TIP_MM].mean(axis=0)
    last = (out > out.max() - end) & (process[:, 2] < tip[2] + TP_HALF_HEIGHT_MM)
    slant = out[last] + process[last][:, 2]
    corner = process[last][slant > slant.max() - TIP_MM].mean(axis=0)
    moved = onto_surface(half.vertebra.bone, half.world(corner)[None])[0]
    local = half.vertebra.frame.local(moved)
    return np.asarray(local * np.array([half.sign, 1.0, 1.0]))


def _sap_tip(half: _Half) -> FloatArray | None:
    """The highest point of the superior articular process."""
    (x0, _, z0), wall = half.pedicle, half.vertebra.wall_mm
    x = x0 + np.arange(-5.0, 5.1, STEP_MM)
    y = wall + np.arange(3.0, 22.0, STEP_MM)
    bone = half.box(x, y, z0 + np.arange(2.0, 24.0, STEP_MM))
    return _furthest(bone, 1.0)


def _iap_tip(half: _Half) -> FloatArray | None:
    """The lowest point of the inferior articular process."""
    low, y0 = -half.vertebra.half_height_mm, half.vertebra.canal_local_mm[1]
    y = y0 + np.arange(2.0, 20.0, STEP_MM)
    bone = half.box(np.arange(6.0, 15.0, STEP_MM), y, low + np.arange(-20.0, 4.0, STEP_MM))
    return _furthest(bone, -1.0)


def _furthest(bone: FloatArray, up: float) -> FloatArray | None:
    if not len(bone):
        return None
    height = up * bone[:, 2]
    return np.asarray(bone[height > height.max() - TIP_MM].mean(axis=0))


# What is searched on each side, and how far it may be off on a mask of thin slices (design values).
_SIDES: Mapping[str, tuple[Callable[[_Half], FloatArray | None], float]] = {
    "tp_root": (_tp_root, 2.0),
    "tp_corner": (_tp_corner, 2.0),
    "tp_tip": (_tp_tip, 1.5),
    "sap_tip": (_sap_tip, 2.5),
    "iap_tip": (_iap_tip, 2.5),
}
