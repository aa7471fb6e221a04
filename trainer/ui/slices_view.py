"""Three linked slices: click or drag points, wheel scrolls, right drag windows."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from trainer.imaging.slices import EDGE_LETTERS, Cut
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.presenters.slices import NAMES, SlicesPresenter, SlicesRequest, drawn_slices
from trainer.ui.presenters.texts import tr
from trainer.ui.wheel import WheelDetents

_TEXT, _CROSS, _FOCUS = QColor("#E8EAEC"), QColor(201, 211, 220, 170), QColor("#C9D3DC")
_GAP = 10.0  # the crosshair is open in the middle: it hides nothing
_KEY = Qt.Key
_ARROWS = {
    _KEY.Key_Right: (1.0, 0.0),
    _KEY.Key_Left: (-1.0, 0.0),
    _KEY.Key_Down: (0.0, 1.0),
    _KEY.Key_Up: (0.0, -1.0),
}
_SCROLLS = {_KEY.Key_PageDown: 1.0, _KEY.Key_PageUp: -1.0}
_ZOOMS = {_KEY.Key_Plus: 1.0, _KEY.Key_Equal: 1.0, _KEY.Key_Minus: -1.0}


class SlicesView(QWidget):
    """The three slices' common part: presenter and thread. It must be closed."""

    pointed = Signal()

    def __init__(
        self,
        presenter: SlicesPresenter,
        parent: QWidget | None = None,
        cut_view: type[CutView] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("slices_view")
        self.presenter = presenter
        self.cuts = {cut: (cut_view or CutView)(cut, presenter, self) for cut in Cut}
        self._thread = DrawingThread(drawn_slices, self._show, self)
        presenter.ask = self._thread.ask
        presenter.moved = self._moved

    @property
    def is_drawn(self) -> bool:
        """Whether the newest pictures are shown."""
        asked = self.presenter.asked
        return asked is not None and all(view.shown is asked for view in self.cuts.values())

    def close_thread(self) -> None:
        """No more pictures."""
        self._thread.close()

    def resize_pictures(self, side_px: int, device_pixel_ratio: float) -> None:
        """Squares of this many logical pixels."""
        self.presenter.resize(round(side_px * device_pixel_ratio))

    def _moved(self) -> None:
        for view in self.cuts.values():
            view.update()
        self.pointed.emit()

    def _show(self, request: SlicesRequest, pictures: Mapping[Cut, NDArray[np.uint8]]) -> None:
        for cut, view in self.cuts.items():
            view.show_picture(request, pictures[cut])


class CutView(QWidget):
    """One of the slices."""

    def __init__(self, cut: Cut, presenter: SlicesPresenter, owner: SlicesView) -> None:
        super().__init__(owner)
        self.setObjectName(f"slice_{cut}")
        self.setAccessibleName(tr(NAMES[cut]))
        self.setToolTip(
            self.tr(
                "Click or drag: crosshair. Wheel: scroll, Ctrl+wheel: zoom. Right drag: window. "
                "Double click resets. Keys: arrows, Page Up and Page Down, + and -, 0."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 120)
        self.cut = cut
        self.shown: SlicesRequest | None = None
        self._owner = owner
        self._presenter = presenter
        self._image: ArrayImage | None = None
        self._last: QPointF | None = None
        self._wheel = WheelDetents()

    def show_picture(self, request: SlicesRequest, picture: NDArray[np.uint8]) -> None:
        """The newest picture."""
        self.shown, self._image = request, ArrayImage(picture)
        self.setAccessibleDescription(self._presenter.caption(self.cut).replace("\n", ", "))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left points; right begins to window."""
        self._last = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The crosshair or the window follows."""
        if self._last is None:
            return
        step = event.position() - self._last
        self._last = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point(event.position())
        elif event.buttons() & Qt.MouseButton.RightButton:
            self._presenter.window_by(step.x(), step.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The drag is over."""
        self._last = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As it was at first."""
        self._last = None
        self._presenter.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom."""
        detents = self._wheel.down(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._presenter.zoom(-detents)
        elif detents:
            self._presenter.scroll(self.cut, detents)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the crosshair, Page keys scroll, + and - zoom, 0 resets."""
        key = _KEY(event.key())
        if key in _ARROWS:
            self._presenter.nudge(self.cut, *_ARROWS[key])
        elif key in _SCROLLS:
            self._presenter.scroll(self.cut, _SCROLLS[key])
        elif key in _ZOOMS:
            self._presenter.zoom(_ZOOMS[key])
        elif key == _KEY.Key_0:
            self._presenter.reset()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pictures are as large as the smallest of the three."""
        super().resizeEvent(event)
        side = min(min(view.width(), view.height()) for view in self._owner.cuts.values())
        self._owner.resize_pictures(side, self.devicePixelRatioF())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, crosshair, edge letters, where it lies."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), GROUND)
        place = self._place()
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image.image)
        self._paint_cross(painter, place)
        self._paint_words(painter, place)
        if self.hasFocus():
            painter.setPen(_FOCUS)
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_cross(self, painter: QPainter, place: QRectF) -> None:
        across, down = self._presenter.cross(self.cut)
        x, y = place.x() + across * place.width(), place.y() + down * place.height()
        painter.setPen(_CROSS)
        for start, end in (
            ((place.left(), y), (x - _GAP, y)),
            ((x + _GAP, y), (place.right(), y)),
            ((x, place.top()), (x, y - _GAP)),
            ((x, y + _GAP), (x, place.bottom())),
        ):
            painter.drawLine(QPointF(*start), QPointF(*end))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(_TEXT)
        inner = place.adjusted(6, 4, -6, -4)
        flag = Qt.AlignmentFlag
        left, right, top, bottom = EDGE_LETTERS[self.cut]
        middle = flag.AlignVCenter
        painter.drawText(inner, middle | flag.AlignLeft, left)
        painter.drawText(inner, middle | flag.AlignRight, right)
        painter.drawText(inner, flag.AlignHCenter | flag.AlignTop, top)
        painter.drawText(inner, flag.AlignHCenter | flag.AlignBottom, bottom)
        painter.drawText(
            inner, flag.AlignLeft | flag.AlignBottom, self._presenter.caption(self.cut)
        )

    def _place(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2.0, (self.height() - side) / 2.0, side, side)

    def _point(self, at: QPointF) -> None:
        place = self._place()
        across, down = (at.x() - place.x()) / place.width(), (at.y() - place.y()) / place.height()
        self._presenter.point_at(self.cut, min(1.0, max(0.0, across)), min(1.0, max(0.0, down)))
