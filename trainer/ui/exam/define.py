"""The page that defines an exam: the library, the stations chosen of it, limits and cut."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.choice import Choice as Combo
from trainer.ui.exam.define_fields import DefineFields, spin_of
from trainer.ui.exam.named import button
from trainer.ui.home_lists import plain_list
from trainer.ui.presenters import exam_define as shown
from trainer.ui.presenters.exam_define import Chosen, Filled
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.exams.defining import Defined
    from trainer.session.exams.desk import Choice

LIMITS_S = (30, 7200, 30, shown.LIMIT_S)


class ExamDefine(QWidget):
    """Fill in an exam; it is written as a definition, which can then be opened."""

    write = Signal(object)  # Filled
    open_wanted = Signal(object)  # Path

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exam_define_page")
        self.choices = tuple(choices)
        self.stations: tuple[Chosen, ...] = ()
        self._path: Path | None = None
        self.back_button = self._button("back", self.tr("Back to the sessions"))
        self.library = plain_list("exam_library", self.tr("Scenarios of the library"))
        self.chosen = plain_list("exam_chosen", self.tr("Stations of the exam"))
        self.add_button = self._button("add", self.tr("Add as a station"))
        self.remove_button = self._button("remove", self.tr("Take out"))
        self.up_button = self._button("up", self.tr("Earlier"))
        self.write_button = self._button("write", self.tr("Write the exam"))
        self.open_button = self._button("open_it", self.tr("Open a session of it"))
        self.limit = spin_of("limit", self.tr("Limit of the station"), LIMITS_S, " s")
        self.where = Combo("exam_define_where", self.tr("Forms of the station"))
        self.where.setMinimumContentsLength(12)
        self.fields = DefineFields(self.choices)
        self.told = QLabel()
        self.told.setObjectName("exam_define_told")
        self.told.setWordWrap(True)
        self._fill()
        self._connect()
        self._lay_out()

    @property
    def filled(self) -> Filled:
        """The fields as they stand."""
        return self.fields.filled(self.stations)

    def say(self, text: str) -> None:
        """What takes a while."""
        self.told.setText(text)

    def show_written(self, made: tuple[Path, Defined]) -> None:
        """It is in its file, and what it cannot promise."""
        self._path = made[0]
        self.told.setText(shown.written_text(*made))
        self.open_button.setVisible(True)
        self.open_button.setFocus()

    def _fill(self) -> None:
        for choice in self.choices:
            QListWidgetItem(shown.choice_text(choice), self.library)
        self.library.setCurrentRow(0)
        for name, text in shown.WHERE.items():
            self.where.addItem(tr(text), name)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.library.itemActivated.connect(lambda _item: self._add())
        self.remove_button.clicked.connect(
            lambda: self._change(shown.removed(self.stations, self._at), self._at)
        )
        self.up_button.clicked.connect(
            lambda: self._change(shown.earlier(self.stations, self._at), self._at - 1)
        )
        self.chosen.currentRowChanged.connect(self._show_station)
        self.limit.valueChanged.connect(lambda value: self._set(time_limit_s=value))
        self.where.activated.connect(lambda _at: self._set(where=self.where.currentData()))
        self.write_button.clicked.connect(lambda: self.write.emit(self.filled))
        self.open_button.clicked.connect(lambda: self.open_wanted.emit(self._path))
        self.open_button.hide()

    @property
    def _at(self) -> int:
        return self.chosen.currentRow()

    def _add(self) -> None:
        if 0 <= self.library.currentRow() < len(self.choices):
            choice = self.choices[self.library.currentRow()]
            stations = shown.added(self.stations, choice)
            self._change(stations, len(stations) - 1)

    def _set(self, **fields: object) -> None:
        self._change(shown.changed(self.stations, self._at, **fields), self._at)

    def _change(self, stations: tuple[Chosen, ...], at: int) -> None:
        """Show the stations anew; the one at `at` is chosen."""
        self.stations = stations
        self.chosen.blockSignals(True)
        self.chosen.clear()
        self.chosen.addItems(list(shown.station_texts(stations)))
        self.chosen.setCurrentRow(min(max(at, 0), len(stations) - 1))
        self.chosen.blockSignals(False)
        self._show_station(self._at)

    def _show_station(self, at: int) -> None:
        if 0 <= at < len(self.stations):
            self.limit.blockSignals(True)
            self.limit.setValue(self.stations[at].time_limit_s)
            self.limit.blockSignals(False)
            self.where.setCurrentIndex(self.where.findData(self.stations[at].where))

    def _lay_out(self) -> None:
        top, title = QHBoxLayout(), QLabel(self.tr("Define an exam"))
        title.setProperty("role", "title")
        top.addWidget(title)
        top.addWidget(self.back_button)
        top.addStretch(1)
        parts = QHBoxLayout()
        parts.setSpacing(16)
        for part in (self._library_part(), self._stations_part(), self._fields_part()):
            parts.addLayout(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 10)
        column.addLayout(top)
        column.addLayout(parts, 1)
        column.addWidget(self.told)

    def _library_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(_heading(self.library.accessibleName()))
        column.addWidget(self.library, 1)
        column.addWidget(self.add_button)
        return column

    def _stations_part(self) -> QVBoxLayout:
        column, grid = QVBoxLayout(), QGridLayout()
        column.addWidget(_heading(self.chosen.accessibleName()))
        column.addWidget(self.chosen, 1)
        for row, field in enumerate((self.limit, self.where)):
            grid.addWidget(QLabel(field.accessibleName()), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.up_button, 2, 0)
        grid.addWidget(self.remove_button, 2, 1)
        column.addLayout(grid)
        return column

    def _fields_part(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.fields, 1)
        column.addWidget(self.write_button)
        column.addWidget(self.open_button)
        return column

    def _button(self, name: str, text: str) -> QPushButton:
        return button(f"exam_define_{name}", text)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
