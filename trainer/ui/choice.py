"""A choice from a list that gives the keyboard back once its list has been closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """Choosing by letter keeps the focus; choosing in the opened list ends with `closed`."""

    closed = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        fit = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(fit)
        self.setMinimumContentsLength(3)

    def hidePopup(self) -> None:
        """The list closes."""
        super().hidePopup()
        self.closed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel never changes a choice by accident."""
        event.ignore()
