"""What was true at a moment: where the tip stood from target, nerve and danger zones, in um."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trainer.attempt.events import Vec3
from trainer.attempt.header import Header, Target
from trainer.scoring.debrief.course import Standing
from trainer.scoring.exact import distance_to_line, dot, length, minus

LEFT = "left"  # world +x is the patient's left (docs/conventions.md)
# A direction of a call by the axis it lies on and its sign: lateral is away from the midline, deep
# is toward the front.
AXES = (("medial", "lateral"), ("deep", "short"), ("caudal", "cranial"))
ON_TARGET = "on-target"


class Off(NamedTuple):
    """The tip from a target along the body: + is lateral, short (posterior), cranial."""

    lateral_um: int
    short_um: int
    cranial_um: int

    @property
    def direction(self) -> str:
        """The direction in which it is off most, e.g. "short"; ties go to the first axis."""
        axis = max(range(3), key=lambda index: (abs(self[index]), -index))
        return AXES[axis][1 if self[axis] > 0 else 0]

    @property
    def length_um(self) -> int:
        """How far it is off in all; rounded down."""
        return length(self)


class Truth(NamedTuple):
    """What was true of a needle's tip.

    target : the number, from 1, of the target that the needle is nearest to. off : None where depth
    is unknown (one radiograph). nerve_um : to the target's nerve, None where its course is unknown.
    hazards : (structure, least distance in the last movement, margin); negative lies inside.
    """

    target: int
    tip_to_target_um: int
    off: Off | None
    nerve_um: int | None
    hazards: tuple[tuple[str, int, int], ...]


def truth_of(header: Header, needle: Standing | None) -> Truth | None:
    """What was true of a needle as it stands; None without a needle or a target."""
    if needle is None or not header.targets:
        return None
    number = nearest_target(header, needle.tip_um)
    target = header.targets[number - 1]
    off = offset(target, needle.tip_um)
    return Truth(
        number,
        distance_um(target, needle.tip_um),
        off,
        nerve_distance_um(target, needle.tip_um),
        tuple(_hazards(header, needle)),
    )


def nearest_target(header: Header, tip_um: Vec3) -> int:
    """The number, from 1, of the target nearest to a tip. The header has at least one."""
    order = range(len(header.targets))
    return 1 + min(order, key=lambda index: distance_um(header.targets[index], tip_um))


def distance_um(target: Target, tip_um: Vec3) -> int:
    """From a target to a tip; beside the line of sight where one radiograph hides the depth."""
    if target.line_of_sight_um is None:
        return length(minus(tip_um, target.point_um))
    along = minus(target.point_um, target.line_of_sight_um)
    return distance_to_line(tip_um, target.line_of_sight_um, along)


def offset(target: Target, tip_um: Vec3) -> Off | None:
    """A tip from its target along the body; None where depth is unknown."""
    if target.line_of_sight_um is not None:
        return None
    x, y, z = minus(tip_um, target.point_um)
    return Off(x if target.side == LEFT else -x, y, z)


def nerve_distance_um(target: Target, tip_um: Vec3) -> int | None:
    """From a tip to the centreline of the target's nerve, rounded down; None where unknown."""
    line = target.nerve_um
    if not line or target.line_of_sight_um is not None:
        return None
    pairs = zip(line, line[1:] or line, strict=False)
    return min(_to_segment_um(tip_um, start, end) for start, end in pairs)


def _to_segment_um(point: Vec3, start: Vec3, end: Vec3) -> int:
    along = minus(end, start)
    ahead = dot(minus(point, start), along)
    if ahead <= 0:
        return length(minus(point, start))
    if ahead >= dot(along, along):
        return length(minus(point, end))
    return distance_to_line(point, start, along)


def _hazards(header: Header, needle: Standing) -> Iterator[tuple[str, int, int]]:
    margins_um = {hazard.structure: hazard.margin_um for hazard in header.hazards}
    for structure, clearance_um in needle.move.clearance_um if needle.move else ():
        yield structure, clearance_um, margins_um.get(structure, 0)
