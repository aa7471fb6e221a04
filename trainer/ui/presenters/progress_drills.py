"""Drills in words: how far each is, and when it is tested again. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.assessment.mastery import RETEST_DAYS
from trainer.scenario.tables import DRILL_IDS
from trainer.session.progress import DrillProgress, Progress
from trainer.ui.presenters.drill_result import mastery_text
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.progress import day_words
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class DrillRow:
    """One drill. due : its re-test's day has come. meaning : the whole, for the tooltip."""

    id: str
    title: str
    state: str
    retest: str
    due: bool
    meaning: str


def drill_rows(progress: Progress) -> tuple[DrillRow, ...]:
    """All twelve drills."""
    return tuple(_row(name, progress.drills.get(name), progress.today) for name in DRILL_IDS)


def next_words(progress: Progress) -> str:
    """Which re-test is next, in one line."""
    due = [
        (one.retention.next_due, name)
        for name, one in progress.drills.items()
        if one.retention.next_due is not None
    ]
    if not due:
        return tr("No re-test is planned: they follow mastery after 1 week, 1 month, 3 months.")
    day, name = min(due)
    if day <= progress.today:
        return tr("Re-test now: {drill}, due since {day}.").format(
            drill=_title(name), day=day_words(day)
        )
    return tr("Next re-test: {drill} on {day}, in {days} days.").format(
        drill=_title(name), day=day_words(day), days=day - progress.today
    )


def _row(name: str, found: DrillProgress | None, today: int) -> DrillRow:
    if found is None:
        return DrillRow(name, _title(name), tr("Not tried"), "", False, tr("Not tried yet"))
    due = found.retention.overdue(today)
    return DrillRow(name, _title(name), _state(found), _retest(found, due), due, _meaning(found))


def _title(name: str) -> str:
    return f"{name.upper().replace('D0', 'D')}  {tr(drill_of(name).title)}"


def _state(found: DrillProgress) -> str:
    if found.retention.mastered_on is not None:
        return tr("Mastered")
    if found.retention.lapsed:
        return tr("Lapsed at a re-test")
    return tr("{passes} of 3 passes").format(passes=min(3, found.mastery.passes))


def _retest(found: DrillProgress, due: bool) -> str:
    day = found.retention.next_due
    if day is None:
        done = found.retention.mastered_on is not None
        return tr("All three passed") if done else ""
    return tr("Due: {day}").format(day=day_words(day)) if due else day_words(day)


def _meaning(found: DrillProgress) -> str:
    if found.retention.lapsed:
        return tr("A re-test failed; mastery is earned anew by three passes in a row.")
    words = mastery_text(found.mastery)
    if found.retention.mastered_on is None:
        return words
    told = tr("On {day}; {passed} of {all} re-tests passed.").format(
        day=day_words(found.retention.mastered_on),
        passed=found.retention.passed,
        all=len(RETEST_DAYS),
    )
    return f"{words}. {told}"
