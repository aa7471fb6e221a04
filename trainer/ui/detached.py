"""A monitor in a window of its own, on the second display where there is one; closed, it is back.

The window is another place to look at and to type at; it changes nothing of beam and grip, which
drop when it, too, loses the keyboard or is covered by a dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.layout import Box

if TYPE_CHECKING:
    from trainer.ui.suite_screen import SuiteScreen

ALONE_PX = 720  # edge of the window where there is one display only; design value
SIDES = {"live": 0, "reference": 1}  # live left, reference right, as they stand in the room


class MonitorWindow(QWidget):
    """Holds one monitor, as large as its square can be."""

    closed = Signal()

    def __init__(self, view: MonitorView, suite: SuiteScreen) -> None:
        super().__init__(suite, Qt.WindowType.Window)
        self.setObjectName(f"window_{view.objectName()}")
        self.setWindowTitle(view.accessibleName())
        self.setAccessibleName(view.accessibleName())
        self._view, self._suite = view, suite
        view.setParent(self)
        view.show()
        self.installEventFilter(suite)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The room's keys work here, too."""
        self._suite.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """And are let go here."""
        self._suite.keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons, too."""
        self._suite.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """And are let go here."""
        self._suite.mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A square in the middle."""
        super().resizeEvent(event)
        side = min(self.width(), self.height())
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        self._view.setGeometry(left, top, side, side)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Back to the room."""
        super().closeEvent(event)
        self.closed.emit()


class EmptyPlace(QFrame):
    """Where a monitor stood: says where it went and brings it back."""

    def __init__(self, view: MonitorView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        words = QLabel(self.tr("{name}: in a window of its own").format(name=view.accessibleName()))
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setProperty("role", "muted")
        self.back = QPushButton(self.tr("Bring it back"))
        self.back.setObjectName(f"back_{view.objectName()}")
        self.back.setAccessibleName(self.tr("Bring it back"))
        self.back.setToolTip(self.tr("The monitor stands here again"))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(words)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()


class Detachment:
    """Which of the two monitors stand apart. again : lay the room out anew."""

    def __init__(self, suite: SuiteScreen, again: Callable[[], None]) -> None:
        self._suite, self._again = suite, again
        self._views = {"live": suite.live, "reference": suite.reference}
        self._windows: dict[str, MonitorWindow] = {}
        self.places = {name: EmptyPlace(view, suite) for name, view in self._views.items()}
        for name, place in self.places.items():
            place.back.clicked.connect(partial(self.attach, name))

    @property
    def windows(self) -> tuple[MonitorWindow, ...]:
        """The windows that are open."""
        return tuple(self._windows.values())

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """Action id to act."""
        return {f"detach_{name}": partial(self.toggle, name) for name in self._views}

    def toggle(self, name: str) -> None:
        """Apart, or back. name : live or reference."""
        if name in self._windows:
            self.attach(name)
        else:
            self.detach(name)

    def detach(self, name: str) -> None:
        """Into a window of its own."""
        self._suite.let_go("focus")  # the keyboard goes there
        window = self._windows[name] = MonitorWindow(self._views[name], self._suite)
        window.setGeometry(self._room_for(name))
        window.closed.connect(partial(self.attach, name))
        self.places[name].show()
        self._again()
        window.show()

    def attach(self, name: str) -> None:
        """Back to its place."""
        window = self._windows.pop(name, None)
        if window is None:
            return
        self._suite.let_go("focus")
        window.removeEventFilter(self._suite)
        view = self._views[name]
        view.setParent(self._suite)
        view.show()
        self.places[name].hide()
        window.hide()
        window.deleteLater()
        self._again()
        self._suite.setFocus()

    def attach_all(self) -> None:
        """Everything back: the suite is left."""
        for name in tuple(self._windows):
            self.attach(name)

    def lay(self, name: str, box: Box) -> None:
        """The monitor, or what stands in its place."""
        part = self.places[name] if name in self._windows else self._views[name]
        part.setGeometry(box.x, box.y, box.width, box.height)

    def _room_for(self, name: str) -> QRect:
        """Half of another display, or a square near the corner of this one."""
        here = self._suite.screen()
        others = [screen for screen in QApplication.screens() if screen is not here]
        if not others:
            edge = min(ALONE_PX, here.availableGeometry().height() - 60)
            at = here.availableGeometry().topLeft()
            return QRect(at.x() + 40 * (1 + SIDES[name]), at.y() + 40, edge, edge)
        whole = others[0].availableGeometry()
        half = whole.width() // 2
        return QRect(whole.x() + SIDES[name] * half, whole.y(), half, whole.height())
