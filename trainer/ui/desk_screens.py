"""Settings, help, about and the first notice: dialogs over whatever screen one is at.

Each is loaded when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from trainer.refusal import Refusal
from trainer.ui.corner import Corner
from trainer.ui.language import wanted
from trainer.ui.presenters.home import INTENDED_USE
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.settings import SettingsDesk
from trainer.ui.presenters.texts import tr
from trainer.ui.question import Question

if TYPE_CHECKING:
    from trainer.ui.main_window import MainWindow
    from trainer.ui.settings_screen import SettingsScreen


class DeskScreens:
    """Opens them for one window. The beam drops before any of them."""

    def __init__(self, desk: SettingsDesk, window: MainWindow) -> None:
        self.desk = desk
        self._window = window
        self._made_in = wanted(desk.now.language)
        self.acts: dict[str, Callable[[], None]] = {
            "settings": lambda: self.show_settings(0),
            "help": self.show_help,
            "about": self.show_about,
        }

    def put_corner(self, screen: QWidget) -> None:
        """The three buttons on a screen that has no menu."""
        corner = Corner(screen)
        for name, button in corner.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.acts[name]())

    def respoken(self) -> bool:
        """Whether screens were made in another language than is spoken now; asked once."""
        before, self._made_in = self._made_in, wanted(self.desk.now.language)
        return before != self._made_in

    def show_settings(self, page: int) -> None:
        """Open the settings."""
        from trainer.ui.settings_screen import SettingsScreen

        screen = SettingsScreen(self.desk, self._window, page)
        screen.respoken.connect(lambda at: self._anew(screen, at))
        screen.finished.connect(self._settled)
        self._open(screen)

    def show_help(self, page: str = "") -> None:
        """Open help at the page of the screen that is shown."""
        from trainer.ui.help_screen import HelpScreen
        from trainer.ui.presenters.guides import read_pages

        try:
            folder = self.desk.house.guides()
        except Refusal as refusal:
            self._window.show_notice(refused_text(refusal))
            return
        pages = read_pages(folder, wanted(self.desk.now.language))
        self._open(HelpScreen(pages, page or self._window.at, self._window))

    def show_about(self) -> None:
        """Open about."""
        from trainer.ui.about_screen import AboutScreen

        self._open(AboutScreen(self.desk, self._window))

    def greet(self) -> None:
        """At the first start: what this program is for and what it is not."""
        if self.desk.now.notice_read:
            self._offer_to_delete()
            return
        notice = Question(
            tr("Before you begin"),
            tr(INTENDED_USE),
            tr("I understand"),
            tr("Close the program"),
            self._window,
        )
        notice.setObjectName("first_notice")
        notice.accepted.connect(self._agreed)
        notice.rejected.connect(self._window.close)
        self._open(notice)

    def _offer_to_delete(self) -> None:
        """What is older than attempts are kept is told at each start; somebody else deletes it."""
        said = self.desk.old_words
        if said:
            self._window.show_notice(said)

    def _agreed(self) -> None:
        try:
            self.desk.agree()
        except Refusal as refusal:
            self._window.show_notice(refused_text(refusal))

    def _anew(self, screen: SettingsScreen, page: int) -> None:
        """The settings themselves in the language that was chosen in them."""
        screen.finished.disconnect(self._settled)
        QDialog.reject(screen)
        self._shown_anew()
        self.show_settings(page)

    def _settled(self) -> None:
        self._window.bind_keys()
        self._shown_anew()

    def _shown_anew(self) -> None:
        if self._window.at == "home" and self._made_in != wanted(self.desk.now.language):
            self._window.navigation.go_home()

    def _open(self, screen: QDialog) -> None:
        if self._window.suite is not None:
            self._window.suite.let_go("dialog")
        screen.open()
