"""The score sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.score_sheet import MetricRow, ScoreSheetShown


class ScoreScreen(QWidget):
    """Score, verdict, critical errors, measures, digest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_sheet")
        self.buttons = {name: ActionButton(name) for name in ("report", "again", "home")}
        self._labels = {
            name: self._label(name)
            for name in ("headline", "verdict", "pass_mark", "note", "critical", "digest")
        }
        self._labels["headline"].setProperty("role", "title")
        self._labels["verdict"].setProperty("role", "heading")
        for name in ("pass_mark", "digest"):
            self._labels[name].setProperty("role", "muted")
        self._labels["digest"].setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.table = self._table()
        self._lay_out()

    def text_of(self, name: str) -> str:
        """What a label shows."""
        return self._labels[name].text()

    def show_sheet(self, sheet: ScoreSheetShown) -> None:
        """Fill it."""
        for name in ("headline", "verdict", "pass_mark", "note"):
            self._labels[name].setText(getattr(sheet, name))
        none = self.tr("No critical error.")
        self._labels["critical"].setText("\n".join(sheet.critical) or none)
        self._labels["digest"].setText(self.tr("Digest {digest}").format(digest=sheet.digest))
        self.table.setRowCount(len(sheet.rows))
        for row, metric in enumerate(sheet.rows):
            self._fill(row, metric)
        self.table.resizeRowsToContents()
        self.buttons["again"].setFocus()

    def _fill(self, row: int, metric: MetricRow) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column, text in enumerate((metric.name, metric.value, metric.mark, metric.weight)):
            item = QTableWidgetItem(text)
            item.setToolTip(metric.meaning)
            if column:
                item.setTextAlignment(right)
            self.table.setItem(row, column, item)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(f"score_{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("metrics")
        table.setAccessibleName(self.tr("Measures"))
        heads = ("Measure", "Value", "Mark of 100", "Weight")
        table.setHorizontalHeaderLabels([self.tr(head) for head in heads])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for name in ("headline", "verdict", "pass_mark", "note"):
            left.addWidget(self._labels[name])
        left.addSpacing(10)
        heading = QLabel(self.tr("Critical errors"))
        heading.setProperty("role", "heading")
        left.addWidget(heading)
        left.addWidget(self._labels["critical"])
        left.addStretch(1)
        left.addWidget(self._labels["digest"])
        for button in self.buttons.values():
            left.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 20)
        row.setSpacing(28)
        row.addLayout(left, 3)
        row.addWidget(self.table, 6)
