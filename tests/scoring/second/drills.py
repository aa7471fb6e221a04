"""A drill's criterion, written from `Drills` in docs/scoring.md alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor, isqrt
from typing import Any

from tests.scoring.second.geometry import degrees_between, distance, distance_to_line, inner, less
from tests.scoring.second.reading import Attempt, Event, Point

Item = tuple[Event, list[Event]]
Spot = tuple[int, int]
HALF = Decimal("0.5001")  # what every angle is exact to
OTHER_SIDE = {"vessel": "move", "foramen": "move", "epidural": "move"}
ACT = {"planes": "inject", "intrathecal": "stop", "pleura": "stop", **OTHER_SIDE}
RAMUS = {"band", "intercostal-twitch", "abdominal-twitch", "limb-twitch", "legs"}


def is_one(attempt: Attempt) -> bool:
    task = attempt.head.get("drill")
    return bool(task and task["measure"] in RULES)


def met(attempt: Attempt) -> int:
    return int(RULES[attempt.head["drill"]["measure"]](attempt, Limits(attempt)))


class Limits:
    """The limits by name, and what most drills ask with them."""

    def __init__(self, attempt: Attempt) -> None:
        limits = attempt.head["drill"]["limits"]
        self.by_name: dict[str, int] = dict(limits)
        self.shots = attempt.of("exposed")

    def few(self) -> bool:
        return len(self.shots) <= self.by_name["shots"]

    def angle(self, degrees: Decimal) -> bool:
        """At most the limit, or so near to it that rounding decides."""
        return degrees * 1000 <= self.by_name["angle_mdeg"] + HALF


def place(attempt: Attempt, name: str) -> Point:
    found: Point = tuple(attempt.head["landmarks_um"][name])
    return found


def level(attempt: Attempt) -> str:
    return str(attempt.targets[0]["bone"])


def depth(shot: Event, at: Point) -> int:
    found: int = inner(less(at, shot["source_um"]), shot["direction_e9"])
    return found


def falls(shot: Event, at: Point) -> Spot:
    way, far = less(at, shot["source_um"]), depth(shot, at)
    right, down = (
        floor(Fraction(inner(way, shot[name]) * shot["sid_um"], far))
        for name in ("right_e9", "down_e9")
    )
    return right, down


def shows(shot: Event, at: Point) -> bool:
    if depth(shot, at) <= 0:
        return False
    right, down = falls(shot, at)
    left, most, top, bottom = shot["shutters_um"]
    return bool(left <= right <= most and top <= down <= bottom)


def brought(shot: Event, across: int, at: Point) -> int:
    return floor(Fraction(across * depth(shot, at), shot["sid_um"] * 10**9))


# --- pictures ------------------------------------------------------------------------------------


def count(attempt: Attempt, _limits: Limits) -> bool:
    said = attempt.of("level_declared")
    if not said:
        return False
    shots = [shot for shot in attempt.of("exposed") if shot["t_ms"] <= said[0]["t_ms"]]
    held = [shot for shot in shots if shot["number"] == said[0]["exposure"]]
    if not held or said[0]["level"] != level(attempt):
        return False
    off = {
        name: inner(at, at)
        for name, where in attempt.head["landmarks_um"].items()
        if name.endswith(".body_centre")
        for at in [falls(held[0], where)]
    }
    ends = ("T1.body_centre", "T12.body_centre")
    middle = min(off, key=lambda name: off[name]) == f"{level(attempt)}.body_centre"
    return middle and all(any(shows(shot, place(attempt, end)) for shot in shots) for end in ends)


def end_plate(attempt: Attempt, limits: Limits) -> bool:
    at = {
        name: place(attempt, f"{level(attempt)}.upper_plate_{name}")
        for name in ("centre", "left", "right", "front", "back")
    }
    if not limits.shots or not shows(limits.shots[-1], at["centre"]):
        return False
    a, b = less(at["left"], at["right"]), less(at["front"], at["back"])
    normal = [a[i - 2] * b[i - 1] - a[i - 1] * b[i - 2] for i in range(3)]
    ray = less(at["centre"], limits.shots[-1]["source_um"])
    return limits.angle(abs(90 - degrees_between(ray, normal))) and limits.few()


def true_ap(attempt: Attempt, limits: Limits) -> bool:
    tip = place(attempt, f"{level(attempt)}.spinous_tip")
    if not limits.shots or not shows(limits.shots[-1], tip):
        return False
    sides = [place(attempt, f"{level(attempt)}.{side}.pedicle") for side in ("left", "right")]
    middle = tuple((p + q) // 2 for p, q in zip(*sides, strict=True))
    shot = limits.shots[-1]
    aside = falls(shot, tip)[0] - falls(shot, middle)[0]
    return abs(brought(shot, aside, middle)) <= limits.by_name["off_um"] and limits.few()


def depth_view(attempt: Attempt, limits: Limits) -> bool:
    body = place(attempt, f"{level(attempt)}.body_centre")
    if not limits.shots or not shows(limits.shots[-1], body):
        return False
    shot = limits.shots[-1]
    if level(attempt) in ("T1", "T2", "T3", "T4"):
        away = shot["oblique_mdeg"] * (-1 if attempt.targets[0]["side"] == "left" else 1)
        least, most = (limits.by_name[f"oblique_{end}_mdeg"] for end in ("least", "most"))
        good = least <= away <= most
    else:
        sides = [place(attempt, f"{level(attempt)}.{side}.pedicle") for side in ("left", "right")]
        off = degrees_between(less(body, shot["source_um"]), less(*sides))
        good = limits.angle(min(off, 180 - off))
    return good and _stood(attempt) and limits.few()


def _stood(attempt: Attempt) -> bool:
    where = attempt.head["start"]["place"]
    for event in attempt.events:
        if event["event"] == "stood_at":
            where = event["place"]
        elif (
            event["event"] == "exposed"
            and abs(event["oblique_mdeg"]) >= 45_000
            and (where != "receptor_side")
        ):
            return False
    return True


# --- the needle ----------------------------------------------------------------------------------


def skin_mark(attempt: Attempt, limits: Limits) -> bool:
    marks = attempt.of("skin_marked")
    if not marks or not limits.shots:
        return False
    source, target = limits.shots[-1]["source_um"], attempt.targets[0]["point_um"]
    off = distance_to_line(marks[-1]["at_um"], source, less(target, source))
    return off <= limits.by_name["off_um"] and limits.few()


def _start(attempt: Attempt) -> Event:
    found: Event = attempt.head["start"]["needle"]
    return found


def bullseye(attempt: Attempt, limits: Limits) -> bool:
    places = [_start(attempt), *attempt.of("needle_moved")]
    tip, axis = places[-1]["tip_um"], places[-1]["axis_e9"]
    last = max((n for n, e in enumerate(attempt.events) if e["event"] == "needle_moved"), default=0)
    seen = [e for e in attempt.events[last:] if e["event"] == "exposed" and e["tip_in_field"]]
    if not seen:
        return False
    off = degrees_between(less(seen[-1]["source_um"], tip), axis)
    return limits.angle(min(off, 180 - off)) and limits.few()


def _on_bone(attempt: Attempt) -> bool:
    met_last = attempt.of("bone_touched", "bone_lost")
    return bool(met_last) and met_last[-1]["event"] == "bone_touched"


def down_the_beam(attempt: Attempt, limits: Limits) -> bool:
    deep = unseen = most = 0
    for event in attempt.events:
        if event["event"] == "needle_moved":
            unseen += max(0, event["depth_um"] - max(deep, 10_000))
            deep, most = event["depth_um"], max(most, unseen)
        elif event["event"] == "exposed" and event["tip_in_field"]:
            unseen = 0
    tip = [_start(attempt), *attempt.of("needle_moved")][-1]["tip_um"]
    drift = distance_to_line(tip, _start(attempt)["tip_um"], _start(attempt)["axis_e9"])
    limit = limits.by_name
    return _on_bone(attempt) and drift <= limit["drift_um"] and most <= limit["blind_um"]


def walk_off(attempt: Attempt, limits: Limits) -> bool:
    corner = place(attempt, f"{level(attempt)}.{attempt.targets[0]['side']}.tp_corner")
    touched = attempt.of("bone_touched")
    if not touched or _on_bone(attempt):
        return False
    past = most = 0
    free = False
    for event in attempt.events:
        if event["event"] in ("bone_touched", "bone_lost"):
            past, free = 0, event["event"] == "bone_lost" and _before(attempt, event)
        elif event["event"] == "needle_moved" and free:
            past += event["pushed_um"]
            most = max(most, past)
    above = [_start(attempt), *attempt.of("needle_moved")][-1]["tip_um"][2] - corner[2]
    limit = limits.by_name
    near = distance(touched[-1]["at_um"], corner) <= limit["corner_um"]
    high = limit["above_least_um"] <= above <= limit["above_most_um"]
    return near and high and most <= limit["past_um"]


def _before(attempt: Attempt, lost: Event) -> bool:
    """Whether bone was touched before it was lost."""
    place_of = next(n for n, event in enumerate(attempt.events) if event is lost)
    return any(event["event"] == "bone_touched" for event in attempt.events[:place_of])


def first_minute(attempt: Attempt, limits: Limits) -> bool:
    tip = [_start(attempt), *attempt.of("needle_moved")][-1]["tip_um"]
    near = distance(tip, attempt.targets[0]["point_um"]) <= limits.by_name["off_um"]
    return _on_bone(attempt) and near


# --- answers -------------------------------------------------------------------------------------


def items(attempt: Attempt) -> list[Item]:
    asked, found = attempt.head["drill"]["items"], list[Item]()
    for event in attempt.events:
        if event["event"] == "item_set":
            found.append((asked[event["number"] - 1], []))
        elif found:
            found[-1][1].append(event)
    return found


def answers(item: Item) -> dict[str, Event]:
    return {event["subject"]: event for event in item[1] if event["event"] == "answered"}


def done(item: Item) -> bool:
    return len(answers(item)) == len(item[0]["asks"])


def all_done(attempt: Attempt) -> bool:
    return sum(map(done, items(attempt))) >= len(attempt.head["drill"]["items"])


def picture(item: Item) -> Event | None:
    shots = [event for event in item[1] if event["event"] == "exposed"]
    return shots[-1] if shots else None


def corners(attempt: Attempt, limits: Limits) -> bool:
    offs = []
    for item in items(attempt):
        tap, shot = next(iter(answers(item).values()), None), picture(item)
        if tap is not None and shot is not None:
            corner = place(attempt, f"{item[0]['level']}.{item[0]['side']}.tp_corner")
            aside = less((tap["right_um"], tap["down_um"]), falls(shot, corner))
            offs.append(brought(shot, isqrt(inner(aside, aside)), corner))
    hits = sum(off <= limits.by_name["near_um"] for off in offs)
    return len(offs) >= len(attempt.head["drill"]["items"]) and hits >= limits.by_name["hits"]


def tips(attempt: Attempt, limits: Limits) -> bool:
    found, offs = items(attempt), []
    for pair in zip(found[::2], found[1::2], strict=False):
        rays = [ray for item in pair for ray in _rays(item)]
        needle = pair[0][0]["needle"]
        if len(rays) == 2 and needle is not None:
            offs.append(distance([floor(p) for p in _between(*rays)], needle["tip_um"]))
    whole = all_done(attempt) and len(offs) >= len(attempt.head["drill"]["items"]) // 2
    return whole and max(offs) <= limits.by_name["near_um"]


def _rays(item: Item) -> Iterator[tuple[Point, list[int]]]:
    shot = picture(item)
    for tap in answers(item).values():
        if shot is not None:
            along = zip(shot["direction_e9"], shot["right_e9"], shot["down_e9"], strict=True)
            at = (shot["sid_um"], tap["right_um"], tap["down_um"])
            yield shot["source_um"], [inner(one, at) for one in along]


def _between(one: tuple[Point, list[int]], other: tuple[Point, list[int]]) -> list[Fraction]:
    """Midway between the nearest points: both stand square to the line that joins them."""
    (a, u), (b, v) = one, other
    uu, uv, vv, way = inner(u, u), inner(u, v), inner(v, v), less(b, a)
    below = uu * vv - uv * uv
    s = Fraction(inner(way, u) * vv - inner(way, v) * uv, below)
    t = Fraction(inner(way, u) * uv - inner(way, v) * uu, below)
    return [(p + s * du + q + t * dv) / 2 for p, du, q, dv in zip(a, u, b, v, strict=True)]


def contrast(attempt: Attempt, limits: Limits) -> bool:
    right = harm = 0
    for item in filter(done, items(attempt)):
        ran = [event["pattern"] for event in item[1] if event["event"] == "injection_began"]
        said = {name: answer["choice"] for name, answer in answers(item).items()}
        if ran:
            right += (said["pattern"], said["act"]) == (ran[0], ACT[ran[0]])
            harm += said["act"] == "inject" != ACT[ran[0]]
    return _judged(attempt, limits, right, harm)


def generator(attempt: Attempt, limits: Limits) -> bool:
    right = harm = 0
    for item in filter(done, items(attempt)):
        before = _until_answered(item[1])
        burns = any(e["event"] == "patient_said" and e["words"] == "band-burning" for e in before)
        tests: dict[int, Event] = {}
        for event in before:
            if event["event"] == "stimulated":
                tests.setdefault(event["hz"], event)
        heard = {answer[0] for test in tests.values() for answer in test["answers"]}
        low = tests.get(50)
        felt = low is not None and low["millivolts"] <= 500 and "back" in _words(low)
        if any(event["event"] == "lesion_started" for event in before):
            truth = "stop" if burns else "lesion"
        else:
            truth = "lesion" if felt and not heard & RAMUS else "move"
            truth = truth if tests else ""
        said = answers(item)["decide"]["choice"]
        right += said == truth
        harm += said == "lesion" and (burns or bool(heard & RAMUS))
    return _judged(attempt, limits, right, harm)


def _words(test: Event) -> set[str]:
    return {answer[0] for answer in test["answers"]}


def _until_answered(events: list[Event]) -> list[Event]:
    first = next((n for n, e in enumerate(events) if e["event"] == "answered"), len(events))
    return events[:first]


def _judged(attempt: Attempt, limits: Limits, right: int, harm: int) -> bool:
    limit = limits.by_name
    return all_done(attempt) and right >= limit["right"] and harm <= limit["dangerous"]


Rule = Callable[[Attempt, Limits], Any]
RULES: dict[str, Rule] = {
    "count": count,
    "end-plate": end_plate,
    "true-ap": true_ap,
    "depth-view": depth_view,
    "corners": corners,
    "skin-mark": skin_mark,
    "bullseye": bullseye,
    "down-the-beam": down_the_beam,
    "walk-off": walk_off,
    "first-minute": first_minute,
    "tips": tips,
    "contrast": contrast,
    "generator": generator,
}
