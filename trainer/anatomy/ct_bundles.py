"""The line of vein, artery and nerve under each labelled rib, from its tubercle on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from trainer.anatomy.label_numbers import RIB
from trainer.anatomy.levels import Side
from trainer.anatomy.segmentation import Segmentation
from trainer.anatomy.vertebral_axes import SIGN, Landmarks, landmark_name
from trainer.geometry.pinhole import FloatArray

STEP_DEG = 3.0  # round the vertebra: 2-7 mm along a rib
LOWEST_SHARE = 0.15  # of a slice through the rib, taken for its lower border
UNDER_MM, INWARD_MM = 2.0, 2.0  # below and inside that border (anatomy.md 7)
REACH_DEG = 100.0  # from straight back: what lies further forward no needle reaches
LEAST_POINTS = 5


def rib_bundles(seg: Segmentation, landmarks: Landmarks) -> Mapping[tuple[str, Side], FloatArray]:
    """By level and side, shape (n, 3) from the tubercle outward; ribs without a label left out."""
    found = {}
    for (level, side), number in RIB.items():
        names = landmark_name(level, "body_centre"), landmark_name(level, "rib_tubercle", side)
        if number in seg.spots and all(name in landmarks for name in names):
            centre, tubercle = (np.array(landmarks[name]) for name in names)
            line = _line(seg.points_world_mm(number), centre, tubercle, SIGN[side])
            if line is not None:
                found[level, side] = line
    return MappingProxyType(found)


def _line(
    points: FloatArray, centre: FloatArray, tubercle: FloatArray, sign: float
) -> FloatArray | None:
    """Lower inner border of a rib, bin by bin round the vertebra."""

    def angle(places: FloatArray) -> FloatArray:
        off = places - centre
        return np.asarray(np.degrees(np.arctan2(sign * off[..., 0], off[..., 1])))

    start = float(angle(tubercle))
    turns = angle(points)
    border = []
    for low in np.arange(start, REACH_DEG, STEP_DEG):
        part = points[(turns >= low) & (turns < low + STEP_DEG)]
        if len(part) >= LEAST_POINTS:
            border.append(part[part[:, 2] <= np.quantile(part[:, 2], LOWEST_SHARE)].mean(axis=0))
    if len(border) < LEAST_POINTS:
        return None
    line = np.array(border)
    line[1:-1] = (line[:-2] + line[1:-1] + line[2:]) / 3.0
    inward = centre - line
    inward[:, 2] = 0.0
    inward /= np.linalg.norm(inward, axis=1, keepdims=True)
    return np.asarray(line + INWARD_MM * inward - UNDER_MM * np.array([0.0, 0.0, 1.0]))
