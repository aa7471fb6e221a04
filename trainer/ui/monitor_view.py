"""A monitor: a picture, what is burned into it, and its state; window, zoom and measuring on it."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from trainer.imaging.look import Look, grey_of
from trainer.ui.monitor_paint import SIMULATION, MonitorPainter
from trainer.ui.picture_image import GROUND, ArrayImage
from trainer.ui.preferences import PREFER
from trainer.ui.presenters.caliper import NEEDED, Measure, Tool
from trainer.ui.presenters.collimator import BladesShown
from trainer.ui.presenters.monitor_tools import ZOOM_STEP, MonitorDisplay
from trainer.ui.presenters.orientation import Point
from trainer.ui.presenters.shown import MonitorState, Picture
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.window_level import WindowLevel
from trainer.ui.side_buttons import left_to_the_room
from trainer.ui.wheel import WheelDetents, pushed_um

CURSORS = {
    Tool.HAND: Qt.CursorShape.ArrowCursor,
    Tool.COLLIMATE: Qt.CursorShape.SizeAllCursor,
}
_RIGHT, _MIDDLE = Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
_LEFT, _SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
ZOOM_PX = 30.0  # design value: a right drag this far is one step of the wheel


class MonitorView(QWidget):
    """One monitor. Gripped left drags and wheels are told onward, as the picture's own axes;
    everything else changes how the picture is looked at and nothing in the room.
    """

    dragged = Signal(float, float, bool)  # right, down in pixels along the picture's axes; fine
    wheeled = Signal(int)  # micrometres that a gripped needle is pushed
    touched = Signal()
    hung = Signal()  # flipped or turned
    blade_dragged = Signal(int, float, float)  # left, right, top or bottom; the picture's point

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(
            self.tr(
                "Right drag: window and level, double click resets. Wheel: zoom, Shift or middle "
                "drag: pan (with the hub gripped, wheel and drag move the needle)."
            )
        )
        self.gripped: Callable[[], bool] = lambda: False
        self.measure: Measure | None = None
        self.chosen = self.collimating = False
        self.blades: BladesShown | None = None
        self._blade: int | None = None
        self._label = label
        self._state = MonitorState.EMPTY
        self._note = ""
        self._picture: Picture | None = None
        self._display = MonitorDisplay()
        self._image: tuple[Look, ArrayImage] | None = None
        self._pixmap: tuple[object, QPixmap] | None = None
        self._last: QPointF | None = None
        self._began = QPointF()
        self._wheel = WheelDetents()
        self.setMouseTracking(True)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def window_level(self) -> WindowLevel:
        """How the greys are spread."""
        return self._display.window_level

    @property
    def display(self) -> MonitorDisplay:
        """How the picture is looked at."""
        return self._display

    @property
    def state(self) -> MonitorState:
        """The state that is shown."""
        return self._state

    @property
    def side_px(self) -> int:
        """The edge of the square that is drawn on, logical pixels."""
        return min(self.width(), self.height())

    def show_picture(self, picture: Picture | None) -> None:
        """Show this exposure; a measurement belongs to its picture and goes with it."""
        before = self._picture
        if before is None or picture is None or before.number != picture.number:
            self.measure = self.measure and Measure(self.measure.tool)
        self._picture, self._image = picture, None
        self.update()

    def show_state(self, state: MonitorState, note: str) -> None:
        """Show this state and its note."""
        self._state, self._note = state, note
        lines = self._picture.lines if self._picture else ()
        self.setAccessibleDescription(", ".join((note, *lines)))
        self.update()

    def change(self, display: MonitorDisplay) -> None:
        """Look at it so."""
        turned = display.orientation != self._display.orientation
        self._display = display
        self.update()
        if turned:
            self.hung.emit()

    def show_blades(self, blades: BladesShown | None) -> None:
        """The shutters as they stand; drawn in hand, or where they moved since the picture."""
        self.blades = blades
        self.update()

    def choose_tool(self, tool: Tool) -> None:
        """A measuring tool for the left button, or none."""
        self.measure = Measure(tool) if tool in NEEDED else None
        self.collimating = tool is Tool.COLLIMATE
        self.setCursor(CURSORS.get(tool, Qt.CursorShape.CrossCursor))
        self.update()

    def nudge(self, right_px: float, down_px: float) -> None:
        """The measuring point, or the zoomed picture, by keys."""
        right, down = right_px / self.side_px, down_px / self.side_px
        if self.measure is None:
            self.change(self._display.panned(-right, -down))
            return
        zoom = self._display.zoom
        step = self._display.orientation.unseen((right / zoom, down / zoom))
        self.measure = self.measure.nudged(*step)
        self.update()

    def set_point(self) -> None:
        """The measuring point is set where the cursor is."""
        if self.measure is not None:
            self.measure = self.measure.set_point()
            self.update()

    @property
    def measured(self) -> str:
        """What the measurement says."""
        if self.measure is None or self._picture is None:
            return ""
        return self.measure.text(self._picture.edge_mm)

    def point_at(self, at: QPointF) -> Point:
        """The picture's point under a place of the widget."""
        return self._display.picture_point((at.x() / self.side_px, at.y() / self.side_px))

    def place_of(self, point: Point) -> QPointF:
        """Where a point of the picture is drawn."""
        right, down = self._display.monitor_place(point)
        return QPointF(right * self.side_px, down * self.side_px)

    # Input ---------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        if left_to_the_room(event):
            return
        self._last = self._began = event.position()
        self.touched.emit()
        if event.button() == _LEFT and self.measure is not None:
            self.measure = self.measure.pressed(self.point_at(event.position()))
            self.update()
        elif event.button() == _LEFT and self.collimating and self.blades is not None:
            self._blade = self.blades.nearest(self.point_at(event.position()), self._display.zoom)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Right: window and level. Middle, or Shift without grip: pan. Left: told onward."""
        if self.measure is not None and not event.buttons() & (_RIGHT | _MIDDLE):
            self.measure = self.measure.moved(self.point_at(event.position()))
            self.update()
            return
        if self._last is None:
            return
        if self.collimating and event.buttons() & _LEFT:
            if self._blade is not None:
                self.blade_dragged.emit(self._blade, *self.point_at(event.position()))
            return
        step, self._last = event.position() - self._last, event.position()
        fine = bool(event.modifiers() & _SHIFT)
        if self._spreads(event):
            self.change(self._display.windowed(self.window_level.dragged(step.x(), step.y())))
        elif event.buttons() & _RIGHT:
            at = self._began / self.side_px
            factor = ZOOM_STEP ** (-step.y() / ZOOM_PX)
            self.change(self._display.zoomed(factor, (at.x(), at.y())))
        elif event.buttons() & _MIDDLE or (fine and not self.gripped()):
            self.change(self._display.panned(step.x() / self.side_px, step.y() / self.side_px))
        elif event.buttons() & _LEFT:
            self.dragged.emit(*self._display.orientation.unseen((step.x(), step.y())), fine)

    def _spreads(self, event: QMouseEvent) -> bool:
        """Whether this drag is window and level, by the preset of the mouse."""
        if not PREFER.right_zooms:
            return bool(event.buttons() & _RIGHT)
        shift = bool(event.modifiers() & _SHIFT)
        return bool(event.buttons() & _LEFT) and not shift and not self.gripped()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        if left_to_the_room(event):
            return
        if event.button() == _LEFT and self.measure is not None:
            way = event.position() - self._began
            dragged = hypot(way.x(), way.y()) / self.side_px
            self.measure = self.measure.released(self.point_at(event.position()), dragged)
            self.update()
        self._last = self._blade = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Window and level as they came; with a tool in hand it is a press."""
        if self.measure is not None or self.collimating:
            self.mousePressEvent(event)
        else:
            self.change(self._display.windowed(WindowLevel()))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whole detents: with the hub gripped they are told onward, without it they zoom."""
        detents = self._wheel.down(event)
        if detents and self.gripped():
            self.wheeled.emit(pushed_um(event, detents))
        elif detents:
            at = event.position() / self.side_px
            self.change(self._display.zoomed(ZOOM_STEP**-detents, (at.x(), at.y())))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What lies over the picture is as large as it."""
        super().resizeEvent(event)
        for over in self.children():
            if isinstance(over, QWidget):
                over.setGeometry(self.rect())

    # Painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, overlay, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = MonitorPainter(painter, self.side_px, self.font())
        if self._picture is None:
            painter.fillRect(self.rect(), GROUND)
            over.empty(self._note or self.tr("Empty"), self._label)
        else:
            painter.drawPixmap(0, 0, self._drawn(self._picture))
            self._paint_over(over, self._picture)
        over.frame(self._state)
        if self.chosen:
            over.chosen()

    def _paint_over(self, over: MonitorPainter, picture: Picture) -> None:
        if self.blades is not None and (self.collimating or self.blades.differ):
            upper, lower = (self.place_of(corner) for corner in self.blades.corners)
            over.blades((upper, lower), in_hand=self.collimating)
        at = Qt.AlignmentFlag
        over.write(tr(SIMULATION), at.AlignTop | at.AlignLeft)
        over.note(self._note, self._state)
        over.texts(picture, self._display)
        over.bar(picture, self._display.zoom, self.tr("{length} mm at isocentre"))
        if self.measure is not None:
            places = [self.place_of(point) for point in self.measure.path]
            over.measured(places, self.measured)

    def _drawn(self, picture: Picture) -> QPixmap:
        """The picture as it is looked at, in the screen's own pixels; made anew when that changes.

        The grey comes from the floats through the window at once, so a narrow window shows no
        bands.
        """
        display, side, ratio = self._display, self.side_px, self.devicePixelRatioF()
        if self._image is None or self._image[0] != display.look:
            grey = grey_of(picture.values, display.look)
            self._image, self._pixmap = (display.look, ArrayImage(grey)), None
        key = (display.zoom, display.centre, side, ratio)
        if self._pixmap is None or self._pixmap[0] != key:
            self._pixmap = key, self._image[1].placed(side, ratio, self._target())
        return self._pixmap[1]

    def _target(self) -> QRectF:
        """Where the whole picture would lie on the square, 0..1; it may reach beyond it."""
        assert self._image is not None
        image = self._image[1].image
        longest = max(image.width(), image.height())
        width, height = (
            self._display.zoom * image.width() / longest,
            self._display.zoom * image.height() / longest,
        )
        middle = self._display.monitor_place((0.0, 0.0))
        return QRectF(middle[0] - width / 2.0, middle[1] - height / 2.0, width, height)
