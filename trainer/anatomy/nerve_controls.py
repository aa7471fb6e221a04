"""The control points of one nerve in one patient: a convention's waypoints made world points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.bone_surface import BoneSurface, onto_surface
from trainer.anatomy.convention import (
    Anchor,
    Bearer,
    Convention,
    Course,
    FrameName,
    Range,
    Waypoint,
)
from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.chance import generator
from trainer.anatomy.vertebral_axes import (
    Landmarks,
    body_axes,
    landmark_name,
    needed_for_axes,
    process_axes,
)
from trainer.geometry.pinhole import FloatArray

# How much of an offset's range both sides of one person may differ by (design value: costal facets
# differ by about 7 of some 60 degrees from side to side, clinical.md 1.5, and a nerve more).
SIDE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Site:
    """Where a nerve crosses: a level and a side."""

    level: str
    side: Side

    @property
    def above(self) -> str:
        """The vertebra above. Raises ValueError at the highest level."""
        n = LEVELS.index(self.level)
        if n == 0:
            raise ValueError(f"no vertebra above {self.level} has landmarks")
        return LEVELS[n - 1]

    def name_of(self, anchor: Anchor) -> str:
        """The landmark an anchor means here, e.g. "T6.left.foramen"."""
        level = self.level if anchor.bearer is Bearer.CROSSED else self.above
        side = None if anchor.landmark == "canal_centre" else self.side
        return landmark_name(level, anchor.landmark, side)


def needed_landmarks(course: Course, site: Site) -> tuple[str, ...]:
    """Every landmark a course asks for here, each once."""
    names = [site.name_of(anchor) for point in course.through for anchor in point.anchors]
    if any(point.frame is FrameName.PROCESS for point in course.through):
        names += [landmark_name(site.level, what, site.side) for what in ("tp_root", "tp_tip")]
    return tuple(dict.fromkeys([*names, *needed_for_axes(site.level)]))


def course_of(convention: Convention, site: Site, seed: int) -> Course | None:
    """The course this person's nerve takes here, drawn by its share; None where nothing is said."""
    courses = convention.courses_at(site.level)
    if not courses:
        return None
    drawn = float(generator(seed, convention.id, "course", site.level, site.side).random())
    total = 0.0
    for course in courses:
        total += float(course.share)
        if drawn < total:
            return course
    return courses[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Controls:
    """A course's waypoints in one patient, before they are put onto bone.

    points_world_mm : shape (n, 3). over_bone_mm : shape (n,), the height they are then moved to,
    NaN = they stay. tunnel : shape (n,), which lie in an osteofibrous canal.
    """

    points_world_mm: FloatArray
    over_bone_mm: FloatArray
    tunnel: NDArray[np.bool_]


def controls_of(
    course: Course, convention: str, site: Site, landmarks: Landmarks, seed: int
) -> Controls:
    """The waypoints of a course. Raises KeyError where a landmark is missing."""
    heights = [point.over_bone_mm for point in course.through]
    return Controls(
        np.array(
            [_place(p, _offset(p, convention, site, seed), site, landmarks) for p in course.through]
        ),
        np.array([np.nan if height is None else height for height in heights]),
        np.array([point.tunnel for point in course.through]),
    )


def onto_bone(all_controls: Sequence[Controls], bone: BoneSurface) -> list[FloatArray]:
    """The control points of many courses on their bone, shape (n, 3) each: one search for all."""
    points = np.concatenate([controls.points_world_mm for controls in all_controls])
    heights = np.concatenate([controls.over_bone_mm for controls in all_controls])
    held = ~np.isnan(heights)
    points[held] = onto_surface(bone, points[held], heights[held])
    ends = np.cumsum([len(controls.tunnel) for controls in all_controls])
    return np.split(points, ends[:-1])


def _place(point: Waypoint, offset_mm: FloatArray, site: Site, landmarks: Landmarks) -> FloatArray:
    start = np.array(landmarks[site.name_of(point.at)])
    if point.toward is not None:
        start = start + point.share * (np.array(landmarks[site.name_of(point.toward)]) - start)
    return np.asarray(start + _axes(point.frame, site, landmarks) @ offset_mm)


def _axes(frame: FrameName, site: Site, landmarks: Landmarks) -> FloatArray:
    if frame is FrameName.PROCESS:
        return process_axes(landmarks, site.level, site.side)
    return body_axes(landmarks, site.level, site.side)


def _offset(point: Waypoint, convention: str, site: Site, seed: int) -> FloatArray:
    """Drawn for the person and level; the sides differ a little; lateral, posterior, cranial."""
    both = generator(seed, convention, point.name, site.level).random(3)
    own = generator(seed, convention, point.name, site.level, site.side).uniform(-0.5, 0.5, 3)
    share = np.clip(both + SIDE_SHARE * own, 0.0, 1.0)
    return np.array([_within(r, float(s)) for r, s in zip(_ranges(point), share, strict=True)])


def _ranges(point: Waypoint) -> tuple[Range, Range, Range]:
    return point.lateral_mm, point.posterior_mm, point.cranial_mm


def _within(interval: Range, share: float) -> float:
    low, high = interval
    return low + share * (high - low)
