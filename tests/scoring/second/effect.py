"""What heat and anaesthetic reached."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from tests.scoring.second.acts import Act, came_of, numbs
from tests.scoring.second.angles import Near, mdeg
from tests.scoring.second.errors_acts import BAD_ANSWERS
from tests.scoring.second.geometry import Vector, degrees_between, inner, less
from tests.scoring.second.reading import Attempt, Event
from tests.scoring.second.treatments import share, treatments


def nerve_of(target: Event) -> str:
    return f"{target['nerve']} {target['side']}"


def best_of_worst(kind: str, field: str) -> Callable[[Attempt], int]:
    """Of each target the most that any event gave its nerve, of several targets the least."""

    def measure(attempt: Attempt) -> int:
        found = [dict(event[field]) for event in came_of(attempt, kind)]
        return min(
            (max((one.get(nerve_of(t), 0) for one in found), default=0) for t in attempt.targets),
            default=0,
        )

    return measure


def block_volume(attempt: Attempt) -> int | None:
    least, most = attempt.profile["blocks"]["volume_ul"]
    given = [one for one in came_of(attempt, "injection") if numbs(attempt, one["agent"])]
    return share([least <= one["volume_ul"] <= most for one in given])


def injectate_at_targets(attempt: Attempt) -> int | None:
    drops = [
        drop
        for event in came_of(attempt, "injection")
        if numbs(attempt, event["agent"])
        for drop in event["blobs"]
        if drop["gone_ms"] == 0
    ]
    return share([any(_holds(drop, one["point_um"]) for drop in drops) for one in attempt.targets])


def _holds(drop: Event, point: list[int]) -> bool:
    off = less(point, drop["centre_um"])
    if not all(drop["semi_um"]):
        return False
    return sum(Fraction(o, s) ** 2 for o, s in zip(off, drop["semi_um"], strict=True)) <= 1


def others_numbed(attempt: Attempt) -> int:
    targets = {nerve_of(one) for one in attempt.targets}
    numbed = {
        nerve
        for event in came_of(attempt, "injection")
        for nerve, share_ in event["numbed_permille"]
        if share_ >= 500
    }
    return len(numbed - targets)


def lesion_clearance(*structures: str) -> Callable[[Attempt], int | None]:
    def measure(attempt: Attempt) -> int | None:
        return min(
            (
                clear
                for event in came_of(attempt, "lesion")
                for structure, clear in event["clearance_um"]
                if structure in structures
            ),
            default=None,
        )

    return measure


def lesion_settings(attempt: Attempt) -> int | None:
    fits = []
    for event in came_of(attempt, "lesion"):
        fits.append(
            event["how"] == "done"
            and any(
                one["ablates"]
                and one["mode"] == event["mode"]
                and one["temperature_c"][0] <= event["temperature_c"] <= one["temperature_c"][1]
                and one["seconds"][0] <= event["seconds"] <= one["seconds"][1]
                for one in attempt.profile["lesion"]["settings"]
            )
        )
    return share(fits)


def since_aimed(attempt: Attempt, act: Act) -> list[Event]:
    since = max(0, act.needle.aimed) if act.needle is not None else act.index
    return attempt.events[since : act.index]


def anaesthetic_first(attempt: Attempt) -> int | None:
    least, most = attempt.profile["lesion"]["anaesthetic_ul"]
    given = {id(event) for event in came_of(attempt, "injection")}
    return share(
        [
            least
            <= sum(
                event["volume_ul"]
                for event in since_aimed(attempt, act)
                if id(event) in given and numbs(attempt, event["agent"])
            )
            <= most
            for act in treatments(attempt)
        ]
    )


def stimulation(attempt: Attempt) -> int | None:
    return share([_was_tested(attempt, act) for act in treatments(attempt)])


def _was_tested(attempt: Attempt, act: Act) -> bool:
    policy = attempt.profile["stimulation"]
    tests = [one for one in since_aimed(attempt, act) if one["event"] == "stimulated"]
    felt = any(
        one["hz"] == 50
        and one["millivolts"] <= policy["sensory_cutoff_mv"]
        and any(answer == "back" for answer, _, _ in one["answers"])
        for one in tests
    )
    strong = [
        one for one in tests if one["hz"] == 2 and one["millivolts"] >= policy["motor_least_mv"]
    ]
    quiet = bool(strong) and not any(
        answer in BAD_ANSWERS[2] for answer, _, _ in strong[-1]["answers"]
    )
    if quiet and policy["twitch_required"]:
        quiet = any(answer == "paraspinal-twitch" for answer, _, _ in strong[-1]["answers"])
    return (felt or not policy["sensory_required"]) and (quiet or not policy["motor_required"])


def _axes(attempt: Attempt) -> list[tuple[list[Fraction], list[Fraction], Event]]:
    """Both ends of each dead volume."""
    found = []
    for event in came_of(attempt, "lesion"):
        if any(event["semi_um"]):
            way = [Fraction(part * event["semi_um"][1], 10**9) for part in event["axis_e9"]]
            ends = [
                [c + sign * w for c, w in zip(event["centre_um"], way, strict=True)]
                for sign in (-1, 1)
            ]
            found.append((ends[0], ends[1], event))
    return found


def axis_to_nerve(attempt: Attempt) -> Near | None:
    found = _nearest(attempt)
    if found is None:
        return None
    with localcontext() as context:
        context.prec = 40
        squared = max(squared for squared, _, _ in found)
        root = (Decimal(squared.numerator) / Decimal(squared.denominator)).sqrt()
    return Near(root - Decimal("0.5"), Decimal("2.5"))  # rounded down; ends are whole micrometres


def parallel(attempt: Attempt) -> Near | None:
    found = _nearest(attempt)
    if found is None:
        return None
    angles = [degrees_between(event["axis_e9"], way) for _, event, way in found]
    return mdeg(max(min(angle, 180 - angle) for angle in angles))


def _nearest(attempt: Attempt) -> Any:
    """Of each nerve: squared distance of the nearest lesion's axis, the lesion, the segment."""
    return attempt.once("nearest", lambda: _found_nearest(attempt))


def _found_nearest(attempt: Attempt) -> list[tuple[Fraction, Event, list[int]]] | None:
    axes = _axes(attempt)
    nerves = [one["nerve_um"] for one in attempt.targets if len(one["nerve_um"]) > 1]
    if not axes or not nerves:
        return None
    return [_nearest_of(axes, nerve) for nerve in nerves]


def _nearest_of(axes: list[Any], nerve: Vector) -> tuple[Fraction, Event, list[int]]:
    """Of equally near ones the first lesion's first segment.

    Segments that cannot be the nearest are left aside: even the balls about them are farther away.
    """
    pairs = [(axis, a, b) for axis in axes for a, b in itertools.pairwise(nerve)]
    found: list[tuple[Fraction, int]] = []
    for place in sorted(range(len(pairs)), key=lambda place: _at_least_um(*pairs[place])):
        (low, high, _), a, b = pairs[place]
        if found and _at_least_um(*pairs[place]) > float(min(found)[0]) ** 0.5 + 1:
            break
        found.append((_squared(low, high, a, b), place))
    squared, place = min(found)
    (_, _, event), a, b = pairs[place]
    return squared, event, less(b, a)


def _at_least_um(axis: Any, a: Vector, b: Vector) -> float:
    """The distance of the balls about two segments."""
    low, high, _ = axis
    ends = [[float(part) for part in end] for end in (low, high, a, b)]
    middles = [[(p + q) / 2 for p, q in zip(*pair, strict=True)] for pair in (ends[:2], ends[2:])]
    return math.dist(*middles) - (math.dist(*ends[:2]) + math.dist(*ends[2:])) / 2


def _squared(p: Vector, q: Vector, r: Vector, s: Vector) -> Fraction:
    """Squared distance of two segments: of all feet and ends the nearest pair that lies on both."""
    u, v, w = less(q, p), less(s, r), less(p, r)
    a, b, c, d, e = inner(u, u), inner(u, v), inner(v, v), inner(u, w), inner(v, w)
    tries = [(x, _clamped(Fraction(b * x + e) / c)) for x in (Fraction(0), Fraction(1))]
    tries += [(_clamped(Fraction(b * y - d) / a), y) for y in (Fraction(0), Fraction(1))]
    if a * c != b * b:
        x, y = Fraction(b * e - c * d) / (a * c - b * b), Fraction(a * e - b * d) / (a * c - b * b)
        if 0 <= x <= 1 and 0 <= y <= 1:
            tries.append((x, y))
    gaps = ([g + x * h - y * k for g, h, k in zip(w, u, v, strict=True)] for x, y in tries)
    return min(Fraction(inner(gap, gap)) for gap in gaps)


def _clamped(x: Fraction) -> Fraction:
    return min(Fraction(1), max(Fraction(0), x))


def nerve_in_lesions(attempt: Attempt) -> Near | None:
    nerves = [one["nerve_um"] for one in attempt.targets if len(one["nerve_um"]) > 1]
    if not nerves:
        return None
    dead = [one for one in came_of(attempt, "lesion") if all(one["semi_um"])]
    return Near(min(_inside(nerve, dead) for nerve in nerves), Decimal("1.001"))


def _inside(nerve: Vector, dead: list[Event]) -> Decimal:
    """Permille of the length within the union of ellipsoids of revolution."""
    with localcontext() as context:
        context.prec = 40
        whole = within = Decimal(0)
        for a, b in itertools.pairwise(nerve):
            size = Decimal(inner(less(b, a), less(b, a))).sqrt()
            whole, within = whole + size, within + size * _union([_cut(a, b, one) for one in dead])
        return 1000 * within / whole


def _cut(a: list[int], b: list[int], lesion: Event) -> tuple[Decimal, Decimal] | None:
    """Between which parameters of a segment it is inside: a quadratic's roots."""
    across, along = (Decimal(part) for part in lesion["semi_um"])
    axis = [Decimal(part) / 10**9 for part in lesion["axis_e9"]]
    way, off = less(b, a), less(a, lesion["centre_um"])

    def form(p: Vector, q: Vector) -> Decimal:
        p_axis, q_axis = (sum(x * y for x, y in zip(v, axis, strict=True)) for v in (p, q))
        both = p_axis * q_axis
        return Decimal((inner(p, q) - both) / across**2 + both / along**2)

    two_a, half_b, c = form(way, way), form(way, off), form(off, off) - 1
    under = half_b * half_b - two_a * c
    if under <= 0 or two_a == 0:
        return None
    low, high = (-half_b - under.sqrt()) / two_a, (-half_b + under.sqrt()) / two_a
    low, high = max(Decimal(0), low), min(Decimal(1), high)
    return (low, high) if low < high else None


def _union(cuts: list[tuple[Decimal, Decimal] | None]) -> Decimal:
    total, reached = Decimal(0), Decimal(0)
    for low, high in sorted(one for one in cuts if one is not None):
        total += max(Decimal(0), high - max(low, reached))
        reached = max(reached, high)
    return total
