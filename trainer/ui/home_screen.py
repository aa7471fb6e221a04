"""Home: what one can practise, what one has begun, and what this program is for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trainer.scenario.tables import FIRST_MINUTE
from trainer.ui.buttons import ActionButton
from trainer.ui.card_delegate import CARD_ROLE
from trainer.ui.home_lists import DATA, DrillList, FilterRow, LibraryList, plain_list
from trainer.ui.presenters.home import INTENDED_USE, HomeShown, NextShown
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.ways import WAYS
from trainer.ui.shortcuts import Acts

UNFINISHED_PX = 92


class HomeScreen(QWidget):
    """What is next, the library, the drills, unfinished attempts, progress."""

    start = Signal(str)
    resume = Signal(object)
    look_inside = Signal(str)
    fork = Signal(str)
    drill = Signal(str)
    door = Signal(str)
    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        self.cards, self.drills = LibraryList(), DrillList()
        self.filters = FilterRow()
        self.unfinished = plain_list("unfinished", self.tr("Unfinished attempts"))
        self.unfinished.setMaximumHeight(UNFINISHED_PX)
        names = (
            *("start", "resume", "look_inside", "fork"),
            *("start_drill", "start_next", "first_minute"),
        )
        self.doors = {name: ActionButton(name) for name in WAYS}
        self.buttons = {**{name: ActionButton(name) for name in names}, **self.doors}
        self.start_button, self.resume_button = self.buttons["start"], self.buttons["resume"]
        self.inside_button = self.buttons["look_inside"]
        self._next: NextShown | None = None
        self._next_title, self._next_why = QLabel(), QLabel()
        self._none, self._progress = QLabel(self.tr("No case fits these filters.")), QLabel()
        self._connect()
        self._busy = self._busy_row()
        self._lay_out()

    def _connect(self) -> None:
        self.inside_button.clicked.connect(self.ask_inside)
        self.buttons["fork"].clicked.connect(self.ask_fork)
        self.start_button.clicked.connect(lambda: self._start(self.cards.currentItem()))
        self.resume_button.clicked.connect(lambda: self._resume(self.unfinished.currentItem()))
        self.buttons["start_drill"].clicked.connect(lambda: self._drill(self.drills.currentItem()))
        self.buttons["start_next"].clicked.connect(self.start_next)
        self.buttons["first_minute"].clicked.connect(self.start_first_minute)
        for name, door in self.doors.items():
            door.clicked.connect(lambda _=False, name=name: self.go(name))
        self.cards.itemActivated.connect(self._start)
        self.unfinished.itemActivated.connect(self._resume)
        self.drills.itemActivated.connect(self._drill)
        self.filters.changed.connect(self._filter)

    def show_home(self, home: HomeShown) -> None:
        """Fill everything."""
        self.cards.show_cards(home.cards)
        self.drills.show_drills(home.drills)
        self.unfinished.clear()
        for each in home.unfinished:
            item = QListWidgetItem(each.text, self.unfinished)
            item.setData(DATA, str(each.path))
        self.unfinished.setCurrentRow(0)
        self._side.setVisible(bool(home.unfinished))
        self._next = home.next
        self._recommended.setVisible(home.next is not None)
        if home.next is not None:
            self._next_title.setText(home.next.title)
            self._next_why.setText(home.next.reason)
        self._progress.setText(home.progress)
        self._filter()
        self.cards.setFocus()

    def show_busy(self, text: str) -> None:
        """A line of what takes a while; "" when over."""
        self._busy_text.setText(text)
        self._bar.setRange(0, 0)
        self._busy.setVisible(bool(text))
        for button in self.buttons.values():
            button.setEnabled(not text)

    def ask_inside(self) -> None:
        """Look into the chosen scenario's patient."""
        item = self.cards.currentItem()
        if item is not None and self.inside_button.isEnabled():
            self.look_inside.emit(item.data(DATA))

    def ask_fork(self) -> None:
        """A copy of the chosen scenario, in the studio."""
        item = self.cards.currentItem()
        if item is not None and self.buttons["fork"].isEnabled():
            self.fork.emit(item.data(DATA))

    def start_next(self) -> None:
        """What is recommended."""
        if self._next is not None and self.start_button.isEnabled():
            (self.drill if self._next.drill else self.start).emit(self._next.id)

    def start_first_minute(self) -> None:
        """The first sixty seconds, at any time."""
        if self.start_button.isEnabled():
            self.drill.emit(FIRST_MINUTE)

    def go(self, place: str) -> None:
        """Through a door."""
        if self.doors[place].isEnabled():
            self.door.emit(place)

    @property
    def acts(self) -> Acts:
        """What has a key here."""
        ways = {name: partial(self.go, name) for name in self.doors}
        return {
            "look_inside": self.ask_inside,
            "fork": self.ask_fork,
            "start_next": self.start_next,
            "first_minute": self.start_first_minute,
            **ways,
        }

    def show_progress(self, done: float, words: str) -> None:
        """How far what takes a while is, 0..1; nothing once it is over."""
        if not self._busy.isHidden():
            if words:
                said = self.tr("Building the patient: {words}").format(words=words)
                self._busy_text.setText(said)
            self._bar.setRange(0, 100)
            self._bar.setValue(round(100.0 * done))

    def _filter(self) -> None:
        """Hide what does not fit; the choice goes to the first that does."""
        wanted, shown = self.filters.filter, []
        for row in range(self.cards.count()):
            item = self.cards.item(row)
            fits = wanted.lets_through(item.data(CARD_ROLE))
            item.setHidden(not fits)
            if fits:
                shown.append(row)
        self.cards.head_courses()
        if shown and self.cards.currentRow() not in shown:
            self.cards.setCurrentRow(shown[0])
        self._none.setVisible(not shown)
        self.start_button.setEnabled(bool(shown) and self._busy.isHidden())

    def _start(self, item: QListWidgetItem | None) -> None:
        if item is not None and not item.isHidden() and self.start_button.isEnabled():
            self.start.emit(item.data(DATA))

    def _resume(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.resume_button.isEnabled():
            self.resume.emit(Path(item.data(DATA)))

    def _drill(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.buttons["start_drill"].isEnabled():
            self.drill.emit(item.data(DATA))

    def _busy_row(self) -> QWidget:
        row = QWidget()
        self._busy_text = QLabel()
        self._busy_text.setObjectName("busy")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Working"))
        stop = QPushButton(self.tr("Cancel"))
        stop.setObjectName("cancel")
        stop.setAccessibleName(self.tr("Cancel"))
        stop.setToolTip(self.tr("Do not wait for this any longer"))
        stop.clicked.connect(self.cancel)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._busy_text)
        line.addWidget(self._bar, 1)
        line.addWidget(stop)
        row.hide()
        return row

    def _lay_out(self) -> None:
        title, use = QLabel(self.tr("Rhizotomy Trainer")), QLabel(tr(INTENDED_USE))
        title.setProperty("role", "title")
        use.setObjectName("intended_use")
        use.setWordWrap(True)
        for label in (use, self._next_why, self._progress, self._none):
            label.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(16)
        for part in (title, *self.doors.values()):
            top.addWidget(part)
        top.addStretch(1)
        column.addLayout(top)
        for widget in (use, self._progress):
            column.addWidget(widget)
        column.addLayout(self._lists(), 1)
        column.addWidget(self._busy)
        self._side.hide()
        self._none.hide()

    def _lists(self) -> QHBoxLayout:
        """The library, and beside it what comes next, what is open, and the drills."""
        self._recommended = self._next_card()
        self._side = self._column(self.tr("Continue"), self.unfinished, self.resume_button)
        library = self._column(
            self.tr("Scenarios"),
            self.cards,
            self.start_button,
            self.inside_button,
            self.buttons["fork"],
        )
        drills = self._column(
            self.tr("Drills"),
            self.drills,
            self.buttons["start_drill"],
            self.buttons["first_minute"],
        )
        box = library.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(1, self.filters)
        box.insertWidget(2, self._none)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self._recommended)
        right.addWidget(self._side)
        right.addWidget(drills, 1)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        lists.addWidget(library, 6)
        lists.addLayout(right, 5)
        return lists

    def _next_card(self) -> QFrame:
        """What is recommended, why, and its button."""
        card, heading = QFrame(), QLabel(self.tr("Next for you"))
        card.setObjectName("card")
        heading.setProperty("role", "muted")
        self._next_title.setProperty("role", "heading")
        self._next_title.setStyleSheet("font-size: 16px; font-weight: 600;")
        self._next_why.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (heading, self._next_title, self._next_why):
            words.addWidget(label)
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 8, 14, 8)
        row.addLayout(words, 1)
        row.addWidget(self.buttons["start_next"])
        self.buttons["start_next"].setMinimumSize(90, 34)
        return card

    def _column(self, heading: str, rows: QListWidget, *buttons: QPushButton) -> QWidget:
        part, label = QWidget(), QLabel(heading)
        label.setProperty("role", "heading")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(label)
        column.addWidget(rows, 1)
        line = QHBoxLayout()
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        return part
