"""The same physician with one input only: the mouse, or the keyboard. A witness counts the other.

Keys go to whatever has the focus, and only Tab, Enter, Esc and the keys of the table move it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QMenu, QPushButton, QWidget

from tests.journeys.physician import Physician
from tests.journeys.resident import LEFT
from trainer.ui.actions import BY_ID
from trainer.ui.choice import Choice
from trainer.ui.presenters.suite_acts import DRAG_MDEG

KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel)
MOST_TABS = 200
REACH_PX = (60, 200)  # how far from its middle one drags a drawing: further is finer
STEP_DEG = 50.0


class Witness(QObject):
    """Counts events of the input that nobody uses."""

    def __init__(self, unused: tuple[QEvent.Type, ...]) -> None:
        super().__init__()
        self._unused, self.seen = unused, 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in self._unused and isinstance(watched, QWidget):
            self.seen += 1
        return False


class MousePhysician(Physician):
    """Clicks, drags and rolls; types nothing."""

    unused = KEYS

    def key(self, action: str, times: int = 1) -> None:
        """What others do with a key is a button."""
        self.press(*[action] * times)

    def turn(self, oblique: str = "", tilt: str = "") -> None:
        """Drag the drawn receptors; the order as the table and the patient allow it."""
        ways = [("side", tilt), ("end", oblique)]
        for which, text in reversed(ways) if oblique == "0" else ways:
            if text:
                self._turn_to(which, _degrees(text))
        self.spot()

    def _turn_to(self, which: str, wanted_deg: float) -> None:
        for _ in range(12):
            state = self.state
            now_mdeg = state.oblique_mdeg if which == "end" else state.tilt_mdeg
            more_deg = wanted_deg - now_mdeg / 1000.0
            if abs(more_deg) < 0.25:
                return
            self._drag_receptor(which, max(-STEP_DEG, min(STEP_DEG, more_deg)))
        raise AssertionError(f"the C-arm does not come to {wanted_deg}")

    def _drag_receptor(self, which: str, by_deg: float) -> None:
        drawing = self.suite.carm.drawing
        centre = drawing._centre(which)
        start = (centre + QPointF(0.0, -20.0)).toPoint()
        wanted = _angle(centre, start) + by_deg
        end = min(_around(centre), key=lambda at: abs(_apart(_angle(centre, at), wanted)))
        QTest.mousePress(drawing, LEFT, pos=start)
        QTest.mouseMove(drawing, end)
        QTest.mouseRelease(drawing, LEFT, pos=end)

    @contextmanager
    def gripped(self) -> Iterator[None]:
        """The hub is held by the button that holds it."""
        self.press("grip_lock")
        yield
        self.press("grip_lock")

    @contextmanager
    def beam(self) -> Iterator[None]:
        """One hand, one button: the pedal is latched."""
        self.press("latch")
        self.wait(lambda: self.suite.top.lamp.lit)
        yield
        if self.state.beam_since_ms is not None:
            self.press("latch")
        self.wait(lambda: not self.suite.top.lamp.lit)

    def aim(self) -> None:
        """Drag the gripped hub over the live monitor."""
        live = self.suite.live
        for _ in range(8):
            right, down = self.aim_error_deg()
            if max(abs(right), abs(down)) < 0.15:
                return
            pixels = [round(each * 1000.0 / DRAG_MDEG) for each in (right, down)]
            self.drag(live, live.rect().center(), [QPoint(*pixels)])


class KeyboardPhysician(Physician):
    """Keys of the table, Tab to everything else; touches no mouse."""

    unused = MOUSE

    def press(self, *names: str) -> None:
        for name in names:
            if name in BY_ID and BY_ID[name].keys:
                self.key(name)
            elif name.endswith("_close"):
                self._escape()
            else:
                QTest.keyClick(self._reach(name), Qt.Key.Key_Space)

    def _escape(self) -> None:
        """Esc: back in the room, whatever had the keyboard."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Escape)
        assert self.window.focusWidget() is self.suite

    def _reach(self, name: str) -> QWidget:
        """Tab until the control of this name has the focus."""
        for _ in range(MOST_TABS):
            found = self._focused()
            if found.objectName() == name:
                assert found.isEnabled() and found.isVisible(), name
                return found
            QTest.keyClick(found, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name}")

    def act(self, name: str, detail: str = "") -> None:
        button = self._reach(f"act_{name}")
        assert isinstance(button, QPushButton)
        menu = button.menu()
        QTest.keyClick(button, Qt.Key.Key_Space)
        if isinstance(menu, QMenu):
            self.wait(menu.isVisible)
            texts = [one.text() for one in menu.actions()]
            row = texts.index(detail) if detail else 0
            for _ in range(row + (menu.activeAction() is None)):
                QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
            self.wait(menu.isHidden)

    def pick(self, combo: QComboBox, text: str) -> None:
        """Arrow keys on a list that has the focus, then Esc."""
        self._reach(combo.objectName())
        for _ in range(2 * combo.count()):
            if combo.currentText() == text:
                self._escape()
                return
            down = combo.findText(text) > combo.currentIndex()
            QTest.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
            self.attempt.runner.settle()
            self.qtbot.wait(1)  # what came of it is shown before one looks again
        raise AssertionError(f"{combo.objectName()}: {text} cannot be chosen")

    def take_from(self, choice: Choice, value: object) -> None:
        self.pick(choice, choice.itemText(choice.findData(value)))

    def type_angle(self, edit: QLineEdit, text: str) -> None:
        self._reach(edit.objectName())
        QTest.keyClicks(edit, text)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    def keep_as(self, role: str) -> None:
        self.key(f"save_{role}")

    @contextmanager
    def beam(self) -> Iterator[None]:
        self._escape()
        QTest.keyPress(self._focused(), Qt.Key.Key_F)
        yield
        QTest.keyRelease(self._focused(), Qt.Key.Key_F)

    @contextmanager
    def gripped(self) -> Iterator[None]:
        self._escape()
        QTest.keyPress(self._focused(), Qt.Key.Key_Space)
        yield
        QTest.keyRelease(self._focused(), Qt.Key.Key_Space)

    def roll_wheel(self, detents: int) -> None:
        self.key("advance" if detents > 0 else "withdraw", abs(detents))

    def _lay_pointer(self) -> None:
        x_um, z_um = self.entry_um()
        at_um = self.state.pointer_um or self.state.isocentre_um
        for away_um, ways in (
            (at_um[0] - x_um, ("pointer_right", "pointer_left")),
            (z_um - at_um[2], ("pointer_head", "pointer_feet")),
        ):
            steps, way = round(abs(away_um) / 1000.0), ways[away_um < 0]
            self.key(f"{way}_10", steps // 10)
            self.key(way, steps % 10)
        pointer = self.state.pointer_um
        assert pointer is not None
        assert abs(pointer[0] - x_um) + abs(pointer[2] - z_um) < 2_000

    def submit(self, *, by_key: bool, calls: bool = True) -> None:
        """Ctrl+Enter, and Enter again where it asks."""
        self.key("submit")
        self._answer_button()
        (question,) = (each for each in self.window.findChildren(QDialog) if each.isVisible())
        focused = question.focusWidget() or question
        QTest.keyClick(focused, Qt.Key.Key_Return)
        self.wait(lambda: self.window.own_call is not None)
        page = self.window.own_call
        assert page is not None
        QTest.keyClick(self._reach(page.skip_button.objectName()), Qt.Key.Key_Space)
        self.wait(lambda: self.window.debrief is not None)

    def _skip(self, button: QWidget) -> None:
        QTest.keyClick(self._reach(button.objectName()), Qt.Key.Key_Space)


def _degrees(text: str) -> float:
    """Degrees of "L 90", "caud 31" or "0"."""
    number = float(text.rsplit(maxsplit=1)[-1])
    return -number if text.startswith("caud") else number


def _angle(centre: QPointF, at: QPoint) -> float:
    return math.degrees(math.atan2(centre.y() - at.y(), at.x() - centre.x()))


def _apart(first_deg: float, second_deg: float) -> float:
    return (first_deg - second_deg + 180.0) % 360.0 - 180.0


def _around(centre: QPointF) -> Iterator[QPoint]:
    for reach in range(*REACH_PX, 20):
        for right in range(-reach, reach + 1, 2):
            for down in (-reach, reach):
                yield QPoint(round(centre.x()) + right, round(centre.y()) + down)
                yield QPoint(round(centre.x()) + down, round(centre.y()) + right)
