"""The end of a drill: one number, one sentence, passed or not, and how far the skill is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trainer.assessment.mastery import DAYS, PASSES, PATIENTS, Mastery
from trainer.scenario.tables import DRILL_IDS, FIRST_MINUTE
from trainer.scoring.drills.result import DrillResult
from trainer.ui.presenters.drill_words import drill_of, headline, sentence
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class DrillResultShown:
    """What the screen shows. next_id : the drill after this one, "" after the last.

    reveal : the attempt whose inside is shown beside, None where a number says enough.
    """

    drill_id: str
    title: str
    number: str
    verdict: str
    passed: bool
    sentence: str
    mastery: str
    criterion: str
    next_id: str
    reveal: Path | None = None


def drill_result_shown(
    result: DrillResult, mastery: Mastery, path: Path | None = None
) -> DrillResultShown:
    """The result and the state of the skill after it. path : of the attempt."""
    drill, outcome = drill_of(result.drill_id), result.outcome
    first = result.drill_id == FIRST_MINUTE
    after = DRILL_IDS.index(result.drill_id) + 1 if not first else 0
    return DrillResultShown(
        result.drill_id,
        tr(drill.title),
        headline(drill, outcome),
        "" if first else tr("Passed") if outcome.passed else tr("Not yet"),
        outcome.passed,
        sentence(drill, outcome),
        "" if first else _counts(result, mastery),
        tr(drill.source),
        DRILL_IDS[after] if after < len(DRILL_IDS) else "",
        path if first else None,
    )


def _counts(result: DrillResult, mastery: Mastery) -> str:
    if not result.counts:
        return tr("An aid was on, so this one is practice and does not count.")
    return mastery_text(mastery)


def mastery_text(mastery: Mastery | None) -> str:
    """How far a skill is, and what is still wanted."""
    if mastery is None or not mastery.tried:
        return tr("Not tried yet")
    if mastery.mastered:
        return tr("Mastered: {passes} passes in a row, {patients} patients, {days} days").format(
            passes=PASSES, patients=PATIENTS, days=DAYS
        )
    return tr(
        "{passes} of {wanted} passes in a row, {patients} of {all} patients, {days} of {most} days"
    ).format(
        passes=min(mastery.passes, PASSES),
        wanted=PASSES,
        patients=min(mastery.patients, PATIENTS),
        all=PATIENTS,
        days=min(mastery.days, DAYS),
        most=DAYS,
    )
