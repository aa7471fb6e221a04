"""Views by role: which poses count for counting, working, looking down the hub, judging depth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from trainer.scenario.manuscript.edits import AddItem, Remove
from trainer.ui.choice import Choice
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.pose_page import role_words
from trainer.ui.studio.value_slider import ValueSlider

ROLES = ("level", "working", "hub", "depth")
INDEX = Qt.ItemDataRole.UserRole
NUMBERS = ("oblique_deg", "tilt_deg", "tolerance_deg")


class ViewsPage(Page):
    """A list of views; the chosen one is seen."""

    posed = Signal(object, bool)

    id, way = "views", "turned"

    def build(self) -> None:
        """List, role, angles, tolerance."""
        self.list = QListWidget()
        self.list.setObjectName("view_list")
        self.list.setAccessibleName(self.tr("Views that a careful operator takes"))
        self.list.setMaximumHeight(130)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.fields.home("required_views", self.list)
        self.column.addWidget(self.list)
        self.add_button = button("view_add", self.tr("Add a view"))
        self.remove_button = button("view_remove", self.tr("Take this view away"))
        self.add_button.clicked.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.column.addWidget(self.add_button)
        self.column.addWidget(self.remove_button)
        self.role = Choice("choose_role", self.tr("What it is for"))
        for role in ROLES:
            self.role.addItem(role_words(role), role)
        self.role.activated.connect(lambda _at: self._put("role", self.role.currentData()))
        self.column.addWidget(labelled(self.tr("What it is for"), self.role))
        self.sliders = {
            "oblique_deg": ValueSlider(
                "view_oblique", self.tr("Oblique, to either side"), (0.0, 180.0), 1.0, "°"
            ),
            "tilt_deg": ValueSlider("view_tilt", self.tr("Tilt"), (-60.0, 60.0), 1.0, "°"),
            "tolerance_deg": ValueSlider(
                "view_tolerance", self.tr("Still counts when off by"), (1.0, 45.0), 1.0, "°"
            ),
        }
        for name, slider in self.sliders.items():
            slider.settled.connect(lambda value, name=name: self._put(name, value))
            slider.moving.connect(lambda _value: self._look(quick=True))
            self.column.addWidget(slider)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """As the document has them."""
        super().refresh()
        lines = [self._line(one) for one in self._views()]
        if [self.list.item(n).text() for n in range(self.list.count())] != lines:
            row = max(0, self.list.currentRow())
            blocked = self.list.blockSignals(True)
            self.list.clear()
            for at, text in enumerate(lines):
                QListWidgetItem(text, self.list).setData(INDEX, at)
            self.list.setCurrentRow(min(row, len(lines) - 1))
            self.list.blockSignals(blocked)
        self._show()

    def words(self) -> str:
        """What is seen."""
        return self.tr("The chosen view, to the patient's left")

    def _views(self) -> list[dict[str, Any]]:
        found = self.presenter.value(("required_views",), [])
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _line(self, one: dict[str, Any]) -> str:
        if one.get("view"):
            return f"{role_words(str(one.get('role')))}: {one['view']}"
        return tr("{role}: {oblique}° oblique, {tilt}° tilt, ± {tolerance}°").format(
            role=role_words(str(one.get("role"))),
            oblique=f"{one.get('oblique_deg', 0):g}",
            tilt=f"{one.get('tilt_deg', 0):g}",
            tolerance=f"{one.get('tolerance_deg', 0):g}",
        )

    @property
    def _chosen(self) -> dict[str, Any] | None:
        views, row = self._views(), self.list.currentRow()
        return views[row] if 0 <= row < len(views) else None

    def _show(self) -> None:
        one = self._chosen
        carm = one is not None and not one.get("view")
        self.role.setEnabled(one is not None)
        self.remove_button.setEnabled(one is not None)
        for name, slider in self.sliders.items():
            slider.setEnabled(carm)
            if one is not None and isinstance(one.get(name), int | float):
                slider.show_value(float(one[name]))
        if one is not None:
            self.role.setCurrentIndex(self.role.findData(one.get("role")))
        self._look(quick=False)

    def _look(self, *, quick: bool) -> None:
        scene = self.presenter.scene()
        if scene is None or scene.pose is None or self._chosen is None:
            return
        pose = replace(
            scene.pose,
            oblique_deg=self.sliders["oblique_deg"].value,
            tilt_deg=self.sliders["tilt_deg"].value,
            isocentre_world_mm=scene.about,
        )
        self.posed.emit(pose, quick)

    def _put(self, name: str, value: object) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.presenter.set(("required_views", row, name), value, self.tr("View"))

    def _add(self) -> None:
        used = {one.get("role") for one in self._views()}
        role = next((one for one in ROLES if one not in used), "working")
        fresh: dict[str, Any] = {"role": role}
        if self.presenter.kind != "radiograph":
            oblique = 90.0 if role == "depth" else 0.0
            fresh |= dict(zip(NUMBERS, (oblique, 0.0, 10.0), strict=True))
        self.presenter.change(AddItem(("required_views",), fresh), label=self.tr("View added"))
        self.list.setCurrentRow(len(self._views()) - 1)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.presenter.change(Remove(("required_views", row)), label=self.tr("View taken away"))
