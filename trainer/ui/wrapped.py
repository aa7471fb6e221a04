"""Buttons and choices that never cut a word: two lines where one is too narrow, then "…"."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

MARGIN_PX = 8
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class WrappedButton(QPushButton):
    """A sentence on a button, in as many lines as its height holds."""

    def text_rect(self) -> QRect:
        """Where the text stands."""
        menu = 14 if self.menu() is not None else 0
        return self.rect().adjusted(MARGIN_PX, 1, -MARGIN_PX - menu, -1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button without its text, then the text in lines."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        box = self.text_rect()
        painter.setPen(self.palette().buttonText().color())
        painter.drawText(box, _FLAGS, fitted(self.text(), QFontMetrics(self.font()), box))


def wrapped_label(name: str) -> QLabel:
    """An empty label for sentences, as many lines as they need."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    return label


def fitted(text: str, metrics: QFontMetrics, box: QRect) -> str:
    """The text, shortened by "…" where even its lines do not fit."""
    room = QRect(0, 0, box.width(), 10_000)
    shown, cut = text, len(text)
    while cut and metrics.boundingRect(room, _FLAGS, shown).height() > box.height() + 1:
        cut = min(cut - 1, int(cut * 0.95))
        shown = f"{text[:cut].rstrip()}…"
    return shown


def draw_elided(button: QPushButton) -> None:
    """A button whose text ends in "…" where it is too long; its tooltip has the whole."""
    painter, option = QStylePainter(button), QStyleOptionButton()
    button.initStyleOption(option)
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    room = button.width() - icon - 4
    option.text = button.fontMetrics().elidedText(button.text(), Qt.TextElideMode.ElideRight, room)
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


def draw_choice(painter: QStylePainter, option: QStyleOptionComboBox, owner: QWidget) -> None:
    """A choice whose text ends in "…" where it is too long; its list has the whole."""
    painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
    option.currentText = owner.fontMetrics().elidedText(
        option.currentText, Qt.TextElideMode.ElideRight, _choice_width(option, owner)
    )
    painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def choice_fits(option: QStyleOptionComboBox, owner: QWidget) -> bool:
    """Whether what is chosen can be read whole where it stands."""
    advance = owner.fontMetrics().horizontalAdvance(option.currentText)
    return bool(advance <= _choice_width(option, owner))


def _choice_width(option: QStyleOptionComboBox, owner: QWidget) -> int:
    field = owner.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        owner,
    )
    return int(field.width()) - 2


class ElidingLabel(QLabel):
    """A line that may be squeezed: it then ends in "…" and the tooltip has the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show this text."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """No width at all."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the text as fits."""
        box = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter = QStylePainter(self)
        painter.drawItemText(
            box,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )


class ClampedLabel(ElidingLabel):
    """Lines in a given height: what does not fit ends in "…" and the tooltip has the whole."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As many lines as the height holds."""
        box = self.contentsRect()
        painter = QStylePainter(self)
        painter.setPen(self.palette().windowText().color())
        flags = int(
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(box, flags, fitted(self.text(), self.fontMetrics(), box))
