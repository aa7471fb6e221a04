"""A chart over attempts, painted: points, a line, a band; a cursor reads every value aloud.

What a point means is told by its shape, not by its colour: full, hollow, crossed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.pens import round_pen
from trainer.ui.presenters.progress import ChartShown
from trainer.ui.presenters.progress_axes import nearest, numbers_to
from trainer.ui.presenters.texts import decimal
from trainer.ui.theme import LOOK

LEFT, TOP, RIGHT, BOTTOM = 46.0, 14.0, 16.0, 30.0  # room for numbers, px
DOT = 4.5
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}


class ProgressChart(QWidget):
    """One chart. With the focus, arrows walk from attempt to attempt."""

    pointed = Signal(str)  # what stands under the cursor, "" where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(280, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._chart: ChartShown | None = None
        self._cursor: int | None = None

    @property
    def cursor_at(self) -> int | None:
        """Index of the attempt under the cursor."""
        return self._cursor

    def show_chart(self, chart: ChartShown) -> None:
        """Another chart; the cursor leaves."""
        self._chart = chart
        self.setAccessibleName(chart.spoken)
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the cursor; Esc takes it away."""
        count = len(self._chart.points) if self._chart else 0
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key in _STEPS and count:
            start = self._cursor if self._cursor is not None else (-1 if _STEPS[key] > 0 else count)
            self._point_at(min(count - 1, max(0, start + _STEPS[key])))
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._point_at(None)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The attempt nearest to the pointer."""
        places = [self._x(n) for n in range(len(self._chart.points))] if self._chart else []
        self._point_at(nearest(places, event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """A pointer that has gone points at nothing."""
        if not self.hasFocus():
            self._point_at(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Seen by its frame."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor stays with the focus."""
        self._point_at(None)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, axes, band, line, curve, points, cursor."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(LOOK.focus if self.hasFocus() else LOOK.line), 1.0))
        painter.setBrush(QColor(LOOK.panel))
        painter.drawRoundedRect(frame, 4.0, 4.0)
        if self._chart is not None:
            self._paint_axes(painter, self._chart)
            self._paint_band(painter, self._chart)
            self._paint_lines(painter, self._chart)
            self._paint_cursor(painter, self._chart)
            self._paint_points(painter, self._chart)
        painter.end()

    def _paint_axes(self, painter: QPainter, chart: ChartShown) -> None:
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        right = self.width() - RIGHT
        places = max((len(f"{tick:g}".partition(".")[2]) for tick in chart.ticks), default=0)
        for tick in chart.ticks:
            y = self._y(tick)
            painter.setPen(QPen(QColor(LOOK.line), 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(LEFT, y), QPointF(right, y))
            painter.setPen(QColor(LOOK.muted))
            box = QRectF(0.0, y - 9.0, LEFT - 8.0, 18.0)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(flags), decimal(f"{tick:.{places}f}"))
        for number in numbers_to(len(chart.points)):
            box = QRectF(self._x(number - 1) - 20.0, self.height() - BOTTOM + 6.0, 40.0, 18.0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_band(self, painter: QPainter, chart: ChartShown) -> None:
        if not chart.low:
            return
        over, under = self._places(chart.high), self._places(chart.low)
        ground = QColor(LOOK.held)
        ground.setAlpha(46)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(QPolygonF([*over, *reversed(under)]))

    def _paint_lines(self, painter: QPainter, chart: ChartShown) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(LOOK.text), 1.6, Qt.PenStyle.DashDotLine))
        for level in (one for one in (chart.limit, chart.floor) if one is not None):
            y = self._y(level)
            painter.drawLine(QPointF(LEFT, y), QPointF(self.width() - RIGHT, y))
        painter.setPen(round_pen(LOOK.steel, 1.6))
        painter.drawPolyline(QPolygonF(self._places(chart.line)))
        if chart.curve:
            pen = round_pen(LOOK.held, 2.2)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF(self._places(chart.curve)))

    def _paint_points(self, painter: QPainter, chart: ChartShown) -> None:
        for number, point in enumerate(chart.points):
            at = QPointF(self._x(number), self._y(point.value))
            paint_mark(painter, at, passed=point.passed, critical=point.critical)

    def _paint_cursor(self, painter: QPainter, chart: ChartShown) -> None:
        if self._cursor is None or self._cursor >= len(chart.points):
            return
        x, y = self._x(self._cursor), self._y(chart.points[self._cursor].value)
        painter.setPen(QPen(QColor(LOOK.focus), 1.0))
        painter.drawLine(QPointF(x, TOP), QPointF(x, self.height() - BOTTOM))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x, y), DOT + 4.0, DOT + 4.0)

    def _places(self, values: Sequence[float]) -> list[QPointF]:
        return [QPointF(self._x(number), self._y(value)) for number, value in enumerate(values)]

    def _x(self, number: int) -> float:
        """Of the attempt of this index: time runs from left to right in every language."""
        count = len(self._chart.points) if self._chart else 0
        room = self.width() - LEFT - RIGHT - 2 * DOT - 8.0
        return LEFT + DOT + 4.0 + room * ((number / (count - 1)) if count > 1 else 0.5)

    def _y(self, value: float) -> float:
        ticks = self._chart.ticks if self._chart else (0.0, 1.0)
        inside = min(1.0, max(0.0, (value - ticks[0]) / (ticks[-1] - ticks[0])))
        return self.height() - BOTTOM - inside * (self.height() - TOP - BOTTOM)

    def _point_at(self, index: int | None) -> None:
        self._cursor = index
        words = ""
        if self._chart is not None and index is not None:
            words = self.tr("Attempt {number} of {count}: {words}").format(
                number=index + 1,
                count=len(self._chart.points),
                words=self._chart.points[index].words,
            )
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(told)
            self.pointed.emit(words)
        self.update()


def paint_mark(painter: QPainter, at: QPointF, *, passed: bool, critical: bool) -> None:
    """One attempt: full where it passed, hollow where it did not, crossed where it was critical."""
    painter.setPen(round_pen(LOOK.text, 1.8))
    if critical:
        for sign in (-1.0, 1.0):
            off = QPointF(DOT, sign * DOT)
            painter.drawLine(at - off, at + off)
        return
    painter.setBrush(QColor(LOOK.text if passed else LOOK.panel))
    painter.drawEllipse(at, DOT, DOT)
