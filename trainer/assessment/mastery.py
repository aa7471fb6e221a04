"""Mastery of a skill: three passes in a row, on two patients, on two days (DESIGN 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
