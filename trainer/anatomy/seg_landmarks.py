"""Landmarks of a whole segmented spine: proposals, to be looked at before use."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial import cKDTree

from trainer.anatomy.label_numbers import RIB, VERTEBRA
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.mask_landmarks import Found, landmarks_of_mask
from trainer.anatomy.masked_vertebra import MaskedVertebra, masked_vertebra
from trainer.anatomy.segmentation import Segmentation, cord_centres
from trainer.anatomy.vertebral_axes import landmark_name
from trainer.geometry.pinhole import FloatArray

# Of a rib's nearest point: what is averaged to its head or to the middle of its tubercle.
HEAD_MM, TUBERCLE_MM = 4.0, 9.0
JOINT_BOX_MM, JOINT_STEP_MM = 9.0, 0.8
BEHIND_CENTROID_MM = 8.0  # a vertebra's canal lies behind its centre of mass (design value)


def masked_vertebrae(seg: Segmentation) -> Mapping[str, MaskedVertebra]:
    """Every labelled vertebra C7-L1 whose axes can be found, from the head down."""
    centres = {level: seg.points_world_mm(VERTEBRA[level]).mean(axis=0) for level in seg.levels}
    cord = cord_centres(seg)
    found = {}
    for level, centre in centres.items():
        up = _spine_direction(centres, level)
        one = masked_vertebra(seg, level, up, _in_canal(cord, centre, up))
        if one is not None:
            found[level] = one
    return found


def proposed_landmarks(
    seg: Segmentation, vertebrae: Mapping[str, MaskedVertebra]
) -> dict[str, Found]:
    """Every landmark the label map shows, with how far each may be off."""
    found: dict[str, Found] = {}
    for vertebra in vertebrae.values():
        found |= landmarks_of_mask(vertebra, seg.grid.spacing_mm[2])
    slices = seg.grid.spacing_mm[2] / 2.0
    for level in vertebrae:
        for side in Side:
            found |= _rib_ends(seg, found, level, side, slices)
            found |= _facet(vertebrae, found, level, side, slices)
    return found


def _spine_direction(centres: Mapping[str, FloatArray], level: str) -> FloatArray:
    """From the neighbour below to the neighbour above, unit; straight up for a lone vertebra."""
    levels = list(centres)
    n = levels.index(level)
    above, below = centres[levels[max(0, n - 1)]], centres[levels[min(len(levels) - 1, n + 1)]]
    way = above - below
    length = float(np.linalg.norm(way))
    return np.asarray(way / length) if length > 0.0 else np.array([0.0, 0.0, 1.0])


def _in_canal(cord: FloatArray, centre: FloatArray, up: FloatArray) -> FloatArray:
    """Where the cord crosses the level of a vertebra; without a cord, behind its centre of mass."""
    back = np.array([0.0, 1.0, 0.0]) - up[1] * up
    guess = centre + BEHIND_CENTROID_MM * 0.5 * back / np.linalg.norm(back)
    if not len(cord):
        return np.asarray(guess)
    height = (cord - centre) @ up
    nearest = int(np.abs(height).argmin())
    return cord[nearest] if abs(float(height[nearest])) < 10.0 else np.asarray(guess)


def _rib_ends(
    seg: Segmentation, found: Mapping[str, Found], level: str, side: Side, slices: float
) -> dict[str, Found]:
    """Where a rib meets its body and its transverse process."""
    rib = RIB.get((level, side))
    points = np.zeros((0, 3)) if rib is None else seg.points_world_mm(rib)
    ends = {
        "rib_head": (f"{level}.body_centre", HEAD_MM, 2.0),
        "rib_tubercle": (f"{level}.{side}.tp_tip", TUBERCLE_MM, 5.0),
    }
    made = {}
    for what, (neighbour, reach, spread_mm) in ends.items():
        if neighbour in found and len(points):
            away = np.linalg.norm(points - found[neighbour].point_world_mm, axis=1)
            end = points[away < away.min() + reach].mean(axis=0)
            off_mm = round(float(np.hypot(spread_mm, slices)), 1)
            made[landmark_name(level, what, side)] = Found(end, off_mm)
    return made


def _facet(
    vertebrae: Mapping[str, MaskedVertebra],
    found: Mapping[str, Found],
    level: str,
    side: Side,
    slices: float,
) -> dict[str, Found]:
    """Half-way between an inferior articular process and the superior one below it."""
    n = LEVELS.index(level)
    below = LEVELS[n + 1] if n + 1 < len(LEVELS) else ""
    names = landmark_name(level, "iap_tip", side), landmark_name(below, "sap_tip", side)
    if below not in vertebrae or not all(name in found for name in names):
        return {}
    middle = (found[names[0]].point_world_mm + found[names[1]].point_world_mm) / 2.0
    line = np.arange(-JOINT_BOX_MM, JOINT_BOX_MM + 0.1, JOINT_STEP_MM)
    box = np.stack([part.ravel() for part in np.meshgrid(line, line, line)], axis=1) + middle
    away = [vertebrae[one].bone.at(box) for one in (level, below)]
    gap = np.abs(away[0]) + np.abs(away[1])
    near = box[gap < gap.min() + 0.8]
    tree = cKDTree(near)
    # The nearest place of contact to the tips, where several are as close.
    centre = near[tree.query_ball_point(near[int(tree.query(middle)[1])], 4.0)].mean(axis=0)
    point = Found(np.asarray(centre), round(float(np.hypot(3.5, slices)), 1))
    return {landmark_name(level, "facet_joint", side): point}
