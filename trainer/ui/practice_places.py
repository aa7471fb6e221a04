"""The places of practice: suite, inside, own call, debrief, drill result, progress.

The suite comes first, so it alone is loaded with this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from trainer.ui.action_set import build_menu
from trainer.ui.actions import Where
from trainer.ui.place import Place
from trainer.ui.presenters.texts import tr
from trainer.ui.shortcuts import Acts
from trainer.ui.suite_screen import SuiteScreen

if TYPE_CHECKING:
    from trainer.attempt.header import Target
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.interior import Interior
    from trainer.session.progress import Progress
    from trainer.session.progress_facts import Facts
    from trainer.ui.anatomy_screen import AnatomyScreen
    from trainer.ui.debrief_call_screen import DebriefCallScreen
    from trainer.ui.debrief_screen import DebriefScreen
    from trainer.ui.drill_result_screen import DrillResultScreen
    from trainer.ui.presenters.drill_result import DrillResultShown
    from trainer.ui.presenters.window_view import Opened
    from trainer.ui.progress_screen import ProgressScreen

LATER = Qt.ConnectionType.QueuedConnection  # what takes a screen down waits until its click is over


class SuitePlace(Place[SuiteScreen]):
    """The room itself; its keys are its own (`suite_screen`), its menu is made here."""

    id = "suite"

    def make(self, what: Opened) -> SuiteScreen:
        """A new attempt in the suite."""
        navigation = self.window.navigation
        suite = SuiteScreen(what, self.window)
        suite.submitted.connect(navigation.finish, LATER)
        suite.refused.connect(self.window.show_notice)
        suite.back_wanted.connect(navigation.back, LATER)
        if suite.drill is not None:
            suite.drill.left.connect(navigation.go_home, LATER)
        return suite

    def arrived(self, screen: SuiteScreen, _what: Opened) -> None:
        """Hands on."""
        screen.enter()
        self.window.devices.serve(screen)

    def left(self, screen: SuiteScreen) -> None:
        """Beam, grip and drawing thread."""
        self.window.devices.rest()
        screen.leave()

    def say_busy(self, screen: SuiteScreen, text: str) -> None:
        """In the strip below."""
        screen.presenter.say(text)

    def listen(self) -> None:
        """The menu says the keys; the screen itself hears them."""
        if self.screen is not None:
            acts = {**self.screen.acts, **self.window.acts}
            menu = build_menu(self.screen, (Where.SUITE, Where.EVERYWHERE), acts)
            self.screen.top.set_menu(menu)


class AnatomyPlace(Place["AnatomyScreen"]):
    """The inside of a patient."""

    id = "anatomy"

    def make(self, what: Interior) -> AnatomyScreen:
        """An inside."""
        from trainer.ui.anatomy_screen import AnatomyScreen

        screen = AnatomyScreen(what, self.window)
        screen.home_button.clicked.connect(self.window.navigation.go_home)
        return screen

    def arrived(self, _screen: AnatomyScreen, _what: Interior) -> None:
        """It gives the focus itself."""

    def left(self, screen: AnatomyScreen) -> None:
        """Its threads."""
        screen.leave()


class OwnCallPlace(Place["DebriefCallScreen"]):
    """What the trainee believes, before the reveal."""

    id, help_page = "own_call", "score"

    def make(self, what: tuple[Target, ...]) -> DebriefCallScreen:
        """One call a target."""
        from trainer.ui.debrief_call_screen import DebriefCallScreen

        page = DebriefCallScreen(what, self.window)
        page.told.connect(self.window.navigation.call, LATER)
        page.skipped.connect(self.window.navigation.skip_call, LATER)
        return page

    def arrived(self, _screen: DebriefCallScreen, _what: tuple[Target, ...]) -> None:
        """It gives the focus itself."""

    def say_busy(self, screen: DebriefCallScreen, text: str) -> None:
        """Below its buttons."""
        screen.show_busy(text)


class DebriefPlace(Place["DebriefScreen"]):
    """The debrief of an attempt."""

    id, help_page = "debrief", "score"

    def make(self, what: DebriefRoom) -> DebriefScreen:
        """A debrief."""
        from trainer.ui.debrief_screen import DebriefScreen

        screen = DebriefScreen(what, self.window)
        for name, act in (*self.acts(screen).items(), ("home", self.window.navigation.go_home)):
            screen.buttons[name].clicked.connect(lambda _=False, act=act: act())
        screen.drill_wanted.connect(self.window.navigation.drill, LATER)
        return screen

    def arrived(self, screen: DebriefScreen, _what: DebriefRoom) -> None:
        """Keys along the ribbon."""
        screen.ribbon.setFocus()

    def acts(self, screen: DebriefScreen) -> Acts:
        """Again, retry, drill, report."""
        navigation, presenter = self.window.navigation, screen.presenter
        return {
            "again": navigation.again,
            "report": self._ask_report,
            "retry": lambda: navigation.retry(presenter.retry_seq),
            "drill_this": lambda: navigation.drill(presenter.drill) if presenter.drill else None,
        }

    def left(self, screen: DebriefScreen) -> None:
        """Its threads."""
        screen.leave()

    def say_busy(self, screen: DebriefScreen, text: str) -> None:
        """In its head."""
        screen.show_busy(text)

    def _ask_report(self) -> None:
        dialog = QFileDialog(self.window, tr("Save report"), str(Path.home() / "report.pdf"))
        dialog.setObjectName("save_report")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        forms = {
            tr("PDF (*.pdf)"): "pdf",
            tr("Web page (*.html)"): "html",
            tr("Tables in a folder, CSV (*.csv)"): "csv",
        }
        dialog.setNameFilters(list(forms))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(forms[chosen]))
        dialog.fileSelected.connect(lambda path: self.window.navigation.save_report(Path(path)))
        dialog.open()


class DrillResultPlace(Place["DrillResultScreen"]):
    """The end of a drill."""

    id, help_page = "drill_result", "home"

    def make(self, _what: DrillResultShown) -> DrillResultScreen:
        """A result."""
        from trainer.ui.drill_result_screen import DrillResultScreen

        screen = DrillResultScreen(self.window)
        screen.again.connect(self.window.navigation.drill, LATER)
        screen.home.connect(self.window.navigation.go_home, LATER)
        return screen

    def arrived(self, screen: DrillResultScreen, what: DrillResultShown) -> None:
        """The likely button has the focus; the inside comes when it is drawn."""
        screen.show_result(what)
        if what.reveal is not None:
            self.window.navigation.look_after(what.reveal, screen.show_inside, screen.show_note)

    def left(self, screen: DrillResultScreen) -> None:
        """The thread of its inside."""
        screen.leave()


class ProgressPlace(Place["ProgressScreen"]):
    """How this person gets on."""

    id = "progress"

    def make(self, _what: Progress) -> ProgressScreen:
        """Curves."""
        from trainer.ui.progress_screen import ProgressScreen

        screen = ProgressScreen(self.window)
        screen.buttons["home"].clicked.connect(self.window.navigation.go_home)
        screen.export.connect(self._ask_export)
        return screen

    def arrived(self, screen: ProgressScreen, what: Progress) -> None:
        """It gives the focus itself."""
        screen.show_curves(what)

    def acts(self, screen: ProgressScreen) -> Acts:
        """Table and export."""
        return {"progress_table": screen.toggle_table, "progress_export": screen.ask_export}

    def _ask_export(self, counted: tuple[Facts, ...]) -> None:
        dialog = QFileDialog(self.window, tr("Export attempts"), str(Path.home() / "progress.csv"))
        dialog.setObjectName("save_progress")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(
            lambda path: self.window.navigation.save_progress(Path(path), counted)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
