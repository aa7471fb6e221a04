"""Landmarks and medial branches of the placeholder thorax, read off its own bone surface."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from scipy.interpolate import CubicSpline

from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.patient import Nerve
from trainer.anatomy.placeholder_bone import Skeleton
from trainer.anatomy.placeholder_spine import (
    PLATE_DIP_MM,
    SIZES,
    TP_CLUB_HALF_MM,
    TP_CLUB_MM,
    spinous_tip,
    tp_root,
    tp_tip,
)
from trainer.geometry.pinhole import FloatArray

WORK_LEVELS = ("T6", "T7", "T8")
CONVENTION = "chua-bogduk-1995"
SIGN = {Side.LEFT: 1, Side.RIGHT: -1}
# Inflection of nerves T5-T8: 2-5 mm above the corner, 0-2 mm behind (clinical.md 2.3, design
# values after Chua & Bogduk 1995).
INFLECTION_UP_MM, INFLECTION_BACK_MM = 3.5, 1.0
NERVE_STEP_MM = 0.5
CLEAR_OF_BONE_MM = 0.7


def landmarks_of(bones: Skeleton) -> Mapping[str, tuple[float, float, float]]:
    """Named points in world mm of T6-T8."""
    found: dict[str, FloatArray] = {}
    for level in WORK_LEVELS:
        size, frame = SIZES[level], bones.frames[level]
        upper = np.array([0.0, 0.0, size.height / 2.0 - PLATE_DIP_MM[0]])
        lower = np.array([0.0, 0.0, PLATE_DIP_MM[1] - size.height / 2.0])
        found[f"{level}.body_centre"] = frame.centre
        found[f"{level}.upper_plate_centre"] = frame.world(upper)
        found[f"{level}.lower_plate_centre"] = frame.world(lower)
        found[f"{level}.canal_centre"] = frame.world(np.array([0.0, size.canal_y, 0.0]))
        found[f"{level}.spinous_tip"] = frame.world(spinous_tip(size))
        for side, sign in SIGN.items():
            pedicle = np.array([sign * size.pedicle_x, size.wall_y + 4.0, size.pedicle_z])
            found[f"{level}.{side}.pedicle"] = frame.world(pedicle)
            found[f"{level}.{side}.tp_root"] = frame.world(tp_root(size, sign))
            found[f"{level}.{side}.tp_corner"] = tp_corner(bones, level, side)
    return MappingProxyType(
        {name: (float(p[0]), float(p[1]), float(p[2])) for name, p in found.items()}
    )


def tp_corner(bones: Skeleton, level: str, side: Side) -> FloatArray:
    """The superolateral corner of a transverse process, on the bone surface; world mm."""
    size, frame, sign = SIZES[level], bones.frames[level], SIGN[side]
    tip = tp_tip(size, sign)
    out = (tip - tp_root(size, sign)) * np.array([1.0, 1.0, 0.0])
    out = out / np.linalg.norm(out)
    slant = (out + np.array([0.0, 0.0, 1.0])) * np.sqrt(0.5)
    top = tip + np.array([0.0, 0.0, TP_CLUB_HALF_MM])
    return np.asarray(bones.onto_surface(frame.world(top + TP_CLUB_MM[0] * slant)[None])[0])


def nerves_of(bones: Skeleton) -> tuple[Nerve, ...]:
    """The medial branches that cross T6, T7 and T8, both sides."""
    return tuple(
        Nerve(nerve_at(level), level, side, CONVENTION, _course(bones, level, side))
        for level in WORK_LEVELS
        for side in Side
    )


def _course(bones: Skeleton, level: str, side: Side) -> FloatArray:
    """Control points of anatomy.md 7, splined, kept clear of bone; shape (n, 3)."""
    above = LEVELS[LEVELS.index(level) - 1]
    size, sign, frame = SIZES[above], SIGN[side], bones.frames[level]
    corner = tp_corner(bones, level, side)
    root = bones.frames[above].world(
        np.array(
            [
                sign * size.pedicle_x,
                size.wall_y + 6.0,
                size.pedicle_z - size.pedicle[1] / 2.0 - 4.0,
            ]
        )
    )
    back, up = frame.axes[:, 1], frame.axes[:, 2]
    inflection = corner + INFLECTION_UP_MM * up + INFLECTION_BACK_MM * back
    between = root + 0.6 * (corner - root) - 3.0 * back + 2.0 * up
    controls = np.array([root, between, inflection, *_behind(bones, level, sign, corner)])
    clear = _lifted(bones, _splined(controls))
    clear.setflags(write=False)
    return clear


def _behind(bones: Skeleton, level: str, sign: int, corner: FloatArray) -> list[FloatArray]:
    """Down the posterior face of the process at about 35 degrees, ending in multifidus."""
    frame, size = bones.frames[level], SIZES[level]
    medial, back, up = -sign * frame.axes[:, 0], frame.axes[:, 1], frame.axes[:, 2]
    slant = medial * np.cos(np.radians(35.0)) - up * np.sin(np.radians(35.0))
    above = np.array([corner + along * slant + 5.0 * back for along in (6.0, 11.0)])
    end = frame.world(np.array([sign * 6.0, size.canal_y + size.canal[1] / 2 + 9.0, -7.0]))
    return [
        *bones.onto_surface(above, CLEAR_OF_BONE_MM),
        *bones.onto_surface(end[None], 4.0),
    ]


def _splined(controls: FloatArray) -> FloatArray:
    """A smooth curve through the control points, about `NERVE_STEP_MM` apart."""
    chords = np.linalg.norm(np.diff(controls, axis=0), axis=1)
    knots = np.concatenate([[0.0], np.cumsum(np.sqrt(chords))])  # centripetal: no loops
    count = int(chords.sum() / NERVE_STEP_MM) + 1
    return np.asarray(CubicSpline(knots, controls)(np.linspace(0.0, knots[-1], count)))


def _lifted(bones: Skeleton, points: FloatArray) -> FloatArray:
    inside = bones.at(points) < CLEAR_OF_BONE_MM - 0.2
    lifted = points.copy()
    if inside.any():
        lifted[inside] = bones.onto_surface(points[inside], CLEAR_OF_BONE_MM)
    return lifted
