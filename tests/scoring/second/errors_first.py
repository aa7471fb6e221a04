"""The critical errors of the first rubrics: where a needle was left, what it went into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tests.scoring.second.geometry import inner, less
from tests.scoring.second.reading import Attempt, Point, needle_at_end
from tests.scoring.second.views import depth_seen_at_end

Found = Iterator[int]  # when, ms
Place = tuple[str, str]  # level, side


def nearest_place(attempt: Attempt, at_um: Point) -> Place | None:
    """Level and side of the nearest target or working place; None where depth is unknown."""
    if any(one["line_of_sight_um"] is not None for one in attempt.targets):
        return None
    places = [((one["bone"], one["side"]), one["point_um"]) for one in attempt.targets]
    for name, point in sorted(attempt.head["landmarks_um"].items()):
        words = name.split(".")
        if len(words) == 3 and words[2] == "tp_corner":
            places.append(((words[0], words[1]), point))
    if not places:
        return None

    def squared(one: tuple[Place, Point]) -> int:
        return int(inner(less(one[1], at_um), less(one[1], at_um)))

    return min(places, key=squared)[0]


def _misplaced(attempt: Attempt, part: int) -> Found:
    right = {(one["bone"], one["side"])[part] for one in attempt.targets}
    if not right:
        return
    for said in attempt.of("level_declared")[-1:]:
        if (said["level"], said["side"])[part] not in right:
            yield said["t_ms"]
    needle = needle_at_end(attempt)
    if attempt.submitted and needle is not None:
        place = nearest_place(attempt, needle["tip_um"])
        if place is not None and place[part] not in right:
            yield attempt.end_ms


def wrong_level(attempt: Attempt) -> Found:
    return _misplaced(attempt, 0)


def wrong_side(attempt: Attempt) -> Found:
    return _misplaced(attempt, 1)


def hazard_entered(attempt: Attempt) -> Found:
    """Once for each structure, the first time."""
    seen = set()
    for entry in attempt.of("hazard_entered"):
        if entry["structure"] not in seen:
            seen.add(entry["structure"])
            yield entry["t_ms"]


def no_depth_view(attempt: Attempt) -> Found:
    left = attempt.submitted and needle_at_end(attempt) is not None
    if left and depth_seen_at_end(attempt) is False:
        yield attempt.end_ms


ERRORS: Mapping[str, Callable[[Attempt], Found]] = {
    "wrong_level": wrong_level,
    "wrong_side": wrong_side,
    "hazard_entered": hazard_entered,
    "no_depth_view": no_depth_view,
}
