"""Landmarks that follow from others and the bone: foramen, and the notch beside the facet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from trainer.anatomy.bone_surface import BoneSurface, way_to_change, ways_to_change
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
UNDER_PEDICLE_MM, TALLEST_PEDICLE_MM, FORAMEN_BACK_MM = 4.0, 16.0, 1.0
NOTCH_REACH_MM, NOTCH_STEP_MM, CHORD_POINTS = 18.0, 0.5, 25


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
    """The bottom of the notch between superior articular and transverse process, on the bone.

    Seen from the chord between both tips it is where the bone lies deepest; None where a tip is
    unknown or no bone lies under the chord.
    """
    needed = [landmark_name(level, what, side) for what in ("sap_tip", "tp_corner", "tp_root")]
    if not _known(landmarks, *needed, *needed_for_axes(level)):
        return None
    down = -axes_of(landmarks, level).axes[:, 2]
    chord = _chord(landmarks, level, side)
    chord = chord[bone.at(chord) > 0.0]
    drops = (
        ways_to_change(bone, chord, down, NOTCH_REACH_MM, NOTCH_STEP_MM) if len(chord) else chord
    )
    if not np.isfinite(drops).any():
        return None
    feet = chord + drops[:, None] * down
    return np.asarray(feet[int(np.nanargmax(drops))], dtype=np.float64)


def _chord(landmarks: Landmarks, level: str, side: Side) -> FloatArray:
    """Points from the tip of the superior articular process to the root-ward part of the TP."""
    tip = landmark(landmarks, level, "sap_tip", side)
    corner = landmark(landmarks, level, "tp_corner", side)
    share = np.linspace(0.0, 1.0, CHORD_POINTS)[:, None]
    return np.asarray(tip + share * (corner - tip))


def _known(landmarks: Landmarks, *names: str) -> bool:
    return all(name in landmarks for name in names)


Finder = Callable[[Landmarks, BoneSurface, str, Side], FloatArray | None]
_FINDERS: Mapping[str, Finder] = MappingProxyType(
    {"foramen": foramen_under, "sap_tp_notch": sap_tp_notch}
)
