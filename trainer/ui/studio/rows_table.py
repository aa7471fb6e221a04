"""A list of the case as a table: a row each, cells are written in, rows come and go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.scenario.draft import Place
from trainer.scenario.manuscript.edits import AddItem, Remove
from trainer.scenario.verdict import field_path
from trainer.ui.presenters.studio_rows import cell_value, cell_words
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import Fields
from trainer.ui.studio.page import button


class RowsTable(QWidget):
    """columns : (field, heading). fresh : a new row. plain : fields that are never numbers."""

    def __init__(
        self,
        fields: Fields,
        place: Place,
        name: str,
        spoken: str,
        columns: Sequence[tuple[str, str]],
        fresh: Mapping[str, Any],
        plain: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self.presenter, self._place, self._spoken = fields.presenter, place, spoken
        self._columns, self._fresh, self._plain = columns, fresh, plain
        self.table = QTableWidget(0, len(columns))
        self.table.setObjectName(f"table_{name}")
        self.table.setAccessibleName(spoken)
        self.table.setHorizontalHeaderLabels([tr(words) for _, words in columns])
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(96)
        self.table.cellChanged.connect(self._wrote)
        self.add = button(f"{name}_add", self.tr("Add a row"))
        self.remove = button(f"{name}_remove", self.tr("Take the row away"))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        fields.home(field_path(place), self.table)
        fields.also(self._show)
        acts = QHBoxLayout()
        acts.addWidget(self.add)
        acts.addWidget(self.remove)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(acts)

    def _rows(self) -> list[Any]:
        found = self.presenter.value(self._place, [])
        return found if isinstance(found, list) else []

    def _show(self) -> None:
        rows = self._rows()
        blocked = self.table.blockSignals(True)
        self.table.setRowCount(len(rows))
        for at, one in enumerate(rows):
            for column, (name, _) in enumerate(self._columns):
                value = one.get(name) if isinstance(one, dict) else None
                self.table.setItem(at, column, QTableWidgetItem(cell_words(value)))
        self.table.blockSignals(blocked)
        self.remove.setEnabled(bool(rows))

    def _wrote(self, row: int, column: int) -> None:
        name, item = self._columns[column][0], self.table.item(row, column)
        words = "" if item is None else item.text().strip()
        value = words if name in self._plain else cell_value(words)
        self.presenter.set((*self._place, row, name), value, self._spoken)

    def _add(self) -> None:
        self.presenter.change(AddItem(self._place, dict(self._fresh)), label=self._spoken)

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.presenter.change(Remove((*self._place, row)), label=self._spoken)
