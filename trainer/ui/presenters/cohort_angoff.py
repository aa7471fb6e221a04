"""The Angoff sheet in words. No Qt."""

from __future__ import annotations

from trainer.assessment.caveats import CAVEATS
from trainer.refusal import Refusal
from trainer.session.standard_setting import Sheet, cut_of
from trainer.ui.presenters.cohort_people import plan_text
from trainer.ui.presenters.texts import tr


def judge_name(number: int) -> str:
    """What a judge is called who has no name yet."""
    return tr("Judge {number}").format(number=number)


def cut_words(sheet: Sheet) -> str:
    """The cut with its error and n, or what is missing."""
    if not sheet.stations:
        return ""
    try:
        cut = cut_of(sheet)
    except Refusal as refusal:
        return tr("No cut yet: {count} cells need a mark of 0 to 100.").format(
            count=len(refusal.problems)
        )
    if cut.se is None:
        return tr("One judge: cut {cut} of 100, no standard error.").format(
            cut=plan_text(100.0 * cut.found.share)
        )
    return tr(
        "n = {judges} judges, {stations} stations. Cut {cut} of 100, standard error {se}."
    ).format(
        judges=cut.found.judges, stations=cut.found.items, cut=plan_text(100.0 * cut.found.share),
        se=plan_text(100.0 * (cut.found.se or 0.0) / cut.found.items),
    )  # fmt: skip


def sheet_caveat() -> str:
    """What it does not prove."""
    return tr(CAVEATS["angoff"])
