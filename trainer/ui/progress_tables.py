"""The tables of Progress: the attempts of a chart, and the drills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem

from trainer.ui.presenters.progress import ChartShown
from trainer.ui.presenters.progress_drills import DrillRow
from trainer.ui.presenters.texts import tr
from trainer.ui.read_table import ReadTable

ATTEMPTS = ("Attempt", "Day", "Case", "Value", "Outcome")
DRILLS = ("Drill", "Mastery", "Re-test")


class _Rows(ReadTable):
    """As wide as its place; every cell says what the row means."""

    def __init__(self, name: str, spoken: str, heads: Sequence[str], wide: int) -> None:
        super().__init__(name, spoken, heads, wide)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fill(self, row: int, texts: Sequence[str], tip: str) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(tip)
            self.setItem(row, column, item)


class AttemptTable(_Rows):
    """The chart as numbers."""

    def __init__(self) -> None:
        super().__init__("progress_attempts", "", ATTEMPTS, 2)
        self.setAccessibleName(self.tr("The chart as a table"))

    def show_chart(self, chart: ChartShown) -> None:
        """One row an attempt, the last one chosen."""
        self.setRowCount(len(chart.points))
        for row, point in enumerate(chart.points):
            outcome = tr("Passed") if point.passed else tr("Not passed")
            said = tr("Critical error") if point.critical else outcome
            texts = (str(row + 1), point.day, point.case, point.shown, said)
            self._fill(row, texts, point.words)
        if chart.points:
            self.setCurrentCell(len(chart.points) - 1, 0)


class DrillTable(_Rows):
    """Twelve drills; one whose re-test is due says so."""

    def __init__(self) -> None:
        super().__init__("progress_drills", "", DRILLS, 0)
        self.setAccessibleName(self.tr("Drills and re-tests"))
        self.verticalHeader().setDefaultSectionSize(22)
        self.setWordWrap(False)  # a line: what does not fit is cut at a letter, not at a word

    def show_drills(self, rows: Sequence[DrillRow]) -> None:
        """All of them."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            texts = (row.title, row.state, row.retest)
            self._fill(number, texts, f"{row.title}. {row.meaning}")
        self.setCurrentCell(0, 0)
