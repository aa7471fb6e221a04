"""A drill in the suite: its card, taps on the live monitor, keys for choices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.actions import BY_ID
from trainer.ui.buttons import ActionButton
from trainer.ui.drill_card import DrillCard
from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.drill import DrillPresenter
from trainer.ui.presenters.drill_words import drill_of
from trainer.ui.theme import DARK

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot

ALWAYS = ("Window", "Pictures")
TAP_PX = 6.0  # a press that moves further is a drag
# The next picture comes by itself, once one has read how far the tap was off.
ON_AFTER_MS = {"corners": 900, "tips": 100}
KEY_STEP, KEY_STEP_FAST = 0.004, 0.03  # of the picture's edge
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0), Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0), Qt.Key.Key_Down: (0.0, 1.0),
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TapCross(QWidget):
    """Where the next tap by key goes, and where the last one went."""

    def __init__(self, monitor: MonitorView) -> None:
        super().__init__(monitor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.place = QPointF(0.0, 0.0)  # from the middle, in parts of the picture's edge
        self.shown = False
        self._monitor = monitor

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A cross with a black rim."""
        if not self.shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self._monitor.place_of((self.place.x(), self.place.y()))
        for colour, width in (("#000000", 3.6), (DARK.text, 1.6)):
            painter.setPen(QPen(QColor(colour), width))
            for way in (QPointF(9, 0), QPointF(0, 9)):
                painter.drawLine(at - way, at - way * 0.25)
                painter.drawLine(at + way * 0.25, at + way)


class DrillDesk(QObject):
    """Joins a drill's presenter to the suite's widgets."""

    left = Signal()

    def __init__(self, attempt: LiveAttempt, live: MonitorView, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = DrillCard(parent)
        self.presenter = DrillPresenter(attempt, self.card)
        self.cross = TapCross(live)
        self._live, self._pressed = live, QPointF()
        self._by_itself = QTimer(self)
        self._by_itself.setSingleShot(True)
        self._by_itself.timeout.connect(self._go_on)
        self._sends = False
        self.card.chosen.connect(self.presenter.choose)
        self.card.go_on.connect(self.presenter.next)
        self.card.finished.connect(self.presenter.done)
        live.installEventFilter(self)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of actions that this drill is about."""
        return drill_of(self.presenter.task.id).groups

    def leave_aside(self, buttons: Iterable[ActionButton]) -> None:
        """Grey what this drill is not about; its commands would be refused."""
        groups = (*ALWAYS, *self.groups)
        for button in buttons:
            if BY_ID[button.action_id].group not in groups:
                button.setEnabled(False)

    def receive(self, snapshot: Snapshot) -> None:
        """Take a snapshot in; after a tap the next picture comes by itself."""
        self.presenter.receive(snapshot)
        self.cross.shown = self.presenter.wants_point
        self.cross.update()
        measure = self.presenter.task.measure
        waits = measure in ON_AFTER_MS and self.presenter.answered_all
        if waits and not self._by_itself.isActive():
            self._by_itself.start(ON_AFTER_MS[measure])

    def place(self, x: int, y: int, width: int, height: int) -> None:
        """Where the card stands."""
        self.card.setGeometry(x, y, width, height)
        self.card.raise_()
        self.cross.setGeometry(self._live.rect())

    def key(self, event: QKeyEvent) -> bool:
        """Keys of a drill: numbers choose, arrows and Enter tap, Enter goes on."""
        if self.presenter.skips and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        names = tuple(self.card.choices)
        number = event.key() - Qt.Key.Key_1
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and 0 <= number < len(names):
            self.presenter.choose(names[number])
            return True
        if self.presenter.wants_point and event.key() in _ARROWS:
            self._nudge(event)
            return True
        return event.key() in _ENTER and self._enter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A short press on the live picture is a tap."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.position()
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._released(event.position())
        return False

    def _released(self, at: QPointF) -> None:
        way = at - self._pressed
        if self.presenter.wants_point and abs(way.x()) + abs(way.y()) <= TAP_PX:
            self.cross.place = QPointF(*self._live.point_at(at))
            self._tap()

    def _tap(self) -> None:
        picture = self._live.picture
        if picture is None or picture.taken is None:
            return
        edge_um = picture.taken.field_um
        self.cross.update()
        right, down = self.cross.place.x() * edge_um, self.cross.place.y() * edge_um
        self.presenter.tap(round(right), round(down))

    def _nudge(self, event: QKeyEvent) -> None:
        right, down = _ARROWS[Qt.Key(event.key())]
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = KEY_STEP if fine else KEY_STEP_FAST
        seen = self._live.display.orientation.unseen((right * step, down * step))
        self.cross.place = self.cross.place + QPointF(*seen)
        self.cross.update()

    def _enter(self) -> bool:
        if self.presenter.wants_point:
            self._tap()
        elif self.card.next.isVisible():
            self.presenter.next()
        elif self.card.done.isVisible():
            self.presenter.done()
        else:
            return False
        return True

    def _go_on(self) -> None:
        if self.presenter.answered_all:
            self.presenter.next()
