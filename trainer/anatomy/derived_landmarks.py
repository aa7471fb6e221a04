"""Landmarks that follow from others and the bone: foramen, and the notch beside the facet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface, onto_surface, way_to_change
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.vertebral_axes import (
    Landmarks,
    axes_of,
    landmark,
    landmark_name,
    needed_for_axes,
)
from trainer.geometry.pinhole import FloatArray

# Design values: the nerve lies in the upper half of the foramen, close under the pedicle.
UNDER_PEDICLE_MM, TALLEST_PEDICLE_MM, FORAMEN_BACK_MM = 3.5, 16.0, 1.0
# Of the chord from the articular to the transverse process' tip: the first that lies free.
CHORD_SHARES, NOTCH_STEP_MM = (0.5, 0.6, 0.4, 0.7, 0.8, 0.9, 0.3, 0.2), 0.25
SHALLOW_MM = 2.0  # the chord of a notch lies no deeper in bone (design value)


def with_derived(landmarks: Landmarks, bone: BoneSurface) -> Landmarks:
    """The landmarks with every foramen and notch that can be found; given ones stay as they are."""
    found = dict(landmarks)
    for level in LEVELS:
        for side in Side:
            for what, find in _FINDERS.items():
                name = landmark_name(level, what, side)
                place = None if name in found else find(landmarks, bone, level, side)
                if place is not None:
                    found[name] = (float(place[0]), float(place[1]), float(place[2]))
    return MappingProxyType(found)


def foramen_under(
    landmarks: Landmarks, bone: BoneSurface, level: str, side: Side
) -> FloatArray | None:
    """Where the nerve leaves under a level's pedicle; None where pedicle or axes are unknown."""
    if not _known(landmarks, *needed_for_axes(level)):
        return None
    axes = axes_of(landmarks, level).axes
    pedicle = landmark(landmarks, level, "pedicle", side)
    down = way_to_change(bone, pedicle, -axes[:, 2], TALLEST_PEDICLE_MM)
    if down is None:
        return None
    return np.asarray(
        pedicle - (down + UNDER_PEDICLE_MM) * axes[:, 2] + FORAMEN_BACK_MM * axes[:, 1]
    )


def sap_tp_notch(
    landmarks: Landmarks, bone: BoneSurface, level: str, side: Side
) -> FloatArray | None:
    """The notch between superior articular and transverse process, on the bone.

    Where a line from the chord between both tips to the root of the transverse process meets bone.
    Where the whole chord lies in bone the notch is a shallow one: its nearest surface. None where a
    landmark is unknown or the chord lies deep.
    """
    needed = [landmark_name(level, what, side) for what in ("sap_tip", "tp_corner", "tp_root")]
    if not _known(landmarks, *needed):
        return None
    tip, corner, root = (np.array(landmarks[name]) for name in needed)
    for share in CHORD_SHARES:
        start = tip + share * (corner - tip)
        reach = float(np.linalg.norm(root - start))
        inward = (root - start) / reach
        way = way_to_change(bone, start, inward, reach, NOTCH_STEP_MM)
        if way is not None and float(bone.at(start[None])[0]) > 0.0:
            return np.asarray(start + way * inward, dtype=np.float64)
    return _shallow(bone, tip, corner)


def _shallow(bone: BoneSurface, tip: FloatArray, corner: FloatArray) -> FloatArray | None:
    """The surface over the least deep point of a chord that lies in bone."""
    chord = tip + np.multiply.outer(CHORD_SHARES, corner - tip)
    least = int(bone.at(chord).argmax())
    if float(bone.at(chord[least : least + 1])[0]) < -SHALLOW_MM:
        return None
    return np.asarray(onto_surface(bone, chord[least : least + 1])[0], dtype=np.float64)


def _known(landmarks: Landmarks, *names: str) -> bool:
    return all(name in landmarks for name in names)


Finder = Callable[[Landmarks, BoneSurface, str, Side], FloatArray | None]
_FINDERS: Mapping[str, Finder] = MappingProxyType(
    {"foramen": foramen_under, "sap_tp_notch": sap_tp_notch}
)
