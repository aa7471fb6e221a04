"""A choice from a list that gives the keyboard back once its list has been closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QStylePainter, QWidget

from trainer.ui.wrapped import choice_fits, draw_choice

SHORT = Qt.ItemDataRole.UserRole + 1  # what stands in a narrow choice; the list has the whole


class Choice(QComboBox):
    """Choosing by letter keeps the focus; choosing in the opened list ends with `closed`.

    opening : the list is about to take the keyboard, and with it the release of any held key.
    """

    opening = Signal()
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
        self.currentTextChanged.connect(self._tell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is chosen; too long for its place, it ends in "…" and the tooltip has it whole."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        short = self.currentData(SHORT)
        if short and not choice_fits(option, self):
            option.currentText = short
        draw_choice(QStylePainter(self), option, self)

    def _tell(self) -> None:
        self.setToolTip(f"{self.accessibleName()}: {self.currentText()}")

    def showPopup(self) -> None:
        """The list is as wide as its longest line."""
        self.opening.emit()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 12)
        super().showPopup()

    def hidePopup(self) -> None:
        """The list closes."""
        super().hidePopup()
        self.closed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel never changes a choice by accident."""
        event.ignore()
