"""Major errors in the course of things: steps, harm, sedation, complications, hands."""

from __future__ import annotations

from collections.abc import Callable

from tests.scoring.second.errors_acts import harm
from tests.scoring.second.errors_first import Found
from tests.scoring.second.reading import Attempt
from tests.scoring.second.steps import walks
from tests.scoring.second.worked import accepted

DEPTHS = ("none", "light", "moderate", "deep")
GOES_ON = ("skin_punctured", "injection_began", "lesion_started")


def missed(*steps: str) -> Callable[[Attempt], Found]:
    """Each moment at which one of the steps was asked for and not done."""

    def find(attempt: Attempt) -> Found:
        times = {t for walk in walks(attempt) if walk.step.id in steps for t in walk.missed_ms}
        return iter(sorted(times))

    return find


def first_missed(*steps: str) -> Callable[[Attempt], Found]:
    """The first of those moments."""
    return lambda attempt: iter(list(missed(*steps)(attempt))[:1])


def hand_in_beam(attempt: Attempt) -> Found:
    """The first picture with a hand in it of each stay; the next stay begins with a movement."""
    told = False
    for event in attempt.of("needle_moved", "exposed"):
        if event["event"] == "needle_moved":
            told = False
        elif event["hand_in_beam"] and not told:
            told = True
            yield event["t_ms"]


def sedation_too_deep(attempt: Attempt) -> Found:
    """Going on under more sedation than the profile allows; again once it is another depth."""
    if attempt.profile is None or attempt.procedure == "placement":
        return
    most = attempt.profile["sedation"][attempt.procedure]
    now = told = "none"
    for event in attempt.events:
        if event["event"] == "act_done" and event["act"] == "sedation":
            now = event["detail"]
        elif event["event"] in GOES_ON and now != told and _rank(now) > _rank(most):
            told = now
            yield event["t_ms"]


def _rank(depth: str) -> int:
    return DEPTHS.index(depth) if depth in DEPTHS else 0


def complication_unanswered(attempt: Attempt) -> Found:
    """From when it began; one that passed or worsened by itself, or is open at the end."""
    began: dict[str, int] = {}
    for event in attempt.of("complication_began", "complication_ended"):
        if event["event"] == "complication_began":
            began[event["complication"]] = event["t_ms"]
        else:
            since = began.pop(event["complication"], event["t_ms"])
            if event["how"] != "answered":
                yield since
    yield from began.values()


def injected_after_aspirate(attempt: Attempt) -> Found:
    """Anything was aspirated but nothing (dry), and the tip has not moved in tissue since."""
    found = "dry"
    for event in attempt.of("aspirated", "needle_moved", "injection_began"):
        if event["event"] == "aspirated":
            found = event["found"]
        elif event["event"] == "needle_moved":
            found = "dry" if event["in_tissue_um"] else found
        elif found != "dry":
            yield event["t_ms"]


def lesion_at_skin(attempt: Attempt) -> Found:
    """45 C beyond the skin; where saline was put under it only where the skin was burnt."""
    saline = False
    for event in attempt.of("act_done", "lesion_ended", "harm_done"):
        if event["event"] == "act_done":
            saline = saline or event["act"] == "saline-stand-off"
        elif event["event"] == "lesion_ended":
            if not saline and dict(event["clearance_um"]).get("skin", 0) < 0:
                yield event["t_ms"]
        elif event["complication"] == "skin-burn" and saline:
            yield event["t_ms"]


def needle_left(attempt: Attempt) -> Found:
    """More needles taken than removed when it was submitted."""
    taken, removed = len(attempt.of("needle_taken")), len(attempt.of("needle_removed"))
    if attempt.procedure != "placement" and attempt.submitted and taken > removed:
        yield attempt.end_ms


def needle_against_decision(attempt: Attempt) -> Found:
    """The first puncture of a patient on whom one should not go on."""
    if "proceed" not in accepted(attempt):
        yield from [one["t_ms"] for one in attempt.of("skin_punctured")][:1]


ERRORS = {
    "no_time_out": first_missed("time-out"),
    "no_consent": first_missed("consent"),
    "not_sterile": first_missed("prep", "drape", "gloves"),
    "not_monitored": first_missed("monitors"),
    "level_not_declared": first_missed("declare"),
    "no_aspiration": missed("aspirate"),
    "injected_after_aspirate": injected_after_aspirate,
    "contrast_omitted": missed("contrast-first"),
    "contrast_unwatched": missed("contrast-live"),
    "no_anaesthetic_before_heat": missed("anaesthetic-before-heat"),
    "no_sensory_test": missed("sensory-test"),
    "no_motor_test": missed("motor-test"),
    "no_check_after_electrode": missed("check-after-electrode"),
    "no_pad": first_missed("pad"),
    "lesion_at_skin": lesion_at_skin,
    "pad_burn": harm("pad-burn"),
    "implant_unplanned": harm("implant-interference"),
    "allergen_given": harm("anaphylaxis"),
    "particles_in_vessel": harm("spinal-cord-infarct"),
    "anaesthetic_astray": harm(
        "foraminal-block", "epidural-block", "intrathecal-block", "local-anaesthetic-toxicity"
    ),
    "sedation_too_deep": sedation_too_deep,
    "complication_unanswered": complication_unanswered,
    "hand_in_beam": hand_in_beam,
    "needle_left": needle_left,
    "needle_against_decision": needle_against_decision,
}
