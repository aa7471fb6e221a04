"""A vertebra's axes and end plates, from landmarks alone: the same in a synthetic and a CT patient.

Landmarks are named "T7.body_centre" or "T7.left.tp_corner"; values are world mm (LPS).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from trainer.anatomy.levels import Side
from trainer.anatomy.synthetic.frame import Frame
from trainer.geometry.pinhole import FloatArray

Landmarks = Mapping[str, tuple[float, float, float]]
SIGN: Mapping[Side, float] = {Side.LEFT: 1.0, Side.RIGHT: -1.0}
AXES_NEED = ("body_centre", "upper_plate_centre", "lower_plate_centre")


def landmark(landmarks: Landmarks, level: str, what: str, side: Side | None = None) -> FloatArray:
    """One landmark as an array. Raises KeyError naming the landmark where it is missing."""
    return np.array(landmarks[landmark_name(level, what, side)], dtype=np.float64)


def landmark_name(level: str, what: str, side: Side | None = None) -> str:
    """The name, e.g. "T7.left.tp_corner" or "T7.body_centre"."""
    return f"{level}.{side}.{what}" if side is not None else f"{level}.{what}"


def needed_for_axes(level: str) -> tuple[str, ...]:
    """Landmarks that `axes_of` asks for."""
    pedicles = tuple(landmark_name(level, "pedicle", side) for side in Side)
    return (*(landmark_name(level, what) for what in AXES_NEED), *pedicles)


def axes_of(landmarks: Landmarks, level: str) -> Frame:
    """Origin in the body's centre; columns left, posterior, up (up = from plate to plate).

    Raises KeyError naming the first landmark that is missing.
    """
    up = landmark(landmarks, level, "upper_plate_centre") - landmark(
        landmarks, level, "lower_plate_centre"
    )
    up /= np.linalg.norm(up)
    left = landmark(landmarks, level, "pedicle", Side.LEFT) - landmark(
        landmarks, level, "pedicle", Side.RIGHT
    )
    left -= (left @ up) * up
    left /= np.linalg.norm(left)
    axes = np.stack([left, np.cross(up, left), up], axis=1)
    return Frame(landmark(landmarks, level, "body_centre"), axes)


def plate_normal(landmarks: Landmarks, level: str, plate: str) -> FloatArray:
    """Unit normal of an end plate ("upper" or "lower"), toward the head; shape (3,).

    Through the four rim points where they are known (a wedge fracture's plates are not parallel),
    else the line from plate centre to plate centre. Raises KeyError naming a missing landmark.
    """
    rim = [landmark_name(level, f"{plate}_plate_{part}") for part in ("left", "right")]
    rim += [landmark_name(level, f"{plate}_plate_{part}") for part in ("back", "front")]
    if not all(name in landmarks for name in rim):
        return np.asarray(axes_of(landmarks, level).axes[:, 2], dtype=np.float64)
    left, right, back, front = (np.array(landmarks[name]) for name in rim)
    normal = np.cross(left - right, back - front)
    return np.asarray(normal / np.linalg.norm(normal))


def process_axes(landmarks: Landmarks, level: str, side: Side) -> FloatArray:
    """Axes of a transverse process as columns: outward along it, behind its face, up across it."""
    tip = landmark(landmarks, level, "tp_tip", side)
    along = tip - landmark(landmarks, level, "tp_root", side)
    along /= np.linalg.norm(along)
    up = axes_of(landmarks, level).axes[:, 2]
    up = up - (up @ along) * along
    up /= np.linalg.norm(up)
    return np.stack([along, SIGN[side] * np.cross(up, along), up], axis=1)


def body_axes(landmarks: Landmarks, level: str, side: Side) -> FloatArray:
    """Axes of a vertebra as columns: away from the mid-line on a side, posterior, cranial."""
    return np.asarray(axes_of(landmarks, level).axes * np.array([SIGN[side], 1.0, 1.0]))
