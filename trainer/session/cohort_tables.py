"""Tables of marks that statistics are computed from: who at which station, nobody half in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.assessment.dif import Answer
from trainer.session.cohort import PRACTICE, Cohort, Sat
from trainer.session.progress import SeriesId, series_of

LEVELS = 4  # bands of the rest of a person's marks in DIF, a quarter of the scale each [X]
LEAST_SHARE = 0.5  # [X] of practice: a case counts as an item where half of the people did it
MOST = 1000  # thousandths


@dataclass(frozen=True, slots=True)
class Marks:
    """Crossed: every person at every item. rows : a person each, marks of 100.

    left_out : people without a mark at every item.
    """

    people: tuple[str, ...]
    items: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]
    left_out: int

    @property
    def means(self) -> Mapping[str, float]:
        """Mean mark of each person."""
        return {name: sum(row) / len(row) for name, row in zip(self.people, self.rows, strict=True)}


def marks_of(cohort: Cohort, source: str) -> Marks:
    """The table of an exam and its form; of practice, each person's first time at each case."""
    found: dict[str, dict[str, float]] = {}
    for one in _whole(cohort, source):
        found.setdefault(one.person, {}).setdefault(one.station, one.facts.score / 10.0)
    counts = Counter(name for row in found.values() for name in row)
    least = max(2, LEAST_SHARE * len(found)) if source == PRACTICE else 1
    items = tuple(sorted(name for name, count in counts.items() if count >= least))
    people = tuple(
        name for name in sorted(found) if items and all(item in found[name] for item in items)
    )
    rows = tuple(tuple(found[name][item] for item in items) for name in people)
    return Marks(people, items, rows, len(found) - len(people))


def _whole(cohort: Cohort, source: str) -> tuple[Sat, ...]:
    """Whole tasks of a source that count."""
    counted = {id(one) for name in cohort.people for one in cohort.of(name).counted}
    return tuple(
        one
        for one in cohort.sat
        if one.source == source
        and not one.facts.drill
        and (source != PRACTICE or id(one.facts) in counted)
    )


def values_of(cohort: Cohort, group: str, measure: SeriesId) -> Mapping[str, float]:
    """Each person of a group with the median of their counted attempts' last values."""
    found = {}
    for name in cohort.people:
        if cohort.note(name).group == group:
            median = series_of(cohort.of(name).counted, measure).median.values
            if median:
                found[name] = median[-1]
    return found


def answers_by_case(cohort: Cohort, kinds: Mapping[int, str]) -> Mapping[str, tuple[Answer, ...]]:
    """For DIF. kinds : "reference" or "focal" by index into `cohort.sat`; others are left out.

    The level is the band of the mean of the same person's other marks in the table.
    """
    sat = [(at, cohort.sat[at]) for at in sorted(kinds)]
    marks: dict[str, list[int]] = {}
    for _, one in sat:
        marks.setdefault(one.person, []).append(one.facts.score)
    found: dict[str, list[Answer]] = {}
    for at, one in sat:
        total, count = sum(marks[one.person]), len(marks[one.person])
        if count > 1:
            rest = (total - one.facts.score) // (count - 1)
            level = min(LEVELS - 1, rest * LEVELS // MOST)
            answer = Answer(level, kinds[at] == "focal", one.facts.passed)
            found.setdefault(one.facts.scenario_id, []).append(answer)
    return {name: tuple(each) for name, each in sorted(found.items())}


def kinds_by(cohort: Cohort, what: str) -> tuple[Mapping[int, str], tuple[str, str]]:
    """Two largest groups "by" device (exams) or language, and their names, the larger first.

    Names are "" where there is no second group.
    """
    named = {at: name for at, one in enumerate(cohort.sat) if (name := _kind(cohort, one, what))}
    order = [name for name, _ in Counter(named.values()).most_common(2)]
    first, second = (*order, "", "")[:2]
    roles = {first: "reference", second: "focal"}
    kinds = {at: roles[name] for at, name in named.items() if second and name in roles}
    return kinds, (first, second)


def _kind(cohort: Cohort, one: Sat, what: str) -> str:
    if one.facts.drill:
        return ""
    return one.device if what == "device" else cohort.note(one.person).language
