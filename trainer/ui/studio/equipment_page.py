"""Equipment: the needles that lie ready, each drawn to scale."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer.needle.catalogue import NEEDLES, NeedleModel
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import Page
from trainer.ui.theme import LOOK

LONGEST_MM = 150.0


class EquipmentPage(Page):
    """A tick and a drawing each."""

    id = "equipment"

    def build(self) -> None:
        """In the catalogue's order."""
        self.heading(self.tr("What can be taken in hand (drawn to scale, the active tip bright)"))
        for name, model in NEEDLES.items():
            box = self.fields.tick(
                f"needle_{name}",
                tr(model.title),
                partial(self._has, name),
                partial(self._take, name),
            )
            box.setMinimumWidth(270)
            self.fields.home("equipment", box)
            row = QHBoxLayout()
            row.addWidget(box)
            row.addWidget(NeedleDrawing(model), 1)
            self.column.addLayout(row)
        self.column.addStretch(1)

    def _chosen(self) -> list[str]:
        found = self.presenter.value(("equipment", "needles"), [])
        return [str(one) for one in found] if isinstance(found, list) else []

    def _has(self, name: str) -> bool:
        return name in self._chosen()

    def _take(self, name: str, on: bool) -> None:
        kept = [one for one in self._chosen() if one != name]
        needles = [*kept, name] if on else kept
        self.presenter.set(("equipment", "needles"), needles, self.tr("Equipment"))


class NeedleDrawing(QWidget):
    """One needle: hub, shaft with rings each centimetre, active tip."""

    def __init__(self, model: NeedleModel) -> None:
        super().__init__()
        self._model = model
        self.setMinimumHeight(22)

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(420, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The needle."""
        painter, model = QPainter(self), self._model
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = (self.width() - 40.0) / LONGEST_MM
        middle, hub = self.height() / 2.0, 26.0
        tip = hub + model.length_mm * scale
        active = tip - model.active_tip_mm * scale
        thick = max(1.2, model.outer_diameter_mm * 2.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LOOK.muted))
        painter.drawRoundedRect(QRectF(4.0, middle - 6.0, hub - 4.0, 12.0), 2.0, 2.0)
        painter.setPen(QPen(QColor(LOOK.faint), thick))
        painter.drawLine(QPointF(hub, middle), QPointF(active, middle))
        painter.setPen(QPen(QColor(LOOK.text), thick))
        bend = model.bent_mm * scale * 0.2
        painter.drawLine(QPointF(active, middle), QPointF(tip, middle - bend))
        painter.setPen(QPen(QColor(LOOK.text), 1.0))
        for centimetre in range(1, int(model.length_mm / 10.0)):
            x = tip - 10.0 * centimetre * scale
            painter.drawLine(QPointF(x, middle - 3.0), QPointF(x, middle + 3.0))
        painter.end()
