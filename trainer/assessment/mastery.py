"""Mastery of a skill: three passes in a row, on two patients, on two days (DESIGN 10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS

PASSES, PATIENTS, DAYS = 3, 2, 2  # teaching.md 3 (V)


@dataclass(frozen=True, slots=True)
class Trial:
    """One finished drill. day : of the calendar, e.g. an ordinal; patient : its content hash.

    counts : unaided and not taken back. seed : of the task; the same one again proves nothing.
    """

    day: int
    patient: str
    seed: int
    passed: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Mastery:
    """How far a skill is. passes : in a row by now; patients, days : among them."""

    tried: int
    passes: int
    patients: int
    days: int
    mastered: bool


def mastery_of(trials: Sequence[Trial]) -> Mastery:
    """The state after trials in the order they were finished.

    A fail begins the row anew; what was once mastered stays so until a re-test says otherwise.
    Days never go back: a trial that a wrong clock dates earlier counts for the day before it.
    """
    row: list[Trial] = []
    mastered, today = False, 0
    seeds: set[int] = set()
    for trial in trials:
        today = max(today, trial.day)
        if not trial.counts or trial.seed in seeds:
            continue
        seeds.add(trial.seed)
        row = [*row, Trial(today, trial.patient, trial.seed, True, True)] if trial.passed else []
        mastered = mastered or _enough(row)
    return Mastery(len(trials), len(row), *_spread(row), mastered)


def _enough(row: Sequence[Trial]) -> bool:
    patients, days = _spread(row)
    return len(row) >= PASSES and patients >= PATIENTS and days >= DAYS


def _spread(row: Sequence[Trial]) -> tuple[int, int]:
    return len({one.patient for one in row}), len({one.day for one in row})


# Days after mastery at which it is tested again: a week, a month, three months (DESIGN 10).
RETEST_DAYS = (7, 30, 91)


@dataclass(frozen=True, slots=True)
class Retention:
    """What became of a mastered skill. mastered_on : day of it, None while it is not mastered.

    passed : re-tests passed of `RETEST_DAYS`. next_due : day of the next one, None where none is
    left or nothing is mastered. lapsed : a re-test failed since, and three passes must be had anew.
    """

    mastered_on: int | None
    passed: int
    next_due: int | None
    lapsed: bool
    caveat: ClassVar[str] = CAVEATS["mastery"]

    def overdue(self, today: int) -> bool:
        """Whether the next re-test's day has come."""
        return self.next_due is not None and today >= self.next_due


def retention_of(trials: Sequence[Trial]) -> Retention:
    """Mastery and its re-tests, of trials in the order they were finished.

    The first trial that counts on or after a re-test's day is the re-test, and one day holds one
    re-test. What fails it lapses: mastery is earned anew by three passes of trials after it.
    """
    now = Retention(None, 0, None, False)
    row: list[Trial] = []
    tested = 0
    for trial in _counted(trials):
        if now.mastered_on is None:
            row.append(trial)
            if mastery_of(row).mastered:
                now = Retention(trial.day, 0, trial.day + RETEST_DAYS[0], False)
        elif now.next_due is not None and trial.day >= now.next_due and trial.day > tested:
            tested = trial.day
            now = _retested(now, trial)
            row = []
    return now


def _retested(now: Retention, trial: Trial) -> Retention:
    if not trial.passed or now.mastered_on is None:
        return Retention(None, now.passed, None, True)
    passed = now.passed + 1
    later = [now.mastered_on + days for days in RETEST_DAYS[passed:]]
    # After a late re-test the next one still comes after it, not on the same day.
    due = max(later[0], trial.day + 1) if later else None
    return Retention(now.mastered_on, passed, due, False)


def _counted(trials: Sequence[Trial]) -> Iterator[Trial]:
    """Trials that count, each seed once, on days that never go back."""
    seeds: set[int] = set()
    today = 0
    for trial in trials:
        today = max(today, trial.day)
        if trial.counts and trial.seed not in seeds:
            seeds.add(trial.seed)
            yield replace(trial, day=today)
