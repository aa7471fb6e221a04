"""The way through the library as Home shows it: courses in order and what comes before. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from trainer.scenario.curriculum import Course
from trainer.scenario.tables import curriculum
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.presenters.texts import tr


@dataclass(frozen=True, slots=True)
class CourseLine:
    """One course: heading, what it is about, and what should come before ("" where nothing)."""

    id: str
    heading: str
    text: str


def course_lines(shown: Iterable[str], done: Set[str]) -> Mapping[str, CourseLine]:
    """Scenario id -> its course, of the scenarios that are shown; others stand in none."""
    here, lines = frozenset(shown), {}
    titles = {course.id: tr(course.title) for course in curriculum()}
    for number, course in enumerate(curriculum(), start=1):
        line = CourseLine(course.id, _heading(number, course, here, done), _about(course, titles))
        lines.update({name: line for name in course.scenarios if name in here})
    return lines


def in_order(ids: Iterable[str]) -> dict[str, int]:
    """Where each scenario stands: as the courses have it, then as it came."""
    places = {name: at for at, name in enumerate(_all())}
    return {name: places.get(name, len(places)) for name in ids}


def _all() -> tuple[str, ...]:
    return tuple(name for course in curriculum() for name in course.scenarios)


def _heading(number: int, course: Course, here: Set[str], done: Set[str]) -> str:
    mine = [name for name in course.scenarios if name in here]
    return tr("{number}. {title}: {done} of {all} done").format(
        number=number,
        title=tr(course.title),
        done=sum(name in done for name in mine),
        all=len(mine),
    )


def _about(course: Course, titles: Mapping[str, str]) -> str:
    before = [titles[name] for name in course.after]
    before += [f"{_short(name)} {tr(drill_of(name).title)}" for name in course.drills]
    about = tr(course.text)
    if not before:
        return about
    return about + "\n" + tr("Best after: {before}").format(before=" · ".join(before))


def _short(drill: str) -> str:
    return drill.upper().replace("D0", "D")
