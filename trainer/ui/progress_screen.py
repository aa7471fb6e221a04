"""Progress: one chart at a time with what it rests on, evidence in words, drills and re-tests."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.session.progress import Progress, Wanted
from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.progress import CurvesShown, choices_of, curves_shown
from trainer.ui.presenters.progress_drills import drill_rows, next_words
from trainer.ui.progress_chart import ProgressChart
from trainer.ui.progress_legend import ProgressLegend
from trainer.ui.progress_tables import AttemptTable, DrillTable

# Of the charts' names and of the drills: as parts of the width, within limits (design values).
LIST_SHARE, LIST_PX = 0.13, (166, 260)
SIDE_SHARE, SIDE_PX = 0.36, (462, 640)


class ProgressScreen(QWidget):
    """Shows what `curves_shown` says of the attempts that the filters let through."""

    export = Signal(object)  # the attempts that are shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress_screen")
        names = ("progress_table", "progress_export", "home")
        self.buttons = {name: ActionButton(name) for name in names}
        self.buttons["progress_table"].setCheckable(True)
        self.chart, self.legend = ProgressChart(), ProgressLegend()
        self.attempts, self.drills = AttemptTable(), DrillTable()
        self.charts = self._list()
        self.choices = {
            "scenario": self._choice("scenario", self.tr("Case")),
            "procedure": self._choice("procedure", self.tr("Procedure")),
            "level": self._choice("level", self.tr("Level")),
        }
        self._labels = {
            name: self._label(name)
            for name in ("counts", "heading", "unit", "pointed", "facts", "caveat")
        }
        self._labels |= {name: self._label(name) for name in ("evidence", "next")}
        self._progress: Progress | None = None
        self._shown: CurvesShown | None = None
        self._lay_out()
        self._connect()

    def text_of(self, name: str) -> str:
        """What a label shows."""
        return self._labels[name].text()

    def show_curves(self, progress: Progress) -> None:
        """Fill everything; filters are set to all."""
        self._progress = progress
        choices = choices_of(progress)
        self._fill("scenario", self.tr("Case: all"), choices.scenarios)
        self._fill("procedure", self.tr("Procedure: all"), choices.procedures)
        self._fill("level", self.tr("Level: all"), choices.levels)
        self.drills.show_drills(drill_rows(progress))
        self._labels["next"].setText(next_words(progress))
        self._filter()
        self.charts.setFocus()

    def toggle_table(self) -> None:
        """The chart as a table, or as a chart again."""
        table = self._stack.currentWidget() is self.chart
        self._stack.setCurrentWidget(self.attempts if table else self.chart)
        self.buttons["progress_table"].setChecked(table)
        self.legend.setVisible(not table)
        self._say("")

    def ask_export(self) -> None:
        """Where there is something to export."""
        if self._shown is not None and self._shown.counted:
            self.export.emit(self._shown.counted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names have the room that there is; the chart takes the rest."""
        super().resizeEvent(event)
        for part, share, (least, most) in (
            (self.charts, LIST_SHARE, LIST_PX),
            (self._aside, SIDE_SHARE, SIDE_PX),
        ):
            part.setFixedWidth(max(least, min(most, round(share * self.width()))))

    def _filter(self) -> None:
        if self._progress is None:
            return
        values = (str(choice.currentData() or "") for choice in self.choices.values())
        self._shown = curves_shown(self._progress, Wanted(*values))
        self._labels["counts"].setText(self._shown.counts)
        self._labels["evidence"].setText(self._shown.evidence)
        self.buttons["progress_export"].setEnabled(bool(self._shown.counted))
        row = max(0, self.charts.currentRow())
        self.charts.blockSignals(True)
        self.charts.clear()
        for chart in self._shown.charts:
            item = QListWidgetItem(f"{chart.title}\n{chart.latest}", self.charts)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{chart.title}: {chart.latest}")
        self.charts.setCurrentRow(row)
        self.charts.blockSignals(False)
        self._show_chart(row)

    def _show_chart(self, row: int) -> None:
        if self._shown is None or not 0 <= row < len(self._shown.charts):
            return
        chart = self._shown.charts[row]
        self.chart.show_chart(chart)
        self.legend.show_chart(chart)
        self.attempts.show_chart(chart)
        for name, text in (
            ("heading", chart.title), ("unit", chart.unit), ("facts", chart.facts),
            ("caveat", chart.caveat),
        ):  # fmt: skip
            self._labels[name].setText(text)
        self._say("")

    def _say(self, words: str) -> None:
        """What stands under the cursor, or how to move it."""
        hint = self.tr("Arrow keys or the mouse read single attempts.")
        table = self._stack.currentWidget() is self.attempts
        self._labels["pointed"].setText("" if table else words or hint)

    def _fill(self, name: str, all_: str, items: Sequence[tuple[str, str]]) -> None:
        choice = self.choices[name]
        choice.clear()
        choice.addItem(all_, "")
        for value, words in items:
            choice.addItem(words, value)

    def _connect(self) -> None:
        for choice in self.choices.values():
            choice.activated.connect(lambda _at: self._filter())
        self.charts.currentRowChanged.connect(self._show_chart)
        self.chart.pointed.connect(self._say)
        self.buttons["progress_table"].clicked.connect(self.toggle_table)
        self.buttons["progress_export"].clicked.connect(self.ask_export)

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("progress_charts")
        made.setAccessibleName(self.tr("Charts"))
        made.setSpacing(3)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

    def _choice(self, name: str, spoken: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"progress_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(spoken)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setMinimumContentsLength(12)
        return made

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(f"progress_{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)  # or its longest word decides how high the layout thinks it is
        if name not in ("heading", "evidence", "facts", "next"):
            label.setProperty("role", "muted")
        return label

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Progress"))
        title.setProperty("role", "title")
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        for button in self.buttons.values():
            top.addWidget(button)
        filters = QHBoxLayout()
        for choice in self.choices.values():
            filters.addWidget(choice)
        filters.addStretch(1)
        self._labels["counts"].setProperty("role", "muted")
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.charts)
        body.addWidget(self._middle(), 1)
        self._aside = self._side()
        body.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._labels["counts"])
        column.addLayout(filters)
        column.addLayout(body, 1)

    def _middle(self) -> QWidget:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.attempts)
        self._labels["heading"].setProperty("role", "heading")
        self._labels["pointed"].setMinimumHeight(34)
        self._labels["pointed"].setAlignment(Qt.AlignmentFlag.AlignTop)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._labels["heading"], self._labels["unit"]):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        column.addWidget(self.legend)
        for name in ("pointed", "facts", "caveat"):
            column.addWidget(self._labels[name])
        return part

    def _side(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(12, 8, 12, 10)
        inner.setSpacing(4)
        inner.addWidget(self._heading(self.tr("Evidence so far, in words")))
        inner.addWidget(self._labels["evidence"])
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(card)
        column.addWidget(self._heading(self.tr("Drills")))
        column.addWidget(self._labels["next"])
        column.addWidget(self.drills, 1)
        return side

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "heading")
        return label
