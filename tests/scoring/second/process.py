"""How it was gone about: hazards, hands, motion, radiation, order, time, and the case."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, localcontext

from tests.scoring.second.angles import Near
from tests.scoring.second.first import decision, reasons
from tests.scoring.second.geometry import PI, inner, less
from tests.scoring.second.reading import Attempt
from tests.scoring.second.steps import Walk, walks
from tests.scoring.second.treatments import share

WEIGHTS = {"critical": 5, "major": 3, "minor": 1}
CHANGES = (
    *("carm_moved", "view_selected", "machine_set", "pointer_moved", "breath_held"),
    *("needle_taken", "needle_moved", "needle_removed", "hub_turned"),
    *("needle_left", "needle_taken_up", "electrode_set", "stylet_set"),
)


def clearance(structure: str) -> Callable[[Attempt], int | None]:
    def measure(attempt: Attempt) -> int | None:
        found = [
            clear
            for move in attempt.of("needle_moved")
            for named, clear in move["clearance_um"]
            if named == structure
        ]
        entered = [one for one in attempt.of("hazard_entered") if one["structure"] == structure]
        return min(found + [0] * bool(entered), default=None)

    return measure


def swept(attempt: Attempt) -> Near:
    """Chords of the unit vectors; each root of whole numbers may be short by one of 1e9."""
    total, axis, inside, moves = Decimal(0), None, False, 0
    with localcontext() as context:
        context.prec = 40
        for event in attempt.of("needle_taken", "needle_removed", "needle_moved"):
            now = event.get("depth_um", 0) > 0
            if inside and now and axis is not None:
                turn = less(event["axis_e9"], axis)
                total, moves = total + Decimal(inner(turn, turn)).sqrt() / 10**9, moves + 1
            axis, inside = event.get("axis_e9"), now
        exact = total * 180_000 / PI
        allowed = Decimal("0.5") + moves * Decimal("0.00006")
        return Near(exact - Decimal("0.5"), allowed)  # rounded down


def reversals(attempt: Attempt) -> int | None:
    """Per metre of path in tissue along the shaft; each needle for itself, None without a path."""
    changes, path, before = 0, 0, 0
    for event in attempt.of("needle_taken", "needle_removed", "needle_moved"):
        if event["event"] != "needle_moved":
            before = 0
        elif event["pushed_um"] and event["in_tissue_um"]:
            changes += before * event["pushed_um"] < 0
            path, before = path + event["in_tissue_um"], event["pushed_um"]
    return changes * 1_000_000 // path if path else None


def beam_ms(attempt: Attempt) -> int:
    """A pedal that is still down at the end is down until then."""
    edges = attempt.of("beam_started", "beam_stopped")
    downs = [one["t_ms"] for one in edges if one["event"] == "beam_started"]
    ups = [one["t_ms"] for one in edges if one["event"] == "beam_stopped"]
    return int(sum(ups) + attempt.end_ms * (len(downs) - len(ups)) - sum(downs))


def unnecessary(attempt: Attempt) -> int:
    count, still, injecting = 0, False, False
    for event in attempt.events:
        if event["event"] == "exposed":
            count += still and not injecting
            still = True
        elif event["event"] in CHANGES:
            still = False
        elif event["event"] in ("injection_began", "injected"):
            injecting, still = event["event"] == "injection_began", False
    return count


def answered(attempt: Attempt) -> int:
    began = attempt.of("complication_began")
    ended = [one for one in attempt.of("complication_ended") if one["how"] == "answered"]
    return 1000 * len(ended) // len(began) if began else 1000


def weighed(fits: Callable[[Walk], bool]) -> Callable[[Attempt], int]:
    return lambda attempt: sum(
        WEIGHTS[walk.step.weight.value]
        for walk in walks(attempt)
        if walk.step.phase.value != "case" and fits(walk)
    )


def stage_time(stage: int) -> Callable[[Attempt], int]:
    return lambda attempt: _stages(attempt)[stage]


def _stages(attempt: Attempt) -> list[int]:
    """How long case, level, needle, treat and end lasted; a case never decided took no time."""
    punctures = [one["t_ms"] for one in attempt.of("skin_punctured")]
    decided = [one["t_ms"] for one in attempt.of("case_decided")]
    treated = [one["t_ms"] for one in attempt.of("injection_began", "lesion_started")]
    out = [one["t_ms"] for one in attempt.of("needle_removed")]
    ends: list[int | None] = [
        max([0, *(t for t in decided if not punctures or t <= punctures[0])]),
        min(punctures, default=None),
        min(treated, default=None),
        max(treated + out, default=None),
        attempt.end_ms,
    ]
    times, since = [], 0
    for place in range(5):
        until = min(end for end in ends[place:] if end is not None)
        times.append(until - since)
        since = until
    return times


def consent(attempt: Attempt) -> int | None:
    wanted = set(attempt.story.get("consent_needed", ()))
    said = set()
    for event in attempt.events:
        if event["event"] == "skin_punctured":
            break
        if event["event"] == "act_done" and event["act"] == "consent":
            break
        if event["event"] == "discussed":
            said.add(event["topic"])
    return share([one in said for one in wanted])


def pages(attempt: Attempt) -> int | None:
    opened = set()
    for event in attempt.of("case_read", "case_decided"):
        if event["event"] == "case_decided":
            break
        opened.add(event["topic"])
    return share([one["topic"] in opened for one in attempt.story.get("pages", ())])


def reasons_share(attempt: Attempt) -> int | None:
    needed = required(attempt)
    if not needed:
        return None
    return 1000 * reasons(attempt) // needed if decision(attempt) else 0


def required(attempt: Attempt) -> int:
    return sum(one["verdict"] == "required" for one in attempt.story.get("reasons", ()))
