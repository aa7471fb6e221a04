"""The numbers that a sentence of advice names, in words."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved
from trainer.scoring.debrief.blind import BlindRun, blind_runs
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.losses import Loss
from trainer.scoring.debrief.ribbon import nearest_margin
from trainer.scoring.debrief.truth import truth_of
from trainer.scoring.debrief.words import amount

NOTHING = "nothing that would stop it"


def facts_of(course: Course, loss: Loss, entry: Entry | None) -> dict[str, str]:
    """Every field that a template may name, for the place where a loss shows."""
    needle = entry.needle if entry else None
    truth = truth_of(course.view.header, needle)
    off = truth.off if truth else None
    run = _longest(course)
    return {
        "what": loss.title,
        "value": "nothing" if loss.value is None else amount(loss.value, loss.unit),
        "limit": "" if loss.full_at is None else amount(loss.full_at, loss.unit),
        "direction": off.direction if off else "to the side",
        "depth": amount(needle.depth_um if needle else 0, "um"),
        "length": amount(run.length_um if run else 0, "um"),
        "ahead": _ahead(run),
        **_hazard(course, entry),
    }


def _longest(course: Course) -> BlindRun | None:
    runs = blind_runs(course)
    return max(runs, key=lambda run: (run.length_um, -run.seq)) if runs else None


def _ahead(run: BlindRun | None) -> str:
    if run is None or not run.ahead:
        return NOTHING
    return f"{run.ahead} {amount(run.ahead_um, 'um')}"


def _hazard(course: Course, entry: Entry | None) -> dict[str, str]:
    move = entry.event if entry else None
    structure, clearance_um = ("", None)
    if isinstance(move, NeedleMoved):
        structure, clearance_um = nearest_margin(course.view.header, move)
    if clearance_um is None:
        return {"hazard": structure or "danger zone", "clearance": "the edge"}
    where = "outside" if clearance_um >= 0 else "inside"
    return {"hazard": structure, "clearance": f"{amount(abs(clearance_um), 'um')} {where}"}
