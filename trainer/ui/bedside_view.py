"""The bedside: the back under a lamp, pointer, marks and needle; always live."""

from __future__ import annotations

from math import cos, hypot, radians, sin

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from trainer.ui.pens import round_pen
from trainer.ui.picture_image import ArrayImage
from trainer.ui.presenters.back_picture import BackSurface, BedsideMap, bedside_map
from trainer.ui.presenters.shown import BedsideShown, NeedleShown, Place, Standing
from trainer.ui.side_buttons import left_to_the_room
from trainer.ui.theme import DARK
from trainer.ui.wheel import WheelDetents, pushed_um

LEAN = (
    0.42  # heights lean toward the head by this much, so that a steep shaft is seen from its side
)
HUB_RADIUS_PX = 7.0
HUB_REACH_PX = 18.0


class BedsideView(QWidget):
    """Drag on the back: the pointer. Press on the hub: grip; drag it: tilt; wheel: push."""

    pointed = Signal(float, float)  # x_mm, z_mm
    hub_pressed = Signal()
    hub_released = Signal()
    dragged = Signal(float, float, bool)
    wheeled = Signal(int)  # micrometres that a gripped needle is pushed
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bedside")
        self.setAccessibleName(self.tr("Bedside view of the back, head up"))
        self.setToolTip(
            self.tr("Drag: the metal pointer (Alt+arrows). Press the hub to grip it; drag to tilt.")
        )
        self._back: BackSurface | None = None
        self._image: ArrayImage | None = None
        self._map: BedsideMap | None = None
        self._pixmap: QPixmap | None = None
        self._shown = BedsideShown()
        self._last: QPointF | None = None
        self._on_hub = False
        self._wheel = WheelDetents()

    def set_back(self, back: BackSurface, picture: NDArray[np.uint8]) -> None:
        """The patient's back, and how it looks."""
        self._back, self._image = back, ArrayImage(picture)
        self._pixmap, self._map = None, None
        self.update()

    def show_bedside(self, shown: BedsideShown) -> None:
        """What lies on it now."""
        self._shown = shown
        self.update()

    def pixel_of(self, place: Place, height_mm: float = 0.0) -> QPointF:
        """Where a place of the table is drawn."""
        mapping = self._mapping()
        column, row = mapping.pixel(*place)
        return QPointF(column, row - LEAN * height_mm * mapping.px_per_mm)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is drawn anew for a new size."""
        self._pixmap, self._map = None, None
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the hub: grip. Elsewhere: the pointer."""
        if left_to_the_room(event):
            return
        self.touched.emit()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._last = event.position()
        self._on_hub = self._near_hub(event.position())
        if self._on_hub:
            self.hub_pressed.emit()
        else:
            self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed."""
        if self._last is None:
            return
        step, self._last = event.position() - self._last, event.position()
        if self._on_hub:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.dragged.emit(step.x(), step.y(), fine)
        else:
            self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if left_to_the_room(event):
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = None
            if self._on_hub:
                self._on_hub = False
                self.hub_released.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whole detents are told onward, as the push they stand for."""
        detents = self._wheel.down(event)
        if detents:
            self.wheeled.emit(pushed_um(event, detents))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Back, laser, marks, pointer, needle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(DARK.panel))
        if self._back is None:
            return
        painter.drawPixmap(0, 0, self._picture())
        if self._shown.laser:
            self._paint_laser(painter, self._shown.laser)
        for mark in self._shown.marks:
            self._paint_mark(painter, mark)
        if self._shown.pointer:
            self._paint_pointer(painter, self._shown.pointer)
        for standing in self._shown.resting:
            self._paint_needle(painter, standing, gripped=False)
        if self._shown.needle:
            self._paint_needle(painter, self._shown.needle, gripped=self._shown.gripped)
            if self._shown.forceps:
                self._paint_forceps(painter, self._standing(self._shown.needle.hub))
        self._paint_words(painter)

    def _picture(self) -> QPixmap:
        if self._pixmap is None:
            assert self._image is not None
            side = min(self.width(), self.height())
            self._pixmap = self._image.pixmap(side, self.devicePixelRatioF())
        return self._pixmap

    def _mapping(self) -> BedsideMap:
        if self._map is None:
            assert self._back is not None
            self._map = bedside_map(self._back, min(self.width(), self.height()))
        return self._map

    def _point(self, at: QPointF) -> None:
        if self._back is not None:
            self.pointed.emit(*self._mapping().place_mm(at.x(), at.y()))

    def _near_hub(self, at: QPointF) -> bool:
        needle = self._shown.needle
        if needle is None:
            return False
        offset = at - self._standing(needle.hub)
        return hypot(offset.x(), offset.y()) <= HUB_REACH_PX

    def _standing(self, at: Standing) -> QPointF:
        return self.pixel_of((at[0], at[1]), at[2])

    def _paint_laser(self, painter: QPainter, place: Place) -> None:
        at = self.pixel_of(place)
        painter.setPen(QPen(QColor(170, 235, 205, 190), 1.2))
        for right, down in ((11, 0), (0, 11)):
            arm = QPointF(right, down)
            painter.drawLine(at - arm, at - arm * 0.25)
            painter.drawLine(at + arm * 0.25, at + arm)

    def _paint_mark(self, painter: QPainter, place: Place) -> None:
        at = self.pixel_of(place)
        painter.setPen(round_pen("#3A2A5C", 2.2))
        painter.drawLine(at - QPointF(4, 4), at + QPointF(4, 4))
        painter.drawLine(at - QPointF(4, -4), at + QPointF(4, -4))

    def _paint_pointer(self, painter: QPainter, place: Place) -> None:
        tip = self.pixel_of(place)
        handle = tip + QPointF(30, 42)
        for colour, width in (("#1B1D1F", 5.0), (DARK.steel, 3.0)):
            painter.setPen(round_pen(colour, width))
            painter.drawLine(tip + (handle - tip) * 0.12, handle)
        painter.setPen(QPen(QColor("#1B1D1F"), 1.0))
        painter.setBrush(QColor(DARK.steel))
        painter.drawEllipse(tip, 2.6, 2.6)

    def _paint_needle(self, painter: QPainter, needle: NeedleShown, *, gripped: bool) -> None:
        entry, hub = self.pixel_of(needle.entry), self._standing(needle.hub)
        shadow = self.pixel_of((needle.hub[0], needle.hub[1])) + QPointF(5, 3)
        painter.setPen(round_pen(QColor(0, 0, 0, 70), 3.0))
        painter.drawLine(entry, shadow)
        bow = QPointF(5.0, 0.0) if needle.bows else QPointF()
        for colour, width in (("#202326", 3.4), (DARK.steel, 1.8)):
            painter.setPen(round_pen(colour, width))
            middle = (entry + hub) / 2.0 + bow
            painter.drawPolyline([entry, (entry + middle) / 2.0 + bow * 0.25, middle,
                                  (middle + hub) / 2.0 + bow * 0.25, hub])  # fmt: skip
        painter.setPen(QPen(QColor("#202326"), 2.0))
        for ring in needle.rings:
            at = self._standing(ring)
            painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0))
        self._paint_hub(painter, hub, gripped=gripped)
        self._paint_notch(painter, hub, needle.notch_deg)

    def _paint_notch(self, painter: QPainter, hub: QPointF, notch_deg: float) -> None:
        """A white nick at the hub's edge: the head is up, clockwise as the hub is seen."""
        toward = QPointF(sin(radians(notch_deg)), -cos(radians(notch_deg)))
        painter.setPen(round_pen("#F4F6F5", 2.4))
        painter.drawLine(hub + toward * (HUB_RADIUS_PX * 0.55), hub + toward * HUB_RADIUS_PX)

    def _paint_hub(self, painter: QPainter, hub: QPointF, *, gripped: bool) -> None:
        shade = QRadialGradient(hub - QPointF(2, 2), HUB_RADIUS_PX * 1.4)
        shade.setColorAt(0.0, QColor("#8FB7A8"))
        shade.setColorAt(1.0, QColor("#35564B"))
        painter.setPen(QPen(QColor(DARK.text if gripped else "#16211D"), 2.4 if gripped else 1.2))
        painter.setBrush(QBrush(shade))
        painter.drawEllipse(hub, HUB_RADIUS_PX, HUB_RADIUS_PX)
        painter.setBrush(QColor("#16211D"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(hub, 1.8, 1.8)

    def _paint_forceps(self, painter: QPainter, hub: QPointF) -> None:
        """Two jaws at the hub; the handles, and the hand on them, are outside the beam."""
        for side in (-1.0, 1.0):
            jaw, joint = hub + QPointF(4.0, side * 6.0), hub + QPointF(26.0, -side * 1.5)
            for colour, width in (("#202326", 4.2), (DARK.steel, 2.4)):
                painter.setPen(round_pen(colour, width))
                painter.drawPolyline([jaw, joint, hub + QPointF(62.0, -side * 13.0)])

    def _paint_words(self, painter: QPainter) -> None:
        at = Qt.AlignmentFlag
        painter.setPen(QColor(DARK.text))
        box = QRectF(self.rect()).adjusted(8, 5, -8, -5)
        painter.drawText(box, at.AlignTop | at.AlignLeft, self.tr("Bedside"))
        painter.drawText(box, at.AlignTop | at.AlignHCenter, self.tr("Head"))
        painter.drawText(box, at.AlignVCenter | at.AlignLeft, self.tr("L"))
        painter.drawText(box, at.AlignVCenter | at.AlignRight, self.tr("R"))
