"""The turnable 3D view: drag turns, wheel zooms, right drag pans, a click points at bone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import QWheelEvent as Wheel
from PySide6.QtWidgets import QWidget

from trainer.imaging.solid_render import Detail
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.solid import (
    KEY_PAN_MM,
    KEY_TURN_DEG,
    TURN_DEG_PER_PX,
    SolidPresenter,
    SolidRequest,
    drawn_solid,
)
from trainer.ui.wheel import WheelDetents

REST_MS = 140  # the hand has come to rest: draw it fine
CLICK_PX = 4  # what moves less was a click
_KEY = Qt.Key
# The eye goes where the arrow points, as the receptor does in the suite (conventions).
_ARROWS = {
    _KEY.Key_Right: (1.0, 0.0),
    _KEY.Key_Left: (-1.0, 0.0),
    _KEY.Key_Down: (0.0, 1.0),
    _KEY.Key_Up: (0.0, -1.0),
}
_ZOOMS = {_KEY.Key_Plus: 1.0, _KEY.Key_Equal: 1.0, _KEY.Key_Minus: -1.0}


class SolidView(QWidget):
    """One 3D view. It must be closed: it owns a thread."""

    picked = Signal(object)  # world mm, shape (3,)
    turned = Signal()

    def __init__(self, presenter: SolidPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("solid_view")
        self.setAccessibleName(self.tr("3D view"))
        self.setToolTip(
            self.tr(
                "Drag turns, wheel zooms, right drag pans, click points at bone, double click "
                "resets. Keys: arrows, Shift+arrows, + and -, 0."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 200)
        self.presenter = presenter
        self._image: ArrayImage | None = None
        self.shown: SolidRequest | None = None
        self._last: QPointF | None = None
        self._travelled = 0.0
        self._wheel = WheelDetents()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(presenter.settle)
        self._thread = DrawingThread(drawn_solid, self._show, self)
        presenter.ask = self._thread.ask

    @property
    def is_drawn(self) -> bool:
        """Whether the newest picture is shown, drawn fine."""
        shown = self.shown
        return shown is not None and shown is self.presenter.asked and shown.detail is Detail.FINE

    def close_thread(self) -> None:
        """No more pictures."""
        self._rest.stop()
        self._thread.close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag or a click begins."""
        self._last, self._travelled = event.position(), 0.0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Left turns, right and middle pan."""
        if self._last is None:
            return
        step = event.position() - self._last
        self._last = event.position()
        self._travelled += abs(step.x()) + abs(step.y())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.presenter.turn(step.x(), step.y())
        else:
            side = self._place().width()
            self.presenter.pan(step.x() / side, step.y() / side)
        self._moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What did not move was a click: point at the bone under it."""
        if (
            self._last is not None
            and event.button() == Qt.MouseButton.LeftButton
            and self._travelled < CLICK_PX
        ):
            place = self._place()
            at = (event.position() - place.topLeft()) / place.width()
            point = self.presenter.picked(at.x(), at.y())
            if point is not None:
                self.picked.emit(point)
        self._last = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As it was at first."""
        self._last = None
        self.presenter.reset()
        self.turned.emit()

    def wheelEvent(self, event: Wheel) -> None:
        """Zoom."""
        self.presenter.zoom(-self._wheel.down(event))
        self._moved()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, with Shift they pan; + and - zoom; 0 resets."""
        key = _KEY(event.key())
        if key in _ARROWS:
            right, down = _ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.presenter.pan_mm(right * KEY_PAN_MM, down * KEY_PAN_MM)
            else:
                step = KEY_TURN_DEG / TURN_DEG_PER_PX
                self.presenter.turn(-right * step, -down * step)
        elif key in _ZOOMS:
            self.presenter.zoom(_ZOOMS[key])
        elif key == _KEY.Key_0:
            self.presenter.reset()
        else:
            event.ignore()
            return
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw as many pixels as there are."""
        super().resizeEvent(event)
        side = max(2, round(self._place().width() * self.devicePixelRatioF()))
        self.presenter.resize((side, side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The newest picture, where one stands, and that it is a simulation."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        place = self._place()
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image.image)
        inner = place.adjusted(8, 6, -8, -6)
        painter.setPen(QColor("#E8EAEC"))
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignLeft, self.presenter.caption)
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignRight, self.tr("SIMULATION"))
        if self.hasFocus():
            painter.setPen(QColor("#C9D3DC"))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _place(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2.0, (self.height() - side) / 2.0, side, side)

    def _moved(self) -> None:
        self._rest.start()
        self.update()
        self.turned.emit()

    def _show(self, request: SolidRequest, picture: NDArray[np.uint8]) -> None:
        self.shown, self._image = request, ArrayImage(picture)
        self.setAccessibleDescription(self.presenter.caption)
        self.update()
