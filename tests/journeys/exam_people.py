"""The people of an examination at the window: clicks and keys on what they see."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QPushButton, QWidget

from trainer.ui.exam.screen import ExamScreen
from trainer.ui.main_window import MainWindow

PATIENCE_S = 60.0
LEFT = Qt.MouseButton.LeftButton


class ExamPeople:
    """Whoever sits at the workstation. pins : what was told once and written down."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.pins: dict[str, str] = {}

    # What they see -------------------------------------------------------------------------------

    @property
    def exam(self) -> ExamScreen:
        found = self.window.places["exam"].screen
        assert isinstance(found, ExamScreen)
        return found

    @property
    def suite(self) -> Any:
        return self.window.places["exam_station"].screen

    def wait(self, ready: Callable[[], object]) -> None:
        """Until it is so; what the program says instead is told."""
        began_s = time.monotonic()
        while not ready():
            QApplication.processEvents()
            time.sleep(0.005)
            why = (
                self.exam.desk.why.text()
                if self.window.places["exam"].screen and self.exam.desk
                else ""
            )
            assert time.monotonic() - began_s < PATIENCE_S, f"{self.window.notice.sentence} {why}"

    def dialog(self, name: str) -> Any:
        found = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return next(one for one in found if one.objectName() == name)

    # What they do --------------------------------------------------------------------------------

    def click(self, parent: QWidget, name: str) -> None:
        button = parent.findChild(QPushButton, name)
        assert button is not None, name
        QTest.mouseClick(button, LEFT)
        QApplication.processEvents()

    def type(self, field: QWidget, text: str) -> None:
        field.setFocus()
        if isinstance(field, QComboBox):
            field.setCurrentText(text)
            return
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)

    def go_to_exams(self) -> None:
        self.wait(lambda: self.window.home.cards.count() > 0)
        self.click(self.window.home, "button_exam")
        self.wait(lambda: self.window.at == "exam")

    def open_exam(self, file: str, by: str, passphrase: str = "") -> None:
        front = self.exam.front
        self.type(front.fields["file"], file)
        if passphrase:
            self.type(front.fields["passphrase"], passphrase)
        self.type(front.fields["by"], by)
        self.click(front, "exam_open")
        self.wait(lambda: self.exam.wall is not None)
        self.write_down(by)

    def enter_exam(self, by: str) -> None:
        """Go on with the newest session; who acts signs on."""
        self.click(self.exam.front, "exam_enter")
        self.wait(lambda: self.exam.wall is not None)
        self.show_pin(by)

    def write_down(self, who: str) -> None:
        told = self.dialog("told")
        self.pins[who] = told.text.text()
        self.click(told, "told_close")

    def show_pin(self, who: str, **more: str) -> None:
        dialog = self.dialog("pin")
        self.type(dialog.fields["name"], who)
        self.type(dialog.fields["pin"], self.pins[who])
        for name, text in more.items():
            self.type(dialog.fields[name], text)
        self.click(dialog, "ask_yes")

    def act(self, name: str, **said: str) -> None:
        """An act of the wall."""
        wall = self.exam.wall
        assert wall is not None
        self.click(wall, f"exam_{name}")
        if said:
            dialog = self.dialog("ask")
            for field, text in said.items():
                self.type(dialog.fields[field], text)
            self.click(dialog, "ask_yes")
        self.wait(lambda: not self.exam._busy)

    def hand_over(self) -> None:
        assert self.exam.wall is not None
        self.click(self.exam.wall, "exam_hand_over")
        assert self.exam.is_locked

    def sit_down(self, candidate: str, staff: str) -> None:
        """Sign in, check picture and sound; the invigilator lets them begin."""
        desk = self.exam.desk
        assert desk is not None
        self.type(desk.name, candidate)
        self.type(desk.pin, self.pins[candidate])
        QTest.keyClick(desk.pin, Qt.Key.Key_Return)
        QTest.keyClick(desk.checks.seen, Qt.Key.Key_Space)
        QTest.keyClick(desk.checks.heard, Qt.Key.Key_Space)
        self.click(desk, "exam_start")
        self.show_pin(staff)
        self.wait(lambda: not self.exam._busy)

    def begin_station(self) -> None:
        assert self.exam.desk is not None
        self.click(self.exam.desk, "exam_begin")
        self.wait(lambda: self.suite is not None)

    def expose(self) -> None:
        """A picture, by key."""
        taken = self.suite.exposures
        QTest.keyClick(self.suite, Qt.Key.Key_S)
        self.wait(lambda: self.suite.exposures > taken)

    def submit(self) -> None:
        QTest.keyClick(self.suite, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.click(self.dialog("question"), "answer_yes")
        self.wait(lambda: self.suite is None)
