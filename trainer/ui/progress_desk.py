"""Progress in the window: made anew each time it is shown, with its keys and its export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from trainer.session.progress import Progress
from trainer.session.progress_facts import Facts
from trainer.ui.actions import BY_ID
from trainer.ui.bindings import keys_of
from trainer.ui.presenters.navigation import Navigation
from trainer.ui.presenters.texts import tr
from trainer.ui.progress_screen import ProgressScreen

if TYPE_CHECKING:
    from trainer.ui.main_window import MainWindow


class ProgressDesk:
    """Shows the screen in the window's stack. screen : None until it was first asked for."""

    def __init__(self, window: MainWindow, stack: QStackedWidget, navigation: Navigation) -> None:
        self._window, self._stack, self._navigation = window, stack, navigation
        self._shortcuts: list[QShortcut] = []
        self.screen: ProgressScreen | None = None

    def show(self, progress: Progress) -> None:
        """The screen, in the language spoken now."""
        self._take_down()
        self.screen = screen = ProgressScreen(self._window)
        screen.buttons["home"].clicked.connect(self._navigation.go_home)
        screen.export.connect(self._ask_export)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self.listen()
        screen.show_curves(progress)

    def listen(self) -> None:
        """Listen for the keys as they are bound now."""
        while self._shortcuts:
            self._shortcuts.pop().deleteLater()
        if self.screen is None:
            return
        acts = {
            "progress_table": self.screen.toggle_table,
            "progress_export": self.screen.ask_export,
        }
        for name, act in acts.items():
            for key in keys_of(BY_ID[name]):
                shortcut = QShortcut(QKeySequence(key), self.screen)
                shortcut.activated.connect(act)
                self._shortcuts.append(shortcut)

    def _take_down(self) -> None:
        if self.screen is not None:
            self._shortcuts.clear()
            self._stack.removeWidget(self.screen)
            self.screen.deleteLater()
            self.screen = None

    def _ask_export(self, counted: tuple[Facts, ...]) -> None:
        dialog = QFileDialog(self._window, tr("Export attempts"), str(Path.home() / "progress.csv"))
        dialog.setObjectName("save_progress")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(
            lambda path: self._navigation.save_progress(Path(path), counted)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
