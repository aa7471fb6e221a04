"""The patient: a person by sliders, drawn at once and built when the hand rests, or an own CT."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from trainer.anatomy.levels import LEVELS
from trainer.session.landmark_table import World
from trainer.ui.choice import Choice
from trainer.ui.presenters.studio_patient import (
    DIALS,
    HARDWARE,
    SEXES,
    TRANSITIONS,
    another_seed,
    begin_synthetic,
    level_steps,
    moved_person,
)
from trainer.ui.presenters.studio_person import PersonShown, person_shown
from trainer.ui.presenters.studio_radiographs import RadiographsDraft
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.ct_box import CtBox
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.radiograph_page import RadiographPage
from trainer.ui.studio.value_slider import ValueSlider

FIRST_SEED = 11  # one of the shipped library's people: whoever has opened that case has it built


class PatientPage(Page):
    """Who lies on the table. `sketch` tells what is drawn while a slider moves."""

    sketched = Signal(object, str)

    id, way = "patient", "person"

    def build(self) -> None:
        """Which kind; then its own fields."""
        self._moving: dict[str, float] = {}
        self._kinds = QHBoxLayout()
        self.kinds = {
            "synthetic": button("kind_synthetic", self.tr("Numbers")),
            "ct": button("kind_ct", self.tr("Own CT")),
            "radiograph": button("kind_radiograph", self.tr("X-rays")),
        }
        for name, one in self.kinds.items():
            one.setCheckable(True)
            one.setMinimumWidth(60)
            one.clicked.connect(lambda _=False, name=name: self.show_kind(name))
            self._kinds.addWidget(one, 1)
        self.column.addLayout(self._kinds)
        self.ct = CtBox(self.presenter)
        self._radiographs = QWidget()
        self._radiographs_column = QVBoxLayout(self._radiographs)
        self._radiographs_column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._pages = {
            "synthetic": self._sliders(),
            "ct": self.ct,
            "radiograph": self._radiographs,
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self.fields.home("patient", self.kinds["synthetic"])
        self.column.addStretch(1)
        self.films: RadiographPage | None = None
        self._wanted = ""
        self._was: str | None = None

    def refresh(self) -> None:
        """As the document has it."""
        super().refresh()
        self._moving.clear()
        self._show_place()
        kind = self.presenter.kind
        if kind != self._was:  # another patient came; until then what was clicked stays open
            self._was, self._wanted = kind, ""
        self._turn(self._wanted or kind or "synthetic")
        self.ct.refresh()
        self._sketch()

    def show_kind(self, name: str) -> None:
        """Another kind of patient: an average person at once, images when they are brought."""
        if name == "synthetic" and self.presenter.kind != "synthetic":
            begin_synthetic(self.presenter, FIRST_SEED)
        self._wanted = name
        self._turn(name)

    def words(self) -> str:
        """Who it is."""
        return self.tr("The sketch follows the sliders at once; the picture is of the bones.")

    def _turn(self, name: str) -> None:
        for each, one in self.kinds.items():
            one.setChecked(each == name)
        if name == "radiograph":
            self._fill_radiographs()
        for each, page in self._pages.items():  # the sliders' height is not the pictures'
            shown = QSizePolicy.Policy.Preferred if each == name else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, shown)
        self._stack.setCurrentWidget(self._pages[name])
        wide = name == "radiograph"
        if wide != self.wide:
            self.wide = wide
            self.column.setStretchFactor(self._stack, 100 if wide else 0)
            self.room_wanted.emit()

    def _sliders(self) -> QWidget:
        page, outer = QWidget(), self.column
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self._place_row())
        self._choice("sex", self.tr("Sex"), SEXES, "female")
        self.dials: dict[str, ValueSlider] = {}
        for dial in DIALS:
            slider = ValueSlider(dial.id, tr(dial.text), dial.limits, dial.step, dial.unit)
            slider.moving.connect(lambda value, name=dial.id: self._move(name, value))
            slider.settled.connect(
                lambda value, dial=dial: self._put(dial.id, round(value) if dial.whole else value)
            )
            self.fields.home(f"patient.{dial.id}", slider.slider)
            self.dials[dial.id] = slider
            self.column.addWidget(slider)
        levels = [("", tr("None")), *((level, level) for level in LEVELS)]
        self._choice("wedge_level", self.tr("Wedged level"), levels, "")
        self._choice("transition", self.tr("Transitional vertebra"), TRANSITIONS, "none")
        self._choice("hardware", self.tr("Metal or cement"), HARDWARE, "none")
        other = button("other_person", self.tr("Somebody else with these numbers"))
        other.clicked.connect(lambda: self._put("seed", another_seed(self.presenter.document)))
        self.fields.home("patient.seed", other)
        self.column.addWidget(other)
        self.fields.also(self._show_dials)
        self.column, made = outer, page
        return made

    def _place_row(self) -> QWidget:
        """The whole case at another level or side: targets, story and views go along."""
        self.level = Choice("case_level", self.tr("Level of the case"))
        self.side = Choice("case_side", self.tr("Side of the case"))
        for level in LEVELS:
            self.level.addItem(level, level)
        for side in ("left", "right"):
            self.side.addItem(tr(side), side)
        self.level.activated.connect(self._vary_level)
        self.side.activated.connect(self._vary_side)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(labelled(self.tr("Level of the case"), self.level), 1)
        row.addWidget(labelled(self.tr("Side of the case"), self.side), 1)
        return part

    def _show_place(self) -> None:
        first = self.presenter.value(("targets", 0), {})
        there = isinstance(first, dict) and bool(first)
        for combo, name in ((self.level, "bone"), (self.side, "side")):
            combo.setEnabled(there)
            combo.setCurrentIndex(combo.findData(first.get(name)) if there else -1)

    def _vary_level(self, _at: int) -> None:
        steps = level_steps(self.presenter.document, str(self.level.currentData()))
        if steps:
            self.presenter.vary(steps, other_side=False)
        self._show_place()

    def _vary_side(self, _at: int) -> None:
        if self.side.currentData() != self.presenter.value(("targets", 0, "side")):
            self.presenter.vary(0, other_side=True)
        self._show_place()

    def _choice(self, name: str, text: str, options: object, default: str) -> None:
        assert isinstance(options, list | tuple)
        self.column.addWidget(
            self.fields.choice(
                ("patient", name),
                name,
                text,
                [(value, tr(words)) for value, words in options],
                lambda value: self._put(name, value),
                default,
            )
        )

    def _show_dials(self) -> None:
        for dial in DIALS:
            found = self.presenter.value(("patient", dial.id), dial.usual)
            if not self.dials[dial.id].slider.isSliderDown():
                usable = isinstance(found, int | float) and not isinstance(found, bool)
                self.dials[dial.id].show_value(float(found) if usable else dial.usual)

    def _move(self, name: str, value: float) -> None:
        self._moving[name] = value
        self._sketch()

    def _put(self, name: str, value: object) -> None:
        if value != self.presenter.value(("patient", name)):
            words = next((tr(dial.text) for dial in DIALS if dial.id == name), name)
            edits = moved_person(self.presenter.document, name, value)
            self.presenter.change(*edits, label=words)

    def _sketch(self) -> None:
        patient = dict(self.presenter.value(("patient",), {}) or {}) | self._moving
        targets = self.presenter.value(("targets",), []) or []
        named = [one for one in targets if isinstance(one, dict)]
        levels = tuple(str(one.get("bone")) for one in named)
        sides = tuple(dict.fromkeys(str(one.get("side")) for one in named))
        shown: PersonShown = person_shown(patient, levels, sides)
        words = ", ".join(
            f"{tr(one.text)} {self.dials[one.id].value:g} {one.unit}" for one in DIALS
        )
        self.sketched.emit(shown, words)

    def leave(self) -> None:
        """The screen goes."""
        if self.films is not None:
            self.films.leave()

    def _fill_radiographs(self) -> None:
        """Their page, made when it is first wanted."""
        services = self.presenter.bench.services
        if self.films is None:
            self.films = RadiographPage(
                RadiographsDraft(services),
                lambda draft, made: draft.take(self.presenter.bench, made),
                self.presenter.background,
                self._earlier,
            )
            self._radiographs_column.addWidget(self.films, 1)
        self.films.offer_landmarks_of(services.scenarios.identifiers())

    def _earlier(self) -> Mapping[str, World]:
        """Where the landmarks of the patient lie that the case has up to now."""
        patient = self.presenter.bench.patient
        return {} if patient is None else patient.landmarks
