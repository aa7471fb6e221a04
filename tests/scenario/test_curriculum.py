"""The courses of the library: every scenario has its place, and nothing waits for itself."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tools.make_library_reference import MOST_BYTES, PAGE, PICTURES, page, shipped
from trainer.scenario.curriculum import Course, Curriculum
from trainer.scenario.tables import DRILL_IDS, curriculum

MADE_BY = "run python -m tools.make_library_reference"


def course(name: str, *scenarios: str, after: tuple[str, ...] = ()) -> Course:
    return Course(id=name, title=name, text=name, after=after, scenarios=scenarios)


def test_every_shipped_scenario_stands_in_one_course() -> None:
    placed = [name for one in curriculum() for name in one.scenarios]
    assert sorted(placed) == sorted(shipped())


def test_home_lists_the_library_in_the_order_of_the_courses() -> None:
    placed = [name for one in curriculum() for name in one.scenarios]
    assert placed == list(shipped())


def test_a_course_asks_for_drills_that_exist() -> None:
    asked = [name for one in curriculum() for name in one.drills]
    assert set(asked) <= set(DRILL_IDS)


@pytest.mark.parametrize(
    ("courses", "why"),
    [
        ((course("aa", "one", after=("bb",)), course("bb", "two")), "does not stand above"),
        ((course("aa", "one", after=("aa",)),), "does not stand above"),
        ((course("aa", "one"), course("aa", "two")), "stands twice"),
        ((course("aa", "one"), course("bb", "two", "one")), "in two places: one"),
    ],
)
def test_courses_that_cannot_be_gone_through_are_refused(
    courses: tuple[Course, ...], why: str
) -> None:
    with pytest.raises(ValidationError, match=why):
        Curriculum(courses=courses)


def test_the_page_of_the_library_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), MADE_BY


def test_every_shipped_scenario_has_its_small_picture_and_no_other_is_there() -> None:
    sizes = {path.stem: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert set(sizes) == set(shipped()), MADE_BY
    assert max(sizes.values()) <= MOST_BYTES
