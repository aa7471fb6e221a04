"""Where a rater begins: which session, who signs; and how raters agree once all have finished."""

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

from trainer.session.marking_front import MarkingCard
from trainer.ui.buttons import ActionButton
from trainer.ui.presenters.marking import card_line
from trainer.ui.presenters.texts import tr

KEY = Qt.ItemDataRole.UserRole


class MarkingStart(QWidget):
    """A list of sessions, a name, two doors."""

    begin_wanted = Signal(str, str)  # session's label, rater
    agreement_wanted = Signal(str, str)  # session's label, who wants to know

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marking_start")
        names = ("mark_begin", "mark_agreement", "home")
        self.buttons = {name: ActionButton(name) for name in names}
        self.cards, self.rater, self.told = QListWidget(), QLineEdit(), QLabel()
        self.cards.setObjectName("marking_sessions")
        self.cards.setAccessibleName(self.tr("Sessions with papers"))
        self.rater.setObjectName("marking_rater")
        self.rater.setAccessibleName(self.tr("Your name, as it signs your marks"))
        self.rater.setMaxLength(80)
        self.buttons["mark_begin"].clicked.connect(self._begin)
        self.buttons["mark_agreement"].clicked.connect(self._agreement)
        self.cards.itemActivated.connect(lambda _item: self._begin())
        self.rater.returnPressed.connect(self._begin)
        self._lay_out()

    def show_cards(self, cards: Sequence[MarkingCard]) -> None:
        """Fill the list."""
        self.cards.clear()
        for card in cards:
            item = QListWidgetItem(card_line(card), self.cards)
            item.setData(KEY, card.label)
        self.cards.setCurrentRow(0)
        for name in ("mark_begin", "mark_agreement"):
            self.buttons[name].setEnabled(bool(cards))
        self.say("" if cards else tr("Nothing to mark: no candidate's papers are sealed yet."))

    def say(self, words: str) -> None:
        """Below the list."""
        self.told.setText(words)

    def _chosen(self) -> str:
        item = self.cards.currentItem()
        return "" if item is None else str(item.data(KEY))

    def _begin(self) -> None:
        if self._chosen():
            self.begin_wanted.emit(self._chosen(), self.rater.text())

    def _agreement(self) -> None:
        if self._chosen():
            self.agreement_wanted.emit(self._chosen(), self.rater.text())

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Marking"))
        title.setProperty("role", "title")
        words = QLabel(
            self.tr(
                "You see the work and not whose it is. Nothing here says candidate, station, date, "
                "score or what others gave. Items and ratings are design values: no evidence of "
                "validity exists."
            )
        )
        for label in (words, self.told):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.setMinimumWidth(1)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.buttons["home"])
        row = QHBoxLayout()
        name = QLabel(self.tr("Your name"))
        name.setBuddy(self.rater)
        row.addWidget(name)
        row.addWidget(self.rater, 1)
        row.addWidget(self.buttons["mark_begin"])
        row.addWidget(self.buttons["mark_agreement"])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 14)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (words, self.cards, self.told):
            column.addWidget(part, 1 if part is self.cards else 0)
        column.addLayout(row)
