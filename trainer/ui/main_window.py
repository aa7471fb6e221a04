"""The window: Home, Suite, Debrief, one at a time, and a calm line above them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trainer.ui.action_set import build_menu
from trainer.ui.actions import ACTIONS, BY_ID, Where
from trainer.ui.anatomy_screen import AnatomyScreen
from trainer.ui.bindings import keys_of
from trainer.ui.buttons import ActionButton
from trainer.ui.debrief_call_screen import DebriefCallScreen
from trainer.ui.debrief_screen import DebriefScreen
from trainer.ui.desk_screens import DeskScreens
from trainer.ui.drill_result_screen import DrillResultScreen
from trainer.ui.home_screen import HomeScreen
from trainer.ui.icons import icon_path
from trainer.ui.jobs import Jobs
from trainer.ui.key_list import KeyList
from trainer.ui.notice_bar import NoticeBar
from trainer.ui.presenters.drill_result import DrillResultShown
from trainer.ui.presenters.home import HomeShown
from trainer.ui.presenters.layout import (
    GAP_PX,
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    TOP_PX,
    suite_layout,
)
from trainer.ui.presenters.navigation import Navigation, Opened
from trainer.ui.progress_desk import ProgressDesk
from trainer.ui.suite_screen import SuiteScreen

if TYPE_CHECKING:
    from trainer.attempt.header import Target
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.interior import Interior
    from trainer.session.practice import Practice
    from trainer.session.progress import Progress
    from trainer.ui.presenters.settings import SettingsDesk


class MainWindow(QMainWindow):
    """Shows what `Navigation` decides."""

    progressed = Signal(float, str)  # sent by whichever thread works

    def __init__(self, practice: Practice, desk: SettingsDesk | None = None) -> None:
        """Desk : settings, help and about; without one the window has none of them."""
        super().__init__()
        self.setWindowTitle(self.tr("Rhizotomy Trainer"))
        self.setWindowIcon(QIcon(str(icon_path("app"))))
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        self.jobs = Jobs(self)
        self.notice, self.home = NoticeBar(), HomeScreen()
        self._shortcuts: list[QShortcut] = []
        self.drill_result = DrillResultScreen()
        self.suite: SuiteScreen | None = None
        self.anatomy: AnatomyScreen | None = None
        self.own_call: DebriefCallScreen | None = None
        self.debrief: DebriefScreen | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.home)
        self._stack.addWidget(self.drill_result)
        self._lay_out()
        self.navigation = Navigation(practice, self, self.jobs.run)
        self.progress_desk = ProgressDesk(self, self._stack, self.navigation)
        self._window_acts: dict[str, Callable[[], None]] = {
            "keys": self.show_keys,
            "help": self.show_keys,
            "full_screen": self._toggle_full_screen,
            "quit": self._quit,
            "home": self.navigation.go_home,
        }
        self.desk_screens = None if desk is None else DeskScreens(desk, self)
        if self.desk_screens is not None:
            self._window_acts |= self.desk_screens.acts
        self._connect()

    def open(self) -> None:
        """Show Home."""
        self.navigation.go_home()

    def show_home(self, home: HomeShown) -> None:
        """Home."""
        self._make_again()
        self.home.show_home(home)
        self._stack.setCurrentWidget(self.home)
        self.home.cards.setFocus()
        self.show_notice("\n".join(home.refusals))

    def show_suite(self, ready: Opened) -> None:
        """The suite with a new attempt in it."""
        self.suite = suite = SuiteScreen(ready, self)
        suite.submitted.connect(self.navigation.finish, Qt.ConnectionType.QueuedConnection)
        suite.refused.connect(self.show_notice)
        suite.back_wanted.connect(self.navigation.back, Qt.ConnectionType.QueuedConnection)
        if suite.drill is not None:
            suite.drill.left.connect(self.navigation.go_home, Qt.ConnectionType.QueuedConnection)
        self._make_menu(suite)
        self._stack.addWidget(suite)
        self._stack.setCurrentWidget(suite)
        suite.enter()

    def leave_suite(self) -> None:
        """Take the suite down."""
        if self.suite is not None:
            self.suite.leave()
            self._stack.removeWidget(self.suite)
            self.suite.deleteLater()
            self.suite = None

    def show_anatomy(self, inside: Interior) -> None:
        """The inside of a patient."""
        self.anatomy = AnatomyScreen(inside, self)
        self.anatomy.home_button.clicked.connect(self.navigation.go_home)
        self._stack.addWidget(self.anatomy)
        self._stack.setCurrentWidget(self.anatomy)

    def leave_anatomy(self) -> None:
        """Take the inside down."""
        if self.anatomy is not None:
            self.anatomy.leave()
            self._stack.removeWidget(self.anatomy)
            self.anatomy.deleteLater()
            self.anatomy = None

    def show_own_call(self, targets: tuple[Target, ...]) -> None:
        """The own call before the reveal."""
        self.own_call = page = DebriefCallScreen(targets, self)
        page.told.connect(self.navigation.call, Qt.ConnectionType.QueuedConnection)
        page.skipped.connect(self.navigation.skip_call, Qt.ConnectionType.QueuedConnection)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def show_debrief(self, attempt: DebriefRoom) -> None:
        """The debrief of an attempt."""
        self.debrief = screen = DebriefScreen(attempt, self)
        acts = {**self._debrief_acts(), "home": self.navigation.go_home}
        for name, act in acts.items():
            screen.buttons[name].clicked.connect(lambda _=False, act=act: act())
        screen.drill_wanted.connect(self.navigation.drill, Qt.ConnectionType.QueuedConnection)
        self._listen_debrief(screen)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.ribbon.setFocus()

    def leave_debrief(self) -> None:
        """Take own call and debrief down."""
        for shown in (self.own_call, self.debrief):
            if shown is not None:
                self._stack.removeWidget(shown)
                shown.deleteLater()
        if self.debrief is not None:
            self.debrief.leave()
        self.own_call, self.debrief = None, None

    def show_curves(self, progress: Progress) -> None:
        """How this person gets on."""
        self.progress_desk.show(progress)

    def show_drill_result(self, shown: DrillResultShown) -> None:
        """The end of a drill."""
        self._stack.setCurrentWidget(self.drill_result)
        self.drill_result.show_result(shown)

    def show_busy(self, text: str) -> None:
        """What takes a while."""
        self.home.show_busy(text)
        if self.suite is not None:
            self.suite.presenter.say(text)
        for waiting in (self.own_call, self.debrief):
            if waiting is not None:
                waiting.show_busy(text)

    def show_progress(self, done: float, words: str) -> None:
        """How far it is; called on any thread."""
        self.progressed.emit(done, words)

    def show_notice(self, sentence: str) -> None:
        """A calm sentence, over the screen: nothing moves from under a finger."""
        self.notice.show_sentence(sentence)
        self._place_notice()

    def show_keys(self) -> None:
        """F1."""
        if self.suite is not None:
            self.suite.let_go("dialog")
        KeyList(self).open()

    @property
    def at(self) -> str:
        """The screen that is shown: the id of its help page."""
        screens: dict[str, QWidget | None] = {
            "suite": self.suite,
            "score": self.debrief or self.own_call,
            "anatomy": self.anatomy,
        }
        screens["progress"] = self.progress_desk.screen
        shown = self._stack.currentWidget()
        return next((name for name, screen in screens.items() if screen is shown), "home")

    def bind_keys(self) -> None:
        """Listen for the keys as they are bound now, and say them where they are said."""
        self._listen_all()
        for button in self.findChildren(ActionButton):
            button.tell_keys()
        if self.suite is not None:
            self._make_menu(self.suite)

    def _make_menu(self, suite: SuiteScreen) -> None:
        acts = {**suite.acts, **self._window_acts}
        suite.top.set_menu(build_menu(suite, (Where.SUITE, Where.EVERYWHERE), acts))

    def _make_again(self) -> None:
        """Home and drill result in the language spoken now, if they were made in another."""
        if self.desk_screens is None or not self.desk_screens.respoken():
            return
        for old in (self.home, self.drill_result):
            self._stack.removeWidget(old)
            old.deleteLater()
        self.home = HomeScreen()
        self.drill_result = DrillResultScreen()
        for made in (self.home, self.drill_result):
            self._stack.addWidget(made)
        self._connect()

    def ask_report(self) -> None:
        """Ask where the report goes, and in which form."""
        dialog = QFileDialog(self, self.tr("Save report"), str(Path.home() / "report.pdf"))
        dialog.setObjectName("save_report")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        forms = {
            self.tr("PDF (*.pdf)"): "pdf",
            self.tr("Web page (*.html)"): "html",
            self.tr("Tables in a folder, CSV (*.csv)"): "csv",
        }
        dialog.setNameFilters(list(forms))
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(forms[chosen]))
        dialog.fileSelected.connect(lambda path: self.navigation.save_report(Path(path)))
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notice keeps its place."""
        super().resizeEvent(event)
        self._place_notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything go; a recorded attempt can be continued."""
        self.navigation.cancel()
        self.navigation.leave()
        self.jobs.close()
        super().closeEvent(event)

    def _place_notice(self) -> None:
        """Below the lamp and beside the live monitor, so that it hides neither."""
        layout = suite_layout(self.width(), self.height())
        width = layout.top.width - layout.live.right - 2 * GAP_PX
        height = max(self.notice.heightForWidth(width), self.notice.minimumSizeHint().height())
        self.notice.setGeometry(layout.live.right + GAP_PX, TOP_PX + GAP_PX, width, height)
        self.notice.raise_()

    def _quit(self) -> None:
        self.close()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.notice.setParent(middle)
        self.notice.hide()

    def _connect(self) -> None:
        self.home.start.connect(self.navigation.start)
        self.home.resume.connect(self.navigation.resume)
        self.home.look_inside.connect(self.navigation.look_inside)
        self.home.cancel.connect(self.navigation.cancel)
        self.home.drill.connect(self.navigation.drill)
        self.home.progress.connect(self.navigation.progress)
        self.drill_result.again.connect(self.navigation.drill)
        self.drill_result.home.connect(self.navigation.go_home)
        self.progressed.connect(self.home.show_progress, Qt.ConnectionType.QueuedConnection)
        if self.desk_screens is not None:
            self.desk_screens.put_corner(self.home)
        self._listen_all()

    def _debrief_acts(self) -> dict[str, Callable[[], None]]:
        return {
            "again": self.navigation.again,
            "report": self.ask_report,
            "retry": self._retry,
            "drill_this": self._drill_this,
        }

    def _retry(self) -> None:
        if self.debrief is not None:
            self.navigation.retry(self.debrief.presenter.retry_seq)

    def _drill_this(self) -> None:
        if self.debrief is not None and self.debrief.presenter.drill:
            self.navigation.drill(self.debrief.presenter.drill)

    def _listen_debrief(self, screen: DebriefScreen) -> None:
        """Its shortcuts live and go with it."""
        for old in screen.findChildren(QShortcut):
            old.deleteLater()
        for name, act in self._debrief_acts().items():
            _listening(screen, keys_of(BY_ID[name]), act)

    def _listen_all(self) -> None:
        while self._shortcuts:
            self._shortcuts.pop().deleteLater()
        home_acts = {
            "look_inside": self.home.ask_inside,
            "start_next": self.home.start_next,
            "first_minute": self.home.start_first_minute,
            "progress": self.home.ask_progress,
        }
        self.progress_desk.listen()
        for name, act in home_acts.items():
            self._listen(self.home, keys_of(BY_ID[name]), act)
        for action in ACTIONS:
            if action.id in self._window_acts:
                self._listen(self, keys_of(action), self._window_acts[action.id])
        if self.debrief is not None:
            self._listen_debrief(self.debrief)

    def _listen(self, owner: QWidget, keys: tuple[str, ...], act: Callable[[], None]) -> None:
        self._shortcuts += _listening(owner, keys, act)


def _listening(owner: QWidget, keys: tuple[str, ...], act: Callable[[], None]) -> list[QShortcut]:
    """Shortcuts of a widget and what is in it."""
    made = []
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        made.append(shortcut)
    return made
