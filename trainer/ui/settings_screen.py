"""Settings: over whatever screen one is at, in force at once, taken back by Cancel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from trainer.refusal import Refusal
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.settings import SettingsDesk
from trainer.ui.settings_folders import FoldersPage
from trainer.ui.settings_general import GeneralPage
from trainer.ui.settings_keys import KeysPage

SIZE_PX = (940, 580)
NAMES_PX = 200


class SettingsScreen(QDialog):
    """Three pages behind a list. `respoken` : another language was chosen, make this anew."""

    respoken = Signal(int)  # the page that was open

    def __init__(self, desk: SettingsDesk, parent: QWidget | None = None, page: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.general = GeneralPage(desk, self)
        self.keys = KeysPage(desk, self)
        self.folders = FoldersPage(desk, self)
        self.names, self._stack = QListWidget(), QStackedWidget()
        self._told = QLabel()
        self._told.setObjectName("settings_told")
        self._told.setWordWrap(True)
        self._lay_out()
        self.names.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.names.setCurrentRow(page)
        self.general.respoken.connect(lambda: self.respoken.emit(self.names.currentRow()))
        for part in (self.general, self.keys, self.folders):
            part.told.connect(self.tell)

    def tell(self, sentence: str) -> None:
        """One line below the pages."""
        self._told.setText(sentence)
        self._told.setAccessibleName(sentence)

    def save(self) -> None:
        """Keep what is set and close; where the disk says no, stay and say so."""
        try:
            self._desk.save()
        except Refusal as refusal:
            self.tell(refused_text(refusal))
            return
        self.accept()

    def reject(self) -> None:
        """Cancel and Esc: everything as it was."""
        self._desk.cancel()
        super().reject()

    def reset(self) -> None:
        """Everything as it came."""
        language = self._desk.now.language
        self._desk.reset()
        for part in (self.general, self.keys, self.folders):
            part.show_settings()
        self.tell(self.tr("Everything is as it came. Save keeps it, Cancel takes it back."))
        if self._desk.now.language != language:
            self.respoken.emit(self.names.currentRow())

    def _lay_out(self) -> None:
        self.names.setObjectName("settings_pages")
        self.names.setAccessibleName(self.tr("Parts of the settings"))
        self.names.setFixedWidth(NAMES_PX)
        self.names.setSpacing(4)
        for name, page in (
            (self.tr("General"), self.general),
            (self.tr("Keys"), self.keys),
            (self.tr("Folders and records"), self.folders),
        ):
            self.names.addItem(name)
            self._stack.addWidget(_scrolled(page))
        top = QHBoxLayout()
        top.addWidget(self.names)
        top.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addLayout(top, 1)
        column.addWidget(self._told)
        column.addLayout(self._answers())
        self.resize(*SIZE_PX)

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, tip, act in (
            ("reset", self.tr("Reset all"), self.tr("Everything as it came"), self.reset),
            ("cancel", self.tr("Cancel"), self.tr("Everything as it was before"), self.reject),
            ("save", self.tr("Save"), self.tr("Keep what is set"), self.save),
        ):
            button = QPushButton(text)
            button.setObjectName(f"settings_{name}")
            button.setAccessibleName(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
            if name == "reset":
                row.addStretch(1)
        return row


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
