"""The end of a drill: the first minute's is shown from inside too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.test_anatomy import inside, kernels_and_their_threads
from trainer.assessment.mastery import mastery_of
from trainer.scoring.drills.outcome import Outcome
from trainer.scoring.drills.result import DrillResult
from trainer.session.debrief_room import InsideThen
from trainer.ui.drill_result_screen import DrillResultScreen
from trainer.ui.presenters.drill_result import DrillResultShown, drill_result_shown

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
PATH = Path("attempt")
__all__ = ["kernels_and_their_threads"]  # a fixture: the drawing pools are awake


def shown(name: str) -> DrillResultShown:
    result = DrillResult(name, Outcome("pass", (("off_um", 900), ("shots", 2))), True)
    return drill_result_shown(result, mastery_of(()), PATH)


def drawn(qtbot: QtBot, screen: DrillResultScreen) -> None:
    qtbot.waitUntil(lambda: screen.solid is not None and screen.solid.is_drawn, timeout=30_000)


def test_only_the_first_minute_is_shown_from_inside() -> None:
    assert shown("d00").reveal == PATH
    assert shown("d06").reveal is None


def test_the_inside_comes_beside_the_number_and_turns(qtbot: QtBot) -> None:
    screen = DrillResultScreen()
    qtbot.addWidget(screen)
    screen.resize(1280, 640)
    screen.show_result(shown("d00"))
    screen.show()
    assert screen.inside.isVisible()
    known = inside()
    screen.show_inside(InsideThen(known.scene, known.camera, 1, 0))
    try:
        assert screen.solid is not None
        drawn(qtbot, screen)
        parent = screen.labels["number"].parentWidget()
        assert parent is not None
        card = parent.geometry()
        assert not card.intersects(screen.inside.geometry())
        assert screen.rect().contains(card.united(screen.inside.geometry()))
        before = screen.solid.presenter.camera
        QTest.keyClick(screen.solid, Qt.Key.Key_Right)
        assert screen.solid.presenter.camera != before
        drawn(qtbot, screen)
    finally:
        screen.leave()


def test_why_there_is_no_inside_is_said(qtbot: QtBot) -> None:
    screen = DrillResultScreen()
    qtbot.addWidget(screen)
    screen.show_result(shown("d00"))
    screen.show_note("its patient has no inside")
    assert screen.inside_note.text() == "its patient has no inside"


def test_another_drill_keeps_the_middle(qtbot: QtBot) -> None:
    screen = DrillResultScreen()
    qtbot.addWidget(screen)
    screen.show_result(shown("d06"))
    assert not screen.inside.isVisibleTo(screen)
