"""The monitor of a paper: a picture as it was seen, nothing drawn over it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.texts import tr
from trainer.ui.theme import DARK


class PaperPicture(QWidget):
    """A square with one picture, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking_picture")
        self.setAccessibleName(self.tr("Picture as it was seen"))
        self.setMinimumSize(240, 240)
        self._image: ArrayImage | None = None
        self._words = ""

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def show_picture(self, picture: NDArray[np.uint8], words: str) -> None:
        """Another picture. words : which one it is."""
        self._image, self._words = ArrayImage(picture), words
        self.setAccessibleDescription(words)
        self.update()

    def show_note(self, words: str) -> None:
        """No picture, and why."""
        self._image, self._words = None, words
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As large as fits, its words in the corner."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), GROUND)
        if self._image is not None:
            side = float(min(self.width(), self.height()))
            left, top = (self.width() - side) / 2, (self.height() - side) / 2
            painter.drawImage(QRectF(left, top, side, side), self._image.image)
        painter.setPen(QColor(DARK.text if self._image is not None else DARK.muted))
        box = QRectF(self.rect()).adjusted(10, 8, -10, -8)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if self._image is None:
            flags = Qt.AlignmentFlag.AlignCenter
        painter.drawText(box, int(flags | Qt.TextFlag.TextWordWrap), self._words)
        if self._image is not None:
            end = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box, int(end), tr("SIMULATION"))
        painter.setPen(QPen(QColor(DARK.line), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
