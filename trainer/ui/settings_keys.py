"""Settings, second page: every action's key, bound anew by pressing it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from trainer.ui.actions import ACTIONS, BY_ID
from trainer.ui.bindings import key_words
from trainer.ui.presenters.settings import SettingsDesk, clash_text
from trainer.ui.presenters.texts import tr

_ID = Qt.ItemDataRole.UserRole
BOUND = tuple(action for action in ACTIONS if action.keys)


class KeyField(QKeySequenceEdit):
    """Takes the next key that is pressed; Esc empties it, and of an empty one closes the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is kept from the field: who got in by Tab must get out by keys."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.keySequence().isEmpty():
            event.ignore()
        else:
            self.clear()


class KeysPage(QWidget):
    """A list one can search; below it the key of the chosen line."""

    told = Signal(str)

    def __init__(self, desk: SettingsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.search, self.table = QLineEdit(), QTableWidget(0, 3)
        self.press = KeyField()
        self.buttons = {
            "bind": self._button("bind", self.tr("Use this key")),
            "default": self._button("default", self.tr("As it came")),
            "restore": self._button("restore", self.tr("Restore all keys")),
        }
        self._lay_out()
        self.show_settings()
        self.search.textChanged.connect(self._filter)
        self.buttons["bind"].clicked.connect(self._bind)
        self.buttons["default"].clicked.connect(self._default)
        self.buttons["restore"].clicked.connect(self._restore)

    @property
    def chosen(self) -> str:
        """The id of the action in the chosen line, "" where there is none."""
        item = self.table.item(self.table.currentRow(), 0)
        return "" if item is None else str(item.data(_ID))

    def choose(self, action_id: str) -> None:
        """Choose this action's line."""
        self.table.setCurrentCell([action.id for action in BOUND].index(action_id), 0)

    def show_settings(self) -> None:
        """The keys as they are set now."""
        own = self._desk.own_keys
        self.table.setRowCount(len(BOUND))
        for row, action in enumerate(BOUND):
            keys = own.get(action.id, action.keys)
            texts = (tr(action.group), tr(action.text), key_words(keys))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setData(_ID, action.id)
                item.setToolTip(tr(action.tip))
                font = item.font()
                font.setBold(action.id in own)
                item.setFont(font)
                self.table.setItem(row, column, item)

    def _bind(self) -> None:
        text = self.press.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if not self.chosen or not text:
            self.told.emit(self.tr("Choose a line, click the field, press a key, then use it."))
            return
        self._say(self.chosen, (text.split(", ")[0],))
        self.press.clear()

    def _default(self) -> None:
        if self.chosen:
            self._say(self.chosen, BY_ID[self.chosen].keys)

    def _restore(self) -> None:
        self._desk.restore_keys()
        self.show_settings()
        self.told.emit(self.tr("Every key is as it came."))

    def _say(self, action_id: str, keys: tuple[str, ...]) -> None:
        clashes = self._desk.bind(action_id, keys)
        self.show_settings()
        words = self.tr("{action}: {keys}").format(
            action=tr(BY_ID[action_id].text), keys=key_words(keys)
        )
        self.told.emit(clash_text(clashes[0], action_id) if clashes else words)

    def _filter(self, wanted: str) -> None:
        for row in range(self.table.rowCount()):
            words = " ".join(self._text(row, column) for column in range(3)).casefold()
            self.table.setRowHidden(row, wanted.casefold() not in words)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else item.text()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"keys_{name}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self.search.setObjectName("keys_search")
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search among the actions"))
        self.press.setObjectName("keys_press")
        self.press.setAccessibleName(self.tr("Press the new key here"))
        self.press.setMaximumSequenceLength(1)
        self.table.setObjectName("keys_table")
        self.table.setAccessibleName(self.tr("Actions and their keys"))
        self.table.setHorizontalHeaderLabels([self.tr("Group"), self.tr("Action"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        below = QHBoxLayout()
        below.addWidget(QLabel(self.tr("New key:")))
        below.addWidget(self.press, 1)
        for button in self.buttons.values():
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addLayout(below)
