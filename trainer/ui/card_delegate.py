"""Draws a scenario's card in a list: title, what and who, targets, summary."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.ui.presenters.home import CardShown
from trainer.ui.spine_picture import SPINE_PX, paint_spine
from trainer.ui.theme import LOOK

CARD_ROLE = Qt.ItemDataRole.UserRole + 1
MARGIN, GAP, SPINE_HIGH = 10, 3, 96
Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Four paragraphs, one under the other."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the text needs at the list's width."""
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width() - 2 * MARGIN - 8 - SPINE_PX - MARGIN
        card = index.data(CARD_ROLE)
        heights = [self._height(font, width, text) for font, _, text in self._parts(option, card)]
        return QSize(width, sum(heights) + GAP * (len(heights) - 1) + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card; the chosen one has a lighter ground and a rule at its left."""
        state, rect = option.state, QRect(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(LOOK.pressed if chosen else LOOK.raised))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(LOOK.focus))
        card = index.data(CARD_ROLE)
        self._picture(painter, rect, card)
        rect.setLeft(rect.left() + SPINE_PX + MARGIN)
        y, width = rect.top() + MARGIN, rect.width() - 2 * MARGIN
        for font, colour, text in self._parts(option, card):
            height = self._height(font, width, text)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            box = QRect(rect.left() + MARGIN, y, width, height)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), text)
            y += height + GAP

    @staticmethod
    def _picture(painter: QPainter, rect: QRect, card: CardShown) -> None:
        high = min(SPINE_HIGH, rect.height() - 2 * MARGIN)
        box = QRect(rect.left() + MARGIN, rect.top() + MARGIN, SPINE_PX, high)
        paint_spine(painter, box, card.levels, card.sides)

    @staticmethod
    def _parts(option: QStyleOptionViewItem, card: CardShown) -> list[tuple[QFont, str, str]]:
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
