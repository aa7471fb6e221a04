"""The Angoff sheet: judges' estimates of a borderline candidate, the cut, and the exam with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.session.standard_setting import Sheet, SheetCut, cut_of
from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.cohort_angoff import cut_words, judge_name, sheet_caveat
from trainer.ui.presenters.texts import tr

FIRST_JUDGES = 3  # rows to begin with [X]; a panel has more


class AngoffSheet(QWidget):
    """A row a judge, a column a station; the cut follows every number that is typed."""

    open_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cohort_angoff")
        names = ("angoff_open", "angoff_judge", "angoff_attach")
        self.buttons = {name: ActionButton(name) for name in names}
        self.table, self.record = QTableWidget(), QLineEdit()
        self.exam, self.told, self.caveat = QLabel(), QLabel(), QLabel()
        self.stations: tuple[str, ...] = ()
        self._lay_out()
        self.buttons["angoff_open"].clicked.connect(self.open_wanted)
        self.buttons["angoff_judge"].clicked.connect(self.add_judge)
        self.buttons["angoff_attach"].clicked.connect(self.attach_wanted)
        self.table.itemChanged.connect(lambda _item: self._tell())
        self.record.textChanged.connect(lambda _text: self._tell())
        self.show_exam("", ())

    @property
    def sheet(self) -> Sheet:
        """As it is filled in."""
        rows, columns = self.table.rowCount(), len(self.stations)
        return Sheet(
            tuple(self._text(row, 0) or judge_name(row + 1) for row in range(rows)),
            self.stations,
            tuple(
                tuple(_mark(self._text(row, column + 1)) for column in range(columns))
                for row in range(rows)
            ),
        )

    @property
    def cut(self) -> SheetCut | None:
        """The cut, None while a cell is missing."""
        try:
            return cut_of(self.sheet)
        except Refusal:
            return None

    def show_exam(self, title: str, stations: tuple[str, ...]) -> None:
        """An empty sheet for an exam's stations."""
        self.stations = stations
        self.exam.setText(title or tr("Open the definition of an exam first."))
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        self.table.setColumnCount(len(stations) + 1 if stations else 0)
        self.table.setHorizontalHeaderLabels([tr("Judge"), *stations] if stations else [])
        self.table.blockSignals(False)
        for _ in range(FIRST_JUDGES if stations else 0):
            self.add_judge()
        self._tell()

    def add_judge(self) -> None:
        """One row more."""
        if not self.stations:
            return
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(judge_name(row + 1)))
        for column in range(len(self.stations)):
            self.table.setItem(row, column + 1, QTableWidgetItem(""))
        self.table.blockSignals(False)
        self.table.setCurrentCell(row, 1)
        self._tell()

    def _tell(self) -> None:
        self.told.setText(cut_words(self.sheet))
        ready = self.cut is not None and bool(self.record.text().strip())
        self.buttons["angoff_attach"].setEnabled(ready)
        self.buttons["angoff_judge"].setEnabled(bool(self.stations))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text().strip()

    def _lay_out(self) -> None:
        self.table.setObjectName("angoff_table")
        self.table.setAccessibleName(self.tr("Estimates: a row a judge, a column a station"))
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.record.setObjectName("angoff_record")
        self.record.setAccessibleName(self.tr("Who judged, on what, where the papers are"))
        self.record.setPlaceholderText(self.tr("Who judged, on what, where the papers are"))
        title = QLabel(self.tr("Angoff sheet"))
        title.setProperty("role", "heading")
        self.caveat.setText(sheet_caveat())
        asked = QLabel(
            self.tr(
                "What mark of 100 would a candidate get who is just good enough? Each judge alone."
            )
        )
        for label in (self.exam, asked, self.told, self.caveat):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        for label in (asked, self.caveat):
            label.setProperty("role", "muted")
        row = QHBoxLayout()
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (title, self.exam, asked):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addWidget(self.record)
        column.addLayout(row)
        column.addWidget(self.caveat)


def _mark(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
