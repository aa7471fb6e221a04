"""Marking: begin, mark one paper after the other, see how raters agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer.refusal import Refusal
from trainer.session.marking import MarkingDesk
from trainer.ui.buttons import ActionButton
from trainer.ui.cohort.page_view import PageView
from trainer.ui.marking.front import MarkingStart
from trainer.ui.marking.paper import PaperPage
from trainer.ui.presenters.marking import MarkingOpened, agreement_page
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Refusal], None]], None]

AGREEMENT = 2  # its page


class MarkingScreen(QStackedWidget):
    """Three pages. run : slow work in the background, results back here."""

    told = Signal(str)
    export_wanted = Signal(str)  # a session's label

    def __init__(self, what: MarkingOpened, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking_screen")
        self._what, self._run = what, run
        self.start, self.paper = MarkingStart(), PaperPage()
        self.agreement = PageView("marking_agreement")
        self.buttons = {name: ActionButton(name) for name in ("mark_back", "mark_export")}
        self.label = ""  # of the session that is open
        self.busy = False
        self._desk: MarkingDesk | None = None
        for page in (self.start, self.paper, self._agreement_page()):
            self.addWidget(page)
        self.start.show_cards(what.cards)
        self.start.begin_wanted.connect(self.begin)
        self.start.agreement_wanted.connect(self.compare)
        self.paper.sign_wanted.connect(self.sign)
        self.paper.later_wanted.connect(self.back)
        self.buttons["mark_back"].clicked.connect(self.back)
        self.buttons["mark_export"].clicked.connect(self.ask_export)

    def begin(self, label: str, rater: str) -> None:
        """Open this rater's queue."""
        self.label = label

        def opened() -> MarkingDesk:
            return self._what.front.desk(label, rater)

        self._do(opened, self._begun)

    def sign(self) -> None:
        """Sign the mark off, and on to the next paper."""
        desk, label = self._desk, self.paper.label
        if desk is None or self.currentWidget() is not self.paper:
            return
        given = self.paper.form.given
        self._do(lambda: desk.save(label, given), lambda _mark: self._signed())

    def compare(self, label: str, rater: str = "") -> None:
        """How raters agree: refused while this rater, or who began, has papers left."""
        self.label = label
        self._do(lambda: self._what.front.agreement(label, rater), self._compared)

    def back(self) -> None:
        """To the sessions; what was signed stays, what was not is forgotten."""
        self.paper.leave()
        self.paper.dirty = False
        self.agreement.forget()
        self.setCurrentIndex(0)
        self.start.cards.setFocus()

    def ask_export(self) -> None:
        """All marks of the session that was compared."""
        if self.currentIndex() == AGREEMENT:
            self.export_wanted.emit(self.label)

    def leave(self) -> None:
        """Threads and timers."""
        self.paper.leave()

    def _begun(self, desk: MarkingDesk) -> None:
        self._desk = desk
        self._next(desk)

    def _signed(self) -> None:
        self.told.emit("")
        self.paper.dirty = False
        if self._desk is not None:
            self._next(self._desk)

    def _next(self, desk: MarkingDesk) -> None:
        """The next paper of the queue, or the end of it."""

        def opened() -> Any:
            label = desk.next
            return None if label is None else (desk.open(label), len(desk.left), len(desk.papers))

        self._do(opened, self._opened)

    def _opened(self, found: Any) -> None:
        if found is None:
            self.back()
            self.start.say(tr("All papers of this session carry your mark. Thank you."))
            return
        view, left, of = found
        assert self._desk is not None
        self.setCurrentWidget(self.paper)
        self.paper.show_paper(self._desk, view, of - left + 1, of)

    def _compared(self, found: Any) -> None:
        self.agreement.show_page(agreement_page(found))
        self.setCurrentIndex(AGREEMENT)
        self.buttons["mark_export"].setEnabled(bool(found.raters))
        self.agreement.table.setFocus()

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """One thing at a time; a click while it runs is not heard twice."""
        if self.busy:
            return
        self.busy = True

        def over(result: Any) -> None:
            self.busy = False
            done(result)

        def refused(refusal: Refusal) -> None:
            self.busy = False
            self.told.emit(refused_text(refusal))

        self._run(work, over, refused)

    def _agreement_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 14, 24, 14)
        column.addWidget(self.agreement, 1)
        column.addLayout(row)
        return page
