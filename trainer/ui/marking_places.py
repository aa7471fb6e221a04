"""The places of those who judge: marking for raters, the cohort for a programme's director."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from trainer.session.standard_setting import Sheet, sheet_table
from trainer.ui.cohort.screen import CohortScreen
from trainer.ui.marking.screen import MarkingScreen
from trainer.ui.place import Place
from trainer.ui.presenters.cohort_opened import CohortOpened
from trainer.ui.presenters.cohort_page import PageShown, table_of
from trainer.ui.presenters.marking import MarkingOpened
from trainer.ui.presenters.refused import refused_text
from trainer.ui.presenters.texts import tr
from trainer.ui.question import Question
from trainer.ui.shortcuts import Acts

LATER = Qt.ConnectionType.QueuedConnection
ANGOFF_KEYS = ("angoff_open", "angoff_judge", "angoff_attach")


class MarkingPlace(Place[MarkingScreen]):
    """Where recorded attempts are marked."""

    id = "marking"

    def make(self, what: MarkingOpened) -> MarkingScreen:
        """The sessions with papers."""
        screen = MarkingScreen(what, self.window.jobs.run, self.window)
        screen.told.connect(self.window.show_notice)
        screen.start.buttons["home"].clicked.connect(self.window.go_home)
        screen.export_wanted.connect(self._ask_export)
        self._what = what
        return screen

    def arrived(self, screen: MarkingScreen, _what: MarkingOpened) -> None:
        """One begins with one's name."""
        screen.start.rater.setFocus()

    def acts(self, screen: MarkingScreen) -> Acts:
        """Pictures, signing, export."""
        return {
            "mark_before": lambda: screen.paper.step(-1),
            "mark_next": lambda: screen.paper.step(1),
            "mark_play": screen.paper.play,
            "mark_sign": screen.sign,
            "mark_export": screen.ask_export,
            "mark_later": _pressed(screen.paper.buttons["mark_later"]),
            "mark_begin": _pressed(screen.start.buttons["mark_begin"]),
            "mark_agreement": _pressed(screen.start.buttons["mark_agreement"]),
            "mark_back": _pressed(screen.buttons["mark_back"]),
        }

    def left(self, screen: MarkingScreen) -> None:
        """Its threads."""
        screen.leave()

    def lets_go(self, go_on: Callable[[], None]) -> bool:
        """A form that was begun and not signed is asked about."""
        screen = self.screen
        if screen is None or not screen.paper.dirty:
            return True
        question = Question(
            tr("Leave this paper?"),
            tr("What you chose on it was not signed and is forgotten."),
            tr("Leave"),
            tr("Stay"),
            self.window,
        )
        question.accepted.connect(lambda: self._forget(go_on), LATER)
        question.open()
        return False

    def _forget(self, go_on: Callable[[], None]) -> None:
        if self.screen is not None:
            self.screen.paper.dirty = False
        go_on()

    def _ask_export(self, label: str) -> None:
        front = self._what.front
        ask_csv(self, tr("Export marks"), "marks.csv", lambda path: front.save_marks(label, path))


class CohortPlace(Place[CohortScreen]):
    """Where a director follows everybody."""

    id = "cohort"

    def make(self, what: CohortOpened) -> CohortScreen:
        """Everybody as just read."""
        screen = CohortScreen(what, self.window.jobs.run, self.window)
        screen.told.connect(self.window.show_notice)
        screen.buttons["home"].clicked.connect(self.window.go_home)
        screen.export_wanted.connect(self._ask_export)
        screen.folder_wanted.connect(self._ask_folder)
        screen.exam_wanted.connect(self._ask_exam)
        screen.attach_wanted.connect(self._ask_attach)
        return screen

    def arrived(self, screen: CohortScreen, _what: CohortOpened) -> None:
        """The list has the keys."""
        screen.list.setFocus()

    def acts(self, screen: CohortScreen) -> Acts:
        """Export and folder."""
        return {
            "cohort_export": screen.ask_export,
            "cohort_folder": screen.folder_wanted.emit,
            **{name: _pressed(screen.angoff.buttons[name]) for name in ANGOFF_KEYS},
        }

    def left(self, screen: CohortScreen) -> None:
        """Its timer."""
        screen.leave()

    def _ask_export(self, shown: PageShown | Sheet) -> None:
        screen = self.screen
        if screen is None:
            return
        header, rows = sheet_table(shown) if isinstance(shown, Sheet) else table_of(shown)
        name = "angoff" if isinstance(shown, Sheet) else shown.id
        desk = screen.desk
        ask_csv(
            self, tr("Export numbers"), f"{name}.csv",
            lambda path: desk.save_table(path, header, rows),
        )  # fmt: skip

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self.window, tr("Folder of collected attempts"), str(Path.home()))
        dialog.setObjectName("cohort_open_folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open(dialog, lambda screen, path: screen.look_into(path))

    def _ask_exam(self) -> None:
        dialog = QFileDialog(self.window, tr("Definition of an exam"), str(Path.home()))
        dialog.setObjectName("cohort_open_exam")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, lambda screen, path: screen.show_exam(path))

    def _ask_attach(self) -> None:
        dialog = QFileDialog(
            self.window, tr("Exam with its standard"), str(Path.home() / "exam.json")
        )
        dialog.setObjectName("cohort_save_exam")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        self._open(dialog, lambda screen, path: screen.attach(path))

    def _open(self, dialog: QFileDialog, act: Callable[[CohortScreen, Path], None]) -> None:
        def chosen(path: str) -> None:
            if self.screen is not None:
                act(self.screen, Path(path))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _pressed(button: QAbstractButton) -> Callable[[], None]:
    """A key presses the button where it is on the page that is shown; elsewhere it does nothing."""

    def press() -> None:
        if button.isVisible():
            button.click()

    return press


def ask_csv(place: Place[Any], title: str, name: str, save: Callable[[Path], None]) -> None:
    """Ask where, write it in the background, say where it lies."""
    window = place.window
    dialog = QFileDialog(window, title, str(Path.home() / name))
    dialog.setObjectName("save_table")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(tr("Table (*.csv)"))
    dialog.setDefaultSuffix("csv")

    def chosen(path: str) -> None:
        window.jobs.run(
            lambda: save(Path(path)),
            lambda _: window.show_notice(tr("The table lies in {out}.").format(out=path)),
            lambda refusal: window.show_notice(refused_text(refusal)),
        )

    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
