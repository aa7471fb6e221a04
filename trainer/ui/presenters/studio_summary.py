"""The case in short, before it is published; no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from trainer.scoring.score import Score
from trainer.ui.presenters.studio_patient import SEXES
from trainer.ui.presenters.studio_rubric import rubric_shown
from trainer.ui.presenters.texts import STRUCTURES, tr

if TYPE_CHECKING:
    from trainer.session.studio.trial import ExpertCheck


def summary_words(document: Mapping[str, Any]) -> str:
    """A few lines: patient, task, targets, hazards, rubric."""
    return "\n".join(_lines(document))


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    patient = document.get("patient") or {}
    yield f"{document.get('title') or tr('without a title')}  ({document.get('id')})"
    yield tr("Patient: {who}").format(who=_patient(patient))
    for one in document.get("targets") or []:
        yield tr("Target: {joint}, {nerve} on {bone}, {side}").format(
            joint=one.get("joint"),
            nerve=one.get("nerve"),
            bone=one.get("bone"),
            side=tr(str(one.get("side"))),
        )
    yield tr("Within {tolerance:g} mm; hazards: {hazards}").format(
        tolerance=float(document.get("tolerance_mm") or 0.0),
        hazards=", ".join(
            f"{_structure(one)} {one.get('margin_mm'):g} mm"
            for one in document.get("hazards") or []
            if isinstance(one.get("margin_mm"), int | float)
        )
        or tr("none"),
    )
    shown = rubric_shown(document)
    if shown is not None:
        yield tr("Rubric: {title}").format(title=shown.own_name or tr(shown.title))


def _patient(patient: Mapping[str, Any]) -> str:
    if patient.get("kind") == "ct":
        return tr("an own CT")
    if patient.get("kind") == "radiograph":
        return tr("radiographs")
    if not patient:
        return tr("none yet")
    return tr("{sex}, {age:g} years, BMI {bmi:g}").format(
        sex=tr(dict(SEXES).get(str(patient.get("sex", "female")), "?")),
        age=float(patient.get("age_years", 45.0)),
        bmi=float(patient.get("bmi", 24.0)),
    )


def verdict_words(score: Score) -> str:
    """The rubric's verdict on what was done so far, in a line."""
    words = tr("{mark} of 1000, cut {cut}: {passed}").format(
        mark=score.score,
        cut=score.pass_mark,
        passed=tr("passed") if score.passed else tr("not passed"),
    )
    critical = tuple(dict.fromkeys(one.id.replace("_", " ") for one in score.critical))
    return words if not critical else f"{words}; {tr('critical')}: {', '.join(critical)}"


def expert_words(found: ExpertCheck | Any) -> str:
    """How the expert fared: a sanity check, never validity."""
    words = tr("The scripted expert: {mark} of 1000, cut {cut}, {passed}. A check, no validity.")
    return words.format(
        mark=found.mark,
        cut=found.pass_mark,
        passed=tr("passed") if found.passed else tr("not passed"),
    )


def _structure(hazard: Mapping[str, Any]) -> str:
    name = str(hazard.get("structure"))
    return tr(STRUCTURES.get(name, name))
