"""Targets: by name or on the picture, dragged in two views or three slices; tolerance as rings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from trainer.anatomy.levels import LEVELS, joints_of
from trainer.geometry.pinhole import PinholeView
from trainer.ui.choice import Choice
from trainer.ui.presenters.studio_courses import CourseChoice, CoursesDesk
from trainer.ui.presenters.studio_marks import Mark, Pixel, Point
from trainer.ui.presenters.studio_scene import Scene, corner_marks, target_marks
from trainer.ui.presenters.studio_targets import TargetsDesk
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import Page, button

PROCEDURES = (("placement", "Placement"), ("block", "Block"), ("rhizotomy", "Rhizotomy"))
SIDES = (("left", "left"), ("right", "right"))


class TargetsPage(Page):
    """What must be reached, and how nearly."""

    id, way, slices_too = "targets", "beams", True

    def build(self) -> None:
        """A list, the chosen one's names, how nearly."""
        self.desk = TargetsDesk(self.presenter)
        options = [(name, tr(text)) for name, text in PROCEDURES]
        self.column.addWidget(
            self.fields.choice(("procedure",), "procedure", self.tr("Procedure"), options)
        )
        self._build_list()
        self._names()
        tolerance = self.fields.slider(
            ("tolerance_mm",), "tolerance", self.tr("Counts as reached within"), (0.5, 20.0), 0.5,
            "mm", 5.0,
        )  # fmt: skip
        tolerance.moving.connect(self._show_tolerance)
        self.column.addWidget(tolerance)
        self.column.addWidget(
            self.fields.slider(
                ("target_uncertainty_mm",),
                "uncertainty",
                self.tr("The target is known within"),
                (0.0, 20.0),
                0.5,
                "mm",
                2.0,
            )
        )
        self._conventions()
        self._tolerance_mm: float | None = None
        self.column.addStretch(1)

    def _build_list(self) -> None:
        """The targets in order, and what adds or takes one away."""
        self.list = QListWidget()
        self.list.setObjectName("target_list")
        self.list.setAccessibleName(self.tr("Targets"))
        self.list.setMaximumHeight(86)
        self.list.currentRowChanged.connect(self._choose)
        self.fields.home("targets", self.list)
        self.column.addWidget(labelled(self.tr("Targets, in order"), self.list))
        self.add_button = button("target_add", self.tr("Add target"))
        self.remove_button = button("target_remove", self.tr("Take away"))
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        self.column.addLayout(row)

    def refresh(self) -> None:
        """As the document has it."""
        self._show_courses()
        super().refresh()
        self._tolerance_mm = None
        blocked = self.list.blockSignals(True)
        lines = self.desk.lines()
        if [self.list.item(n).text() for n in range(self.list.count())] != lines:
            self.list.clear()
            self.list.addItems(lines)
        self.list.setCurrentRow(self.desk.at if lines else -1)
        self.list.blockSignals(blocked)
        self.remove_button.setEnabled(bool(lines))
        self._show_names()

    def words(self) -> str:
        """What a hand can do here."""
        if self.presenter.kind == "radiograph":
            return self.tr("Click the target in each picture. Arrows: a pixel, Shift: ten.")
        if self.presenter.kind == "ct":
            return self.tr("Drag the ring, or click where the target is. Arrows: 0.5 mm.")
        return self.tr("Click a corner to choose bone and side. Arrows: level and side.")

    def marks(self, scene: Scene) -> tuple[Mark, ...]:
        """Corners to be clicked, targets, the one in hand where the hand is."""
        shown = target_marks(scene)
        if self.desk.held is not None:
            held = self.desk.held
            shown = tuple(
                replace(one, point_mm=held)
                if one.chosen and one.picture in ("", self.desk.picture)
                else one
                for one in shown
            )
        if self._tolerance_mm is not None:
            shown = tuple(replace(one, radius_mm=self._tolerance_mm) for one in shown)
        return (*corner_marks(scene), *shown)

    def pressed(self, view: PinholeView, mark: Mark | None, at: Pixel) -> None:
        """Choose, take hold, or point."""
        scene = self.presenter.scene()
        if scene is not None:
            self.desk.press(view, mark, at, scene)
            self.refresh()
            self.redraw.emit()

    def dragged(self, view: PinholeView, at: Pixel) -> None:
        """Follow."""
        self.desk.drag(view, at)
        self.redraw.emit()

    def released(self) -> None:
        """Meant."""
        self.desk.let_go()

    def nudged(self, view: PinholeView, right: int, down: int, *, far: bool) -> None:
        """Arrows."""
        scene = self.presenter.scene()
        if scene is not None:
            self.desk.nudge(view, right, down, scene, far=far)

    def taken(self, mark: Mark) -> None:
        """On a slice."""
        if mark.kind == "target":
            self.presenter.choose_target(int(mark.id.split()[1]))
        else:
            bone, side, _ = mark.id.split(".")
            self.desk.name(bone, side)
        self.refresh()

    def moved(self, point: Point) -> None:
        """On a slice."""
        self.desk.carry(point)
        self.redraw.emit()

    def put(self) -> None:
        """On a slice."""
        self.desk.let_go()

    def _names(self) -> None:
        self.bone = Choice("choose_bone", self.tr("Bone"))
        self.side = Choice("choose_side", self.tr("Side"))
        self.joint = Choice("choose_joint", self.tr("Joint"))
        for level in LEVELS:
            self.bone.addItem(level, level)
        for side, text in SIDES:
            self.side.addItem(tr(text), side)
        for combo in (self.bone, self.side):
            combo.activated.connect(self._named)
        self.joint.activated.connect(lambda _at: self._named(with_joint=True))
        row, part = QHBoxLayout(), QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        for text, combo in (
            (self.tr("Bone"), self.bone),
            (self.tr("Side"), self.side),
            (self.tr("Joint"), self.joint),
        ):
            row.addWidget(labelled(text, combo), 1)
        self.column.addWidget(part)

    def _show_names(self) -> None:
        chosen = self.desk.chosen or {}
        for combo in (self.bone, self.side, self.joint):
            combo.setEnabled(bool(chosen))
        bone = str(chosen.get("bone", ""))
        self.bone.setCurrentIndex(self.bone.findData(bone))
        self.side.setCurrentIndex(self.side.findData(chosen.get("side")))
        self.joint.clear()
        for name in joints_of(bone) if bone in LEVELS else ():
            self.joint.addItem(name, name)
        self.joint.setCurrentIndex(self.joint.findData(chosen.get("joint")))

    def _named(self, _at: int = 0, *, with_joint: bool = False) -> None:
        joint = self.joint.currentData() if with_joint else None
        self.desk.name(str(self.bone.currentData()), str(self.side.currentData()), joint)

    def _conventions(self) -> None:
        self.heading(self.tr("Accepted courses of the nerve"))
        self.courses = CoursesDesk(self.presenter)
        self._boxes: dict[str, QCheckBox] = {}
        self._course_column = QVBoxLayout()
        self.column.addLayout(self._course_column)
        self._show_courses()

    def _show_courses(self) -> None:
        """A box for each that there is; one that came with undo is added."""
        choices = {one.id: one for one in self.courses.choices()}
        for name, one in choices.items():
            if name not in self._boxes:
                self._boxes[name] = self._box(one)
            self._boxes[name].setToolTip(one.tip)
            self._boxes[name].setEnabled(one.usable)
        for name, box in self._boxes.items():
            box.setVisible(name in choices)

    def _box(self, one: CourseChoice) -> QCheckBox:
        accepts, accept = self.courses.accepts, self.courses.accept
        box = self.fields.tick(
            f"convention_{one.id}", one.words, partial(accepts, one.id), partial(accept, one.id)
        )
        self.fields.home("brought_conventions" if one.origin else "accepted_conventions", box)
        self._course_column.addWidget(box)
        return box

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.presenter.choose_target(row)
            self._show_names()
            self.redraw.emit()

    def _add(self) -> None:
        self.desk.add()

    def _remove(self) -> None:
        self.desk.remove()

    def _show_tolerance(self, value: float) -> None:
        self._tolerance_mm = value
        self.redraw.emit()
