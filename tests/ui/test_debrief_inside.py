"""The debrief's 3D truth, beside what was seen; and what leaves the debrief by its buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.scoring.attempts import log_of, reckless
from tests.ui.rooms import Rooms
from tests.ui.stand_ins import StandInRoom
from tests.ui.test_anatomy import inside, kernels_and_their_threads
from trainer.session.debrief_room import InsideThen
from trainer.ui.debrief_screen import DebriefScreen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LEFT = Qt.MouseButton.LeftButton
__all__ = ["kernels_and_their_threads"]  # a fixture: the drawing pools are awake


def turned_by_key(view: QWidget) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)


def turned_by_mouse(view: QWidget) -> None:
    middle = view.rect().center()
    QTest.mousePress(view, LEFT, pos=middle)
    QTest.mouseMove(view, middle + QPoint(40, 0))
    QTest.mouseRelease(view, LEFT, pos=middle + QPoint(40, 0))


@pytest.mark.parametrize("turn", [turned_by_key, turned_by_mouse])
def test_the_inside_stands_beside_seen_and_true_and_is_turned(
    dressed: QtBot, turn: Callable[[QWidget], None]
) -> None:
    screen: Any = DebriefScreen(StandInRoom(log=log_of(reckless())))
    dressed.addWidget(screen)
    screen.resize(1280, 640)
    screen.show()
    dressed.waitUntil(lambda: screen.is_drawn)
    try:
        QTest.mouseClick(screen._panes.inside_tab, LEFT)
        assert screen.presenter.inside_first
        known = inside()
        screen.show_inside(InsideThen(known.scene, known.camera, 1, 0), "")
        dressed.waitUntil(lambda: screen.solid.is_drawn, timeout=30_000)
        assert all(pane.isVisible() for pane in (screen.seen, screen.truth, screen.solid))
        before = screen.solid.presenter.camera
        turn(screen.solid)
        assert screen.solid.presenter.camera != before
        dressed.waitUntil(lambda: screen.solid.is_drawn, timeout=30_000)
        QTest.mouseClick(screen._panes.expert_tab, LEFT)
        assert (screen.expert.isVisible(), screen.solid.isVisible()) == (True, False)
    finally:
        screen.leave()


def test_report_and_tables_are_written_where_the_dialog_says(
    dressed: QtBot, tmp_path: Path
) -> None:
    with Rooms(dressed) as rooms:
        window = rooms.window
        window.navigation.start("flat")
        dressed.waitUntil(lambda: window.suite is not None)
        window.navigation.finish()
        dressed.waitUntil(lambda: window.debrief is not None and window.debrief.is_drawn)
        for name in ("report.pdf", "tables.csv"):
            QTest.mouseClick(window.debrief.buttons["report"], LEFT)
            dialog = rooms.dialog(QFileDialog)
            dialog.fileSelected.emit(str(tmp_path / name))
            dialog.close()
            dressed.waitUntil(lambda: not window.jobs.busy)
        practice = window.navigation._practice
        assert [out for _, out in practice.reports] == [tmp_path / "report.pdf"]
        assert [out for _, out in practice.exports] == [tmp_path / "tables"]
