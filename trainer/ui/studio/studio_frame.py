"""What stands where in the studio: the rail, the pictures, the part's page, the list of notes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.studio.page import Page, button
from trainer.ui.studio.problem_list import ProblemList
from trainer.ui.studio.rail import Rail
from trainer.ui.studio.stage import Stage
from trainer.ui.wrapped import ElidingLabel

ACTS = ("studio_undo", "studio_redo", "studio_try", "studio_publish")
WIDE_PX = 1500  # from here on the list stands at the right
PAGE_PX, LIST_PX, LOW_PX, NONE_PX = 318, 270, 92, 22
ANY_PX = 16_777_215  # Qt's QWIDGETSIZE_MAX: as large as the layout likes


class StudioFrame(QWidget):
    """The bench laid out; it knows no case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio")
        self.rail, self.stage, self.problems = Rail(), Stage(), ProblemList()
        self.title, self.saved = ElidingLabel(), QLabel()
        self.buttons = {name: ActionButton(name) for name in (*ACTS, "home")}
        self.cases_button = button("studio_cases", self.tr("All cases"))
        self.stop_button = button("studio_stop", self.tr("Stop"))
        self._pages = QStackedWidget()
        self._building = ElidingLabel()
        self._build_row = self._made_build_row()
        self._stage_side = self._made_stage_side()
        self._grid = self._made_grid()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 8, 8)
        whole.setSpacing(6)
        whole.addLayout(self._made_top())
        whole.addLayout(self._grid, 1)

    @property
    def part(self) -> Page:
        """The page that is shown."""
        page = self._pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def add_pages(self, pages: Iterable[Page]) -> None:
        """The parts of a case, in the rail's order."""
        for page in pages:
            self._pages.addWidget(page)

    def show_page(self, page: Page) -> None:
        """Its fields stand beside the pictures."""
        self._pages.setCurrentWidget(page)

    def leave_field(self) -> None:
        """What is being written is meant."""
        focused = self.focusWidget()
        if focused is not None and self._pages.isAncestorOf(focused):
            focused.clearFocus()

    def give_room(self, way: str) -> None:
        """To the pictures; way : how they show the part, "" where the page takes their room."""
        self._stage_side.setVisible(bool(way))
        self._grid.setColumnStretch(1, 1 if way else 0)
        self._grid.setColumnStretch(2, 0 if way else 1)
        self._pages.setMinimumWidth(PAGE_PX)
        self._pages.setMaximumWidth(PAGE_PX if way else ANY_PX)

    def show_saved(self, words: str) -> None:
        """Whether the case is safe."""
        if words != self.saved.text():
            self.saved.setText(words)
            self.saved.setMinimumWidth(0 if "\n" in words else self._saved_px(words))

    def show_building(self, words: str) -> None:
        """What is being built, with a button that stops it; "" for nothing."""
        self._build_row.setVisible(bool(words))
        self._building.setText(words)

    def place_list(self) -> None:
        """At the right where there is room for it, else under the pictures, as low as it can be."""
        lines, wide = self.problems.lines, self.width() >= WIDE_PX
        self._grid.removeWidget(self.problems)
        lines.setVisible(wide or lines.count() > 0)
        if wide:
            self.problems.setFixedWidth(LIST_PX)
            self.problems.setMaximumHeight(ANY_PX)
            self.problems.setMinimumHeight(0)
            self._grid.addWidget(self.problems, 0, 3, 2, 1)
        else:
            self.problems.setMinimumWidth(0)
            self.problems.setMaximumWidth(ANY_PX)
            self.problems.setFixedHeight(LOW_PX if lines.count() else NONE_PX)
            self._grid.addWidget(self.problems, 1, 1, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list stands at the right where there is room for it."""
        super().resizeEvent(event)
        self.place_list()

    def showEvent(self, event: QShowEvent) -> None:
        """The rail has the keyboard."""
        super().showEvent(event)
        self.rail.setFocus()
        self.stage.draw()

    def _saved_px(self, words: str) -> int:
        """Room for the words at once: the row is laid out only after they are drawn."""
        room = self.saved.fontMetrics().horizontalAdvance(words) + 4
        return min(room, self.width() // 3)

    def _made_top(self) -> QHBoxLayout:
        self.title.setProperty("role", "heading")
        self.title.setObjectName("studio_title")
        self.saved.setObjectName("studio_saved")
        self.saved.setProperty("role", "muted")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.title, 1)
        top.addWidget(self.saved)
        for name in ACTS:
            top.addWidget(self.buttons[name])
        top.addWidget(self.cases_button)
        top.addWidget(self.buttons["home"])
        return top

    def _made_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(self.rail, 0, 0, 2, 1)
        grid.addWidget(self._stage_side, 0, 1)
        grid.addWidget(self._pages, 0, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        return grid

    def _made_stage_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage, 1)
        column.addWidget(self._build_row)
        return side

    def _made_build_row(self) -> QWidget:
        row = QWidget()
        self._building.setObjectName("studio_building")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._building, 1)
        line.addWidget(self.stop_button)
        row.hide()
        return row
