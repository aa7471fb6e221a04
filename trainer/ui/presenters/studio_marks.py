"""Points on the studio's pictures: where a mark is drawn, and where a dragged one goes; no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging.slices import SlicePlane

Pixel = tuple[float, float]
Point = tuple[float, float, float]
CATCH_PX = (
    14.0  # a press this near takes hold of a mark (design value; WCAG 2.5.8 asks for 24 across)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the case. radius_mm : its tolerance, 0 for none. chosen : it is worked on.

    kind : "target", "landmark" or "proposed" (placed by the program, not yet confirmed). picture :
    the radiograph that it was marked in, "" for all pictures.
    """

    id: str
    point_mm: Point
    radius_mm: float
    kind: str
    text: str
    chosen: bool = False
    movable: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on a picture, in its pixels."""

    mark: Mark
    at: Pixel
    radius_px: float


def on_beam(view: PinholeView, marks: Iterable[Mark]) -> tuple[Placed, ...]:
    """The marks on a projected picture; those beside the beam are left out.

    A ball's shadow is larger than its section: the radius is scaled by the mark's own depth.
    """
    placed = []
    for mark in marks:
        point = np.array(mark.point_mm)
        across = point + mark.radius_mm * _unit(view.column_step_mm)
        (column, row), (edge, _) = view.project(np.stack([point, across]))
        if np.isfinite((column, row)).all():
            placed.append(Placed(mark, (float(column), float(row)), abs(float(edge - column))))
    return tuple(placed)


def on_slice(plane: SlicePlane, marks: Iterable[Mark]) -> tuple[Placed, ...]:
    """The marks on a slice: a ball is cut into the circle that the plane meets."""
    placed = []
    for mark in marks:
        point = np.array(mark.point_mm)
        away = abs(float(plane.depth_mm_of(point)))
        reach = max(mark.radius_mm, 1.0)
        if away <= reach:
            column, row = (float(part) for part in plane.pixel_of(point))
            radius_mm = float(np.sqrt(max(0.0, mark.radius_mm**2 - away**2)))
            placed.append(Placed(mark, (column, row), radius_mm / plane.spacing_mm[0]))
    return tuple(placed)


def caught(placed: Iterable[Placed], at: Pixel, reach_px: float = CATCH_PX) -> Mark | None:
    """The mark under a press: the nearest within reach, a chosen one before others."""
    near = [
        (not one.mark.chosen, distance, one.mark)
        for one in placed
        if (distance := float(np.hypot(one.at[0] - at[0], one.at[1] - at[1]))) <= reach_px
    ]
    return min(near, key=lambda each: each[:2])[2] if near else None


def moved_on_beam(view: PinholeView, point: Point, to: Pixel) -> Point:
    """Where a point goes that is dragged to a pixel: its depth along the beam stays as it is."""
    at = np.array(point)
    ray = view.ray_directions(np.array(to))
    middle = view.central_direction
    depth = float((at - view.source_world_mm) @ middle)
    return _point(view.source_world_mm + ray * (depth / float(ray @ middle)))


def met(one: PinholeView, pixel: Pixel, other: PinholeView, other_pixel: Pixel) -> Point:
    """The point nearest to two rays."""
    from trainer.geometry.triangulation import triangulate

    found, _ = triangulate([(one, np.array(pixel)), (other, np.array(other_pixel))])
    return _point(found)


def _point(at: FloatArray) -> Point:
    x, y, z = (round(float(part), 2) for part in at)
    return (x, y, z)


def _unit(way: FloatArray) -> FloatArray:
    return np.asarray(way / np.linalg.norm(way))
