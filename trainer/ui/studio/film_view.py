"""A stored picture that one marks: by clicks, or by arrows and Return."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from trainer.ui.picture_image import GROUND, ArrayImage

MARK = QColor("#3DD6C4")
CHOSEN = QColor("#FFFFFF")


class FilmView(QWidget):
    """One stored picture and the marks on it; arrows move a cross, Return clicks there."""

    pointed = Signal(float, float)  # (column, row) of the stored picture

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("film_view")
        self.setAccessibleName(self.tr("Radiograph"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 260)
        self._image: ArrayImage | None = None
        self._marks: tuple[tuple[str, tuple[float, float]], ...] = ()
        self._chosen = ""
        self._cross = QPointF(0.0, 0.0)

    def show_film(
        self,
        image: ArrayImage | None,
        marks: tuple[tuple[str, tuple[float, float]], ...],
        chosen: str,
    ) -> None:
        """Another picture or other marks; chosen : the mark that the next click moves."""
        if image is not None and (
            self._image is None or image.image.size() != self._image.image.size()
        ):
            self._cross = QPointF(image.image.width() / 2.0, image.image.height() / 2.0)
        self._image, self._marks, self._chosen = image, marks, chosen
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole picture as large as it fits, marks as rings with their names."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(self._place(), self._image.image)
        for name, (column, row) in self._marks:
            at = self._shown(column, row)
            painter.setPen(QPen(CHOSEN if name == self._chosen else MARK, 1.6))
            painter.drawEllipse(at, 5.0, 5.0)
            painter.drawText(at + QPointF(8.0, -5.0), name)
        if self.hasFocus():
            at = self._shown(self._cross.x(), self._cross.y())
            painter.setPen(QPen(CHOSEN, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(at - QPointF(14.0, 0.0), at + QPointF(14.0, 0.0))
            painter.drawLine(at - QPointF(0.0, 14.0), at + QPointF(0.0, 14.0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Here it is."""
        if self._image is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place, scale = self._place(), self._scale()
        at = (event.position() - place.topLeft()) / scale - QPointF(0.5, 0.5)
        if place.contains(event.position()):
            self._cross = at
            self.pointed.emit(at.x(), at.y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by five pixels, with Shift by half a one; Return sets the mark."""
        step = 0.5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 5.0
        moves = {
            Qt.Key.Key_Left: QPointF(-step, 0.0),
            Qt.Key.Key_Right: QPointF(step, 0.0),
            Qt.Key.Key_Up: QPointF(0.0, -step),
            Qt.Key.Key_Down: QPointF(0.0, step),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._cross += moves[key]
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._image is not None:
            self.pointed.emit(self._cross.x(), self._cross.y())
        else:
            super().keyPressEvent(event)

    def place_of(self, column: float, row: float) -> QPointF:
        """Where a pixel of the picture lies on this widget."""
        return self._shown(column, row)

    def _scale(self) -> float:
        assert self._image is not None
        size = self._image.image.size()
        return min(self.width() / size.width(), self.height() / size.height())

    def _place(self) -> QRectF:
        assert self._image is not None
        size, scale = self._image.image.size(), self._scale()
        width, height = size.width() * scale, size.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _shown(self, column: float, row: float) -> QPointF:
        return self._place().topLeft() + QPointF(column + 0.5, row + 0.5) * self._scale()
