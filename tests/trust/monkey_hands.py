"""A pair of hands that press keys, click, drag and turn the wheel by chance.

Keys go to what has the focus of what is in front (pop-up, dialog, window), the mouse to what lies
under it there; what was pressed keeps the mouse until it is lifted.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from tests.trust.monkey_report import Report
from trainer.ui.actions import ACTIONS, Where
from trainer.ui.main_window import MainWindow

NO_BUTTON = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
TRIES = 24  # of parts that may be hidden, before any place will do
FRESH = 80  # clicks after which the list of what can be operated is made anew
LEAVES = ("quit",)  # what would end the program ends the test
NOT_PRESSED = ("full_screen", *LEAVES)
_LEFT, _RIGHT, _MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
BUTTONS = (*[_LEFT] * 6, _RIGHT, _MIDDLE)
PLAIN_KEYS = tuple(
    getattr(Qt.Key, f"Key_{name}")
    for name in ("Tab", "Backtab", "Return", "Escape", "Space", "Up", "Down", "Left", "Right", "F")
) + tuple(Qt.Key(ord(sign)) for sign in "ABCDEGHIJKLMNPQRSTUVXYZ0123456789")
HELD_KEYS = (Qt.Key.Key_F, Qt.Key.Key_Space)
STEERS = ("Key_PageDown", "Key_PageDown", "Key_PageUp", "Key_I", "Key_J", "Key_K", "Key_L", "Key_Q")
STEERING = tuple(getattr(Qt.Key, name) for name in STEERS)
CHORDS = tuple(
    QKeySequence(key)[0]  # type: ignore[index]  # PySide's stubs lack __getitem__
    for action in ACTIONS
    if action.id not in NOT_PRESSED
    for key in action.keys
)
PARTING = tuple(  # who always leaves sees little
    QKeySequence(key)[0]  # type: ignore[index]
    for action in ACTIONS
    if action.id in ("home", "submit", "back_step", "first_minute", "studio", "progress")
    for key in action.keys
)
STAYS = 0.93  # how often one of these is not pressed after all
BOLD = frozenset(  # the acts of a case are met more often than by chance
    f"button_{action.id}"
    for action in ACTIONS
    if action.where is Where.SUITE and action.id != "submit"
)


class Hands:
    """What two hands can do at a window; they know what they hold down."""

    def __init__(
        self, chance: random.Random, report: Report, window: Callable[[], MainWindow]
    ) -> None:
        """Window : the one there is now; it is opened anew where it went away."""
        self._chance, self._report, self._window = chance, report, window
        self.keys: list[Qt.Key] = []
        self._pressed: tuple[QWidget, Qt.MouseButton, QPoint] | None = None
        self._kept: set[QWidget] = set()
        self._parts: tuple[QWidget | None, int, list[QWidget]] = (None, 0, [])
        self._acts: Sequence[tuple[int, Callable[[], None]]] = (
            (26, self.chord), (12, self.key), (6, self.hold), (6, self.release),
            (16, self.click), (8, self.drag), (4, self.press), (8, self.move), (8, self.wheel),
            (4, self.steer),
        )  # fmt: skip

    def choices(self, count: int) -> Sequence[Callable[[], None]]:
        """So many acts, each as often as hands do it."""
        acts, weights = [act for _, act in self._acts], [weight for weight, _ in self._acts]
        return self._chance.choices(acts, weights, k=count)

    def do(self, act: Callable[[], None]) -> None:
        """Act, unless PySide only has the wrapper of a widget that Qt has just deleted.

        What a widget raises comes out of QTest's call, not of the loop's hook.
        """
        try:
            act()
        except Exception as error:
            if isinstance(error, RuntimeError) and "already deleted" in str(error):
                self._report.missed += 1
            else:
                self._report.problem(f"{type(error).__name__}: {error}")

    def _front(self) -> QWidget:
        """What would be given input: pop-up, dialog, or window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if front is not None:
            self._kept.add(front)  # else PySide forgets its children with it
        return front or self._window()

    def _keyboard(self) -> QWidget:
        """What has the keyboard in front."""
        front = self._front()
        found = front.focusWidget() or front
        return found if shiboken6.isValid(found) else self._window()

    def tap(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        """Down and up: what the press closes does not get the release."""
        self._key_down(key, modifiers)
        self._key_up(key, modifiers)

    def _key_down(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self._report.events += 1
        QTest.keyPress(self._keyboard(), key, modifiers)

    def _key_up(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self._report.events += 1
        QTest.keyRelease(self._keyboard(), key, modifiers)

    def _operable(self, front: QWidget) -> QWidget | None:
        """A button or list that is shown; they are listed anew every few clicks only."""
        where, left, parts = self._parts
        if where is not front or left == 0:
            kinds: tuple[type[QWidget], ...] = (QAbstractButton, QComboBox)
            parts = [part for kind in kinds for part in front.findChildren(kind)]
            left = FRESH
        self._parts = (front, left - 1, parts)
        bold = self._window().suite is not None and self._chance.random() < 0.5
        for _ in range(TRIES if parts else 0):
            part = self._chance.choice(parts)
            if not shiboken6.isValid(part) or (bold and part.objectName() not in BOLD):
                continue
            if part.isVisible():
                return part
        return None

    def _under(self) -> tuple[QWidget, QPoint]:
        """Mostly something that can be operated, sometimes any place; and the point of it."""
        front = self._front()
        part = self._operable(front) if self._chance.random() < 0.7 else None
        if part is not None:
            at = part.mapTo(front, part.rect().center())
        else:
            width, height = max(1, front.width()), max(1, front.height())
            at = QPoint(self._chance.randrange(width), self._chance.randrange(height))
        under = front.childAt(at) or front
        return under, under.mapFrom(front, at)

    def chord(self) -> None:
        """One of the program's keys."""
        chord = self._chance.choice(CHORDS)
        while chord in PARTING and self._chance.random() < STAYS:
            chord = self._chance.choice(CHORDS)
        self.tap(chord.key(), chord.keyboardModifiers())

    def key(self) -> None:
        """Any key of its own."""
        self.tap(self._chance.choice(PLAIN_KEYS), PLAIN)

    def hold(self) -> None:
        """Beam or grip, until it is released."""
        key = self._chance.choice(HELD_KEYS)
        if key not in self.keys:
            self.keys.append(key)
            self._key_down(key)

    def steer(self) -> None:
        """Grip, a few strokes, let go: what hands at a needle do most."""
        if Qt.Key.Key_Space in self.keys:
            return
        self._key_down(Qt.Key.Key_Space)
        for key in self._chance.choices(STEERING, k=3):
            self.tap(key, PLAIN)
        self._key_up(Qt.Key.Key_Space)

    def release(self) -> None:
        """One held key goes up, and the button of the mouse."""
        if self.keys:
            key = self.keys.pop(self._chance.randrange(len(self.keys)))
            self._key_up(key)
        self.lift()

    def click(self) -> None:
        if self._pressed is None:
            self.press()
            self.lift()

    def press(self) -> None:
        if self._pressed is None:
            widget, at = self._under()
            button = self._button()
            self._pressed = widget, button, at
            self._report.events += 1
            QTest.mousePress(widget, button, self._modifiers(), at)

    def drag(self) -> None:
        self.press()
        for _ in range(3):
            self.move()
        self.lift()

    def move(self) -> None:
        """What was pressed has the mouse, wherever it goes."""
        widget, at = self._under() if self._pressed is None else (self._pressed[0], QPoint())
        if shiboken6.isValid(widget):
            way = QPoint(self._chance.randrange(-40, 41), self._chance.randrange(-40, 41))
            here = at if self._pressed is None else self._pressed[2] + way
            held = NO_BUTTON if self._pressed is None else self._pressed[1]
            kind, none = QEvent.Type.MouseMove, NO_BUTTON
            self._report.events += 1
            place = QPointF(here), QPointF(widget.mapToGlobal(here))
            QApplication.sendEvent(widget, QMouseEvent(kind, *place, none, held, self._modifiers()))

    def lift(self) -> None:
        if self._pressed is not None:
            (widget, button, at), self._pressed = self._pressed, None
            if shiboken6.isValid(widget):
                self._report.events += 1
                QTest.mouseRelease(widget, button, PLAIN, at)

    def wheel(self) -> None:
        widget, at = self._under()
        down = QPoint(0, self._chance.choice((-240, -120, 120, 240)))
        place = QPointF(at), QPointF(widget.mapToGlobal(at))
        phase = Qt.ScrollPhase.NoScrollPhase
        self._report.events += 1
        event = QWheelEvent(*place, QPoint(), down, NO_BUTTON, self._modifiers(), phase, False)
        QApplication.sendEvent(widget, event)

    def _button(self) -> Qt.MouseButton:
        return self._chance.choice(BUTTONS)

    def _modifiers(self) -> Qt.KeyboardModifier:
        extra = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        return self._chance.choice((PLAIN, PLAIN, PLAIN, *extra))
