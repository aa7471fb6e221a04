"""Aids over a monitor: truth colours doubled by line patterns, and a mark that says AID."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.imaging.styles import DRAWN, Pattern, Style
from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.aids import AidLines
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import DARK

DASHES: Mapping[Pattern, tuple[float, ...]] = {
    Pattern.RINGS: (6.0, 2.0, 1.0, 2.0),
    Pattern.SHORT_BANDS: (3.0, 2.5),
    Pattern.LONG_BANDS: (8.0, 3.0),
    Pattern.DOTS: (1.0, 2.5),
    Pattern.LINES: (5.0, 2.0),
}
MARK_TOP, LINE_PX = 30.0, 19.0


class AidOverlay(QWidget):
    """Lies over a monitor and lets every click through; empty while no aid is on."""

    def __init__(self, monitor: MonitorView) -> None:
        super().__init__(monitor)
        self.setObjectName("aid_overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Practice aids"))
        self._monitor = monitor
        self._on = False
        self._lines = AidLines()
        self.hide()

    def show_aids(self, lines: AidLines, *, on: bool) -> None:
        """Show these; on : whether any aid is on."""
        if not (on or self._on):
            return  # as it was: asked several times for every picture
        self._lines, self._on = lines, on
        self.setGeometry(self._monitor.rect())
        self.setAccessibleDescription(". ".join(lines.words))
        self.setVisible(on)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines, rings, words, the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, self._monitor.side_px, self._monitor.side_px))
        for style, lines in self._lines.lines:
            for line in lines:
                way = [self._monitor.place_of(point) for point in line]
                for pen in _pens(style):
                    painter.setPen(pen)
                    painter.drawPolyline(way)
        for style, at, radius in self._lines.rings:
            self._ring(painter, style, self._monitor.place_of(at), radius)
        self._say(painter)

    def _ring(self, painter: QPainter, style: Style, at: QPointF, radius: float) -> None:
        size = radius * self._monitor.side_px * self._monitor.display.zoom
        for pen in _pens(style, dashed=True):
            painter.setPen(pen)
            painter.drawEllipse(at, size, size)
            painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0))
            painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4))

    def _say(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        mark = QRectF(12.0, MARK_TOP, 44.0, 22.0)
        painter.setPen(QPen(QColor(DARK.text), 1.2))
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRoundedRect(mark, 3.0, 3.0)
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, tr("AID"))
        for at, words in enumerate(self._lines.words):
            box = QRectF(
                64.0, MARK_TOP + 2.0 + at * LINE_PX, self._monitor.side_px - 200.0, LINE_PX
            )
            wide = painter.boundingRect(box, Qt.AlignmentFlag.AlignLeft, words)
            painter.fillRect(wide.adjusted(-4.0, 0.0, 4.0, 1.0), QColor(0, 0, 0, 170))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)


def _pens(style: Style, *, dashed: bool = False) -> tuple[QPen, ...]:
    """A dark rim under the colour; the pattern lies in the colour."""
    drawn = DRAWN[style]
    rim, pen = QPen(QColor(0, 0, 0, 200), 4.0), QPen(QColor(*drawn.rgb), 2.0)
    pattern = DASHES.get(Pattern.LINES if dashed else drawn.pattern)
    if pattern is not None:
        pen.setDashPattern(list(pattern))
    return rim, pen
