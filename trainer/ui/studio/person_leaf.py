"""The story's leaf about the person: who it is, where the pain comes from, consent, plans."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from trainer.attempt.acts import POINTS
from trainer.ui.presenters.studio_patient import SEXES
from trainer.ui.presenters.studio_rows import (
    PERSON,
    has_person,
    pain_words,
    tick_person,
    write_pain,
)
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import Fields, labelled
from trainer.ui.studio.rows_table import RowsTable

PLANS = (("subject", "Subject"), ("what", "What it is"), ("right", "The right plan"))
NEW_PLAN = {"subject": "medication", "what": "", "right": ""}
NEEDED = ("story", "consent_needed")


class PersonLeaf(QScrollArea):
    """Fields of a page's own `fields`, so that problems lead here too."""

    def __init__(self, fields: Fields) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields, self._presenter = fields, fields.presenter
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(9)
        for part in (*self._person(), self._pain(), *self._plans(), *self._consent()):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)

    def _person(self) -> tuple[QWidget, ...]:
        fields, presenter = self._fields, self._presenter
        box = fields.tick(
            "person",
            self.tr("The case says who it is"),
            lambda: has_person(presenter),
            lambda on: tick_person(presenter, on),
        )
        fields.home("story.person", box)
        sexes = [(name, tr(words)) for name, words in SEXES]
        years, kilos = self.tr("years"), self.tr("kg")
        parts = (
            fields.line((*PERSON, "name"), "person_name", self.tr("Name, invented")),
            fields.line((*PERSON, "work"), "person_work", self.tr("Work")),
            fields.choice((*PERSON, "sex"), "person_sex", self.tr("Sex"), sexes),
            fields.slider(
                (*PERSON, "age_years"), "person_age", self.tr("Age"), (18.0, 95.0), 1.0, years,
                45.0, whole=True,
            ),
            fields.slider(
                (*PERSON, "weight_kg"), "person_weight", self.tr("Weight"), (35.0, 200.0), 1.0,
                kilos, 75.0, whole=True,
            ),
        )  # fmt: skip

        def show() -> None:
            for part in parts:
                part.setEnabled(has_person(presenter))

        fields.also(show)
        return (box, *parts)

    def _pain(self) -> QWidget:
        text = self.tr("Where the pain comes from, never shown: joint, side and share of 1000; ...")
        edit = QLineEdit()
        edit.setObjectName("edit_pain")
        edit.setAccessibleName(text)
        edit.setPlaceholderText(self.tr("T7-T8 left 700; T8-T9 left 200"))
        edit.editingFinished.connect(lambda: write_pain(self._presenter, edit.text()))
        self._fields.also(lambda: edit.setText(pain_words(self._presenter)))
        self._fields.home("story.pain", edit)
        return labelled(text, edit)

    def _plans(self) -> tuple[QWidget, ...]:
        words = self.tr("Plans: medication, device, allergy or sedation")
        place, every = ("story", "plans"), frozenset(name for name, _ in PLANS)
        table = RowsTable(self._fields, place, "plans", words, PLANS, NEW_PLAN, every)
        return _heading(words), table

    def _consent(self) -> tuple[QWidget, ...]:
        boxes = [
            self._fields.tick(
                f"needed_{point}", tr(words), partial(self._is_needed, point),
                partial(self._need, point),
            )
            for point, words in POINTS.items()
        ]  # fmt: skip
        self._fields.home("story.consent_needed", boxes[0])
        return _heading(self.tr("What must be talked over before consent")), *boxes

    def _needed(self) -> list[str]:
        found = self._presenter.value(NEEDED, [])
        return [str(one) for one in found] if isinstance(found, list) else []

    def _is_needed(self, point: str) -> bool:
        return point in self._needed()

    def _need(self, point: str, on: bool) -> None:
        wanted = {*self._needed(), point} if on else {*self._needed()} - {point}
        ordered = [one for one in POINTS if one in wanted]
        self._presenter.set(NEEDED, ordered, self.tr("Consent"))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    label.setWordWrap(True)
    return label
