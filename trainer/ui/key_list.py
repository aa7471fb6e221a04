"""F1: every action and its key, from the table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.actions import ACTIONS, BY_ID
from trainer.ui.bindings import key_words, keys_of
from trainer.ui.presenters.texts import tr

MOUSE = (
    ("Drag on the back", "The metal pointer"),
    ("Press the hub in the bedside view", "Grip it; drag tilts, the wheel pushes (down is deeper)"),
    ("Gripped drag on the live monitor", "Tilt along the held picture, 0.2° a pixel, Shift 0.04°"),
    ("Drag a receptor on the C-arm card", "Turn the C-arm"),
    ("Right drag on a monitor", "Window and level; double click resets"),
    ("Wheel on a monitor, hub not gripped", "Zoom about the mouse"),
    ("Middle drag or Shift+drag on a monitor", "Move the zoomed picture"),
    ("Drag on a monitor with caliper or angle", "Measure; with the blades: drag their edges"),
    ("Side button of the mouse, back", "Beam on while held"),
    ("Side button of the mouse, forward", "One single picture"),
)


class KeyList(QDialog):
    """One page of keys."""

    def __init__(
        self,
        parent: QWidget | None = None,
        devices: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (),
    ) -> None:
        """Devices : those that are connected, each a title and its parts with what they do."""
        super().__init__(parent)
        self.setObjectName("key_list")
        self._devices = devices
        self.setWindowTitle(self.tr("Keys and help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1120, 560)  # the longest German line beside the longest key
        self._table = QTableWidget(0, 2, self)
        self._table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self._table.setAccessibleName(self.tr("Keys"))
        self._table.verticalHeader().hide()
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self._table.verticalHeader().setDefaultSectionSize(24)
        self._fill()
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Close).setAccessibleName(self.tr("Close"))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self._table)
        column.addWidget(close)

    def _fill(self) -> None:
        for group, actions in groupby(ACTIONS, key=lambda action: action.group):
            self._heading(tr(group))
            for action in actions:
                if keys := keys_of(action):
                    self._line(key_words(keys), tr(action.tip))
        self._heading(self.tr("Mouse"))
        for what, does in MOUSE:
            self._line(tr(what), tr(does))
        for title, parts in self._devices:
            self._heading(title)
            for part, does in parts:
                self._line(tr(part), tr(BY_ID[does].tip if does in BY_ID else does))

    def _heading(self, text: str) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        item = QTableWidgetItem(text)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self._table.setItem(row, 0, item)

    def _line(self, key: str, does: str) -> None:
        row = self._table.rowCount()
        self._table.insertRow(row)
        self._table.setItem(row, 0, QTableWidgetItem(f"   {key}"))
        said = QTableWidgetItem(does)
        said.setToolTip(does)
        self._table.setItem(row, 1, said)
