"""What the signs of a chart mean, each drawn as in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.pens import round_pen
from trainer.ui.presenters.progress import ChartShown
from trainer.ui.presenters.texts import tr
from trainer.ui.progress_chart import paint_mark
from trainer.ui.theme import LOOK

SIGN_PX, GAP_PX, HIGH_PX = 24, 10, 18
SIGNS = {
    "passed": "Passed",
    "failed": "Not passed",
    "critical": "Critical error",
    "line": "Median of five",
    "curve": "Curve and band",
    "limit": "Limit",
}


class ProgressLegend(QWidget):
    """One line, broken where it does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_legend")
        self._signs: tuple[str, ...] = ()

    def show_chart(self, chart: ChartShown) -> None:
        """The signs that this chart has."""
        signs = ["passed", "failed", "critical"]
        signs += ["line"] * (chart.limit is None) + ["limit"] * (chart.limit is not None)
        signs += ["curve"] * bool(chart.curve)
        self._signs = tuple(signs)
        self.setAccessibleName(", ".join(tr(SIGNS[name]) for name in signs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It breaks."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many rows as the words need."""
        return HIGH_PX * (1 + max((row for row, _, _ in self._placed(width)), default=0))

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(400, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Room for the rows that its width makes."""
        return QSize(120, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each sign and its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for row, left, name in self._placed(self.width()):
            wide = self._width(name)
            x = self.width() - left - wide if mirrored else left
            sign = x + (wide - SIGN_PX if mirrored else 0)
            self._paint_sign(painter, name, QPointF(sign + SIGN_PX / 2, (row + 0.5) * HIGH_PX))
            painter.setPen(QColor(LOOK.muted))
            words = QRectF(x + (0 if mirrored else SIGN_PX + 2), row * HIGH_PX, wide, HIGH_PX)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, int(flags), tr(SIGNS[name]))
        painter.end()

    def _placed(self, width: int) -> list[tuple[int, int, str]]:
        """Row, left edge and name of each."""
        found, row, left = [], 0, 0
        for name in self._signs:
            if left and left + self._width(name) > width:
                row, left = row + 1, 0
            found.append((row, left, name))
            left += self._width(name) + GAP_PX
        return found

    def _width(self, name: str) -> int:
        return SIGN_PX + 4 + QFontMetrics(self.font()).horizontalAdvance(tr(SIGNS[name]))

    def _paint_sign(self, painter: QPainter, name: str, at: QPointF) -> None:
        half = QPointF(SIGN_PX / 2 - 3, 0.0)
        if name in ("passed", "failed", "critical"):
            paint_mark(painter, at, passed=name == "passed", critical=name == "critical")
            return
        if name == "curve":
            ground = QColor(LOOK.held)
            ground.setAlpha(46)
            painter.fillRect(QRectF(at.x() - half.x(), at.y() - 6, 2 * half.x(), 12), ground)
        pens = {
            "line": round_pen(LOOK.steel, 1.6),
            "curve": QPen(QColor(LOOK.held), 2.2, Qt.PenStyle.DashLine),
            "limit": QPen(QColor(LOOK.text), 1.6, Qt.PenStyle.DashDotLine),
        }
        painter.setPen(pens[name])
        painter.drawLine(at - half, at + half)
