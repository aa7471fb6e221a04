"""Home: the next step and its reason, filters, drills with how far they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import card
from trainer.scoring.drills.outcome import Outcome
from trainer.scoring.drills.result import DrillResult
from trainer.session.cards import UnfinishedCard
from trainer.session.finished import Finished
from trainer.ui.card_delegate import COURSE_ROLE
from trainer.ui.home_lists import LibraryList
from trainer.ui.home_screen import HomeScreen
from trainer.ui.presenters.home import Filter, HomeShown, home_shown
from trainer.ui.presenters.when import when_text

LEFT = Qt.MouseButton.LeftButton
CARDS = (
    replace(card("hard"), levels=("T3",), sides=("right",), procedure="rhizotomy", difficulty=4),
    replace(card("easy"), levels=("T7",), sides=("left",), difficulty=1),
)


def done(scenario: str, day: int = 1, drill: str = "", *, passed: bool = True) -> Finished:
    result = None
    if drill:
        code = "pass" if passed else "angle"
        result = DrillResult(drill, Outcome(code, (("angle_mdeg", 1500), ("shots", 2))), True)
    created = f"2026-11-{day:02d}T08:00:00Z"
    return Finished(Path(f"{scenario}{day}"), scenario, "placement", created, f"p{day % 2}", day,
                    False, result)  # fmt: skip


def home(*finished: Finished) -> HomeShown:
    return home_shown(CARDS, (), (), finished)


def test_who_never_practised_is_offered_the_first_minute() -> None:
    found = home().next
    assert found is not None
    assert found.drill
    assert found.id == "d00"
    assert "not practised here yet" in found.reason


def test_after_a_drill_comes_the_easiest_case_that_is_not_done() -> None:
    found = home(done("drill-d01", 1, "d01")).next
    assert found is not None
    assert (found.drill, found.id) == (False, "easy")


def test_after_a_case_comes_a_drill_that_was_not_tried() -> None:
    found = home(done("drill-d01", 1, "d01"), done("easy", 2)).next
    assert found is not None
    assert (found.drill, found.id) == (True, "d02")


def test_a_drill_that_failed_comes_at_once_again() -> None:
    found = home(done("drill-d02", 1, "d02", passed=False)).next
    assert found is not None
    assert (found.drill, found.id) == (True, "d02")
    assert "did not pass" in found.reason


def test_progress_counts_cases_drills_and_days() -> None:
    shown = home(*(done("drill-d01", day, "d01") for day in (1, 2, 3)), done("easy", 3))
    assert shown.progress.startswith("1 of 2 cases done · 1 of 12 drills mastered")
    assert "4 attempts on 3 days" in shown.progress
    assert shown.drills[0].mastered
    assert shown.drills[1].state == "Not tried yet"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(level="T7"), ["easy"]),
        (Filter(side="right"), ["hard"]),
        (Filter(procedure="rhizotomy"), ["hard"]),
        (Filter(difficulty=1), ["easy"]),
        (Filter(done="done"), ["easy"]),
        (Filter(done="open", side="left"), []),
        (Filter(), ["hard", "easy"]),
    ],
)
def test_filters_let_through_what_they_say(wanted: Filter, left: list[str]) -> None:
    cards = home(done("easy")).cards
    assert [each.id for each in cards if wanted.lets_through(each)] == left


@pytest.fixture
def screen(dressed: QtBot) -> Iterator[HomeScreen]:
    holder = QWidget()
    dressed.addWidget(holder)
    holder.resize(1280, 640)
    made = HomeScreen(holder)
    made.resize(1280, 640)
    made.show_home(home())
    with dressed.waitExposed(holder):
        holder.show()
    yield made
    holder.close()


def test_a_filter_hides_cards_and_moves_the_choice(screen: HomeScreen) -> None:
    side = screen.filters.choices["side"]
    side.setCurrentIndex(side.findData("left"))
    side.activated.emit(side.currentIndex())
    assert screen.cards.item(0).isHidden()
    assert screen.cards.currentRow() == 1
    level = screen.filters.choices["level"]
    level.setCurrentIndex(level.findData("T1"))
    level.activated.emit(level.currentIndex())
    assert not screen.start_button.isEnabled()
    assert screen._none.isVisible()


def test_what_is_recommended_starts_by_one_click(screen: HomeScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.drill) as sent:
        qtbot.mouseClick(screen.buttons["start_next"], LEFT)
    assert sent.args == ["d00"]


def test_a_drill_starts_from_its_list_by_key(screen: HomeScreen, qtbot: QtBot) -> None:
    screen.drills.setFocus()
    qtbot.keyClick(screen.drills, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.drill) as sent:
        qtbot.keyClick(screen.drills, Qt.Key.Key_Return)
    assert sent.args == ["d02"]


def test_while_something_opens_nothing_else_can_be_started(screen: HomeScreen) -> None:
    screen.show_busy("Opening")
    assert not any(button.isEnabled() for button in screen.buttons.values())
    screen.show_busy("")
    assert all(button.isEnabled() for button in screen.buttons.values())


EAST = timezone(timedelta(hours=2))
NOW = datetime(2026, 11, 23, 0, 30, tzinfo=EAST)  # half past midnight there, still Sunday in UTC


@pytest.mark.parametrize(
    ("created", "said"),
    [
        ("2026-11-22T22:10:00Z", "today 00:10"),
        ("2026-11-22T21:50:00Z", "yesterday 23:50"),
        ("2026-11-18T08:00:00Z", "Wednesday 10:00"),
        ("2026-11-03T08:00:00Z", "Nov 3 10:00"),
        ("2025-11-03T08:00:00Z", "Nov 3 2025 10:00"),
        ("no time", "no time"),
    ],
)
def test_a_time_is_said_as_a_person_says_it_where_that_person_is(created: str, said: str) -> None:
    assert when_text(created, NOW) == said


def test_an_attempt_that_waits_counts_its_entries_in_good_grammar() -> None:
    cards = [UnfinishedCard(Path("a"), "Title", "2026-11-22T22:10:00Z", n) for n in (1, 2)]
    told = [each.text for each in home_shown(CARDS, tuple(cards), (), (), NOW).unfinished]
    assert told == [
        "Title: begun today 00:10, 1 entry in its log",
        "Title: begun today 00:10, 2 entries in its log",
    ]


def test_the_library_stands_in_courses_with_what_should_come_before() -> None:
    cards = tuple(card(name) for name in ("rf-t7-8", "own-case", "mbb-t6-7", "find-t7"))
    shown = home_shown(cards, (), (), [done("find-t7")]).cards
    assert [each.id for each in shown] == ["find-t7", "mbb-t6-7", "rf-t7-8", "own-case"]
    first, blocks, heat, own = (each.course for each in shown)
    assert first is not None
    assert first.heading == "1. First needles: 1 of 1 done"
    assert blocks is not None
    assert "Best after: First needles · D5" in blocks.text
    assert heat is not None
    assert own is None
    assert "Rhizotomies" in shown[2].spoken


def test_a_course_is_headed_where_its_first_card_is_shown(dressed: QtBot) -> None:
    rows = LibraryList()
    dressed.addWidget(rows)
    names = ("find-t7", "square-t5", "mbb-t6-7")
    rows.show_cards(home_shown(tuple(card(name) for name in names), (), ()).cards)
    assert [bool(rows.item(row).data(COURSE_ROLE)) for row in range(3)] == [True, False, True]
    high = rows.sizeHintForRow(0), rows.sizeHintForRow(1)
    assert high[0] > high[1] + 30
    rows.item(0).setHidden(True)
    rows.head_courses()
    assert rows.item(1).data(COURSE_ROLE) is not None
