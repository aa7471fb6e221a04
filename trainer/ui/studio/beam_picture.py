"""A picture of the studio: what a beam would show, with the case's marks, which one can drag.

It is a free preview and says so: nothing is exposed, nothing is recorded (DESIGN 5).
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.studio_beam import BeamDrawn
from trainer.ui.presenters.studio_marks import Mark, Pixel, caught, on_beam
from trainer.ui.studio.marks_paint import paint_marks, paint_outline, paint_words

_TEXT, _FOCUS = QColor("#E8EAEC"), QColor("#C9D3DC")
_KEY = Qt.Key
_ARROWS = {
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Down: (0, 1),
    _KEY.Key_Up: (0, -1),
}


class BeamPicture(QWidget):
    """A square picture. Presses and drags are told in its pixels; arrows in steps of a mm."""

    pressed = Signal(object, object)  # mark or None, pixel
    dragged = Signal(object)  # pixel
    released = Signal()
    nudged = Signal(int, int, bool)  # right, down, whether far (Shift)
    turned = Signal(int, int)  # Ctrl+arrows: right, down

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(180, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shown: BeamDrawn | None = None
        self.waiting = ""
        self._image: ArrayImage | None = None
        self._marks: tuple[Mark, ...] = ()
        self._down = False

    def sizeHint(self) -> QSize:
        """As large as there is room."""
        return QSize(420, 420)

    def show_picture(self, shown: BeamDrawn | None, waiting: str = "") -> None:
        """Another picture, or none and why."""
        self.shown, self.waiting = shown, waiting
        self._image = None if shown is None else ArrayImage(shown.grey)
        self.setAccessibleDescription(waiting or (shown.caption if shown else ""))
        self.update()

    def show_waiting(self, words: str) -> None:
        """The picture is old: say what is being done; "" when it is not."""
        self.waiting = words
        self.update()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """The case's points."""
        self._marks = marks
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked."""
        return self._marks

    def place_of(self, pixel: Pixel) -> QPointF:
        """Where a pixel of the picture lies on this widget."""
        place = self._place()
        return place.topLeft() + QPointF(pixel[0] + 0.5, pixel[1] + 0.5) * self._scale(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the mark under it, or point."""
        if self.shown is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._down = True
        at = self._pixel(event.position())
        reach = 14.0 / self._scale(self._place())
        self.pressed.emit(caught(on_beam(self.shown.view, self._marks), at, reach), at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows."""
        if self._down and self.shown is not None:
            self.dragged.emit(self._pixel(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._down:
            self._down = False
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move what is chosen, 0.5 mm, with Shift 5 mm; with Ctrl they turn the machine."""
        step = _ARROWS.get(_KEY(event.key()))
        if step is None:
            event.ignore()
            return
        held = event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(*step)
        else:
            self.nudged.emit(*step, bool(held & Qt.KeyboardModifier.ShiftModifier))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, outlines, marks, letters, and that it is a preview."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        painter.fillRect(place, GROUND)
        if self._image is not None and self.shown is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image.image)
            painter.setClipRect(place)
            for structure, margin, lines in self.shown.outlines:
                paint_outline(painter, place, structure, lines, margin=margin)
            placed = on_beam(self.shown.view, self._marks)
            paint_marks(painter, place, self.shown.view.size_px[0], placed)
        self._paint_words(painter, place)
        if self.hasFocus():
            painter.setPen(_FOCUS)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(_TEXT)
        flag, inner = Qt.AlignmentFlag, place.adjusted(6, 4, -6, -4)
        if self.waiting:
            wrap = int(flag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            if self._image is not None:
                painter.fillRect(
                    QRectF(place.left(), place.center().y() - 22, place.width(), 44),
                    QColor(0, 0, 0, 150),
                )
            painter.drawText(inner, wrap, self.waiting)
        if self.shown is None:
            return
        left, right, top, bottom = self.shown.letters
        for where, text in (
            (flag.AlignVCenter | flag.AlignLeft, left),
            (flag.AlignVCenter | flag.AlignRight, right),
            (flag.AlignHCenter | flag.AlignTop, top),
            (flag.AlignHCenter | flag.AlignBottom, bottom),
            (flag.AlignLeft | flag.AlignBottom, self.shown.caption),
            (flag.AlignRight | flag.AlignTop, self.tr("FREE PREVIEW")),
        ):
            paint_words(painter, inner, where, text)

    def _place(self) -> QRectF:
        """As large as it fits, at its own proportions; a C-arm's picture is square."""
        columns, rows = (1, 1) if self.shown is None else self.shown.view.size_px
        scale = min(self.width() / columns, self.height() / rows)
        width, height = columns * scale, rows * scale
        return QRectF((self.width() - width) / 2.0, (self.height() - height) / 2.0, width, height)

    def _scale(self, place: QRectF) -> float:
        return place.width() / (1 if self.shown is None else self.shown.view.size_px[0])

    def _pixel(self, at: QPointF) -> Pixel:
        place = self._place()
        inside = (at - place.topLeft()) / self._scale(place)
        return inside.x() - 0.5, inside.y() - 0.5
