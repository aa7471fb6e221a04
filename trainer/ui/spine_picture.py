"""A small picture of a case: the spine from behind, where the needles go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer.anatomy.levels import LEVELS
from trainer.ui.theme import LOOK

SPINE_PX = 46
BODY, PROCESS = 0.17, 0.34  # half widths, in parts of the picture's width


def paint_spine(painter: QPainter, box: QRect, levels: Sequence[str], sides: Sequence[str]) -> None:
    """C7 to L1 with their transverse processes; the wanted ones filled, a dot at the wanted side.

    Seen from behind as on the monitor: the patient's left is at the left.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step, middle = box.height() / len(LEVELS), QRectF(box).center().x()
    for at, level in enumerate(LEVELS):
        y = box.top() + (at + 0.5) * step
        wanted = level in levels
        painter.setPen(QPen(QColor(LOOK.text if wanted else LOOK.faint), 1.4 if wanted else 0.8))
        half = PROCESS * box.width() * (0.75 if at in (0, len(LEVELS) - 1) else 1.0)
        painter.drawLine(
            QPointF(middle - half, y - 0.12 * step), QPointF(middle + half, y - 0.12 * step)
        )
        painter.setBrush(QColor(LOOK.text) if wanted else Qt.BrushStyle.NoBrush)
        body = BODY * box.width()
        painter.drawRoundedRect(
            QRectF(middle - body, y - 0.36 * step, 2 * body, 0.72 * step), 1.5, 1.5
        )
        if wanted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LOOK.held))
            for side in sides:
                sign = -1.0 if side == "left" else 1.0
                painter.drawEllipse(
                    QPointF(middle + sign * (half + 2.0), y - 0.12 * step), 3.2, 3.2
                )
    painter.restore()
