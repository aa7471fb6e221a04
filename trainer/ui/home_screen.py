"""Home: what one can practise, what one has begun, and what this program is for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.buttons import ActionButton
from trainer.ui.card_delegate import CARD_ROLE, CardDelegate
from trainer.ui.presenters.home import INTENDED_USE, HomeShown
from trainer.ui.presenters.texts import tr

_DATA = Qt.ItemDataRole.UserRole


class HomeScreen(QWidget):
    """Cards and unfinished attempts."""

    start = Signal(str)
    resume = Signal(object)
    look_inside = Signal(str)
    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        self.cards = self._list("scenarios", self.tr("Scenarios"))
        self.cards.setItemDelegate(CardDelegate(self.cards))
        self.unfinished = self._list("unfinished", self.tr("Unfinished attempts"))
        self.start_button, self.resume_button = ActionButton("start"), ActionButton("resume")
        self.inside_button = ActionButton("look_inside")
        self.inside_button.clicked.connect(self.ask_inside)
        self.start_button.clicked.connect(lambda: self._start(self.cards.currentItem()))
        self.resume_button.clicked.connect(lambda: self._resume(self.unfinished.currentItem()))
        self.cards.itemActivated.connect(self._start)
        self.unfinished.itemActivated.connect(self._resume)
        self._busy = self._busy_row()
        self._lay_out()

    def show_home(self, home: HomeShown) -> None:
        """Fill both lists."""
        self.cards.clear()
        for card in home.cards:
            item = QListWidgetItem(card.title, self.cards)
            item.setData(_DATA, card.id)
            item.setData(CARD_ROLE, card)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)
        self.cards.setCurrentRow(0)
        self.unfinished.clear()
        for each in home.unfinished:
            item = QListWidgetItem(each.text, self.unfinished)
            item.setData(_DATA, str(each.path))
        self.unfinished.setCurrentRow(0)
        self._side.setVisible(bool(home.unfinished))
        self.cards.setFocus()

    def show_busy(self, text: str) -> None:
        """A line of what takes a while; "" when over."""
        self._busy_text.setText(text)
        self._bar.setRange(0, 0)
        self._busy.setVisible(bool(text))
        self.start_button.setEnabled(not text)
        self.resume_button.setEnabled(not text)
        self.inside_button.setEnabled(not text)

    def ask_inside(self) -> None:
        """Look into the chosen scenario's patient."""
        item = self.cards.currentItem()
        if item is not None and self.inside_button.isEnabled():
            self.look_inside.emit(item.data(_DATA))

    def show_progress(self, done: float, words: str) -> None:
        """How far what takes a while is, 0..1; nothing once it is over."""
        if not self._busy.isHidden():
            self._busy_text.setText(self.tr("Building the patient: {words}").format(words=words))
            self._bar.setRange(0, 100)
            self._bar.setValue(round(100.0 * done))

    def _start(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.start_button.isEnabled():
            self.start.emit(item.data(_DATA))

    def _resume(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.resume_button.isEnabled():
            self.resume.emit(Path(item.data(_DATA)))

    def _list(self, name: str, spoken: str) -> QListWidget:
        made = QListWidget()
        made.setObjectName(name)
        made.setAccessibleName(spoken)
        made.setWordWrap(True)
        made.setSpacing(3)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return made

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
        use.setProperty("role", "muted")
        use.setWordWrap(True)
        self._side = self._column(self.tr("Unfinished"), self.unfinished, self.resume_button)
        lists = QHBoxLayout()
        lists.setSpacing(20)
        lists.addWidget(
            self._column(self.tr("Scenarios"), self.cards, self.start_button, self.inside_button), 5
        )
        lists.addWidget(self._side, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 22, 32, 18)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(use)
        column.addLayout(lists, 1)
        column.addWidget(self._busy)
        self._side.hide()

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
