"""A monitor in a window of its own: the same room, the same dead-man switches."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInAttempt
from tests.ui.test_suite_screen import beam_on, opened
from trainer.ui.detached import MonitorWindow
from trainer.ui.suite_screen import SuiteScreen

F = Qt.Key.Key_F


@pytest.fixture
def suite(dressed: QtBot, attempt: StandInAttempt) -> Iterator[SuiteScreen]:
    yield from opened(dressed, attempt)


def apart(suite: SuiteScreen, qtbot: QtBot, name: str = "live") -> MonitorWindow:
    suite.acts[f"detach_{name}"]()
    (window,) = suite.apart.windows
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize("name", ["live", "reference"])
def test_a_monitor_goes_and_its_window_closed_brings_it_back_to_its_place(
    suite: SuiteScreen, qtbot: QtBot, name: str
) -> None:
    view: QWidget = getattr(suite, name)
    stood = view.geometry()
    window = apart(suite, qtbot, name)
    assert view.parent() is window
    assert view.width() == view.height() == min(window.width(), window.height())
    assert suite.apart.places[name].geometry() == stood
    window.close()
    assert (view.parent(), view.geometry(), view.isVisible()) == (suite, stood, True)
    assert not suite.apart.places[name].isVisible()


def test_the_rooms_keys_work_in_the_window(suite: SuiteScreen, qtbot: QtBot) -> None:
    window = apart(suite, qtbot)
    qtbot.keyPress(window, F)
    assert beam_on(suite)
    qtbot.keyRelease(window, F)
    assert not beam_on(suite)


def test_the_beam_drops_when_the_window_with_the_keyboard_loses_it(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    window = apart(suite, qtbot)
    qtbot.keyPress(window, F)
    suite.activateWindow()
    qtbot.waitUntil(lambda: not beam_on(suite))


def test_the_beam_drops_when_a_monitor_goes_apart_and_when_it_comes_back(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    qtbot.keyPress(suite, F)
    window = apart(suite, qtbot)
    assert not beam_on(suite)
    qtbot.keyPress(window, F)
    qtbot.mouseClick(suite.apart.places["live"].back, Qt.MouseButton.LeftButton)
    assert not beam_on(suite)


def test_a_picture_taken_meanwhile_is_on_the_monitor_apart(
    suite: SuiteScreen, qtbot: QtBot
) -> None:
    window = apart(suite, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: suite.live.picture is not None)
    assert suite.live.picture.number == 1


def test_leaving_the_suite_leaves_no_window(suite: SuiteScreen, qtbot: QtBot) -> None:
    window = apart(suite, qtbot)
    suite.leave()
    assert not window.isVisible()
    assert suite.apart.windows == ()
