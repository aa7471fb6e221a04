"""The landmarks of a CT patient: the instructor's, the label map's, the average spine's, in that
order of trust; and which of them are only proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from trainer.anatomy.bone_surface import onto_surface
from trainer.anatomy.ct_template import average_landmarks, laid_onto
from trainer.anatomy.distance import DistanceBlock, signed_distance_block
from trainer.anatomy.levels import LEVELS
from trainer.anatomy.mask_landmarks import Found
from trainer.anatomy.patient import LabelVolume, Tissue
from trainer.anatomy.vertebral_axes import Landmarks
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Problem, Refusal

ON_BONE = frozenset({"spinous_tip", "tp_corner", "tp_tip", "sap_tip", "iap_tip"})
IN_BONE = frozenset({"body_centre", "pedicle", "tp_root"})
# How far a given point may lie off the bone it is said to be on; a proposed one is moved onto bone
# that is no further (design values).
GIVEN_OFF_BONE_MM, MOVED_MM = 5.0, 4.0
NEAR_MM = 12.0  # round a given point: where its bone is looked for
BONE_SPACING_MM, BONE_MARGIN_MM = 0.8, 15.0


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """World mm by name, and how far those that are only proposed may be off."""

    landmarks: Landmarks
    uncertainty_mm: Mapping[str, float]


def checked_given(given: Landmarks, labels: LabelVolume) -> None:
    """Raise one Refusal with every point that cannot be what it is called."""
    found = [(name, why) for name, at in given.items() if (why := _wrong(name, at, labels))]
    if not found:
        return
    problems = tuple(Problem(name, why) for name, why in found)
    why = f"{found[0][0]} {found[0][1]}" if len(found) == 1 else f"{len(found)} points are wrong"
    raise Refusal(
        "The landmarks cannot be used",
        why,
        "Look the coordinates up in the scan again (LPS: +x left, +y backward, +z to the head, mm)",
        problems=problems,
    )


def placed(
    proposals: Mapping[str, Found],
    given: Landmarks,
    canal_world_mm: FloatArray | None,
    labels: LabelVolume,
) -> Placed:
    """All landmarks of a patient. Raises Refusal where given points fit no vertebra.

    proposals : from a label map, {} without one. Levels it does not show, and that were given
    points, get the average vertebra's.
    """
    shown = {name.partition(".")[0] for name in proposals}
    alone = {name: at for name, at in given.items() if name.partition(".")[0] not in shown}
    found = {**laid_onto(alone, canal_world_mm), **proposals} if alone else dict(proposals)
    found = {name: one for name, one in found.items() if name not in given}
    points = {name: one.point_world_mm for name, one in found.items()}
    points |= {name: np.array(at) for name, at in given.items()}
    uncertain = {name: one.uncertainty_mm for name, one in found.items()}
    if points:
        _move_onto_bone(points, uncertain, bone_round(labels, np.array(list(points.values()))))
    ordered = sorted(points, key=_from_the_head)
    return Placed(
        MappingProxyType({name: _triple(points[name]) for name in ordered}),
        MappingProxyType({name: uncertain[name] for name in ordered if name in uncertain}),
    )


def bone_round(labels: LabelVolume, points_world_mm: FloatArray) -> DistanceBlock | None:
    """Distance to bone in the box of some points; None where there is none."""
    low = points_world_mm.min(axis=0) - BONE_MARGIN_MM
    high = points_world_mm.max(axis=0) + BONE_MARGIN_MM
    return signed_distance_block(labels, {Tissue.BONE}, low, high, BONE_SPACING_MM)


def _move_onto_bone(
    points: dict[str, FloatArray], uncertain: dict[str, float], bone: DistanceBlock | None
) -> None:
    """Proposed tips and corners onto the bone of the scan; what lies too far off stays."""
    names = [name for name in uncertain if name.rpartition(".")[2] in ON_BONE]
    if bone is None or not names:
        return
    before = np.array([points[name] for name in names])
    after = onto_surface(bone, before)
    moved = np.linalg.norm(after - before, axis=1)
    for name, point, way in zip(names, after, moved, strict=True):
        if way <= MOVED_MM:
            points[name] = point
        uncertain[name] = round(float(np.hypot(uncertain[name], min(way, MOVED_MM) / 2.0)), 1)


def _wrong(name: str, at: tuple[float, float, float], labels: LabelVolume) -> str:
    """Why a point cannot be what it is called; empty where it may be."""
    if name not in average_landmarks():
        return f"is no landmark's name (levels {LEVELS[0]} to {LEVELS[-1]}, e.g. T7.left.tp_corner)"
    index = np.rint(labels.grid.index_of(np.array(at))).astype(int)
    if (index < 0).any() or (index >= labels.grid.shape_kji[::-1]).any():
        return "lies outside the scan"
    tissue = Tissue(labels.tissues[index[2], index[1], index[0]])
    if tissue in (Tissue.AIR, Tissue.LUNG):
        return "lies in the air outside the body" if tissue is Tissue.AIR else "lies in the lung"
    what = name.rpartition(".")[2]
    if what not in ON_BONE | IN_BONE:
        return ""
    low, high = np.array(at) - NEAR_MM, np.array(at) + NEAR_MM
    bone = signed_distance_block(labels, {Tissue.BONE}, low, high, BONE_SPACING_MM)
    off = NEAR_MM if bone is None else float(bone.at(np.array(at)[None])[0])
    off = abs(off) if what in ON_BONE else max(off, 0.0)
    if off <= GIVEN_OFF_BONE_MM:
        return ""
    more = "more than " if bone is None else ""
    return f"lies {more}{off:.0f} mm from the surface of any bone (at most {GIVEN_OFF_BONE_MM:.0f})"


def _from_the_head(name: str) -> tuple[int, str]:
    level, _, rest = name.partition(".")
    return LEVELS.index(level), rest


def _triple(point: FloatArray) -> tuple[float, float, float]:
    return float(point[0]), float(point[1]), float(point[2])
