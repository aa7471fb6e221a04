"""How one person gets on: series of marks and measures, drills and their re-tests."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from trainer.assessment.lc_cusum import PRACTICE, LcCusum, LcPlan, lc_cusum
from trainer.assessment.learning_curve import (
    LearningCurve,
    MovingMedian,
    learning_curve,
    moving_median,
)
from trainer.assessment.mastery import Mastery, Retention, Trial, mastery_of, retention_of
from trainer.session.days import believed, local_day
from trainer.session.progress_facts import Facts


class Left(StrEnum):
    """Why an attempt enters no curve (DESIGN 10)."""

    AIDED = "aided"
    UNDONE = "undone"
    SAME_SEED = "same-seed"
    INCOMPLETE = "incomplete"


class SeriesId(StrEnum):
    """What is drawn over attempts: the mark, its parts, and what they cost in dose and time."""

    SCORE = "score"
    SAFETY = "safety"
    EFFECT = "effect"
    CRAFT = "craft"
    RADIATION = "radiation"
    DOSE = "dose"
    TIME = "time"


# Measures in the unit that people read: metric, its unit, how many of those make one shown.
MEASURES: Mapping[SeriesId, tuple[str, float]] = {
    SeriesId.DOSE: ("kerma_ngy", 1e6),  # nGy in a mGy
    SeriesId.TIME: ("time_ms", 60_000.0),  # ms in a minute
}
PER_POINT = 10.0  # thousandths in a mark of 100
MOST = 100.0  # of a mark


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts; "" lets all through."""

    scenario: str = ""
    procedure: str = ""
    level: str = ""

    def lets_through(self, one: Facts) -> bool:
        """Whether an attempt is meant."""
        return (
            self.scenario in ("", one.scenario_id)
            and self.procedure in ("", one.procedure)
            and self.level in ("", *one.levels)
        )


@dataclass(frozen=True, slots=True)
class Series:
    """One curve. attempts : those with a value, in order; values : theirs, in the unit shown."""

    id: SeriesId
    attempts: tuple[Facts, ...]
    values: tuple[float, ...]
    median: MovingMedian
    curve: LearningCurve | None


@dataclass(frozen=True, slots=True)
class DrillProgress:
    """One drill. last_day : ordinal of the last try."""

    id: str
    mastery: Mastery
    retention: Retention
    last_day: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything of one person. counted : whole tasks that enter curves, oldest first.

    left_out : how many do not, by reason. unread : sealed files that cannot be judged. today :
    ordinal of the calendar day, for re-tests.
    """

    counted: tuple[Facts, ...]
    left_out: Mapping[Left, int]
    drills: Mapping[str, DrillProgress]
    today: int
    unread: int = 0

    def chosen(self, wanted: Wanted) -> tuple[Facts, ...]:
        """The counted attempts that are wanted."""
        return tuple(one for one in self.counted if wanted.lets_through(one))


def progress_of(facts: Sequence[Facts], today: int, unread: int = 0) -> Progress:
    """Sort finished attempts, oldest first, into those that count and those that do not."""
    whole = [one for one in facts if not one.drill]
    left: dict[Left, int] = {}
    counted: list[Facts] = []
    seen: set[tuple[str, int]] = set()
    for one in whole:
        why = _left(one, seen)
        seen.add((one.scenario_id, one.seed))
        if why is None:
            counted.append(one)
        else:
            left[why] = left.get(why, 0) + 1
    return Progress(tuple(counted), left, _drills(facts, today), today, unread)


def _left(one: Facts, seen: set[tuple[str, int]]) -> Left | None:
    """Why it does not count, the weightiest reason first."""
    if one.undone:
        return Left.UNDONE
    if one.aided:
        return Left.AIDED
    if not one.complete:
        return Left.INCOMPLETE
    return Left.SAME_SEED if (one.scenario_id, one.seed) in seen else None


def series_of(counted: Iterable[Facts], name: SeriesId) -> Series:
    """One curve of these attempts; those that have no such number are not in it."""
    found = [(one, value) for one in counted if (value := _value(one, name)) is not None]
    values = tuple(value for _, value in found)
    return Series(
        name,
        tuple(one for one, _ in found),
        values,
        moving_median(values),
        _curve(values, math.inf if name in MEASURES else MOST),
    )


@lru_cache(maxsize=64)
def _curve(values: tuple[float, ...], most: float) -> LearningCurve | None:
    """Fitted once for the same numbers: a filter that is turned back must not wait for it again."""
    return learning_curve(values, 0.0, most)


def _value(one: Facts, name: SeriesId) -> float | None:
    if name is SeriesId.SCORE:
        return one.score / PER_POINT
    if not one.performed:
        return None  # who rightly did not begin has neither dose nor craft to compare
    if name in MEASURES:
        metric, of = MEASURES[name]
        value = one.measures.get(metric)
        return None if value is None else value / of
    mark = one.marks.get(name.value)
    return None if mark is None else mark / PER_POINT


def evidence_of(counted: Iterable[Facts], plan: LcPlan = PRACTICE) -> LcCusum:
    """LC-CUSUM of passed and failed attempts; practice only."""
    return lc_cusum([not one.passed for one in counted], plan)


def _drills(facts: Iterable[Facts], today: int) -> dict[str, DrillProgress]:
    drills = [one for one in facts if one.drill]
    days = believed((day_of(one) for one in drills), today)
    trials: dict[str, list[Trial]] = {}
    for one, day in zip(drills, days, strict=True):
        trials.setdefault(one.drill, []).append(_trial(one, day))
    return {
        name: DrillProgress(name, mastery_of(each), retention_of(each), max(t.day for t in each))
        for name, each in sorted(trials.items())
    }


def _trial(one: Facts, day: int) -> Trial:
    return Trial(day, one.patient_sha256, one.seed, one.passed, not (one.aided or one.undone))


def day_of(one: Facts) -> int:
    """Ordinal of the calendar day, here, that an attempt was begun on."""
    return local_day(one.created_utc)


def ordinal_of(utc: str) -> int:
    """Ordinal of the day, here, of an ISO 8601 time."""
    return local_day(utc)


def table_of(
    counted: Iterable[Facts],
) -> tuple[tuple[str, ...], list[tuple[str | int | None, ...]]]:
    """The attempts as a table of whole numbers, in the log's units; header and rows."""
    parts = ("safety", "effect", "craft", "radiation", "economy")
    measures = ("time_ms", "kerma_ngy", "kap_pgym2", "exposures")
    header = (
        "number", "created_utc", "scenario", "procedure", "levels", "passed", "critical_errors",
        "score_permille", *(f"{part}_permille" for part in parts), *measures,
    )  # fmt: skip
    rows: list[tuple[str | int | None, ...]] = [
        (
            number, one.created_utc, one.scenario_id, one.procedure, " ".join(one.levels),
            int(one.passed), one.critical, one.score,
            *(one.marks.get(part) for part in parts), *(one.measures.get(m) for m in measures),
        )
        for number, one in enumerate(counted, 1)
    ]  # fmt: skip
    return header, rows
