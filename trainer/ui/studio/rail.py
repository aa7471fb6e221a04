"""The rail of parts: each with its state, in words and as a sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from trainer.ui.presenters.studio_parts import PartShown
from trainer.ui.theme import LOOK

PART = Qt.ItemDataRole.UserRole
LINE_PX = 36
SIGN_PX = 7.0


class Rail(QListWidget):
    """Chosen by click or arrows; `turned` tells the part."""

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_rail")
        self.setAccessibleName(self.tr("Parts of the case"))
        self.setItemDelegate(_Line(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(178)
        self.currentItemChanged.connect(self._tell)

    def show_parts(self, parts: Sequence[PartShown]) -> None:
        """Bring every line up to date."""
        if self.count() != len(parts):
            blocked = self.blockSignals(True)
            self.clear()
            for _ in parts:
                QListWidgetItem(self)
            self.setCurrentRow(0)
            self.blockSignals(blocked)
        for row, part in enumerate(parts):
            item = self.item(row)
            item.setData(PART, part)
            item.setText(part.text)
            item.setToolTip(f"{part.tip} ({part.words})")
            role = Qt.ItemDataRole.AccessibleTextRole
            item.setData(role, f"{part.text}: {part.words}. {part.tip}")
        self.viewport().update()

    def turn_to(self, part_id: str) -> None:
        """Choose a part."""
        for row in range(self.count()):
            if self.item(row).data(PART).id == part_id:
                self.setCurrentRow(row)

    @property
    def part_id(self) -> str:
        """The part that is shown."""
        item = self.currentItem()
        return "" if item is None else str(item.data(PART).id)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PART) is not None:
            self.turned.emit(item.data(PART).id)


class _Line(QStyledItemDelegate):
    """A sign, the part's name, its state below it."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines of text."""
        return QSize(150, LINE_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The line."""
        part: PartShown | None = index.data(PART)
        if part is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRectF = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(LOOK.pressed))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(LOOK.focus))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        _sign(painter, QPointF(box.left() + 16.0, box.center().y()), part.state)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        upper = QRectF(box.left() + 32.0, box.top() + 2.0, box.width() - 34.0, LINE_PX / 2.0)
        painter.setPen(QColor(LOOK.text))
        metrics, elide = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        painter.drawText(upper, left, metrics.elidedText(part.text, elide, int(upper.width())))
        painter.setPen(QColor(LOOK.stop if part.state == "problems" else LOOK.muted))
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.drawText(upper.translated(0.0, LINE_PX / 2.0 - 4.0), left, part.words)
        painter.restore()


def _sign(painter: QPainter, at: QPointF, state: str) -> None:
    """Empty: an open ring; problems: a filled triangle; ok: a tick. Shapes, not colours alone."""
    if state == "problems":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LOOK.stop))
        up = [at + QPointF(x, y) * SIGN_PX for x, y in ((0.0, -1.0), (1.0, 0.8), (-1.0, 0.8))]
        painter.drawPolygon(up)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "empty":
        painter.setPen(QPen(QColor(LOOK.faint), 1.4))
        painter.drawEllipse(at, SIGN_PX * 0.7, SIGN_PX * 0.7)
        return
    painter.setPen(QPen(QColor(LOOK.text), 2.0))
    ticked = [at + QPointF(x, y) * SIGN_PX for x, y in ((-0.8, 0.0), (-0.2, 0.7), (0.9, -0.7))]
    painter.drawPolyline(ticked)
