"""Machine and start pose: turn the C-arm with a free preview, take what one sees as the start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal

from trainer.geometry.carm import CArmPose
from trainer.geometry.pinhole import PinholeView
from trainer.scenario.manuscript.edits import SetValue
from trainer.ui.carm_drawing import CArmDrawing
from trainer.ui.choice import Choice
from trainer.ui.presenters.angles import oblique_text, tilt_text
from trainer.ui.presenters.shown import PoseShown
from trainer.ui.presenters.studio_beam import caption_of
from trainer.ui.presenters.studio_marks import Mark, Pixel
from trainer.ui.presenters.studio_scene import Scene, isocentre_names
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.value_slider import ValueSlider

REST_MS = 250  # the hand has come to rest: draw it fine
TURN_DEG = 5
ROLE_WORDS = {
    "level": "Count the level",
    "working": "Work",
    "hub": "Down the hub",
    "depth": "Judge the depth",
}
FIELDS = ((298.0, "298"), (220.0, "220"), (160.0, "160"))
RATES = tuple((rate, str(rate)) for rate in (1, 2, 4, 8, 15))


class PosePage(Page):
    """A pose in hand, which is not yet the case's, until it is taken."""

    posed = Signal(object, bool)  # CArmPose, whether quickly

    id, way = "machine", "turned"

    def build(self) -> None:
        """Drawing, angles, what it looks at; the machine's numbers."""
        self._pose: CArmPose | None = None
        self._held: Pixel | None = None
        self.drawing = CArmDrawing()
        self.drawing.setMinimumHeight(110)
        self.drawing.turned.connect(self._by_hand)
        self.column.addWidget(self.drawing)
        self.oblique = self._angle("oblique", self.tr("Oblique (+ to the patient's left)"), 90.0)
        self.tilt = self._angle("tilt", self.tr("Tilt (+ toward the head)"), 45.0)
        self.iso = Choice("choose_isocentre", self.tr("Centred on"))
        self.iso.activated.connect(self._centre)
        self.fields.home("start_pose.isocentre", self.iso)
        self.column.addWidget(labelled(self.tr("Centred on"), self.iso))
        self.take_button = button(
            "take_start", self.tr("Take this as the start"), self.tr("The case opens as shown")
        )
        self.back_button = button("back_to_start", self.tr("Back to the start"))
        self.take_button.clicked.connect(self.take)
        self.back_button.clicked.connect(self._return)
        self.column.addWidget(self.take_button)
        self.column.addWidget(self.back_button)
        self.state = self.muted("")
        self.fields.home("start_pose", self.oblique.slider)
        self._machine()
        self.column.addStretch(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(lambda: self.posed.emit(self._pose, False))

    def refresh(self) -> None:
        """As the document has it; a pose in hand that was taken is the start again."""
        super().refresh()
        scene = self.presenter.scene()
        start = None if scene is None else scene.pose
        usable = start is not None
        for part in (self.drawing, self.oblique, self.tilt, self.iso, self.take_button):
            part.setEnabled(usable)
        if scene is not None and start is not None:
            self._offer(scene)
            if self._pose is None or not self._in_hand(start):
                self._pose = start
        self._show()

    def words(self) -> str:
        """Which pose is seen."""
        return self.tr("Drag to pan, Ctrl+arrows turn. Nothing is exposed here.")

    def dragged(self, view: PinholeView, at: Pixel) -> None:
        """Pan: what is under the hand stays under it."""
        if self._pose is None or self._held is None:
            return
        (c0, r0), (c1, r1) = self._held, at
        step = -((c1 - c0) * view.column_step_mm + (r1 - r0) * view.row_step_mm)
        step = step / self._pose.magnification
        x, y, z = (
            round(float(a + b), 1) for a, b in zip(self._pose.isocentre_world_mm, step, strict=True)
        )
        self._held = at
        self._move(replace(self._pose, isocentre_world_mm=(x, y, z)))

    def pressed(self, _view: PinholeView, _mark: Mark | None, at: Pixel) -> None:
        """Take hold of the picture."""
        self._held = at

    def nudged(self, view: PinholeView, right: int, down: int, *, far: bool) -> None:
        """Pan by arrows."""
        if self._pose is not None:
            step_mm = 20.0 if far else 5.0
            pitch = self._pose.magnification / float((view.column_step_mm**2).sum() ** 0.5)
            self._held = (0.0, 0.0)
            self.dragged(view, (-right * step_mm * pitch, -down * step_mm * pitch))

    def turned(self, right: int, down: int) -> None:
        """The → key moves the receptor toward screen right (conventions)."""
        if self._pose is not None:
            self._turn(self._pose.turned(-right * TURN_DEG, -down * TURN_DEG))

    def take(self) -> None:
        """The case starts as it is seen."""
        scene, pose = self.presenter.scene(), self._pose
        if scene is None or pose is None:
            return
        start = self.presenter.value(("start_pose",), {}) or {}
        named = start.get("isocentre")
        fresh = dict(start) | {
            "oblique_deg": round(pose.oblique_deg, 1),
            "tilt_deg": round(pose.tilt_deg, 1),
        }
        home = scene.patient.landmarks.get(named) if isinstance(named, str) else None
        centre = pose.isocentre_world_mm
        if home is not None:
            offset = [round(a - b, 1) for a, b in zip(centre, home, strict=True)]
            fresh.pop("isocentre_offset_mm", None)
            if any(offset):
                fresh["isocentre_offset_mm"] = offset
        else:
            fresh["isocentre"] = [round(part, 1) for part in centre]
            fresh.pop("isocentre_offset_mm", None)
        self.presenter.change(SetValue(("start_pose",), fresh), label=self.tr("Start pose"))
        self._show()

    def _angle(self, name: str, text: str, most: float) -> ValueSlider:
        slider = ValueSlider(f"pose_{name}", text, (-most, most), 1.0, "°")
        slider.moving.connect(self._slid)
        slider.settled.connect(lambda _value: self._rest.start())
        self.fields.home(f"start_pose.{name}_deg", slider.slider)
        self.column.addWidget(slider)
        return slider

    def _machine(self) -> None:
        self.heading(self.tr("The machine"))
        for place, name, text, options, default in (
            ("field_mm", "field", self.tr("Receptor field, mm"), FIELDS, 298.0),
            ("pulse_rate_hz", "pulses", self.tr("Pulses a second"), RATES, 4),
        ):
            self.column.addWidget(
                self.fields.choice(("machine", place), name, text, options, default=default)
            )
        for place, name, text, limits, default in (
            ("sid_mm", "sid", self.tr("Source to receptor"), (800.0, 1400.0), 1020.0),
            ("sod_mm", "sod", self.tr("Source to isocentre"), (400.0, 1000.0), 530.0),
            ("kvp", "kvp", self.tr("Tube voltage outside an attempt"), (40.0, 125.0), 75.0),
        ):
            unit = "kV" if place == "kvp" else "mm"
            step = 1.0 if place == "kvp" else 10.0
            self.column.addWidget(
                self.fields.slider(("machine", place), name, text, limits, step, unit, default)
            )

    def _offer(self, scene: Scene) -> None:
        names = isocentre_names(scene.patient)
        if self.iso.count() != len(names) + 1:
            self.iso.clear()
            for name, words in names:
                self.iso.addItem(words, name)
            self.iso.addItem(self.tr("A point"), None)
        named = self.presenter.value(("start_pose", "isocentre"))
        at = self.iso.findData(named) if isinstance(named, str) else -1
        self.iso.setCurrentIndex(at if at >= 0 else self.iso.count() - 1)

    def _centre(self, _at: int) -> None:
        name = self.iso.currentData()
        if name is not None and name != self.presenter.value(("start_pose", "isocentre")):
            self._pose = None
            start = dict(self.presenter.value(("start_pose",), {}) or {})
            fresh = start | {"isocentre": name}
            self.presenter.change(SetValue(("start_pose",), fresh), label=self.tr("Centred on"))

    def _by_hand(self, oblique_mdeg: int, tilt_mdeg: int) -> None:
        if self._pose is not None:
            self._turn(self._pose.turned(oblique_mdeg / 1000.0, tilt_mdeg / 1000.0))

    def _slid(self, _value: float) -> None:
        if self._pose is not None:
            turned = replace(self._pose, oblique_deg=self.oblique.value, tilt_deg=self.tilt.value)
            self._move(turned)

    def _turn(self, pose: CArmPose) -> None:
        oblique = min(90.0, max(-90.0, pose.oblique_deg))
        tilt = min(45.0, max(-45.0, pose.tilt_deg))
        self._move(replace(pose, oblique_deg=oblique, tilt_deg=tilt))

    def _move(self, pose: CArmPose) -> None:
        self._pose = pose
        self._show()
        self.posed.emit(pose, True)
        self._rest.start()

    def _return(self) -> None:
        scene = self.presenter.scene()
        self._pose = None if scene is None else scene.pose
        self._show()
        self.posed.emit(self._pose, False)

    def _in_hand(self, start: CArmPose) -> bool:
        """Whether the pose in hand is still being tried: same machine, not yet the start."""
        now = self._pose
        return now is not None and (now.sid_mm, now.sod_mm, now.field_mm) == (
            start.sid_mm,
            start.sod_mm,
            start.field_mm,
        )

    def _show(self) -> None:
        pose, scene = self._pose, self.presenter.scene()
        if pose is None:
            self.state.setText(self.tr("A machine can be turned once there is a patient."))
            return
        oblique, tilt = round(pose.oblique_deg * 1000), round(pose.tilt_deg * 1000)
        self.drawing.show_pose(
            PoseShown(pose.oblique_deg, pose.tilt_deg, oblique_text(oblique), tilt_text(tilt), "")
        )
        for slider, value in ((self.oblique, pose.oblique_deg), (self.tilt, pose.tilt_deg)):
            if not slider.slider.isSliderDown() and slider.value != value:
                slider.show_value(value)
        is_start = scene is not None and pose == scene.pose
        words = self.tr("This is the start: {pose}") if is_start else self.tr("Not taken: {pose}")
        self.state.setText(words.format(pose=caption_of(pose)))
        self.take_button.setEnabled(not is_start)
        self.back_button.setEnabled(not is_start)


def role_words(role: str) -> str:
    """What a view is for."""
    return tr(ROLE_WORDS.get(role, role))
