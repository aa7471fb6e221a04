"""The studio on one case: rail, pictures, the part's page, and the live list of what is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.geometry.pinhole import PinholeView
from trainer.refusal import Refusal
from trainer.scenario.manuscript.notes import Note
from trainer.session.studio.publishing import Published, count_up, next_version, publish
from trainer.session.studio.workbench import Workbench
from trainer.session.waiting import Waiting
from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.studio import Run, StudioPresenter
from trainer.ui.presenters.studio_marks import Mark, Pixel
from trainer.ui.presenters.studio_parts import PART_IDS, part_of
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.beam_picture import BeamPicture
from trainer.ui.studio.equipment_page import EquipmentPage
from trainer.ui.studio.hazards_page import HazardsPage
from trainer.ui.studio.landmarks_page import LandmarksPage
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.patient_page import PatientPage
from trainer.ui.studio.pose_page import PosePage
from trainer.ui.studio.problem_list import ProblemList
from trainer.ui.studio.profile_page import ProfilePage
from trainer.ui.studio.publish_page import PublishPage
from trainer.ui.studio.rail import Rail
from trainer.ui.studio.rubric_page import RubricPage
from trainer.ui.studio.stage import Stage
from trainer.ui.studio.story_page import StoryPage
from trainer.ui.studio.targets_page import TargetsPage
from trainer.ui.studio.teaching_page import TeachingPage
from trainer.ui.studio.views_page import ViewsPage
from trainer.ui.wrapped import ElidingLabel

PAGES: tuple[type[Page], ...] = (
    PatientPage,
    LandmarksPage,
    TargetsPage,
    HazardsPage,
    PosePage,
    EquipmentPage,
    StoryPage,
    ProfilePage,
    ViewsPage,
    RubricPage,
    TeachingPage,
    PublishPage,
)
BUILD_AFTER_MS = 700  # the hand rests so long before a patient is built (design value)
TICK_MS = 1000
WIDE_PX = 1500  # from here on the list stands at the right
PAGE_PX, LIST_PX, LOW_PX, NONE_PX = 318, 270, 92, 22


class StudioScreen(QWidget):
    """One open manuscript. `leave` ends its threads and closes it."""

    refused = Signal(str)
    try_wanted = Signal()
    published = Signal(object)
    cases_wanted = Signal()
    _heard = Signal()
    _progressed = Signal(str)

    def __init__(self, bench: Workbench, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio")
        self.presenter = StudioPresenter(bench, run, time.monotonic)
        self.rail, self.stage, self.problems = Rail(), Stage(), ProblemList()
        self.pages: dict[str, Page] = {kind.id: kind(self.presenter) for kind in PAGES}
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.title, self.saved = ElidingLabel(), QLabel()
        self.buttons = {
            name: ActionButton(name)
            for name in ("studio_undo", "studio_redo", "studio_try", "studio_publish", "home")
        }
        self.cases_button = button("studio_cases", self.tr("All cases"))
        self._build_row = self._make_build_row()
        self._ways: dict[str, str] = {}
        self._shown_document: object = None
        self._patient_shown: object = None
        self._open = True
        self._lay_out()
        self._connect()
        self._turn(PART_IDS[0])
        self.refresh()

    # Acts --------------------------------------------------------------------------------------

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What its actions do."""
        return {
            "studio_undo": self.presenter.undo,
            "studio_redo": self.presenter.redo,
            "studio_try": self.try_wanted.emit,
            "studio_publish": self.publish,
            "studio_next_part": lambda: self._step(1),
            "studio_part_before": lambda: self._step(-1),
            "studio_problems": self.problems.lines.setFocus,
            "studio_zoom_in": lambda: self.stage.zoom(1),
            "studio_zoom_out": lambda: self.stage.zoom(-1),
        }

    @property
    def part(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @property
    def settled(self) -> bool:
        """Whether nothing is being built, written or drawn any more."""
        drawn = not self.part.way or self.part.wide or self.stage.is_drawn
        return not self.presenter.building and drawn and not self._build_timer.isActive()

    def publish(self) -> None:
        """Into the library; what stops it is told, and the list has it."""
        self._leave_field()
        bench = self.presenter.bench
        if bench.value(("version",)) != next_version(bench):
            self.presenter.refusable(lambda: count_up(bench))
        words = self.tr("Checking the case and publishing it")
        self.presenter.background(
            words, lambda waiting: _published(bench, waiting), self._published
        )
        self.show_state()

    def _published(self, found: Published) -> None:
        self.published.emit(found)

    def go_to(self, note: Note) -> None:
        """To the field where a note is mended."""
        self.rail.turn_to(part_of(note.section))
        if not self.part.focus_field(note.where):
            self.part.focusNextChild()

    def leave(self, *, keep_open: bool = False) -> None:
        """Let threads and timers go; the case is safe and stays in the list.

        keep_open : whoever leaves closes the bench.
        """
        if not self._open:
            return
        self._leave_field()
        self._open = False
        for timer in (self._build_timer, self._clock):
            timer.stop()
        self.presenter.leave()
        for page in self.pages.values():
            page.leave()
        self.stage.close_threads()
        if not keep_open:
            self.presenter.bench.close()

    # Showing -----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything as the case stands now."""
        if not self._open:
            return
        presenter, notes = self.presenter, self.presenter.notes()
        self.title.setText(presenter.title)
        self.rail.show_parts(presenter.rail(notes))
        self.problems.show_notes(notes)
        self._place_list()
        self.part.refresh()
        self.show_state()
        self._show_scene()
        if not presenter.bench.patient_is_current and presenter.kind:
            if presenter.building and presenter.of_patient:
                presenter.cancel()
            if not presenter.building:
                self._build_timer.start()

    def show_state(self) -> None:
        """Saved, undo, redo, what is being built."""
        presenter, manuscript = self.presenter, self.presenter.bench.manuscript
        words = presenter.saved_words()
        if words != self.saved.text():
            self.saved.setText(words)
            self.saved.setMinimumWidth(0 if "\n" in words else self._saved_px(words))
        undo, redo = self.buttons["studio_undo"], self.buttons["studio_redo"]
        undo.setEnabled(manuscript.can_undo)
        redo.setEnabled(manuscript.can_redo)
        undo.setAccessibleDescription(presenter.undo_words())
        redo.setAccessibleDescription(presenter.redo_words())
        self._build_row.setVisible(bool(presenter.building))
        self._building.setText(presenter.building)

    def _saved_px(self, words: str) -> int:
        """Room for the words at once: the row is laid out only after they are drawn."""
        room = self.saved.fontMetrics().horizontalAdvance(words) + 4
        return min(room, self.width() // 3)

    def _show_scene(self) -> None:
        """The pictures of the part that is shown."""
        page, scene = self.part, self.presenter.scene()
        self.stage.words.setText(page.words())
        marks = () if scene is None else page.marks(scene)
        self.stage.show_scene(scene, marks, self._waiting())
        if isinstance(page, PosePage | ViewsPage):
            page.refresh()

    def _waiting(self) -> str:
        if self.presenter.building:
            return self.presenter.building
        if self.presenter.trouble:
            return self.presenter.trouble
        if not self.presenter.kind:
            return self.tr("Choose a patient first.")
        if not self.presenter.bench.patient_is_current:
            return self.tr("The patient has changed; it is built in a moment.")
        return ""

    def _turn(self, part: str) -> None:
        self._leave_field()
        page = self.pages[part]
        self._stack.setCurrentWidget(page)
        self._show_way()
        page.refresh()
        self._show_scene()

    def _show_way(self) -> None:
        page = self.part
        way = "" if page.wide else self._ways.get(page.id, page.way)
        self._stage_side.setVisible(bool(way))
        grid = self._grid
        grid.setColumnStretch(1, 1 if way else 0)
        grid.setColumnStretch(2, 0 if way else 1)
        self._stack.setMinimumWidth(PAGE_PX)
        self._stack.setMaximumWidth(PAGE_PX if way else 16_777_215)
        if way:
            self.stage.show_way(way, slices_too=page.slices_too, hazards=page.hazards)

    def _choose_way(self, way: str) -> None:
        self._ways[self.part.id] = way
        self._show_way()
        self._show_scene()

    def _step(self, by: int) -> None:
        row = (self.rail.currentRow() + by) % self.rail.count()
        self.rail.setCurrentRow(row)
        self.rail.setFocus()

    def _leave_field(self) -> None:
        """What is being written is meant."""
        focused = self.focusWidget()
        if focused is not None and self._stack.isAncestorOf(focused):
            focused.clearFocus()

    # The hand on the stage ---------------------------------------------------------------------

    def _pressed(self, picture: BeamPicture, mark: Mark | None, at: Pixel) -> None:
        if picture.shown is not None:
            self.part.pressed(picture.shown.view, mark, at)

    def _on_view(self, picture: BeamPicture, act: Callable[[PinholeView], None]) -> None:
        if picture.shown is not None:
            act(picture.shown.view)

    def _redraw(self) -> None:
        scene = self.presenter.scene()
        if scene is not None:
            self.stage.words.setText(self.part.words())
            self.stage.show_marks(self.part.marks(scene))

    def _landmark_looked_at(self) -> None:
        """The slices go where the chosen landmark is."""
        patient, name = self.presenter.bench.patient, self.presenter.chosen_landmark
        if patient is not None and name in patient.landmarks:
            self.stage.slices.go_to(patient.landmarks[name])

    # Building ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.presenter.build()
        self.show_state()
        self._show_scene()

    def _built(self) -> None:
        self.refresh()

    def _say_progress(self, words: str) -> None:
        self._building.setText(words)
        for picture in (self.stage.behind, self.stage.beside, self.stage.turned):
            picture.show_waiting(words if self.presenter.building else "")

    def _make_build_row(self) -> QWidget:
        row, self._building = QWidget(), ElidingLabel()
        self._building.setObjectName("studio_building")
        self.stop_button = button("studio_stop", self.tr("Stop"))
        self.stop_button.clicked.connect(self.presenter.cancel)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._building, 1)
        line.addWidget(self.stop_button)
        row.hide()
        return row

    # Making ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands at the right where there is room for it."""
        super().resizeEvent(event)
        self._place_list()

    def showEvent(self, event: QShowEvent) -> None:
        """The rail has the keyboard."""
        super().showEvent(event)
        self.rail.setFocus()
        self.stage.draw()

    def _place_list(self) -> None:
        wide = self.width() >= WIDE_PX
        self._grid.removeWidget(self.problems)
        self.problems.lines.setVisible(wide or self.problems.lines.count() > 0)
        if wide:
            self.problems.setFixedWidth(LIST_PX)
            self.problems.setMaximumHeight(16_777_215)
            self._grid.addWidget(self.problems, 0, 3, 2, 1)
        else:
            self.problems.setMinimumWidth(0)
            self.problems.setMaximumWidth(16_777_215)
            self.problems.setFixedHeight(LOW_PX if self.problems.lines.count() else NONE_PX)
            self._grid.addWidget(self.problems, 1, 1, 1, 2)
        if wide:
            self.problems.setMinimumHeight(0)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "heading")
        self.title.setObjectName("studio_title")
        self.saved.setObjectName("studio_saved")
        self.saved.setProperty("role", "muted")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        top.addWidget(self.saved)
        for name in ("studio_undo", "studio_redo", "studio_try", "studio_publish"):
            top.addWidget(self.buttons[name])
        top.addWidget(self.cases_button)
        top.addWidget(self.buttons["home"])
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage, 1)
        column.addWidget(self._build_row)
        self._stage_side = left
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._grid.addWidget(self.rail, 0, 0, 2, 1)
        self._grid.addWidget(left, 0, 1)
        self._grid.addWidget(self._stack, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 8)
        whole.setSpacing(6)
        whole.addLayout(top)
        whole.addLayout(self._grid, 1)

    def _connect(self) -> None:
        self.presenter.told = self.refused.emit
        self.presenter.built = self._built
        self.presenter.progressed = self._progressed.emit
        queued = Qt.ConnectionType.QueuedConnection
        self._heard.connect(self._changed, queued)
        self._progressed.connect(self._say_progress, queued)
        self.presenter.bench.listen(self._tell)
        self._build_timer, self._clock = QTimer(self), QTimer(self)
        self._build_timer.setSingleShot(True)
        self._build_timer.setInterval(BUILD_AFTER_MS)
        self._build_timer.timeout.connect(self._build)
        self._clock.timeout.connect(self.show_state)
        self._clock.start(TICK_MS)
        self.rail.turned.connect(self._turn)
        self.problems.wanted.connect(self.go_to)
        self.stage.way_chosen.connect(self._choose_way)
        self.cases_button.clicked.connect(self.cases_wanted)
        for name in ("studio_undo", "studio_redo", "studio_try", "studio_publish"):
            self.buttons[name].clicked.connect(lambda _=False, name=name: self.acts[name]())
        for page in self.pages.values():
            page.redraw.connect(self._redraw)
            page.room_wanted.connect(self._show_way)
        self._connect_stage()
        patient, publishing = self.pages["patient"], self.pages["publish"]
        assert isinstance(patient, PatientPage)
        assert isinstance(publishing, PublishPage)
        patient.sketched.connect(self.stage.person.show_person)
        publishing.try_wanted.connect(self.try_wanted)
        publishing.publish_wanted.connect(self.publish)
        for name in ("machine", "views"):
            page = self.pages[name]
            assert isinstance(page, PosePage | ViewsPage)
            page.posed.connect(lambda pose, quick: self.stage.show_pose(pose, quick=quick))
        self.pages["landmarks"].redraw.connect(self._landmark_looked_at)

    def _connect_stage(self) -> None:
        for picture in (self.stage.behind, self.stage.beside, self.stage.turned):
            picture.pressed.connect(lambda mark, at, p=picture: self._pressed(p, mark, at))
            picture.dragged.connect(
                lambda at, p=picture: self._on_view(p, lambda view: self.part.dragged(view, at))
            )
            picture.released.connect(self._to_part("released"))
            picture.nudged.connect(
                lambda right, down, far, p=picture: self._on_view(
                    p, lambda view: self.part.nudged(view, right, down, far=far)
                )
            )
            picture.turned.connect(self._to_part("turned"))
        self.stage.slices.taken.connect(self._to_part("taken"))
        self.stage.slices.moved.connect(self._to_part("moved"))
        self.stage.slices.put.connect(self._to_part("put"))

    def _to_part(self, act: str) -> Callable[..., None]:
        """For the part that is shown when it happens, not the one that is shown now."""

        def do(*what: object) -> None:
            getattr(self.part, act)(*what)

        return do

    def _tell(self) -> None:
        """From the acting thread after an act, from the writer's after a write."""
        if self._open:
            self._heard.emit()

    def _changed(self) -> None:
        """A new document is shown as a whole; a write only says that it is safe."""
        document = self.presenter.document
        if document is not self._shown_document:
            self._shown_document = document
            self.refresh()
        else:
            self.show_state()


def _published(bench: Workbench, waiting: Waiting) -> Published:
    """Its patient is built first, so that one sees how far it is and can stop it."""
    bench.build_patient(waiting)
    return publish(bench)


def safely(act: Callable[[], object], told: Callable[[str], None]) -> bool:
    """Do it; False where the world refuses, which is told."""
    try:
        act()
    except Refusal as refusal:
        told(refused_text(refusal))
        return False
    return True


def published_words(found: Published) -> str:
    """Where it is now."""
    return tr("Version {version} of {name} is in your library.").format(
        version=found.version, name=found.id
    )
