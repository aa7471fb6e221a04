"""The pictures of the studio: what a part of the case looks like in the patient, always beside it.

Three ways: two beams (from behind and from the side), three slices, one beam that one turns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.anatomy.patient import RadiographView
from trainer.geometry.carm import CArmPose
from trainer.ui.drawing_thread import DrawingThread
from trainer.ui.presenters.studio_beam import BeamDrawn, BeamPainter, BeamRequest
from trainer.ui.presenters.studio_marks import Mark
from trainer.ui.presenters.studio_scene import LATERAL_DEG, Scene
from trainer.ui.studio.beam_picture import BeamPicture
from trainer.ui.studio.person_drawing import PersonDrawing
from trainer.ui.studio.slices_stage import SlicesStage
from trainer.ui.wheel import WheelDetents
from trainer.ui.wrapped import ElidingLabel

FIELDS_MM = (298.0, 220.0, 160.0, 110.0)  # how much the beams show, at the receptor


@dataclass(frozen=True, slots=True, eq=False)
class BeamsRequest:
    """Pictures of one moment: which picture, and of what."""

    wanted: tuple[tuple[str, BeamRequest], ...]


class Stage(QWidget):
    """Shows a scene in the way that the part asks for."""

    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_stage")
        self.behind = BeamPicture("studio_behind", self.tr("Picture from behind"))
        self.beside = BeamPicture("studio_beside", self.tr("Picture from the side"))
        self.person = PersonDrawing()
        self.turned = BeamPicture("studio_turned", self.tr("Picture as the C-arm stands"))
        self.slices = SlicesStage()
        self.words = ElidingLabel()
        self.words.setObjectName("stage_words")
        self.words.setProperty("role", "muted")
        self._field_at = 1
        self._scene: Scene | None = None
        self._hazards = False
        self._pose: CArmPose | None = None
        self._painter = BeamPainter()
        self._thread = DrawingThread(self._draw, self._show, self)
        self._asked: BeamsRequest | None = None
        self.shown: BeamsRequest | None = None
        self._wheel = WheelDetents()
        self._way, self._slices_too = "beams", False
        self._lay_out()

    # What the parts ask for --------------------------------------------------------------------

    @property
    def way(self) -> str:
        """How the scene is shown: "person", "beams", "slices" or "turned"."""
        return self._way

    def show_way(self, way: str, *, slices_too: bool, hazards: bool = False) -> None:
        """Another way. slices_too : slices can be chosen instead. hazards : outlined."""
        self._way, self._hazards = way, hazards
        self._slices_too = slices_too
        self.slices.show_hazards(hazards and way == "slices")
        places = {"person": 0, "beams": 0, "slices": 1, "turned": 2}
        self._stack.setCurrentIndex(places[way])
        self.person.setVisible(way == "person")
        self._show_places()
        for name, button in self.ways.items():
            button.setChecked(name == way)
        self.draw()

    def show_scene(self, scene: Scene | None, marks: tuple[Mark, ...], waiting: str) -> None:
        """Another scene. waiting : why the picture is old or missing; "" otherwise."""
        self._scene = scene
        self._show_places()
        for picture in self._pictures:
            picture.show_marks(self._on(picture, marks))
            picture.show_waiting(waiting)
            if scene is None:
                picture.show_picture(None, waiting)
        self.slices.show_scene(scene, marks, waiting)
        self.draw()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """The same scene with its points elsewhere, while one is dragged."""
        for picture in self._pictures:
            picture.show_marks(self._on(picture, marks))
        self.slices.show_marks(marks)

    def show_pose(self, pose: CArmPose | None, *, quick: bool = False) -> None:
        """Where the turned picture is taken from."""
        self._pose = pose
        self.draw(quick=quick)

    def draw(self, *, quick: bool = False) -> None:
        """Ask for what is seen now."""
        if self._scene is None or self._way == "slices" or not self.isVisible():
            return
        wanted = tuple(
            (name, request)
            for name, request in self._requests(self._scene, quick=quick)
            if request is not None
        )
        if wanted:
            self._asked = BeamsRequest(wanted)
            self._thread.ask(self._asked)

    @property
    def is_drawn(self) -> bool:
        """Whether what is seen is what was asked for last."""
        if self._way == "slices":
            return self.slices.is_drawn
        return self._asked is not None and self.shown is self._asked

    def zoom(self, steps: int) -> None:
        """Larger for positive steps: a smaller field."""
        self._field_at = min(len(FIELDS_MM) - 1, max(0, self._field_at + steps))
        self.draw()

    def close_threads(self) -> None:
        """No more pictures."""
        self._thread.close()
        self.slices.close_thread()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom the beams."""
        if self._way in ("beams", "person"):
            steps = -self._wheel.down(event)
            if steps:
                self.zoom(steps)
            event.accept()

    # Inside ------------------------------------------------------------------------------------

    @property
    def _pictures(self) -> tuple[BeamPicture, ...]:
        return self.behind, self.beside, self.turned

    @property
    def _stored(self) -> tuple[RadiographView, ...]:
        """A patient's own pictures, which take the place of beams."""
        return () if self._scene is None else self._scene.patient.radiographs

    def _show_places(self) -> None:
        """What there is to see: radiographs have no slices, and one of them has no second view."""
        stored = self._stored
        self.beside.setVisible(self._way == "beams" and len(stored) != 1)
        self._choices.setVisible(self._slices_too and not stored)
        if stored and self._way == "slices":
            self._way = "beams"
            self._stack.setCurrentIndex(0)

    def _on(self, picture: BeamPicture, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """Marks of one radiograph are on that one only."""
        at = 1 if picture is self.beside else 0
        name = self._stored[at].name if at < len(self._stored) else ""
        return tuple(one for one in marks if one.picture in ("", name))

    def _requests(self, scene: Scene, *, quick: bool) -> tuple[tuple[str, BeamRequest | None], ...]:
        if self._stored:
            names = ("turned",) if self._way == "turned" else ("behind", "beside")
            return tuple(
                (name, BeamRequest(scene.patient, None, stored=one))
                for name, one in zip(names, self._stored, strict=False)
            )
        if self._way == "turned":
            return (("turned", self._request(scene, self._pose or scene.pose, quick=quick)),)
        field_mm = FIELDS_MM[self._field_at]
        behind = self._request(scene, scene.looking(0.0, 0.0, field_mm), quick=quick)
        if self._way == "person":
            return (("behind", behind),)
        beside = scene.looking(LATERAL_DEG, 0.0, field_mm)
        return ("behind", behind), ("beside", self._request(scene, beside, quick=quick))

    def _request(self, scene: Scene, pose: CArmPose | None, *, quick: bool) -> BeamRequest | None:
        if pose is None:
            return None
        hazards = scene.hazards if self._hazards else ()
        kvp = scene.scenario.machine.kvp
        return BeamRequest(scene.patient, pose, kvp, hazards, scene.about, quick)

    def _draw(self, request: BeamsRequest) -> tuple[tuple[str, BeamDrawn], ...]:
        return tuple((name, self._painter.draw(one)) for name, one in request.wanted)

    def _show(self, request: BeamsRequest, drawn: tuple[tuple[str, BeamDrawn], ...]) -> None:
        self.shown = request
        by_name = {"behind": self.behind, "beside": self.beside, "turned": self.turned}
        for name, one in drawn:
            picture = by_name[name]
            picture.show_picture(one, picture.waiting)

    def _lay_out(self) -> None:
        beams = QWidget()
        row = QHBoxLayout(beams)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.person, self.behind, self.beside):
            row.addWidget(part, 1)
        self._stack = QStackedWidget()
        for shown in (beams, self.slices, self.turned):
            self._stack.addWidget(shown)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.words, 1)
        top.addWidget(self._way_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _way_buttons(self) -> QWidget:
        self._choices, group = QWidget(), QButtonGroup(self)
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.ways: dict[str, QPushButton] = {}
        told: Callable[[str], None] = self.way_chosen.emit
        for name, text in (("beams", self.tr("Two views")), ("slices", self.tr("Slices"))):
            button = QPushButton(text)
            button.setObjectName(f"stage_{name}")
            button.setAccessibleName(text)
            button.setToolTip(text)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, name=name: told(name))
            group.addButton(button)
            row.addWidget(button)
            self.ways[name] = button
        return self._choices


def muted(text: str) -> QLabel:
    """A quiet sentence that wraps."""
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label
