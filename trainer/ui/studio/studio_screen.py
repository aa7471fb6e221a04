"""The studio on one case: rail, pictures, the part's page, and the live list of what is wrong."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from trainer.scenario.manuscript.notes import Note
from trainer.session.studio.publishing import Published, count_up, next_version, publish
from trainer.session.studio.workbench import Workbench
from trainer.session.waiting import Waiting
from trainer.ui.presenters.studio import Run, StudioPresenter
from trainer.ui.presenters.studio_parts import PART_IDS, part_of
from trainer.ui.studio.equipment_page import EquipmentPage
from trainer.ui.studio.hazards_page import HazardsPage
from trainer.ui.studio.landmarks_page import LandmarksPage
from trainer.ui.studio.page import Page
from trainer.ui.studio.patient_page import PatientPage
from trainer.ui.studio.pose_page import PosePage
from trainer.ui.studio.profile_page import ProfilePage
from trainer.ui.studio.publish_page import PublishPage
from trainer.ui.studio.rubric_page import RubricPage
from trainer.ui.studio.stage_hand import lead_hand
from trainer.ui.studio.story_page import StoryPage
from trainer.ui.studio.studio_frame import ACTS, StudioFrame
from trainer.ui.studio.targets_page import TargetsPage
from trainer.ui.studio.teaching_page import TeachingPage
from trainer.ui.studio.views_page import ViewsPage

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


class StudioScreen(StudioFrame):
    """One open manuscript. `leave` ends its threads and closes it."""

    refused = Signal(str)
    try_wanted = Signal()
    published = Signal(object)
    cases_wanted = Signal()
    _heard = Signal()
    _progressed = Signal(str)

    def __init__(self, bench: Workbench, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = StudioPresenter(bench, run, time.monotonic)
        self.pages: dict[str, Page] = {kind.id: kind(self.presenter) for kind in PAGES}
        self.add_pages(self.pages.values())
        self._ways: dict[str, str] = {}
        self._shown_document: object = None
        self._open = True
        self._build_timer, self._clock = QTimer(self), QTimer(self)
        self._connect_presenter()
        self._connect_frame()
        self._connect_pages()
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
    def settled(self) -> bool:
        """Whether nothing is being built, written or drawn any more."""
        drawn = not self.part.way or self.part.wide or self.stage.is_drawn
        return not self.presenter.building and drawn and not self._build_timer.isActive()

    def publish(self) -> None:
        """Into the library; what stops it is told, and the list has it."""
        self.leave_field()
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
        self.leave_field()
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
        self.place_list()
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
        self.show_saved(presenter.saved_words())
        undo, redo = self.buttons["studio_undo"], self.buttons["studio_redo"]
        undo.setEnabled(manuscript.can_undo)
        redo.setEnabled(manuscript.can_redo)
        undo.setAccessibleDescription(presenter.undo_words())
        redo.setAccessibleDescription(presenter.redo_words())
        self.show_building(presenter.building)

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
        self.leave_field()
        page = self.pages[part]
        self.show_page(page)
        self._show_way()
        page.refresh()
        self._show_scene()

    def _show_way(self) -> None:
        page = self.part
        way = "" if page.wide else self._ways.get(page.id, page.way)
        self.give_room(way)
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

    # Joining -----------------------------------------------------------------------------------

    def _connect_presenter(self) -> None:
        self.presenter.told = self.refused.emit
        self.presenter.built = self._built
        self.presenter.progressed = self._progressed.emit
        queued = Qt.ConnectionType.QueuedConnection
        self._heard.connect(self._changed, queued)
        self._progressed.connect(self._say_progress, queued)
        self.presenter.bench.listen(self._tell)
        self._build_timer.setSingleShot(True)
        self._build_timer.setInterval(BUILD_AFTER_MS)
        self._build_timer.timeout.connect(self._build)
        self._clock.timeout.connect(self.show_state)
        self._clock.start(TICK_MS)

    def _connect_frame(self) -> None:
        self.rail.turned.connect(self._turn)
        self.problems.wanted.connect(self.go_to)
        self.stage.way_chosen.connect(self._choose_way)
        self.stop_button.clicked.connect(self.presenter.cancel)
        self.cases_button.clicked.connect(self.cases_wanted)
        for name in ACTS:
            self.buttons[name].clicked.connect(lambda _=False, name=name: self.acts[name]())
        lead_hand(self.stage, lambda: self.part)

    def _connect_pages(self) -> None:
        for page in self.pages.values():
            page.redraw.connect(self._redraw)
            page.room_wanted.connect(self._show_way)
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
