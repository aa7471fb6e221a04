"""The application: one window, our own mistakes said calmly."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.stand_ins import StandInPractice
from trainer.ui.application import run_app
from trainer.ui.main_window import MainWindow


def the_window() -> MainWindow:
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    return next(each for each in windows if each.isVisible())


def test_the_program_runs_until_its_window_is_closed(qtbot: QtBot) -> None:
    hook = sys.excepthook
    seen: list[int] = []

    def close_when_home_is_there() -> None:
        seen.append(the_window().home.cards.count())
        if seen[-1]:
            the_window().close()
        else:
            QTimer.singleShot(10, close_when_home_is_there)

    QTimer.singleShot(10, close_when_home_is_there)
    assert run_app(StandInPractice(), ["trainer"]) == 0
    assert seen[-1] == 2
    assert sys.excepthook is hook


def test_our_own_mistake_is_said_and_told_onward(qtbot: QtBot) -> None:
    told: list[BaseException] = []
    sentences: list[str] = []
    error = ValueError("secret detail")

    def fail() -> None:
        sys.excepthook(ValueError, error, None)
        sentences.append(the_window().notice.sentence)
        the_window().close()

    QTimer.singleShot(50, fail)
    run_app(StandInPractice(), ["trainer"], told.append)
    assert told == [error]
    assert "our mistake" in sentences[0]
    assert "secret" not in sentences[0]


def test_the_attempt_it_is_started_with_is_debriefed_once_home_stands(qtbot: QtBot) -> None:
    seen: list[int] = []

    def close_when_the_debrief_is_there() -> None:
        window = the_window()
        if window.debrief is None or not window.debrief.isVisible():
            QTimer.singleShot(10, close_when_the_debrief_is_there)
            return
        seen.append(window.home.cards.count())
        window.close()

    QTimer.singleShot(10, close_when_the_debrief_is_there)
    run_app(StandInPractice(), ["trainer"], opened=Path("own.attempt"))
    assert seen == [2]
