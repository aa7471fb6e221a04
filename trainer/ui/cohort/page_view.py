"""A page of numbers: words, chart, table, what it rests on and does not prove."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.presenters.cohort_page import PageShown, cell
from trainer.ui.progress_chart import ProgressChart
from trainer.ui.progress_legend import ProgressLegend

CHART_PX = 190


class PageView(QWidget):
    """Shows a `PageShown`; where something is missing it says what, and shows no number."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.chart, self.legend = ProgressChart(), ProgressLegend()
        self.chart.setObjectName(f"{name}_chart")
        self.chart.setMinimumHeight(CHART_PX)
        self.table = QTableWidget()
        self.labels = {key: self._label(f"{name}_{key}") for key in _LABELS}
        self.page: PageShown | None = None
        self._set_up(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.labels["title"])
        column.addWidget(self.labels["words"])
        column.addWidget(self.labels["missing"], 1)
        column.addWidget(self.chart, 3)
        column.addWidget(self.legend)
        column.addWidget(self.labels["pointed"])
        column.addWidget(self.table, 2)
        column.addWidget(self.labels["facts"])
        column.addWidget(self.labels["caveat"])

    def show_page(self, page: PageShown) -> None:
        """Another page, or the same with other numbers."""
        self.page = page
        for key in ("title", "words", "facts", "caveat", "missing"):
            self.labels[key].setText(getattr(page, key))
            self.labels[key].setVisible(bool(getattr(page, key)))
        self.labels["pointed"].setText("")
        there = page.chart is not None and not page.missing
        for part in (self.chart, self.legend, self.labels["pointed"]):
            part.setVisible(there)
        if page.chart is not None:
            self.chart.show_chart(page.chart)
            self.legend.show_chart(page.chart)
        self.table.setVisible(not page.missing)
        self._fill(page)

    def forget(self) -> None:
        """Hold nothing any more."""
        self.show_page(PageShown("", ""))

    def _fill(self, page: PageShown) -> None:
        self.table.setAccessibleName(page.title)
        row = self.table.currentRow()
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        self.table.setColumnCount(len(page.header))
        self.table.setHorizontalHeaderLabels(list(page.header))
        self.table.setRowCount(len(page.rows))
        for at, values in enumerate(page.rows):
            for column, raw in enumerate(values):
                text = cell(raw, page.places)
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
        if page.rows:
            self.table.setCurrentCell(min(max(0, row), len(page.rows) - 1), 0)
        self.table.blockSignals(False)

    def _set_up(self, name: str) -> None:
        self.table.setObjectName(f"{name}_table")
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(96)
        self.table.verticalHeader().setDefaultSectionSize(24)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.chart.pointed.connect(self.labels["pointed"].setText)
        self.labels["title"].setProperty("role", "heading")
        for key in ("caveat", "pointed", "missing"):
            self.labels[key].setProperty("role", "muted")
        self.labels["missing"].setAlignment(Qt.AlignmentFlag.AlignTop)

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return label


_LABELS = ("title", "words", "missing", "pointed", "facts", "caveat")
