"""Landmarks of a CT: which the program proposed, looked at one by one, moved, confirmed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from trainer.geometry.pinhole import PinholeView
from trainer.session.studio.images import landmarks, place_landmarks
from trainer.ui.presenters.studio_marks import Mark, Pixel, Point, moved_on_beam
from trainer.ui.presenters.studio_scene import Scene, landmark_marks
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import Page, button

NAME = Qt.ItemDataRole.UserRole
STATES = {"proposed": "proposed", "confirmed": "confirmed", "given": "placed by hand"}


class LandmarksPage(Page):
    """A list; the chosen one in every view."""

    id, way, slices_too = "landmarks", "slices", True

    def build(self) -> None:
        """The list, move, confirm."""
        self._moved: dict[str, Point] = {}
        self._held: Point | None = None
        self.note = self.muted("")
        self.list = QListWidget()
        self.list.setObjectName("landmark_list")
        self.list.setAccessibleName(self.tr("Landmarks"))
        self.list.setMinimumHeight(160)
        self.list.currentItemChanged.connect(self._choose)
        self.fields.home("landmarks", self.list)
        self.column.addWidget(self.list, 1)
        self.keep_button = button("landmarks_keep", self.tr("Keep the moved ones"))
        self.confirm_button = button("landmarks_confirm", self.tr("All are right"))
        self.keep_button.clicked.connect(lambda: self._keep(confirmed=False))
        self.confirm_button.clicked.connect(lambda: self._keep(confirmed=True))
        self.column.addWidget(self.keep_button)
        self.column.addWidget(self.confirm_button)

    def refresh(self) -> None:
        """As the patient has them."""
        super().refresh()
        is_ct = self.presenter.kind == "ct"
        current = self.presenter.bench.patient is not None
        found = landmarks(self.presenter.bench) if is_ct and current else ()
        lines = [
            (one.name, f"{one.name}   {tr(STATES.get(one.status, one.status))}") for one in found
        ]
        if [self.list.item(n).text() for n in range(self.list.count())] != [t for _, t in lines]:
            self.list.clear()
            for name, text in lines:
                QListWidgetItem(text, self.list).setData(NAME, name)
        self.list.setEnabled(bool(lines))
        proposed = any(one.status == "proposed" for one in found)
        self.confirm_button.setEnabled(proposed or bool(self._moved))
        self.keep_button.setEnabled(bool(self._moved))
        if not is_ct:
            self.note.setText(
                self.tr("A patient built from numbers brings landmarks: nothing is to be done.")
            )
        elif not lines:
            self.note.setText(
                self.tr("None. A label map gives them; without one, targets are set by hand.")
            )
        else:
            self.note.setText(
                self.tr("Look at each, drag it where it belongs, then say that all are right.")
            )

    def words(self) -> str:
        """Which one."""
        return self.presenter.chosen_landmark or self.tr("Choose a landmark")

    def marks(self, scene: Scene) -> tuple[Mark, ...]:
        """The chosen level's, the one in hand where the hand is."""
        found = landmark_marks(scene, self.presenter.chosen_landmark)
        at = dict(self._moved)
        if self._held is not None:
            at[self.presenter.chosen_landmark] = self._held
        return tuple(
            replace(one, point_mm=at[one.id], kind="proposed") if one.id in at else one
            for one in found
        )

    def pressed(self, view: PinholeView, mark: Mark | None, at: Pixel) -> None:
        """Choose, or move the chosen one here."""
        if mark is not None:
            self._go(mark.id)
            self._held = mark.point_mm
        elif self.presenter.chosen_landmark and (point := self._place()) is not None:
            self._held = moved_on_beam(view, point, at)
        self.redraw.emit()

    def dragged(self, view: PinholeView, at: Pixel) -> None:
        """Follow."""
        if self._held is not None:
            self._held = moved_on_beam(view, self._held, at)
            self.redraw.emit()

    def released(self) -> None:
        """It is there now."""
        held, self._held = self._held, None
        if held is not None and held != self._place():
            self._moved[self.presenter.chosen_landmark] = held
        self.refresh()
        self.redraw.emit()

    def taken(self, mark: Mark) -> None:
        """On a slice."""
        self._go(mark.id)

    def moved(self, point: Point) -> None:
        """On a slice."""
        self._held = point
        self.redraw.emit()

    def put(self) -> None:
        """On a slice."""
        self.released()

    def _place(self) -> Point | None:
        name, patient = self.presenter.chosen_landmark, self.presenter.bench.patient
        if name in self._moved:
            return self._moved[name]
        return None if patient is None else patient.landmarks.get(name)

    def _go(self, name: str) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(NAME) == name:
                self.list.setCurrentRow(row)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.presenter.chosen_landmark = str(item.data(NAME))
            self.redraw.emit()

    def _keep(self, *, confirmed: bool) -> None:
        bench, moved = self.presenter.bench, dict(self._moved)
        self._moved.clear()
        self.presenter.background(
            self.tr("Reading the CT with its landmarks"),
            lambda waiting: place_landmarks(bench, moved, confirmed=confirmed, waiting=waiting),
            lambda _found: None,
        )
