"""Which level and side a point lies at, as far as the header's landmarks tell."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.attempt.events import Vec3
from trainer.attempt.header import Header
from trainer.scoring.exact import dot, minus

LevelSide = tuple[str, str]  # e.g. ("T7", "left")
# The landmark that marks a level's working place; named "<level>.<side>.tp_corner".
WORKING_PLACE = "tp_corner"


def wanted_places(header: Header) -> tuple[LevelSide, ...]:
    """The level and side of each target."""
    return tuple((target.bone, target.side) for target in header.targets)


def place_of(header: Header, point_um: Vec3) -> LevelSide | None:
    """Level and side of the nearest working place; None where only single pictures are known.

    The targets themselves count as places and win a tie. In a single radiograph depth is unknown,
    so no distance in space means anything.
    """
    if any(target.line_of_sight_um is not None for target in header.targets):
        return None
    places = (*_targets(header), *_landmarks(header))
    if not places:
        return None
    return min(places, key=lambda place: _squared_um2(place[1], point_um))[0]


def _targets(header: Header) -> Iterator[tuple[LevelSide, Vec3]]:
    return (((target.bone, target.side), target.point_um) for target in header.targets)


def _landmarks(header: Header) -> Iterator[tuple[LevelSide, Vec3]]:
    for name, at_um in sorted(header.landmarks_um.items()):
        level, _, rest = name.partition(".")
        side, _, what = rest.partition(".")
        if what == WORKING_PLACE:
            yield (level, side), at_um


def _squared_um2(a: Vec3, b: Vec3) -> int:
    between = minus(a, b)
    return dot(between, between)
