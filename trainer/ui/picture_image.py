"""Arrays to Qt images, in the one place where it is done.

A QImage borrows its memory: the array must outlive it, so both are kept together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

GROUND = QColor("#050606")


class ArrayImage:
    """A uint8 picture, grey (rows, cols) or RGB (rows, cols, 3), and its QImage."""

    def __init__(self, picture: NDArray[np.uint8]) -> None:
        self._kept = np.ascontiguousarray(picture)
        rows, columns = self._kept.shape[:2]
        colour = self._kept.ndim == 3
        form = QImage.Format.Format_RGB888 if colour else QImage.Format.Format_Grayscale8
        self.image = QImage(self._kept.data, columns, rows, self._kept.strides[0], form)

    def pixmap(self, side_px: float, device_pixel_ratio: float) -> QPixmap:
        """The whole picture on a square."""
        return self.placed(side_px, device_pixel_ratio, QRectF(0.0, 0.0, 1.0, 1.0))

    def placed(self, side_px: float, device_pixel_ratio: float, target: QRectF) -> QPixmap:
        """Drawn once in the screen's own pixels, smooth in both directions.

        target : where the picture lies on the square, 0..1; what is beyond it is cut off. Bilinear
        drawing is five times as quick as `scaled` and as good, until pixels are skipped.
        """
        side = max(1, round(side_px * device_pixel_ratio))
        image = self.image.convertToFormat(QImage.Format.Format_RGB32)
        place = QRectF(
            target.x() * side, target.y() * side, target.width() * side, target.height() * side
        )
        if place.width() * 2 < image.width():
            smaller = place.toAlignedRect().size()
            image = image.scaled(smaller, mode=Qt.TransformationMode.SmoothTransformation)
        pixmap = QPixmap(side, side)
        if not place.contains(QRectF(pixmap.rect())):
            pixmap.fill(GROUND)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image, QRectF(image.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(device_pixel_ratio)
        return pixmap
