"""Settings, third page: where things lie, how large they are, how long they are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QWidget

from trainer.refusal import Refusal
from trainer.session.settings import KEEP_DAYS
from trainer.ui.choice import Choice
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.settings import (
    FOLDER_FIELDS,
    KEPT_FOR,
    SettingsDesk,
    kept_text,
)
from trainer.ui.presenters.texts import tr
from trainer.ui.question import Question
from trainer.ui.top_bar import ElidedLabel


class FoldersPage(QWidget):
    """A line a folder; retention and the cache below."""

    told = Signal(str)

    def __init__(self, desk: SettingsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 8, 8, 8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._sizes: dict[str, QLabel] = {}
        self._paths: dict[str, ElidedLabel] = {}
        for kept in desk.house.kept():
            self._add_line(kept.name)
        self.keep = Choice("set_keep_days", self.tr("Keep finished attempts"), self)
        for days in KEEP_DAYS:
            self.keep.addItem(tr(KEPT_FOR[days]), days)
        self.keep.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.keep.activated.connect(self._keep_chosen)
        self.delete = self._button("delete_old", self.tr("Delete older ones now"))
        self.delete.clicked.connect(self.ask_delete)
        self.clear = self._button("clear_cache", self.tr("Empty the cache"))
        self.clear.clicked.connect(lambda: self._do(desk.clear_cache))
        self._lay_out_below()
        self.show_settings()

    def show_settings(self) -> None:
        """As things are now."""
        for kept in self._desk.house.kept():
            self._sizes[kept.name].setText(kept_text(kept))
            chosen = getattr(self._desk.now, FOLDER_FIELDS.get(kept.name, ""), "")
            self._paths[kept.name].set_whole(chosen or str(kept.path))
        self.keep.setCurrentIndex(max(0, self.keep.findData(self._desk.now.keep_days)))
        self.delete.setEnabled(self._desk.now.keep_days > 0)

    def choose(self, name: str, folder: str) -> None:
        """Use this folder from the next start on."""
        self._desk.change(**{FOLDER_FIELDS[name]: folder})
        self.show_settings()
        self.told.emit(self.tr("From the next start on. What lies in the old folder stays there."))

    def ask_delete(self) -> None:
        """Say how many, ask once."""
        old = self._desk.house.old_attempts(self._desk.now.keep_days)
        if not old:
            self.told.emit(self.tr("No finished attempt is older than that."))
            return
        question = Question(
            self.tr("Delete {count} finished attempts from before {day}?").format(
                count=len(old), day=self._desk.kept_from
            ),
            self.tr("They cannot be brought back. Unfinished attempts stay."),
            self.tr("Delete"),
            self.tr("Keep"),
            self,
        )
        question.accepted.connect(lambda: self._do(self._desk.delete_old))
        question.open()

    def _do(self, act: Callable[[], str]) -> None:
        try:
            self.told.emit(act())
        except Refusal as refusal:
            self.told.emit(refused_text(refusal))
        self.show_settings()

    def _keep_chosen(self) -> None:
        self._desk.change(keep_days=int(self.keep.currentData()))
        self.show_settings()

    def _add_line(self, name: str) -> None:
        size, path = QLabel(), ElidedLabel()
        path.setProperty("role", "muted")
        row = self._grid.rowCount()
        self._grid.addWidget(size, row, 0)
        self._grid.addWidget(path, row + 1, 0, 1, 2)
        self._sizes[name], self._paths[name] = size, path
        if name in FOLDER_FIELDS:
            change = self._button(f"choose_{name}", self.tr("Choose"))
            change.clicked.connect(lambda: self._ask_folder(name))
            self._grid.addWidget(change, row, 1)

    def _ask_folder(self, name: str) -> None:
        dialog = QFileDialog(self, self.tr("Choose a folder"), str(Path.home()))
        dialog.setObjectName("choose_folder")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.choose(name, path))
        dialog.open()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _lay_out_below(self) -> None:
        row = self._grid.rowCount()
        self._grid.setRowMinimumHeight(row, 12)
        self._grid.addWidget(QLabel(self.keep.accessibleName()), row + 1, 0)
        self._grid.addWidget(self.keep, row + 1, 1)
        self._grid.addWidget(self.delete, row + 2, 1)
        self._grid.addWidget(self.clear, row + 3, 1)
        self._grid.setRowStretch(row + 4, 1)
