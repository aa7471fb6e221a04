"""A sheet that lies over the right half of the suite: no window, so the beam and the hand go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.presenters.layout import SuiteLayout
from trainer.ui.wrapped import ElidingLabel, WrappedButton


class SideSheet(QFrame):
    """A title, pages behind buttons, a way to close it."""

    closed = Signal()

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._pages = QStackedWidget(self)
        self._tabs: list[QPushButton] = []
        heading = ElidingLabel(title)
        heading.setProperty("role", "heading")
        self._bar = QHBoxLayout()
        self._bar.setSpacing(6)
        self._bar.addWidget(heading)
        self._bar.addSpacing(12)
        self._bar.addStretch(1)
        close = self.button(f"{name}_close", self.tr("Close"))
        close.clicked.connect(self.put_away)
        self._bar.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.addLayout(self._bar)
        column.addWidget(self._pages, 1)
        self.hide()

    def add_page(self, name: str, title: str, page: QWidget) -> None:
        """One more page with its button."""
        tab = self.button(name, title)
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self.turn_to(page))
        self._tabs.append(tab)
        self._bar.insertWidget(1 + len(self._tabs), tab)
        self._pages.addWidget(page)
        self.turn_to(self._pages.widget(0))

    def turn_to(self, page: QWidget | None) -> None:
        """Show a page."""
        if page is not None:
            self._pages.setCurrentWidget(page)
        for at, tab in enumerate(self._tabs):
            tab.setChecked(self._pages.widget(at) is page)

    def place(self, layout: SuiteLayout) -> None:
        """Over reference monitor, bedside and cards."""
        left, top = layout.carm.x, layout.top.bottom + 2
        self.setGeometry(left, top, layout.instrument.right - left, layout.bottom.y - top - 4)

    def toggle(self) -> None:
        """Open it, or put it away."""
        if self.isVisible():
            self.put_away()
        else:
            self.show()
            self.raise_()

    def take_keyboard(self) -> None:
        """The keyboard goes to its first control."""
        first = self._tabs[0] if self._tabs else self._pages
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._tabs:
            self.focusNextChild()

    def put_away(self) -> None:
        """Close it."""
        self.hide()
        self.closed.emit()

    @staticmethod
    def button(name: str, text: str) -> QPushButton:
        """A button that does not take the keyboard by a click."""
        made = WrappedButton(text)
        made.setObjectName(name)
        made.setAccessibleName(text)
        made.setToolTip(text)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAutoDefault(False)
        return made
