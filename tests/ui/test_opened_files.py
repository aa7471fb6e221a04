"""Files that the desktop hands to the running program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from trainer.ui.opened_files import OpenedFiles


def test_an_attempt_is_told_and_another_file_left_to_others(qtbot: QtBot) -> None:
    told: list[Path] = []
    listener = QObject()
    listener.installEventFilter(OpenedFiles(told.append, listener))
    for name in ("/made/up/own.attempt", "/made/up/report.pdf"):
        QApplication.sendEvent(listener, QFileOpenEvent(name))
    assert told == [Path("/made/up/own.attempt")]
