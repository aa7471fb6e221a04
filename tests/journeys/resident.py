"""A resident at the window: real clicks, drags, wheels and keys.

The eye is sharp (it reads where the tip and the target are), the hand is an ordinary one: every act
goes through a widget.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from trainer.attempt.header import Target
from trainer.attempt.state import State
from trainer.attempt.steel import notch_toward
from trainer.session.live_attempt import LiveAttempt
from trainer.ui.actions import BY_ID
from trainer.ui.main_window import MainWindow
from trainer.ui.suite_screen import SuiteScreen

PATIENCE_MS = 60_000
LEFT = Qt.MouseButton.LeftButton
LATERAL_MDEG = 90_000


class Resident:
    """What a person does at the program's window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    # The room --------------------------------------------------------------------------------

    @property
    def suite(self) -> SuiteScreen:
        assert self.window.suite is not None
        return self.window.suite

    @property
    def attempt(self) -> LiveAttempt:
        return self.suite._attempt

    @property
    def state(self) -> State:
        """How things stand after everything sent so far."""
        self.suite.hand.flush()
        return self.attempt.runner.settle().state

    @property
    def target(self) -> Target:
        return self.attempt.header.targets[0]

    def wait(self, ready: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(ready, timeout=PATIENCE_MS)

    def choose(self, title: str, *, by_key: bool) -> None:
        """Open a case from Home."""
        cards = self.window.home.cards
        self.wait(lambda: cards.count() > 0)
        row = next(n for n in range(cards.count()) if title in cards.item(n).text())
        if by_key:
            for _ in range(row):
                QTest.keyClick(cards, Qt.Key.Key_Down)
            QTest.keyClick(cards, Qt.Key.Key_Return)
        else:
            place = cards.visualItemRect(cards.item(row)).center()
            QTest.mouseClick(cards.viewport(), LEFT, pos=place)
            QTest.mouseClick(self.window.home.start_button, LEFT)
        self._wait_for_suite()

    def _wait_for_suite(self) -> None:
        """Nobody gives up on a bar that moves: patience begins anew with all that Home tells."""
        while self.window.suite is None:
            self._wait_for_news(self._told())
            assert not self.window.notice.sentence, self.window.notice.sentence

    def _wait_for_news(self, told: tuple[str, int]) -> None:
        self.wait(lambda: self.window.suite is not None or self._told() != told)

    def _told(self) -> tuple[str, int]:
        home = self.window.home
        return home._busy_text.text(), home._bar.value()

    # Keys ------------------------------------------------------------------------------------

    def key(self, action: str, times: int = 1) -> None:
        """Press an action's key on whatever has the focus, as often as said."""
        chord = QKeySequence(BY_ID[action].keys[0])[0]
        for _ in range(times):
            QTest.keyClick(self._focused(), chord.key(), chord.keyboardModifiers())

    def _focused(self) -> QWidget:
        return self.window.focusWidget() or self.window

    def look(self, by: Callable[[], None]) -> None:
        """Take one picture and wait until the monitor shows it."""
        before = self.state.exposures
        by()
        self.wait(lambda: self.shown == before + 1)

    @property
    def shown(self) -> int:
        picture = self.suite.live.picture
        return 0 if picture is None else picture.number

    # The mouse -------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        prefix = "button_" if name in BY_ID else ""
        button = self.suite.findChild(QPushButton, prefix + name)
        assert button is not None, name
        assert button.isEnabled(), name
        QTest.mouseClick(button, LEFT)

    def pick(self, combo: QComboBox, text: str) -> None:
        """Choose from a list with the mouse."""
        QTest.mouseClick(combo, LEFT)
        view = combo.view()
        self.wait(view.isVisible)
        self.qtbot.wait(QApplication.doubleClickInterval() + 50)  # a list takes no click sooner
        item = combo.model().index(combo.findText(text), 0)
        view.scrollTo(item)
        place = view.visualRect(item).center()
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        self.wait(lambda: combo.currentText() == text)

    def drag(self, widget: QWidget, start: QPoint, steps: list[QPoint]) -> None:
        """Press, move along, let go."""
        QTest.mousePress(widget, LEFT, pos=start)
        at = start
        for step in steps:
            at = at + step
            QTest.mouseMove(widget, at)
        QTest.mouseRelease(widget, LEFT, pos=at)

    # The eye ---------------------------------------------------------------------------------

    def entry_um(self) -> tuple[float, float]:
        """Table place where the beam to the target leaves the skin."""
        target = np.array(self.target.point_um) / 1000.0
        up = target - self._source_mm()
        up = up / np.linalg.norm(up)
        place = target
        for _ in range(30):
            skin = self.attempt.runner.world.skin_y_mm(float(place[0]), float(place[2]))
            assert skin is not None
            place = target + up * ((skin - target[1]) / up[1])
        return float(place[0] * 1000.0), float(place[2] * 1000.0)

    def _source_mm(self) -> np.ndarray:
        world, state = self.attempt.runner.world, self.state
        if world.views:
            return world.views[state.view].view.source_world_mm
        theta, phi = np.radians([state.oblique_mdeg / 1000.0, state.tilt_mdeg / 1000.0])
        d = np.array([np.sin(theta) * np.cos(phi), np.cos(theta) * np.cos(phi), np.sin(phi)])
        return np.array(state.isocentre_um) / 1000.0 - world.carm.sod_mm * d

    def aim_error_deg(self) -> tuple[float, float]:
        """How far the hub must go to the right and down in the held picture."""
        needle, held = self.state.needle, self.state.held
        assert needle is not None
        assert held is not None
        wanted = np.array(needle.tip_um, float) - np.array(self.target.point_um, float)
        wanted /= np.linalg.norm(wanted)
        hub = -np.array(needle.axis_e9) / 1e9
        miss = wanted - hub * (wanted @ hub)
        right, down = np.array(held.right_e9) / 1e9, np.array(held.down_e9) / 1e9
        return float(np.degrees(miss @ right)), float(np.degrees(miss @ down))

    def bevel_leads_away(self) -> bool:
        """Whether the bevel, opening at the notch, takes the tip away from the target."""
        needle = self.state.needle
        assert needle is not None
        way = np.array(self.target.point_um, float) - np.array(needle.tip_um, float)
        return bool(way @ notch_toward(needle) > 0.0)

    def left_to_go_mm(self) -> float:
        """How far the tip still has to go along its axis."""
        needle = self.state.needle
        assert needle is not None
        way = np.array(self.target.point_um, float) - np.array(needle.tip_um)
        return float(way @ np.array(needle.axis_e9)) / 1e9 / 1000.0

    def submit(self, *, by_key: bool, calls: bool = True) -> None:
        """Say that it is done, confirm, skip the own call where it is asked for."""
        if by_key:
            self.key("submit")
        else:
            self.click("submit")
        yes = self._answer_button()
        if by_key:
            yes.setFocus()
            QTest.keyClick(yes, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(yes, LEFT)
        self.wait(lambda: self.window.suite is None)
        if calls:
            self.skip_call(by_key=by_key)

    def skip_call(self, *, by_key: bool) -> None:
        """The reveal without an own call."""
        self.wait(lambda: self.window.own_call is not None)
        page = self.window.own_call
        assert page is not None
        if by_key:
            page.skip_button.setFocus()
            QTest.keyClick(page.skip_button, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(page.skip_button, LEFT)
        self.wait(lambda: self.window.debrief is not None)

    def _answer_button(self) -> QPushButton:
        self.wait(lambda: self.window.findChild(QPushButton, "answer_yes") is not None)
        button = self.window.findChild(QPushButton, "answer_yes")
        assert button is not None
        return button
