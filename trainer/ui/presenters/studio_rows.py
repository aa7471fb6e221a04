"""Values of the case that are written in cells and lines: person, pain, reasons, changes; no Qt."""

from __future__ import annotations

import re
from typing import Any

from trainer.scenario.manuscript.edits import Remove, SetValue
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.studio_story import items
from trainer.ui.presenters.texts import tr

PERSON, PAIN = ("story", "person"), ("story", "pain")
USUAL_AGE, USUAL_KG = 45, 75  # where the patient says nothing (design values)
_WHOLE = re.compile(r"[+-]?\d{1,9}")
_PAIR = re.compile(r"([+-]?\d{1,9})\s*(?:,|-|to)\s*([+-]?\d{1,9})")


def cell_value(words: str) -> Any:
    """What a cell means: yes or no, a whole number, two of them, else its words."""
    text = words.strip()
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if _WHOLE.fullmatch(text):
        return int(text)
    pair = _PAIR.fullmatch(text)
    return [int(pair[1]), int(pair[2])] if pair else text


def cell_words(value: Any) -> str:
    """As `cell_value` reads it again."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def has_person(presenter: StudioPresenter) -> bool:
    """Whether the case says who it is."""
    return isinstance(presenter.value(PERSON), dict)


def tick_person(presenter: StudioPresenter, on: bool) -> None:
    """Begin a person with the patient's age and sex, or take it out."""
    if on == has_person(presenter):
        return
    fresh = {
        "name": "",
        "age_years": round(float(presenter.value(("patient", "age_years"), USUAL_AGE))),
        "sex": str(presenter.value(("patient", "sex"), "female")),
        "weight_kg": USUAL_KG,
        "work": "",
    }
    edit = SetValue(PERSON, fresh) if on else Remove(PERSON)
    presenter.change(edit, label=tr("Person"))


def pain_words(presenter: StudioPresenter) -> str:
    """Each joint with its share, "T7-T8 left 700; T8-T9 left 200"."""
    joints = presenter.value((*PAIN, "joints_permille"), {})
    shares = joints.items() if isinstance(joints, dict) else ()
    return "; ".join(f"{joint} {share}" for joint, share in shares)


def write_pain(presenter: StudioPresenter, words: str) -> None:
    """Put the shares; an empty line takes the pain out. What is no share is kept to be judged."""
    if words.strip() == pain_words(presenter):
        return
    if not words.strip():
        presenter.change(Remove(PAIN), label=tr("Pain"))
        return
    joints: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in words.split(";"))):
        joint, _, share = part.rpartition(" ")
        joints[joint or part] = cell_value(share) if joint else ""
    presenter.set((*PAIN, "joints_permille"), joints, tr("Pain"))


def teaching_of(presenter: StudioPresenter, reason: str) -> str:
    """What the debrief says about a reason; "" where it is beside the point."""
    found = (one for one in items(presenter, "reasons") if one.get("reason") == reason)
    return str(next((one.get("teaching", "") for one in found), ""))


def teach_reason(presenter: StudioPresenter, reason: str, words: str) -> None:
    """Say why a reason is worth what it is."""
    reasons = presenter.value(("story", "reasons"), []) or []
    for at, one in enumerate(reasons):
        judged = isinstance(one, dict) and one.get("reason") == reason
        if judged and one.get("teaching") != words.strip():
            presenter.set(("story", "reasons", at, "teaching"), words.strip(), tr("Reason"))
