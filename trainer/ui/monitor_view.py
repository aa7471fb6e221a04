"""A monitor: a picture, what is burned into it, and its state. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from trainer.ui.picture_image import ArrayImage
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.presenters.window_level import WindowLevel
from trainer.ui.theme import DARK
from trainer.ui.wheel import WheelDetents

SIMULATION = "SIMULATION - NOT A PATIENT"
BAR_MM = 20.0
SMALL_PX = 500  # a monitor narrower than this writes smaller
FRAMES: Mapping[MonitorState, str] = {
    MonitorState.EMPTY: DARK.line,
    MonitorState.LIVE: DARK.beam,
    MonitorState.HELD: DARK.held,
    MonitorState.REFERENCE: DARK.muted,
}


class MonitorView(QWidget):
    """One monitor. Left drags and the wheel are told onward; right drag is window and level."""

    dragged = Signal(float, float, bool)  # right, down in pixels; fine
    wheeled = Signal(int, bool)  # detents down; fine
    touched = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(self.tr("Right drag: window and level. Double click: reset."))
        self._label = label
        self._state = MonitorState.EMPTY
        self._note = ""
        self._picture: Picture | None = None
        self._image: ArrayImage | None = None
        self._pixmap: QPixmap | None = None
        self._window_level = WindowLevel()
        self._last: QPointF | None = None
        self._wheel = WheelDetents()

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def window_level(self) -> WindowLevel:
        """How the greys are spread."""
        return self._window_level

    @property
    def state(self) -> MonitorState:
        """The state that is shown."""
        return self._state

    def show_picture(self, picture: Picture | None) -> None:
        """Show this exposure."""
        self._picture = picture
        self._render()

    def show_state(self, state: MonitorState, note: str) -> None:
        """Show this state and its note."""
        self._state, self._note = state, note
        lines = self._picture.lines if self._picture else ()
        self.setAccessibleDescription(", ".join((note, *lines)))
        self.update()

    def _render(self) -> None:
        grey = self._picture.grey if self._picture else None
        self._image = ArrayImage(self._window_level.applied(grey)) if grey is not None else None
        self._pixmap = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._last = event.position()
        self.touched.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Left: told onward. Right: window and level."""
        if self._last is None:
            return
        step, self._last = event.position() - self._last, event.position()
        if event.buttons() & Qt.MouseButton.RightButton:
            self._window_level = self._window_level.dragged(step.x(), step.y())
            self._render()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.dragged.emit(step.x(), step.y(), fine)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        self._last = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Window and level as they came."""
        self._window_level = WindowLevel()
        self._render()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whole detents are told onward."""
        detents = self._wheel.down(event)
        if detents:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.wheeled.emit(detents, fine)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, overlay, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#050606"))
        if self._image is None:
            self._paint_empty(painter)
        else:
            self._paint_picture(painter)
        self._paint_frame(painter)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(DARK.muted))
        box = QRectF(self.rect()).adjusted(30, 30, -30, -30)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box, flags, self._note or self.tr("Empty"))
        self._write(painter, self._label, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _paint_picture(self, painter: QPainter) -> None:
        assert self._image is not None
        assert self._picture is not None
        side = min(self.width(), self.height())
        if self._pixmap is None or self._pixmap.deviceIndependentSize().width() != side:
            self._pixmap = self._image.pixmap(side, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, self._pixmap)
        self._paint_texts(painter, self._picture)
        self._paint_bar(painter, self._picture, side)

    def _paint_texts(self, painter: QPainter, picture: Picture) -> None:
        at = Qt.AlignmentFlag
        left, right, top, bottom = picture.letters
        self._write(painter, self.tr(SIMULATION), at.AlignTop | at.AlignLeft)
        self._paint_note(painter)
        self._write(painter, "\n".join(picture.lines), at.AlignBottom | at.AlignLeft)
        spread = self._window_level
        self._write(
            painter, f"W {spread.window:.0f}  L {spread.level:.0f}", at.AlignBottom | at.AlignRight
        )
        for letter, edge in (
            (left, at.AlignVCenter | at.AlignLeft),
            (right, at.AlignVCenter | at.AlignRight),
            (f"\n{top}" if self._small else top, at.AlignTop | at.AlignHCenter),
            (bottom, at.AlignBottom | at.AlignHCenter),
        ):
            self._write(painter, letter, edge, bold=True)

    def _paint_note(self, painter: QPainter) -> None:
        """The state in its colour, on a dark ground so that it reads over any grey."""
        painter.setFont(self._font())
        width = painter.fontMetrics().horizontalAdvance(self._note) + 16.0
        height = painter.fontMetrics().height() + 4.0
        box = QRectF(self.width() - width - 6.0, 6.0, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 18, 20, 215))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(FRAMES[self._state]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._note)

    def _paint_bar(self, painter: QPainter, picture: Picture, side: int) -> None:
        length = BAR_MM / picture.pixel_mm_at_isocentre * side / picture.grey.shape[1]
        x, y = side - 16.0, side - 34.0
        for colour, width in (("#000000", 4.0), (DARK.text, 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(QPointF(x - length, y), QPointF(x, y))
            for end in (x - length, x):
                painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))
        text = self.tr("{length} mm at isocentre").format(length=f"{BAR_MM:.0f}")
        box = QRectF(x - 200, y - 24, 200, 18)
        painter.setFont(self._font())
        self._outlined(painter, box, Qt.AlignmentFlag.AlignRight, text, DARK.text)

    def _write(
        self,
        painter: QPainter,
        text: str,
        where: Qt.AlignmentFlag,
        colour: str = DARK.text,
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(self._font(bold=bold))
        self._outlined(painter, QRectF(self.rect()).adjusted(12, 8, -12, -10), where, text, colour)

    @property
    def _small(self) -> bool:
        return self.width() < SMALL_PX

    def _font(self, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize((14 if bold else 11) if self._small else (16 if bold else 13))
        font.setBold(bold)
        return font

    @staticmethod
    def _outlined(
        painter: QPainter, box: QRectF, where: Qt.AlignmentFlag, text: str, colour: str
    ) -> None:
        painter.setPen(QColor(0, 0, 0, 220))
        for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawText(box.translated(right, down), where, text)
        painter.setPen(QColor(colour))
        painter.drawText(box, where, text)

    def _paint_frame(self, painter: QPainter) -> None:
        width = 4.0 if self._state is MonitorState.LIVE else 2.0
        painter.setPen(QPen(QColor(FRAMES[self._state]), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2.0
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
