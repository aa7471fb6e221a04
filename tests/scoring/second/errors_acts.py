"""Critical errors where they happen: at each lesion and injection."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from tests.scoring.second.acts import (
    Act,
    acts_of,
    agent_of,
    is_contrast,
    numbs,
    seen_before,
)
from tests.scoring.second.errors_first import Found, nearest_place
from tests.scoring.second.geometry import distance
from tests.scoring.second.reading import Attempt, Event

BAD_ANSWERS = {
    2: ("intercostal-twitch", "abdominal-twitch", "limb-twitch", "legs"),
    50: ("band", "legs"),
}
ASTRAY = ("vessel", "foramen", "epidural", "intrathecal", "pleura")
DANGER = ("ventral-ramus", "nerve-root", "foramen", "canal", "pleura")
USUAL_MOST_MV = 2_000


def of_kind(attempt: Attempt, kind: str) -> list[Act]:
    return [act for act in acts_of(attempt) if act.kind == kind]


def lesion_after_bad_response(attempt: Attempt) -> Found:
    """The last test of either rate, no stronger than is tested up to, gave a warning answer."""
    profile = attempt.profile
    most = max(profile["stimulation"]["motor_most_mv"] if profile else 0, USUAL_MOST_MV)
    for act in of_kind(attempt, "lesion"):
        since = max(0, act.needle.taken) if act.needle else 0
        tests = [
            event
            for event in attempt.events[since : act.index]
            if event["event"] == "stimulated" and event["millivolts"] <= most
        ]
        last = {event["hz"]: event for event in tests}
        if any(_warns(event) for event in last.values()):
            yield act.t_ms


def _warns(test: Event) -> bool:
    return any(answer in BAD_ANSWERS.get(test["hz"], ()) for answer, _, _ in test["answers"])


def harm(*named: str) -> Callable[[Attempt], Found]:
    def find(attempt: Attempt) -> Found:
        return (one["t_ms"] for one in attempt.of("harm_done") if one["complication"] in named)

    return find


def injected_after_uptake(attempt: Attempt) -> Found:
    """The last contrast went astray, and the tip has not left that place by a millimetre."""
    astray: Act | None = None
    for act in of_kind(attempt, "injection"):
        if not is_contrast(attempt, act.agent):
            if astray is not None and not _elsewhere(astray, act):
                yield act.t_ms
        elif act.after is not None:
            astray = act if act.after["pattern"] in ASTRAY else None


def _elsewhere(before: Act, now: Act) -> bool:
    if before.needle is None or now.needle is None:
        return False
    return distance(before.needle.tip_um, now.needle.tip_um) >= 1_000


def _elsewhere_treated(attempt: Attempt, part: int) -> Found:
    """Coagulated, or given anything but contrast, nearest to another level (0) or side (1)."""
    right = {(one["bone"], one["side"])[part] for one in attempt.targets}
    for act in acts_of(attempt):
        at_um = None
        if act.kind == "lesion" and act.after is not None and any(act.after["semi_um"]):
            at_um = act.after["centre_um"]
        elif act.kind == "injection" and not is_contrast(attempt, act.agent) and act.needle:
            at_um = act.needle.tip_um
        place = None if at_um is None else nearest_place(attempt, at_um)
        if place is not None and place[part] not in right:
            yield act.t_ms


def lesion_reached_danger(attempt: Attempt) -> Found:
    """Once for each structure that the 45 C isotherm reached."""
    for act in of_kind(attempt, "lesion"):
        after = act.after or {}
        for structure, clear in after.get("clearance_um", ()):
            if structure in DANGER and clear < 0:
                yield after["t_ms"]


def lesion_without_depth_view(attempt: Attempt) -> Found:
    for act in of_kind(attempt, "lesion"):
        if seen_before(attempt, act, "depth") is False:
            yield act.t_ms


def injection_without_depth_view(attempt: Attempt) -> Found:
    """Of a block's anaesthetic; before heat the depth view is asked for again."""
    for act in of_kind(attempt, "injection") if attempt.procedure == "block" else ():
        if numbs(attempt, act.agent) and seen_before(attempt, act, "depth") is False:
            yield act.t_ms


def dose_over_most(attempt: Attempt) -> Found:
    """Once: the injection that takes the sum of shares of each agent's most over the whole."""
    share = Fraction(0)
    weight_kg = (attempt.story.get("person") or {}).get("weight_kg")
    for act in of_kind(attempt, "injection"):
        known = agent_of(attempt, act.agent) or {}
        most_ug = _most_ug(known, weight_kg)
        if most_ug is None or act.after is None:
            continue
        given_ug = Fraction(known["ug_per_ml"] * act.after["volume_ul"], 1000)
        before, share = share, share + given_ug / most_ug
        if before <= 1 < share:
            yield act.after["t_ms"]


def _most_ug(agent: Event, weight_kg: int | None) -> int | None:
    """The smaller of the agent's most, and of its most for this weight where both are told."""
    found = [agent["most_mg"] * 1000] if agent.get("most_mg") else []
    if agent.get("most_ug_per_kg") and weight_kg:
        found.append(agent["most_ug_per_kg"] * weight_kg)
    return min(found, default=None)


ERRORS = {
    "lesion_after_bad_response": lesion_after_bad_response,
    "band_pain_ignored": harm("band-pain-ignored"),
    "injected_after_uptake": injected_after_uptake,
    "treated_wrong_level": lambda attempt: _elsewhere_treated(attempt, 0),
    "treated_wrong_side": lambda attempt: _elsewhere_treated(attempt, 1),
    "lesion_reached_danger": lesion_reached_danger,
    "lesion_without_depth_view": lesion_without_depth_view,
    "injection_without_depth_view": injection_without_depth_view,
    "dose_over_most": dose_over_most,
}
