"""The score sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
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

from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.score_sheet import MetricRow, ScoreSheetShown
from trainer.ui.presenters.texts import tr


class ScoreScreen(QWidget):
    """Score, verdict, critical errors, measures, digest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_sheet")
        self.buttons = {name: ActionButton(name) for name in ("report", "again", "home")}
        self._labels = {
            name: self._label(name)
            for name in ("headline", "verdict", "pass_mark", "note", "critical")
        }
        self._labels["headline"].setProperty("role", "score")
        self._labels["verdict"].setProperty("role", "title")
        self._labels["pass_mark"].setProperty("role", "muted")
        self.digest = self._digest_line()
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
        self.digest.setText(sheet.digest)
        self.digest.setCursorPosition(0)
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

    def _digest_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("score_digest")
        line.setAccessibleName(self.tr("Digest of the score"))
        line.setToolTip(self.tr("Digest of the score, to be copied"))
        line.setReadOnly(True)
        return line

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("metrics")
        table.setAccessibleName(self.tr("Measures"))
        heads = ("Measure", "Value", "Mark of 100", "Weight")
        table.setHorizontalHeaderLabels([tr(head) for head in heads])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first = QTableWidgetItem(tr(heads[0]))
        first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(0, first)
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
        caption = QLabel(self.tr("Digest: the same log gives the same on every machine"))
        caption.setProperty("role", "muted")
        left.addWidget(caption)
        left.addWidget(self.digest)
        line = QHBoxLayout()
        for button in self.buttons.values():
            line.addWidget(button)
        line.addStretch(1)
        left.addSpacing(6)
        left.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 20)
        row.setSpacing(28)
        row.addLayout(left, 3)
        row.addWidget(self.table, 6)
