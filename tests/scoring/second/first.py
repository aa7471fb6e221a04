"""The metrics of the first rubrics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import floor
from typing import Any

from tests.scoring.second.angles import Near, Value, mdeg
from tests.scoring.second.geometry import (
    degrees_between,
    distance,
    distance_to_line,
    less,
    within_one_degree,
)
from tests.scoring.second.reading import Attempt, Event, needle_at_end
from tests.scoring.second.views import depth_seen_at_end, working_shot

Measure = Callable[[Attempt], Value]


def _worst(attempt: Attempt, in_space: bool, measured: Callable[[Event, Event], int]) -> int | None:
    """The largest over the targets, of the needle that was left."""
    needle = needle_at_end(attempt)
    if needle is None:
        return None
    fitting = [one for one in attempt.targets if (one["line_of_sight_um"] is None) == in_space]
    return max((measured(needle, one) for one in fitting), default=None)


def tip_to_target(attempt: Attempt) -> int | None:
    return _worst(attempt, True, lambda needle, one: distance(needle["tip_um"], one["point_um"]))


def tip_depth(attempt: Attempt) -> int | None:
    return _worst(attempt, True, lambda needle, one: abs(needle["tip_um"][1] - one["point_um"][1]))


def tip_lateral(attempt: Attempt) -> int | None:
    shot = working_shot(attempt)
    if shot is None:
        return None
    ray = shot["direction_e9"]
    return _worst(
        attempt,
        True,
        lambda needle, one: distance_to_line(needle["tip_um"], one["point_um"], ray),
    )


def in_plane(attempt: Attempt) -> int | None:
    def beside(needle: Event, target: Event) -> int:
        source = target["line_of_sight_um"]
        return distance_to_line(needle["tip_um"], source, less(target["point_um"], source))

    return _worst(attempt, False, beside)


def level_and_side(attempt: Attempt) -> int | None:
    if not attempt.targets:
        return None
    last = attempt.of("level_declared")[-1:]
    wanted = [(one["bone"], one["side"]) for one in attempt.targets]
    return int(any(one["exposure"] > 0 and (one["level"], one["side"]) in wanted for one in last))


def view_depth(attempt: Attempt) -> int | None:
    seen = depth_seen_at_end(attempt)
    return None if seen is None else int(seen)


def coaxial(attempt: Attempt) -> Near | None:
    final = needle_at_end(attempt)
    if final is None:
        return None
    angles, needle = [], None
    for event in attempt.events:
        if event["event"] in ("needle_taken", "needle_moved"):
            needle = event
        elif event["event"] == "needle_removed":
            needle = None
        elif needle is not None and event["event"] == "exposed" and event["tip_in_field"]:
            ray, shaft = less(event["source_um"], needle["tip_um"]), needle["axis_e9"]
            if within_one_degree(shaft, final["axis_e9"]):
                angle = degrees_between(ray, shaft)
                angles.append(min(angle, 180 - angle))
    return mdeg(min(angles)) if angles else None


def hazard_clearance(attempt: Attempt) -> int | None:
    margin = {one["structure"]: one["margin_um"] for one in attempt.head["hazards"]}
    found = [
        clear - margin.get(structure, 0)
        for move in attempt.of("needle_moved")
        for structure, clear in move["clearance_um"]
    ]
    entered = attempt.of("hazard_entered")
    return min(found + [-margin.get(one["structure"], 0) for one in entered], default=None)


def blind_advance(attempt: Attempt) -> int:
    """In um; the dearer of what lies ahead before and after each advance."""
    longest = run = Fraction(0)
    depth, ahead, axis, seen = 0, None, None, None
    for event in attempt.events:
        kind = event["event"]
        if kind in ("needle_taken", "needle_removed"):
            run, depth, ahead, seen = Fraction(0), 0, None, None
            axis = event.get("axis_e9")
        elif kind == "exposed" and event["tip_in_field"]:
            run, seen = Fraction(0), axis
        elif kind == "needle_moved":
            gained = event["depth_um"] - max(depth, 10_000)
            if event["pushed_um"] > 0 and gained > 0:
                known = seen is not None and within_one_degree(seen, event["axis_e9"])
                after = event["ahead_um"]
                before = after if ahead is None else ahead
                run += gained * max(_dear(before, known), _dear(after, known))
                longest = max(longest, run)
            depth, ahead, axis = event["depth_um"], event["ahead_um"], event["axis_e9"]
    return floor(longest)


def _dear(ahead: list[list[Any]], known: bool) -> Fraction:
    near = {what: um for what, um in ahead if um >= 0}
    hazards = [um for what, um in near.items() if what != "bone"]
    if "bone" in near and all(near["bone"] <= um for um in hazards):
        return Fraction(1, 10) if known else Fraction(1)
    return Fraction(3) if hazards else Fraction(1)


def redirections(attempt: Attempt) -> int:
    count, aim, withdrawn, turned = 0, None, 0, False
    for event in attempt.of("needle_taken", "needle_removed", "needle_moved"):
        if event["event"] != "needle_moved":
            aim, withdrawn, turned = None, 0, False
        elif event["pushed_um"] > 0:
            count += not turned and withdrawn >= 1_000
            aim, withdrawn, turned = event["axis_e9"], 0, False
        elif event["pushed_um"] < 0:
            withdrawn += event["in_tissue_um"]
        elif not turned and aim is not None and event["depth_um"] != 0:
            turned = not within_one_degree(aim, event["axis_e9"])
            count += turned
    return count


def decision(attempt: Attempt) -> int:
    made = attempt.of("case_decided")
    story = attempt.story
    accepted = [story["decision"], *story.get("also_acceptable", ())]
    return int(bool(made) and made[-1]["decision"] in accepted)


def reasons(attempt: Attempt) -> int:
    given = {one["reason"] for one in attempt.of("reason_given")}
    verdict = {one["reason"]: one["verdict"] for one in attempt.story.get("reasons", ())}
    worth = {"required": 1, "wrong": -1}
    total = sum(worth.get(verdict.get(one, ""), 0) for one in given)
    return max(0, total) if decision(attempt) else 0


METRICS: Mapping[str, Measure] = {
    "tip_to_target_um": tip_to_target,
    "tip_lateral_um": tip_lateral,
    "tip_depth_um": tip_depth,
    "in_plane_um": in_plane,
    "level_and_side": level_and_side,
    "view_depth": view_depth,
    "coaxial_mdeg": coaxial,
    "hazard_clearance_um": hazard_clearance,
    "blind_advance_um": blind_advance,
    "redirections": redirections,
    "path_in_tissue_um": lambda a: sum(one["in_tissue_um"] for one in a.of("needle_moved")),
    "exposures": lambda a: len(a.of("exposed")),
    "kerma_ngy": lambda a: sum(one["kerma_ngy"] for one in a.of("exposed")),
    "hand_in_beam": lambda a: sum(one["hand_in_beam"] for one in a.of("exposed")),
    "time_ms": lambda a: a.end_ms,
    "case_decision": decision,
    "case_reasons": reasons,
}
