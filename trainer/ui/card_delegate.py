"""Draws a scenario's card in a list: title, what and who, targets, summary."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.presenters.home import CardShown
from trainer.ui.spine_picture import SPINE_PX, paint_spine
from trainer.ui.theme import LOOK

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
COURSE_ROLE = Qt.ItemDataRole.UserRole + 2  # of the first card of a course that is shown
MARGIN, GAP, SPINE_HIGH = 10, 3, 96
Index = QModelIndex | QPersistentModelIndex
Part = tuple[QFont, str, str]  # font, colour, text


class CardDelegate(QStyledItemDelegate):
    """Four paragraphs, one under the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs at the list's width."""
        view = self.parent()
        assert isinstance(view, QListView)
        whole = view.viewport().width() - 2 * MARGIN - 8
        width = whole - SPINE_PX - MARGIN
        parts = self._parts(option, index.data(CARD_ROLE))
        high = self._stack_height(parts, width) + 2 * MARGIN
        course = self._course(option, index)
        if course:
            high += self._stack_height(course, whole) + 2 * MARGIN
        return QSize(width, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card; the chosen one has a lighter ground and a rule at its left."""
        state, rect = option.state, QRect(option.rect)
        if course := self._course(option, index):
            rect.setTop(self._write(painter, rect, course) + MARGIN)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(LOOK.pressed if chosen else LOOK.raised))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(LOOK.focus))
        card = index.data(CARD_ROLE)
        self._picture(painter, rect, card)
        rect.setLeft(rect.left() + SPINE_PX + MARGIN)
        self._write(painter, rect, self._parts(option, card))

    def _write(self, painter: QPainter, rect: QRect, parts: list[Part]) -> int:
        """One paragraph under the other; where the last ends."""
        y, width = rect.top() + MARGIN, rect.width() - 2 * MARGIN
        for font, colour, text in parts:
            height = self._height(font, width, text)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRect(rect.left() + MARGIN, y, width, height)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), text)
            y += height + GAP
        return y - GAP

    def _stack_height(self, parts: list[Part], width: int) -> int:
        return sum(self._height(font, width, text) + GAP for font, _, text in parts) - GAP

    @staticmethod
    def _course(option: QStyleOptionViewItem, index: Index) -> list[Part]:
        """The heading above the first card of a course."""
        course = index.data(COURSE_ROLE)
        if course is None:
            return []
        title = QFont(option.font)
        title.setBold(True)
        title.setPixelSize(15)
        return [(title, LOOK.text, course.heading), (QFont(option.font), LOOK.muted, course.text)]

    @staticmethod
    def _picture(painter: QPainter, rect: QRect, card: CardShown) -> None:
        high = min(SPINE_HIGH, rect.height() - 2 * MARGIN)
        box = QRect(rect.left() + MARGIN, rect.top() + MARGIN, SPINE_PX, high)
        paint_spine(painter, box, card.levels, card.sides)

    @staticmethod
    def _parts(option: QStyleOptionViewItem, card: CardShown) -> list[Part]:
        plain = QFont(option.font)
        title = QFont(plain)
        title.setBold(True)
        title.setPixelSize(15)
        lines = [
            (title, LOOK.text, card.title),
            (plain, LOOK.muted, card.detail),
            (plain, LOOK.text, card.triples),
            (plain, LOOK.text, card.summary),
        ]
        return [line for line in lines if line[2]]

    @staticmethod
    def _height(font: QFont, width: int, text: str) -> int:
        room = QRect(0, 0, width, 10_000)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
