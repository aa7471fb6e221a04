"""The studio's front: go on with a case, fork one of the library, or begin a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.session.studio.ports import ManuscriptCard
from trainer.ui.buttons import ActionButton
from trainer.ui.home_lists import LibraryList
from trainer.ui.presenters.home import CardShown
from trainer.ui.presenters.texts import tr
from trainer.ui.studio.fields import labelled
from trainer.ui.studio.page import button

KEY = Qt.ItemDataRole.UserRole


class StudioFront(QWidget):
    """Two lists and their acts. author : whose name stands in what is begun here."""

    fork_wanted, new_wanted = Signal(str, str), Signal(str)
    open_wanted, discard_wanted = Signal(str), Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studio_front")
        self.cards = LibraryList()
        self.cards.setObjectName("studio_library")
        self.made = QListWidget()
        self.made.setObjectName("studio_made")
        self.made.setAccessibleName(self.tr("Cases in the making"))
        self.author = QLineEdit(self.tr("An instructor"))
        self.author.setObjectName("studio_author")
        self.author.setAccessibleName(self.tr("Author of what is begun"))
        self.fork_button = button("studio_fork", self.tr("Fork this case"))
        self.new_button = button("studio_new", self.tr("New case"))
        self.open_button = button("studio_open", self.tr("Go on"))
        self.discard_button = button("studio_discard", self.tr("Throw away"))
        self.home_button = ActionButton("home")
        self.busy = QLabel()
        self.busy.setObjectName("studio_busy")
        self._connect()
        self._lay_out()

    def show_cases(self, cards: Sequence[CardShown], made: Sequence[ManuscriptCard]) -> None:
        """Fill both lists."""
        self.cards.show_cards(tuple(cards))
        self.made.clear()
        for one in made:
            item = QListWidgetItem(_line(one), self.made)
            item.setData(KEY, one.key)
        self.made.setCurrentRow(0)
        for each in (self.open_button, self.discard_button):
            each.setEnabled(bool(made))

    def sign_as(self, author: str) -> None:
        """The name of whoever begins; "" leaves what stands there."""
        if author:
            self.author.setText(author)

    def say(self, text: str) -> None:
        """What takes a while."""
        self.busy.setText(text)

    def _connect(self) -> None:
        self.fork_button.clicked.connect(self._fork)
        self.cards.itemActivated.connect(lambda _item: self._fork())
        self.new_button.clicked.connect(lambda: self.new_wanted.emit(self._author()))
        self.open_button.clicked.connect(self._go_on)
        self.made.itemActivated.connect(lambda _item: self._go_on())
        self.discard_button.clicked.connect(self._discard)

    def _author(self) -> str:
        return self.author.text().strip() or tr("An instructor")

    def _fork(self) -> None:
        item = self.cards.currentItem()
        if item is not None:
            self.fork_wanted.emit(str(item.data(KEY)), self._author())

    def _go_on(self) -> None:
        item = self.made.currentItem()
        if item is not None:
            self.open_wanted.emit(str(item.data(KEY)))

    def _discard(self) -> None:
        item = self.made.currentItem()
        if item is not None:
            self.discard_wanted.emit(str(item.data(KEY)))

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Studio"))
        title.setProperty("role", "title")
        told = QLabel(
            self.tr("Make a case: fork one that is near to yours, or begin with your own images.")
        )
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addWidget(self.busy, 1)
        top.addWidget(self.home_button)
        left = self._column(self.tr("Fork a case of the library"), self.cards, self.fork_button)
        right = self._column(
            self.tr("Cases in the making"), self.made, self.open_button, self.discard_button
        )
        right.addSpacing(8)
        right.addWidget(labelled(self.tr("Author of what is begun"), self.author))
        right.addWidget(self.new_button)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        lists.addLayout(left, 6)
        lists.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(told)
        column.addLayout(lists, 1)

    def _column(self, heading: str, rows: QListWidget, *acts: QWidget) -> QVBoxLayout:
        label, column, line = QLabel(heading), QVBoxLayout(), QHBoxLayout()
        label.setProperty("role", "heading")
        column.setSpacing(8)
        column.addWidget(label)
        column.addWidget(rows, 1)
        for one in acts:
            line.addWidget(one)
        line.addStretch(1)
        column.addLayout(line)
        return column


def _line(one: ManuscriptCard) -> str:
    when = one.changed_utc[:16].replace("T", " ")
    state = tr("published as version {version}").format(version=one.published)
    words = tr("{title}  ({id})\n{when} UTC, {state}")
    return words.format(
        title=one.title or one.scenario_id,
        id=one.scenario_id,
        when=when,
        state=state if one.published is not None else tr("not published"),
    )
