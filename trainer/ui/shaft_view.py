"""The shaft from its side: what stands outside the skin, a ring every 10 mm. Depth is read here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.pens import round_pen
from trainer.ui.presenters.shown import NeedleShown
from trainer.ui.theme import LOOK

RING_MM = 10.0


class ShaftView(QWidget):
    """Skin at the right, hub at the left; the shaft slides in as the needle goes in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shaft")
        self.setMinimumHeight(30)
        self.setAccessibleName(self.tr("Needle shaft outside the skin, a ring every 10 mm"))
        self.setToolTip(self.tr("The shaft outside the skin: one ring every 10 mm from the tip"))
        self._needle: NeedleShown | None = None

    def show_needle(self, needle: NeedleShown | None) -> None:
        """Draw this needle."""
        self._needle = needle
        self.setAccessibleDescription(needle.rings_text if needle else self.tr("No needle in hand"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Skin, shaft, rings, hub."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        skin_x, middle = self.width() - 14.0, self.height() / 2.0
        painter.fillRect(QRectF(skin_x, 2, 12, self.height() - 4), QColor("#A08270"))
        if self._needle is None:
            painter.setPen(QColor(LOOK.muted))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(
                self.rect().adjusted(0, 0, -18, 0), flags, self.tr("No needle in hand")
            )
            return
        self._paint_shaft(painter, self._needle, skin_x, middle)

    def _paint_shaft(
        self, painter: QPainter, needle: NeedleShown, skin_x: float, middle: float
    ) -> None:
        scale = (skin_x - 26.0) / needle.length_mm
        hub_x = skin_x - needle.outside_mm * scale
        bow = 4.0 if needle.bows else 0.0
        painter.setPen(round_pen(LOOK.steel, 2.2))
        third = (skin_x - hub_x) / 3.0
        painter.drawPolyline([
            QPointF(hub_x, middle), QPointF(hub_x + third, middle - bow),
            QPointF(hub_x + 2 * third, middle - bow), QPointF(skin_x, middle),
        ])  # fmt: skip
        painter.setPen(QPen(QColor(LOOK.text), 1.6))
        inside_mm = needle.length_mm - needle.outside_mm
        ring_mm = RING_MM
        while ring_mm < needle.length_mm:
            if ring_mm > inside_mm:
                x = skin_x - (ring_mm - inside_mm) * scale
                tall = 7.0 if round(ring_mm) % 50 == 0 else 4.5
                painter.drawLine(QPointF(x, middle - bow - tall), QPointF(x, middle - bow + tall))
            ring_mm += RING_MM
        painter.setPen(QPen(QColor("#16211D"), 1.0))
        painter.setBrush(QColor("#5C8A7A"))
        painter.drawRoundedRect(QRectF(hub_x - 22.0, middle - 8.0, 22.0, 16.0), 3, 3)
