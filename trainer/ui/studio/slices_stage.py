"""Three linked slices on the stage: the case's points, tolerances, hazards with their margins."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from trainer.anatomy.patient import Patient
from trainer.imaging.slice_picture import Marks
from trainer.imaging.slices import Cut
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.presenters.slices import SlicesPresenter, SlicesRequest
from trainer.ui.presenters.studio_margins import MarginsPainter, MarginsRequest, Outlines
from trainer.ui.presenters.studio_marks import Mark, Point, caught, on_slice
from trainer.ui.presenters.studio_scene import Scene
from trainer.ui.slices_view import CutView, SlicesView
from trainer.ui.studio.marks_paint import paint_marks, paint_outline

CATCH_PX = 12.0


class MarkedCut(CutView):
    """A slice that can be marked: a mark is dragged, elsewhere the crosshair goes."""

    taken = Signal(object)  # the mark that is held
    moved = Signal(object)  # where it is now, world mm
    put = Signal()

    marks: tuple[Mark, ...] = ()
    outlined: SlicesRequest | None = None  # of which pictures the outlines are
    outlines: Outlines = ()
    _held = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a mark, or point."""
        plane, scale = self._presenter.plane(self.cut), self._scale()
        mark = caught(on_slice(plane, self.marks), self._pixel(event.position()), CATCH_PX / scale)
        self._held = mark is not None and mark.movable
        if mark is not None:
            self.taken.emit(mark)
        if not self._held:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mark follows."""
        if not self._held:
            super().mouseMoveEvent(event)
            return
        plane = self._presenter.plane(self.cut)
        x, y, z = plane.world_of(np.array(self._pixel(event.position())))
        self.moved.emit((round(float(x), 2), round(float(y), 2), round(float(z), 2)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held:
            self._held = False
            self.put.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The slice, then hazards and points; outlines of other slices than these are not drawn."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place, plane = self._place(), self._presenter.plane(self.cut)
        painter.setClipRect(place)
        if self.shown is self.outlined:
            for structure, margin, lines in self.outlines:
                paint_outline(painter, place, structure, lines, margin=margin)
        paint_marks(painter, place, plane.size_px[0], on_slice(plane, self.marks))
        painter.end()

    def _pixel(self, at: QPointF) -> tuple[float, float]:
        inside = (at - self._place().topLeft()) / self._scale()
        return inside.x() - 0.5, inside.y() - 0.5

    def _scale(self) -> float:
        place: QRectF = self._place()
        return place.width() / self._presenter.plane(self.cut).size_px[0]


class SlicesStage(QWidget):
    """Slices of the scene's patient; made anew for another patient."""

    taken = Signal(object)
    moved = Signal(object)
    put = Signal()
    pointed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slices_stage")
        self.view: SlicesView | None = None
        self._patient: Patient | None = None
        self._scene: Scene | None = None
        self._hazards = False
        self._thread: DrawingThread | None = None
        self._waiting = QLabel()
        self._waiting.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._waiting)

    @property
    def point(self) -> Point | None:
        """Where the crosshair is."""
        if self.view is None:
            return None
        x, y, z = (round(float(part), 2) for part in self.view.presenter.point_world_mm)
        return (x, y, z)

    @property
    def is_drawn(self) -> bool:
        """Whether the newest slices are shown."""
        return self.view is not None and self.view.is_drawn

    def show_scene(self, scene: Scene | None, marks: tuple[Mark, ...], waiting: str) -> None:
        """Another scene; the crosshair stays where it is in the same patient."""
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(waiting))
        if scene is None:
            self.close_thread()
        elif scene.patient is not self._patient:
            self.close_thread()
            self._make(scene)
        self._scene = scene
        self.show_marks(marks)
        self._ask_outlines()

    def show_hazards(self, on: bool) -> None:
        """Outline the case's hazards, or not."""
        if on != self._hazards:
            self._hazards = on
            self._ask_outlines()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """The points elsewhere."""
        for cut in self._cuts():
            cut.marks = marks
            cut.update()

    def go_to(self, point: Point) -> None:
        """The crosshair goes there."""
        if self.view is not None:
            self.view.presenter.go_to(np.array(point))

    def close_thread(self) -> None:
        """The slices go."""
        if self._thread is not None:
            self._thread.close()
            self._thread = None
        if self.view is not None:
            self.view.close_thread()
            self._column.removeWidget(self.view)
            self.view.deleteLater()
        self.view, self._patient = None, None

    def _cuts(self) -> tuple[MarkedCut, ...]:
        if self.view is None:
            return ()
        return tuple(cut for cut in self.view.cuts.values() if isinstance(cut, MarkedCut))

    def _ask_outlines(self) -> None:
        """Of the newest slices; without hazards there is nothing to compute."""
        asked = None if self.view is None else self.view.presenter.asked
        if asked is None or self._scene is None or self._thread is None:
            return
        hazards = self._scene.hazards if self._hazards else ()
        self._thread.ask(MarginsRequest(asked, hazards, self._scene.about))

    def _show_outlines(self, request: MarginsRequest, drawn: Mapping[Cut, Outlines]) -> None:
        for each in self._cuts():
            each.outlined, each.outlines = request.slices, drawn.get(each.cut, ())
            each.update()

    def _asks_both(self, ask: Callable[[SlicesRequest], None]) -> Callable[[SlicesRequest], None]:
        """The pictures first, then what is drawn over them."""

        def both(request: SlicesRequest) -> None:
            ask(request)
            self._ask_outlines()

        return both

    def _make(self, scene: Scene) -> None:
        self._patient, self._scene = scene.patient, scene
        presenter = SlicesPresenter(scene.patient, np.array(scene.about), Marks())
        self.view = SlicesView(presenter, self, cut_view=MarkedCut)
        self._thread = DrawingThread(MarginsPainter().draw, self._show_outlines, self)
        presenter.ask = self._asks_both(presenter.ask)
        row = QHBoxLayout(self.view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for cut in (Cut.CORONAL, Cut.SAGITTAL, Cut.AXIAL):
            row.addWidget(self.view.cuts[cut], 1)
        self.view.pointed.connect(self.pointed)
        for each in self._cuts():
            each.taken.connect(self.taken)
            each.moved.connect(self.moved)
            each.put.connect(self.put)
        self._column.addWidget(self.view, 1)
