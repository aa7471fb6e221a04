"""The window: Home, suite, score sheet, notices, help."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInPractice
from tests.ui.test_navigation import REFUSAL
from trainer.ui.actions import ACTIONS
from trainer.ui.key_list import KeyList
from trainer.ui.main_window import MainWindow
from trainer.ui.presenters.home import INTENDED_USE

KEY, MOD, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def practice() -> StandInPractice:
    return StandInPractice()


@pytest.fixture
def window(dressed: QtBot, practice: StandInPractice) -> Iterator[MainWindow]:
    made = MainWindow(practice)
    made.resize(1280, 640)
    with dressed.waitExposed(made):
        made.show()
    made.activateWindow()
    dressed.waitUntil(made.isActiveWindow)
    made.open()
    dressed.waitUntil(lambda: made.home.cards.count() == 2)
    yield made
    made.close()
    made.deleteLater()


def start(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window.home.cards, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.suite is not None)


def test_home_says_what_the_program_is_for(window: MainWindow) -> None:
    assert window.findChild(QWidget, "intended_use").text() == INTENDED_USE


def test_enter_on_a_card_opens_the_suite_with_the_keys_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    start(window, qtbot)
    qtbot.waitUntil(window.suite.hasFocus)
    assert window.suite.isVisible()


def test_progress_of_another_thread_is_shown_at_home_while_it_is_busy(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar = window.findChild(QProgressBar, "progress")
    words = window.findChild(QLabel, "busy")
    window.show_busy("Opening")
    assert (bar.minimum(), bar.maximum()) == (0, 0)  # how long it takes is not known yet
    worker = threading.Thread(target=window.show_progress, args=(0.4, "Bones"))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bar.value() == 40)
    assert "Bones" in words.text()
    window.show_busy("")
    window.show_progress(0.9, "Late")
    qtbot.wait(20)
    assert "Late" not in words.text()


def test_a_double_click_opens_too(window: MainWindow, qtbot: QtBot) -> None:
    cards = window.home.cards
    place = cards.visualItemRect(cards.item(1)).center()
    qtbot.mouseClick(cards.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(cards.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: window.suite is not None)


def test_an_unfinished_attempt_can_be_continued(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.home.resume_button, LEFT)
    qtbot.waitUntil(lambda: window.suite is not None)


def test_a_refusal_is_a_calm_line_and_home_stays(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    practice.refusal = REFUSAL
    qtbot.mouseClick(window.home.start_button, LEFT)
    qtbot.waitUntil(window.notice.isVisible)
    assert window.notice.sentence == str(REFUSAL)
    assert window.home.isVisible()
    assert window.home.start_button.isEnabled()


def test_going_home_by_key_leaves_the_attempt_unfinished(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    start(window, qtbot)
    qtbot.keyClick(window.suite, KEY.Key_H, MOD.ControlModifier)
    qtbot.waitUntil(lambda: window.suite is None)
    assert practice.opened[0].closed
    assert "Submit" not in practice.opened[0].runner.kinds()


def test_closing_the_window_drops_the_beam(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    start(window, qtbot)
    qtbot.keyPress(window.suite, KEY.Key_F)
    window.close()
    runner = practice.opened[0].runner
    assert runner.snapshot.state.beam_since_ms is None
    assert runner.sent[-1].reason == "closed"
    assert practice.opened[0].closed


def test_an_attempt_that_opens_while_the_window_closes_is_closed_too(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    qtbot.mouseClick(window.home.start_button, LEFT)
    window.close()
    assert [each.closed for each in practice.opened] == [True]


def test_a_notice_hides_neither_the_lamp_nor_the_live_monitor(
    window: MainWindow, qtbot: QtBot
) -> None:
    start(window, qtbot)
    window.show_notice("The attempt is not recorded: the disk is full. Free some space. " * 3)
    place = window.notice.geometry()
    assert window.notice.isVisible()
    for part in (window.suite.top, window.suite.live, window.suite.bottom):
        assert not part.geometry().intersects(place)


def test_help_drops_the_beam_and_lists_every_key(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    start(window, qtbot)
    qtbot.keyPress(window.suite, KEY.Key_F)
    qtbot.keyClick(window.suite, KEY.Key_F1)
    runner = practice.opened[0].runner
    assert runner.snapshot.state.beam_since_ms is None
    assert next(each.reason for each in runner.sent if hasattr(each, "reason")) == "dialog"
    help_page = window.findChild(KeyList)
    table = help_page.findChild(QTableWidget)
    listed = {table.item(row, 1).text() for row in range(table.rowCount()) if table.item(row, 1)}
    assert {action.tip for action in ACTIONS if action.keys} <= listed
    help_page.close()


def test_a_submitted_attempt_ends_on_its_debrief(
    window: MainWindow, practice: StandInPractice, qtbot: QtBot
) -> None:
    start(window, qtbot)
    window.suite.hand.submit()
    qtbot.waitUntil(lambda: window.debrief is not None and window.debrief.isVisible())
    assert window.debrief.text_of("headline").endswith("of 100")
    assert window.debrief.text_of("verdict") == "Not passed"
    assert window.debrief.text_of("note") == "Provisional, not for decisions."
    qtbot.mouseClick(window.debrief.buttons["again"], LEFT)
    qtbot.waitUntil(lambda: window.suite is not None)
    assert window.debrief is None


def test_the_menu_of_the_suite_has_every_action_of_it(window: MainWindow, qtbot: QtBot) -> None:
    start(window, qtbot)
    groups = [action.menu() for action in window.suite.top.menu_button.menu().actions()]
    names = {each.objectName() for group in groups for each in group.actions()}
    assert names == {f"action_{name}" for name in window.suite.acts} | {
        *("action_help", "action_keys", "action_full_screen", "action_quit", "action_home"),
    }
