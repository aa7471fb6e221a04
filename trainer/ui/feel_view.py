"""The trace of what the fingers feel: ten seconds, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.presenters.feel import POP, SPAN_S, FeelSample
from trainer.ui.theme import LOOK

STRUCK_S = 0.5  # design value: long enough to be seen from the corner of an eye


class FeelView(QWidget):
    """Height is resistance: soft, firm, pop, bone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("feel")
        self.setMinimumHeight(30)
        self.setAccessibleName(self.tr("Feel of the needle, last ten seconds"))
        self.setToolTip(self.tr("What the fingers feel: soft, firm, pop, bone; last ten seconds"))
        self._samples: tuple[FeelSample, ...] = ()
        self._now_s = 0.0
        self._word = ""

    def show_feel(self, samples: tuple[FeelSample, ...], now_s: float, word: str) -> None:
        """Draw these."""
        self._samples, self._now_s, self._word = samples, now_s, word
        self.setAccessibleDescription(word)
        self.update()

    @property
    def _struck(self) -> bool:
        """Bone or pop just now: the sight of what is heard."""
        last = self._samples[-1] if self._samples else None
        return last is not None and last.height >= POP and self._now_s - last.at_s < STRUCK_S

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Trace and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        struck = self._struck
        painter.fillRect(self.rect(), QColor(LOOK.raised if struck else LOOK.surround))
        floor = self.height() - 4.0
        painter.setPen(QPen(QColor(LOOK.line), 1.0))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        painter.setPen(QPen(QColor(LOOK.text), 1.6))
        painter.drawPolyline(self._points(floor))
        painter.setPen(QColor(LOOK.text if struck else LOOK.muted))
        box = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, left, self._word or self.tr("feel"))

    def _points(self, floor: float) -> list[QPointF]:
        """The corners of the trace: while the feel stays the same there is none."""
        points: list[QPointF] = []
        before = 0.0
        for sample in self._samples:
            if points and sample.height == before:
                continue
            x = self.width() * (1.0 - (self._now_s - sample.at_s) / SPAN_S)
            points += [QPointF(x, floor - before * (floor - 4.0))]
            points += [QPointF(x, floor - sample.height * (floor - 4.0))]
            before = sample.height
        if points:
            points.append(QPointF(float(self.width()), points[-1].y()))
        return points
