"""Medial branches by convention: control points, a smooth curve, kept out of bone.

Written against landmarks and a `BoneSurface` only: synthetic bones and a CT patient's distance
block are served alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.bone_surface import BoneSurface
from trainer.anatomy.clear_of_bone import Curve, clear_of_bone
from trainer.anatomy.convention import Convention, Course
from trainer.anatomy.curves import lengths_along, through_points
from trainer.anatomy.levels import LEVELS, Side, nerve_at
from trainer.anatomy.nerve_controls import (
    Site,
    controls_of,
    course_of,
    needed_landmarks,
    onto_bone,
)
from trainer.anatomy.patient import Nerve
from trainer.anatomy.vertebral_axes import Landmarks
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.4  # between the points of a course
# A nerve 0.7-1.3 mm thick (clinical.md 2.2, from memory) that touches bone has its axis so far off.
CLEAR_MM = 0.5
TUNNEL_CLEAR_MM = -0.3  # in its groove (design value)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One nerve that is to be drawn: the convention, the course of this person, and the place."""

    convention: str
    course: Course
    site: Site


def nerves_of(
    landmarks: Landmarks,
    bone: BoneSurface,
    conventions: Mapping[str, Convention],
    seed: int,
    levels: Iterable[str] = LEVELS,
) -> tuple[Nerve, ...]:
    """Every medial branch that the conventions draw and the landmarks suffice for.

    landmarks : with those of `derived_landmarks.with_derived`. seed : of the person; it draws the
    course where people differ, and the offsets within their ranges.
    """
    wanted = [
        one
        for one in drawn_courses(conventions, seed, levels)
        if not missing_landmarks(one.course, one.site, landmarks)
    ]
    if not wanted:
        return ()
    controls = [
        controls_of(one.course, one.convention, one.site, landmarks, seed) for one in wanted
    ]
    curves = [
        _curve(points, each.tunnel)
        for points, each in zip(onto_bone(controls, bone), controls, strict=True)
    ]
    courses = clear_of_bone(curves, bone, STEP_MM)
    return tuple(_nerve(one, points) for one, points in zip(wanted, courses, strict=True))


def drawn_courses(
    conventions: Mapping[str, Convention], seed: int, levels: Iterable[str] = LEVELS
) -> Iterator[Drawn]:
    """Which course each nerve of a person takes, convention by convention, from the head down."""
    for convention in conventions.values():
        for level in levels:
            for side in Side:
                site = Site(level, side)
                course = course_of(convention, site, seed)
                if course is not None:
                    yield Drawn(convention.id, course, site)


def missing_landmarks(course: Course, site: Site, landmarks: Landmarks) -> tuple[str, ...]:
    """What is still to be placed before a course can be drawn."""
    return tuple(name for name in needed_landmarks(course, site) if name not in landmarks)


def _nerve(one: Drawn, points: FloatArray) -> Nerve:
    points.setflags(write=False)
    level, side = one.site.level, one.site.side
    return Nerve(nerve_at(level), level, side, one.convention, points)


def _curve(controls: FloatArray, tunnel: NDArray[np.bool_]) -> Curve:
    """The smooth curve, which may touch bone from the first to the last point of its tunnel."""
    points = through_points(controls, STEP_MM)
    least = np.full(len(points), CLEAR_MM)
    if tunnel.any():
        first, last = (_along(points, point) for point in controls[tunnel][[0, -1]])
        along = lengths_along(points)
        least[(along >= first - STEP_MM) & (along <= last + STEP_MM)] = TUNNEL_CLEAR_MM
    return Curve(points, least)


def _along(curve: FloatArray, point: FloatArray) -> float:
    """How far along a curve the place nearest to a point lies."""
    return float(lengths_along(curve)[int(np.linalg.norm(curve - point, axis=1).argmin())])
