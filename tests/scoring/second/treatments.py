"""What a scenario is about: anaesthetics of a block, lesions, or the needle left in a placement."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tests.scoring.second.acts import Act, acts_of, numbs, seen_before
from tests.scoring.second.angles import Near, mdeg
from tests.scoring.second.geometry import (
    cosine,
    degrees_between,
    distance,
    less,
    within_one_degree,
)
from tests.scoring.second.reading import Attempt, Event
from tests.scoring.second.views import serves, wanted

COS_FIVE_DEGREES = Decimal("0.996194698091745532295010402474")


def treatments(attempt: Attempt) -> list[Act]:
    kind = {"block": "injection", "rhizotomy": "lesion"}.get(attempt.procedure, "placement")
    acts = [act for act in acts_of(attempt) if act.kind == kind]
    return [act for act in acts if kind != "injection" or numbs(attempt, act.agent)]


def share(hits: list[bool]) -> int | None:
    """Thousandths of what fits, rounded down; None of nothing."""
    return 1000 * sum(hits) // len(hits) if hits else None


def tip_at_act(measured: Callable[[list[int], list[int]], int]) -> Callable[[Attempt], int | None]:
    """Of each target the nearest treatment, of several targets the farthest."""

    def measure(attempt: Attempt) -> int | None:
        tips = [act.needle.tip_um for act in treatments(attempt) if act.needle is not None]
        points = [one["point_um"] for one in attempt.targets if one["line_of_sight_um"] is None]
        if not tips or not points:
            return None
        return max(min(measured(tip, point) for tip in tips) for point in points)

    return measure


def in_depth(tip: list[int], point: list[int]) -> int:
    return abs(tip[1] - point[1])


def across(tip: list[int], point: list[int]) -> int:
    return distance([tip[0], 0, tip[2]], [point[0], 0, point[2]])


def since_taken(attempt: Attempt, act: Act) -> list[Event]:
    """What happened since the needle of an act was taken, until the act."""
    since = max(0, act.needle.taken) if act.needle is not None else act.index
    return attempt.events[since : act.index]


def working_seen(attempt: Attempt) -> int | None:
    return share(
        [
            any(
                event["event"] == "exposed"
                and event["tip_in_field"]
                and serves(attempt, event, "working")
                for event in since_taken(attempt, act)
            )
            for act in treatments(attempt)
        ]
    )


def depth_seen(attempt: Attempt) -> int | None:
    return share([bool(seen_before(attempt, act, "depth")) for act in treatments(attempt)])


def shots_with_needle(attempt: Attempt, act: Act) -> list[tuple[Event, Event]]:
    """Pictures with the tip in their field since the needle was taken, and how it stood in each."""
    found, needle = [], None
    for event in since_taken(attempt, act):
        if event["event"] in ("needle_taken", "needle_moved"):
            needle = event
        elif event["event"] == "exposed" and event["tip_in_field"] and needle is not None:
            found.append((event, needle))
    return found


def hub_seen(attempt: Attempt) -> int | None:
    """The central ray within five degrees of the shaft, either way along it."""
    return share(
        [
            any(
                abs(cosine(shot["direction_e9"], needle["axis_e9"])) >= COS_FIVE_DEGREES
                for shot, needle in shots_with_needle(attempt, act)
            )
            for act in treatments(attempt)
        ]
    )


def coaxial_at_acts(attempt: Attempt) -> Near | None:
    worst: list[Decimal] = []
    for act in treatments(attempt):
        angles = []
        for shot, needle in shots_with_needle(attempt, act):
            if act.needle and within_one_degree(needle["axis_e9"], act.needle.place[1]):
                ray = less(shot["source_um"], needle["tip_um"])
                angle = degrees_between(ray, needle["axis_e9"])
                angles.append(min(angle, 180 - angle))
        if not angles:
            return None
        worst.append(min(angles))
    return mdeg(max(worst)) if worst else None


def level_seen(attempt: Attempt) -> int:
    """A level was declared before the first puncture with a picture of that role on the monitor."""
    shots = {one["number"]: one for one in attempt.of("exposed")}
    for event in attempt.of("level_declared", "skin_punctured"):
        if event["event"] == "skin_punctured":
            return 0
        shot = shots.get(event["exposure"])
        if shot is not None and serves(attempt, shot, "level"):
            return 1
    return 0


def in_space(attempt: Attempt) -> bool:
    return any(one["line_of_sight_um"] is None for one in attempt.targets)


def asks_for(role: str) -> Callable[[Attempt], bool]:
    return lambda attempt: bool(wanted(attempt, role))


def is_a(*procedures: str) -> Callable[[Attempt], bool]:
    return lambda attempt: attempt.procedure in procedures
