"""Caliper and angle on a picture. Points belong to the picture, so no zoom or turn changes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import acos, degrees, hypot

from trainer.ui.presenters.orientation import Point
from trainer.ui.presenters.texts import tr


class Tool(StrEnum):
    """What the left button does on a monitor. HAND : the gripped hub, or panning with Shift."""

    HAND = "hand"
    CALIPER = "caliper"
    ANGLE = "angle"
    COLLIMATE = "collimate"


NEEDED = {Tool.CALIPER: 2, Tool.ANGLE: 3}


def length_mm(begin: Point, end: Point, edge_mm: float) -> float:
    """Distance in the isocentre's plane. edge_mm : the picture's longer edge there."""
    return hypot(end[0] - begin[0], end[1] - begin[1]) * edge_mm


def angle_deg(one: Point, corner: Point, other: Point) -> float | None:
    """Angle between two legs, 0..180; None where a leg has no length."""
    a = (one[0] - corner[0], one[1] - corner[1])
    b = (other[0] - corner[0], other[1] - corner[1])
    size = hypot(*a) * hypot(*b)
    if size < 1e-12:
        return None
    return degrees(acos(min(1.0, max(-1.0, (a[0] * b[0] + a[1] * b[1]) / size))))


@dataclass(frozen=True, slots=True)
class Measure:
    """A measurement that is being made or has been made.

    points : set so far. cursor : where the next one would be, None when it is complete.
    """

    tool: Tool
    points: tuple[Point, ...] = ()
    cursor: Point | None = (0.0, 0.0)

    @property
    def complete(self) -> bool:
        """Whether all its points are set."""
        return len(self.points) >= NEEDED[self.tool]

    @property
    def path(self) -> tuple[Point, ...]:
        """Its points with the cursor as the last of them."""
        if self.complete or self.cursor is None:
            return self.points
        return (*self.points, self.cursor)

    def pressed(self, at: Point) -> Measure:
        """The button went down: the next point; after the last one a new measurement begins."""
        begun = Measure(self.tool) if self.complete else self
        return replace(begun, cursor=at).set_point()

    def moved(self, at: Point) -> Measure:
        """The mouse is here."""
        return self if self.complete else replace(self, cursor=at)

    def released(self, at: Point, drag: float) -> Measure:
        """The button came up; a drag (in parts of the edge) sets its end as well."""
        moved = self.moved(at)
        return moved.set_point() if drag > 0.01 and not self.complete else moved

    def nudged(self, right: float, down: float) -> Measure:
        """The cursor moved by keys; a complete measurement's last point moves."""
        if self.complete:
            *others, last = self.points
            return replace(self, points=(*others, (last[0] + right, last[1] + down)))
        at = self.cursor or (0.0, 0.0)
        return replace(self, cursor=(at[0] + right, at[1] + down))

    def set_point(self) -> Measure:
        """The cursor becomes a point; a complete measurement begins anew from its last point."""
        if self.complete:
            return Measure(self.tool, (), self.points[-1])
        at = self.cursor or (0.0, 0.0)
        return replace(self, points=(*self.points, at), cursor=at)

    def text(self, edge_mm: float) -> str:
        """What it says so far, "" before there is anything to say."""
        path = self.path
        if self.tool is Tool.CALIPER and len(path) == 2:
            return tr("{length:.1f} mm").format(length=length_mm(*path, edge_mm))
        if self.tool is Tool.ANGLE and len(path) == 3:
            angle = angle_deg(*path)
            return "" if angle is None else tr("{angle:.1f}°").format(angle=angle)
        return ""
