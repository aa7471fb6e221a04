"""The rubric: weights and gates as a table with sums; a changed value makes the case's own one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem

from trainer.ui.presenters.studio_rubric import (
    RubricRow,
    RubricShown,
    bases,
    chosen_base,
    rubric_shown,
    with_setting,
)
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.page import Page
from trainer.ui.theme import LOOK

SETTING = Qt.ItemDataRole.UserRole
NUMBER_PX, TABLE_PX = 96, 220
INDENT = {"metric": "      "}


class RubricPage(Page):
    """How it is marked."""

    id = "rubric"

    def build(self) -> None:
        """Which rubric, its table, its sums, the time limit."""
        self.base = self.fields.choice(
            ("rubric", "base"),
            "rubric",
            self.tr("Rubric"),
            [(name, tr(title)) for name, title in bases()],
            lambda name: self.presenter.change(chosen_base(name), label=self.tr("Rubric")),
        )
        self.column.addWidget(self.base)
        self.own = QLabel()
        self.own.setObjectName("rubric_own")
        self.own.setProperty("role", "muted")
        self.column.addWidget(self.own)
        self.table = self._made_table()
        self.fields.home("rubric", self.table)
        self.column.addWidget(self.table, 1)
        self.sums = QLabel()
        self.sums.setObjectName("rubric_sums")
        self.sums.setWordWrap(True)
        self.column.addWidget(self.sums)
        self.column.addWidget(
            self.fields.slider(
                ("time_limit_s",),
                "time_limit",
                self.tr("Time limit"),
                (1.0, 120.0),
                1.0,
                self.tr("min"),
                1200.0,
                scale=60.0,
                whole=True,
            )
        )

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("rubric_table")
        table.setAccessibleName(self.tr("Rubric: points, and what earns all or nothing"))
        table.setHorizontalHeaderLabels(
            [self.tr("Measured"), self.tr("Points"), self.tr("All at"), self.tr("Nothing at")]
        )
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, NUMBER_PX)
        table.setMinimumHeight(TABLE_PX)
        table.cellChanged.connect(self._changed)
        return table

    def refresh(self) -> None:
        """As the document has it."""
        super().refresh()
        shown = rubric_shown(self.presenter.document)
        self.table.setEnabled(shown is not None)
        if shown is None:
            self.table.setRowCount(0)
            self.sums.setText(self.tr("This case brings a whole rubric of its own in its file."))
            return
        self._fill(shown)
        self.sums.setText(shown.sums)
        colour = LOOK.muted if shown.right else LOOK.stop
        self.sums.setStyleSheet(f"color: {colour};")
        self.own.setText(
            self.tr("Own rubric: {name}").format(name=shown.own_name)
            if shown.own_name
            else self.tr("As it ships. A changed value makes a rubric of this case's own.")
        )

    def _fill(self, shown: RubricShown) -> None:
        blocked = self.table.blockSignals(True)
        if self.table.rowCount() != len(shown.rows):
            self.table.setRowCount(len(shown.rows))
        for at, row in enumerate(shown.rows):
            self._fill_row(at, row)
        self.table.blockSignals(blocked)

    def _fill_row(self, at: int, row: RubricRow) -> None:
        name = f"{INDENT.get(row.kind, '')}{row.text}{'  *' if row.own else ''}"
        cells = (
            (name, ""),
            *((_said(cell[1]), cell[0]) for cell in (row.points, row.full, row.zero)),
        )
        for column, (text, setting) in enumerate(cells):
            item = self.table.item(at, column) or QTableWidgetItem()
            item.setText(text)
            item.setData(SETTING, setting)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if setting:
                flags |= Qt.ItemFlag.ItemIsEditable
                item.setToolTip(self.tr("Type another value: {setting}").format(setting=setting))
            item.setFlags(flags)
            font = QFont(self.table.font())
            font.setBold(row.kind in ("part", "cut"))
            item.setFont(font)
            item.setForeground(QColor(LOOK.text if setting or not column else LOOK.muted))
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if self.table.item(at, column) is None:
                self.table.setItem(at, column, item)

    def _changed(self, row: int, column: int) -> None:
        item = self.table.item(row, column)
        setting = item.data(SETTING) if item is not None else ""
        if item is None or not setting:
            return
        try:
            value = int(item.text().replace(" ", "").replace("\u202f", ""))
        except ValueError:
            self.presenter.told(self.tr("{text!r} is no whole number.").format(text=item.text()))
            self.refresh()
            return
        self.presenter.change(
            with_setting(self.presenter.document, setting, value), label=self.tr("Rubric")
        )
        self.refresh()


def _said(value: int | None) -> str:
    return "" if value is None else f"{value:,}".replace(",", "\u202f")
