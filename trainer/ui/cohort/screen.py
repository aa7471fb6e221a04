"""The cohort: a list of pages, the chosen one, and what it is chosen by."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.session.cohort import GROUPS, Cohort, Note
from trainer.session.standard_setting import stations_of
from trainer.ui.buttons import ActionButton
from trainer.ui.choice import Choice
from trainer.ui.cohort.angoff import AngoffSheet
from trainer.ui.cohort.page_view import PageView
from trainer.ui.presenters.cohort import (
    ANGOFF_ID,
    PAGES,
    WALL_ID,
    measure_choices,
    page_of,
    people_choices,
    source_choices,
    title_of,
    wall_shown,
)
from trainer.ui.presenters.cohort_opened import CohortOpened, Desk
from trainer.ui.presenters.cohort_page import Chosen, PageShown, counts_words
from trainer.ui.presenters.cohort_people import GROUP_WORDS
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Refusal], None]], None]
LIST_PX = 200
AGAIN_MS = 5_000  # [X] the wall is read again this often
PEOPLE_ID = "people"
CHOICES = ("person", "source", "measure")


class CohortScreen(QWidget):
    """run : slow work in the background, results back here."""

    told = Signal(str)
    export_wanted, folder_wanted = Signal(object), Signal()
    exam_wanted, attach_wanted = Signal(), Signal()

    def __init__(self, what: CohortOpened, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cohort_screen")
        self.desk: Desk = what.desk
        self.cohort: Cohort = what.cohort
        self._run = run
        names = ("cohort_folder", "cohort_export", "home")
        self.buttons = {name: ActionButton(name) for name in names}
        self.list, self.view, self.angoff = QListWidget(), PageView("cohort_page"), AngoffSheet()
        self.counts = QLabel()
        self.choices = {
            "person": Choice("cohort_person", self.tr("Person")),
            "source": Choice("cohort_source", self.tr("Exam or practice")),
            "measure": Choice("cohort_measure", self.tr("Measure")),
        }
        self.group = Choice("cohort_group", self.tr("Group of the chosen person"))
        self.language = QLineEdit()
        self.angoff_path: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.look_at_wall)
        self._reading = False
        self._lay_out()
        self._connect()
        self.show_cohort(what.cohort)

    def show_cohort(self, cohort: Cohort) -> None:
        """Everybody anew; page and choices stay where they can."""
        self.cohort = cohort
        self.counts.setText(counts_words(cohort))
        self._fill("person", people_choices(cohort))
        self._fill("source", source_choices(cohort))
        self._fill("measure", measure_choices())
        self._turn()

    def turn_to(self, page: str) -> None:
        """Show a page of the list."""
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == page:
                self.list.setCurrentRow(row)

    @property
    def page(self) -> str:
        """The chosen page."""
        item = self.list.currentItem()
        return PEOPLE_ID if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def ask_export(self) -> None:
        """The numbers of the page that is shown."""
        if self.page == ANGOFF_ID:
            self.export_wanted.emit(self.angoff.sheet)
        elif self.view.page is not None and not self.view.page.missing:
            self.export_wanted.emit(self.view.page)

    def look_at_wall(self) -> None:
        """The stations as they are now."""
        if self.page == WALL_ID and not self._reading:
            self._reading = True
            self._run(self.desk.wall, self._walled, lambda _refusal: self._walled(()))

    def show_exam(self, path: Path) -> None:
        """An Angoff sheet for the stations of a definition."""

        def opened(definition: Any) -> None:
            self.angoff_path = path
            title = f"{definition.title} ({definition.id} {definition.version})"
            self.angoff.show_exam(title, stations_of(definition))
            self.angoff.table.setFocus()

        self._do(lambda: self.desk.standard.definition(path), opened)

    def attach(self, out: Path) -> None:
        """Write the exam with this sheet's cut."""
        path, sheet, record = self.angoff_path, self.angoff.sheet, self.angoff.record.text()
        if path is None:
            return

        def written(definition: Any) -> None:
            words = tr("Written as version {version}: cut {cut} of 1000, set by Angoff.")
            self.told.emit(words.format(version=definition.version, cut=definition.cut.mean_mark))

        today = self.desk.today
        self._do(lambda: self.desk.standard.attach(path, out, sheet, today, record), written)

    def look_into(self, folder: Path) -> None:
        """Another folder of collected attempts."""

        def looked() -> Cohort:
            self.desk.look_into(folder)
            return self.desk.read()

        self._do(looked, self.show_cohort)

    def leave(self) -> None:
        """The timer of the wall."""
        self._timer.stop()

    def _walled(self, wall: Any) -> None:
        self._reading = False
        if self.page == WALL_ID:
            self.view.show_page(wall_shown(tuple(wall), int(time.time() * 1000)))

    def _turn(self) -> None:
        page = self.page
        self._stack.setCurrentWidget(self.angoff if page == ANGOFF_ID else self.view)
        shown = None if page == ANGOFF_ID else page_of(page, self.cohort, self._chosen())
        for name in CHOICES:
            self.choices[name].setVisible(shown is not None and name in shown.needs)
        for part in (self.group, self.language):
            part.setVisible(page == PEOPLE_ID)
        if page == WALL_ID:
            self._timer.start()
            self.look_at_wall()
        else:
            self._timer.stop()
        if shown is not None:
            self._show(shown)

    def _show(self, shown: PageShown) -> None:
        self.view.show_page(shown)
        self.buttons["cohort_export"].setEnabled(not shown.missing)
        self._show_note()

    def _chosen(self) -> Chosen:
        return Chosen(*(str(self.choices[name].currentData() or "") for name in CHOICES))

    def _person(self) -> str:
        row = self.view.table.currentRow()
        people = self.cohort.people
        return people[row] if self.page == PEOPLE_ID and 0 <= row < len(people) else ""

    def _show_note(self) -> None:
        person = self._person()
        note = self.cohort.note(person)
        self.group.setCurrentIndex(max(0, self.group.findData(note.group)))
        self.language.setText(note.language)
        for part in (self.group, self.language):
            part.setEnabled(bool(person))

    def _note(self) -> None:
        """Keep what was said of the chosen person."""
        person = self._person()
        said = Note(str(self.group.currentData() or ""), self.language.text().strip())
        if not person or said == self.cohort.note(person):
            return

        def noted() -> Cohort:
            self.desk.note(person, said)
            return self.desk.read()

        self._do(noted, self.show_cohort)

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._run(work, done, lambda refusal: self.told.emit(refused_text(refusal)))

    def _fill(self, name: str, items: list[tuple[str, str]]) -> None:
        choice = self.choices[name]
        before = choice.currentData()
        choice.clear()
        for value, words in items:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(before)) if items else -1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._turn())
        for choice in self.choices.values():
            choice.activated.connect(lambda _at: self._turn())
        self.view.table.currentCellChanged.connect(lambda *_where: self._show_note())
        self.group.activated.connect(lambda _at: self._note())
        self.language.editingFinished.connect(self._note)
        self.buttons["cohort_export"].clicked.connect(self.ask_export)
        self.buttons["cohort_folder"].clicked.connect(self.folder_wanted)
        self.angoff.open_wanted.connect(self.exam_wanted)
        self.angoff.attach_wanted.connect(self.attach_wanted)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Cohort"))
        title.setProperty("role", "title")
        self.counts.setProperty("role", "muted")
        self.counts.setWordWrap(True)
        self.counts.setMinimumWidth(1)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        for button in self.buttons.values():
            top.addWidget(button)
        self._pages()
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list)
        right = QVBoxLayout()
        right.addLayout(self._chooser())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.angoff)
        right.addWidget(self._stack, 1)
        body.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.counts)
        column.addLayout(body, 1)

    def _pages(self) -> None:
        self.list.setObjectName("cohort_pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(LIST_PX)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in (*PAGES, ANGOFF_ID):
            item = QListWidgetItem(title_of(name), self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.setCurrentRow(0)

    def _chooser(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for choice in (*self.choices.values(), self.group):
            choice.setMinimumWidth(210)
            row.addWidget(choice)
        for group in GROUPS:
            self.group.addItem(tr(GROUP_WORDS[group]), group)
        self.language.setObjectName("cohort_language")
        self.language.setAccessibleName(self.tr("Language of the chosen person"))
        self.language.setPlaceholderText(self.tr("Language"))
        self.language.setMaximumWidth(180)
        row.addWidget(self.language)
        row.addStretch(1)
        return row
