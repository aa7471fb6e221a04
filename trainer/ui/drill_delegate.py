"""Draws a drill in a list: title and skill, and three marks for passes in a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer.assessment.mastery import PASSES
from trainer.ui.card_delegate import CARD_ROLE
from trainer.ui.presenters.home import DrillLine
from trainer.ui.theme import LOOK

ROW_PX, MARGIN_PX, MARK_PX, MARKS_PX = 42, 10, 10.0, 62
Index = QModelIndex | QPersistentModelIndex


class DrillDelegate(QStyledItemDelegate):
    """One row: two lines of words at the left, marks at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Always the same."""
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row; a mastered drill has a tick instead of marks."""
        line, rect = index.data(CARD_ROLE), QRect(option.rect)
        assert isinstance(line, DrillLine)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(LOOK.pressed if chosen else LOOK.panel))
        words = rect.adjusted(MARGIN_PX, 4, -MARKS_PX, -4)
        bold = QFont(option.font)
        bold.setBold(True)
        self._line(painter, bold, LOOK.text, words, line.title, Qt.AlignmentFlag.AlignTop)
        bottom = Qt.AlignmentFlag.AlignBottom
        self._line(painter, QFont(option.font), LOOK.muted, words, line.skill, bottom)
        self._marks(painter, rect, line)

    @staticmethod
    def _line(
        painter: QPainter, font: QFont, colour: str, box: QRect, text: str, at: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fits = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(at | Qt.AlignmentFlag.AlignLeft), fits)

    @staticmethod
    def _marks(painter: QPainter, rect: QRect, line: DrillLine) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LOOK.text), 1.5))
        if line.mastered:
            box = QRect(rect.right() - MARKS_PX, rect.top(), MARKS_PX - MARGIN_PX, rect.height())
            at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(at_right), "✓ ✓ ✓")
            return
        for at in range(PASSES):
            x = rect.right() - MARGIN_PX - MARK_PX - (PASSES - 1 - at) * (MARK_PX + 6.0)
            full = at < line.passes
            painter.setBrush(QColor(LOOK.text) if full else Qt.BrushStyle.NoBrush)
            middle = QPointF(x + MARK_PX / 2.0, rect.center().y())
            painter.drawEllipse(middle, MARK_PX / 2.0, MARK_PX / 2.0)
