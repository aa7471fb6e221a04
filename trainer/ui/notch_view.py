"""The hub seen from behind: a small clock whose hand is the notch."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.pens import round_pen
from trainer.ui.presenters.amounts import notch_text
from trainer.ui.presenters.shown import NeedleShown
from trainer.ui.theme import LOOK

SIDE_PX = 34


class NotchView(QWidget):
    """Twelve o'clock is the head, three the patient's right; empty without a needle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notch")
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.setAccessibleName(self.tr("Notch of the hub as a clock, the head at twelve"))
        self.setToolTip(self.tr("The hub's notch: twelve is the head (Q, E turn the gripped hub)"))
        self._notch_deg: float | None = None

    def show_needle(self, needle: NeedleShown | None) -> None:
        """Draw this needle's notch."""
        self._notch_deg = None if needle is None else needle.notch_deg
        self.setAccessibleDescription(
            "" if self._notch_deg is None else notch_text(self._notch_deg)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dial, ticks, hand."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QPointF(SIDE_PX / 2.0, SIDE_PX / 2.0), SIDE_PX / 2.0 - 2.0
        painter.setPen(QPen(QColor(LOOK.line), 1.2))
        painter.setBrush(QColor(LOOK.surround))
        painter.drawEllipse(centre, radius, radius)
        for hour in range(0, 360, 90):
            painter.drawLine(_on(centre, radius * 0.8, hour), _on(centre, radius, hour))
        if self._notch_deg is None:
            return
        painter.setPen(round_pen("#5C8A7A", 2.6))
        painter.drawLine(centre, _on(centre, radius * 0.9, self._notch_deg))
        painter.setBrush(QColor(LOOK.text))
        painter.drawEllipse(centre, 1.6, 1.6)


def _on(centre: QPointF, radius: float, angle_deg: float) -> QPointF:
    angle = radians(angle_deg)
    return centre + QPointF(sin(angle), -cos(angle)) * radius
