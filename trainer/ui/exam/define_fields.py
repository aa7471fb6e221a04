"""What belongs to an exam beside its stations: who it is for, its draw, its cut, its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.choice import Choice as Combo
from trainer.ui.exam.named import entry, named
from trainer.ui.presenters import exam_define as shown
from trainer.ui.presenters.exam_define import Chosen, Drawn, Filled, Standard
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.exams.desk import Choice

# Design values, within what a definition takes: least, most, step, at first.
Span = tuple[int, int, int, int]
SPINS: Mapping[str, Span] = {
    "version": (1, 100_000, 1, 1),
    "whole": (0, 86_400, 300, 3600),
    "mean": (0, 100, 5, 60),
    "passed": (0, 32, 1, 0),
    "critical": (0, 32, 1, 0),
    "sem": (0, 1000, 5, 0),
    "judges": (1, 1000, 1, 8),
    "error": (0, 1000, 5, 0),
    "seed": (0, 2_147_483_647, 1, 1),
    "forms": (1, 26, 1, 2),
    **dict.fromkeys(shown.POOLS, (1, 32, 1, 1)),
    "retention": (1, 36_500, 365, 3650),
}


class DefineFields(QTabWidget):
    """Four leaves: the exam, the draw, the cut with its record, the file."""

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_define_fields")
        self._make_lines()
        self._make_spins()
        self._make_combos(choices)
        exam = _leaf((self.title, self.rules, self.warm_up, self.input), self._rows(*_EXAM))
        cut = _leaf((self.method, self.record), self._rows(*_CUT, more=(self.done_on,)))
        draw = _leaf((), self._rows(*_DRAW), words=(self._draw_words(),))
        file = _leaf(
            (self.file, self.passphrase, self.repeated),
            self._rows("retention"),
            words=(self._file_words(),),
        )
        leaves = (self.tr("Exam"), exam), (self.tr("Draw"), draw), (self.tr("Cut"), cut)
        for title, leaf in (*leaves, (self.tr("The file"), file)):
            self.addTab(leaf, title)
        self.method.activated.connect(lambda _at: self._show_record())
        self._show_record()

    def filled(self, stations: tuple[Chosen, ...]) -> Filled:
        """All fields as they stand, with these stations."""
        spins = {name: spin.value() for name, spin in self.spins.items()}
        return Filled(
            title=self.title.text().strip(),
            version=spins["version"],
            stations=stations,
            whole_s=spins["whole"],
            mean_mark=10 * spins["mean"],
            stations_passed=spins["passed"],
            critical_fails=spins["critical"],
            warm_up=str(self.warm_up.currentData()),
            rules=self.rules.text().strip(),
            file=self.file.text().strip(),
            input_profile=str(self.input.currentData()),
            drawn=Drawn(spins["seed"], spins["forms"], tuple(spins[name] for name in shown.POOLS)),
            standard=self._standard(spins),
            sem=spins["sem"],
            retention_days=spins["retention"],
            passphrase=self.passphrase.text(),
            repeated=self.repeated.text(),
        )

    def _standard(self, spins: Mapping[str, int]) -> Standard:
        return Standard(
            str(self.method.currentData()),
            self.done_on.text().strip(),
            spins["judges"],
            spins["error"],
            self.record.text().strip(),
        )

    def _show_record(self) -> None:
        """A record belongs to a method."""
        for part in (self.record, self.done_on, self.spins["judges"], self.spins["error"]):
            part.setEnabled(bool(self.method.currentData()))

    def _make_lines(self) -> None:
        self.title = self._line("title", self.tr("Title; tells no level, side or procedure"))
        self.rules = self._line("rules", self.tr("What the candidate reads first"))
        self.rules.setText(self.tr("Nothing is shown before the results are released."))
        self.file = self._line("file", self.tr("File for the definition"))
        self.file.setText(str(Path.home() / "exam.json"))
        self.passphrase = self._line("passphrase", self.tr("Passphrase, to encrypt it"))
        self.repeated = self._line("repeated", self.tr("The passphrase again"))
        for secret in (self.passphrase, self.repeated):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.record = self._line("record", self.tr("Who, on what, where the papers are"))
        self.done_on = self._line("done_on", self.tr("Standard set on (year-month-day)"))
        self.done_on.setText(QDate.currentDate().toString(Qt.DateFormat.ISODate))

    def _make_spins(self) -> None:
        spoken = {
            "version": (self.tr("Version"), ""),
            "whole": (self.tr("Limit of all stations, 0 for none"), " s"),
            "mean": (self.tr("Cut: least mean mark"), " %"),
            "passed": (self.tr("Cut: least stations passed"), ""),
            "critical": (self.tr("Cut: most stations with a critical error"), ""),
            "sem": (self.tr("Standard error of measurement, 0 unknown"), " ‰"),
            "judges": (self.tr("Judges, or people in both groups"), ""),
            "error": (self.tr("Standard error of the cut"), " ‰"),
            "seed": (self.tr("Seed of the draw"), ""),
            "forms": (self.tr("Parallel forms"), ""),
            "pool-1": (self.tr("Each form gets of pool 1"), ""),
            "pool-2": (self.tr("Each form gets of pool 2"), ""),
            "pool-3": (self.tr("Each form gets of pool 3"), ""),
            "retention": (self.tr("Records are kept for"), self.tr(" days")),
        }
        self.spins = {
            name: spin_of(name, text, SPINS[name], unit) for name, (text, unit) in spoken.items()
        }

    def _make_combos(self, choices: Sequence[Choice]) -> None:
        self.warm_up = self._combo("warm_up", self.tr("Warm-up, never scored"))
        self.warm_up.addItem(tr("No warm-up"), "")
        for choice in choices:
            self.warm_up.addItem(choice.title, choice.scenario)
        self.input = self._combo("input", self.tr("The one way of input, for all"))
        for name, text in shown.INPUTS.items():
            self.input.addItem(tr(text), name)
        self.method = self._combo("method", self.tr("How the cut was set"))
        for name, text in shown.METHODS.items():
            self.method.addItem(tr(text), name)

    def _draw_words(self) -> str:
        return self.tr(
            "As soon as a station lies in a pool, forms are drawn from the pools by the seed. "
            "Stations in every form are anchors; all stations share one limit."
        )

    def _file_words(self) -> str:
        return self.tr(
            "Encrypted, the file holds the scenarios too, and opens only with the passphrase."
        )

    def _rows(self, *names: str, more: Sequence[QLineEdit] = ()) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, field in enumerate((*(self.spins[name] for name in names), *more)):
            label = QLabel(field.accessibleName())
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        return grid

    def _line(self, name: str, spoken: str) -> QLineEdit:
        return entry(f"define_{name}", spoken)

    def _combo(self, name: str, spoken: str) -> Combo:
        combo = Combo(f"exam_define_{name}", spoken)
        combo.setMinimumContentsLength(12)
        return combo


_EXAM = ("version", "whole")
_CUT = ("mean", "passed", "critical", "sem", "judges", "error")
_DRAW = ("seed", "forms", *shown.POOLS)


def _leaf(
    fields: Sequence[QLineEdit | QComboBox], rows: QGridLayout, words: Sequence[str] = ()
) -> QWidget:
    leaf = QWidget()
    column = QVBoxLayout(leaf)
    column.setContentsMargins(8, 6, 8, 4)
    column.setSpacing(3)
    for text in words:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        column.addWidget(label)
    for field in fields:
        column.addWidget(QLabel(field.accessibleName()))
        column.addWidget(field)
    column.addLayout(rows)
    column.addStretch(1)
    return leaf


def spin_of(name: str, spoken: str, span: Span, unit: str) -> QSpinBox:
    """A number of the page."""
    spin = named(QSpinBox(), f"exam_define_{name}", spoken)
    least, most, step, at_first = span
    spin.setRange(least, most)
    spin.setSingleStep(step)
    spin.setValue(at_first)
    spin.setSuffix(unit)
    spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return spin
