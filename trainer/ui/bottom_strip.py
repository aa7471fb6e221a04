"""The line at the bottom of the suite: pedal and pictures left, voice and recorded mark right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer.ui.buttons import ActionButton, HoldButton
from trainer.ui.presenters.shown import RecordMark
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import LOOK
from trainer.ui.top_bar import ElidedLabel

MARK_WORDS: Mapping[RecordMark, str] = {
    RecordMark.RECORDED: "Recorded",
    RecordMark.WRITING: "Writing",
    RecordMark.FAILED: "Not recorded",
}


class RecordLight(QWidget):
    """Solid: all that is shown is safe on disk. Hollow: it is being written. Red: it failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recorded")
        self.setFixedSize(112, 24)
        self.setToolTip(
            self.tr("Solid: safe on disk. Hollow: being written. Red: recording failed.")
        )
        self.mark = RecordMark.RECORDED

    def show_mark(self, mark: RecordMark) -> None:
        """Show it."""
        self.mark = mark
        self.setAccessibleName(tr(MARK_WORDS[mark]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dot and a word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        failed = self.mark is RecordMark.FAILED
        colour = QColor(LOOK.stop if failed else LOOK.text)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if self.mark is RecordMark.WRITING else colour)
        painter.drawEllipse(QRectF(3, self.height() / 2 - 5, 10, 10))
        painter.setPen(colour if failed else QColor(LOOK.muted))
        box = QRectF(self.rect()).adjusted(20, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, tr(MARK_WORDS[self.mark]))


class BottomStrip(QFrame):
    """Pedal, pictures, voice, recorded mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.beam = HoldButton("beam", self)
        self.beam.setText(self.tr("Beam: press and hold"))
        self.beam.setMinimumWidth(170)
        self.buttons = {
            name: ActionButton(name, self) for name in ("spot", "latch", "keep", "swap")
        }
        self.voice = ElidedLabel()
        self.voice.setObjectName("voice")
        self.record = RecordLight()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.beam)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addSpacing(14)
        row.addWidget(self.voice, 1)
        row.addWidget(self.record)
