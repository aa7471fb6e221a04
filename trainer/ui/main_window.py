"""The window: Home and the places of `trainer.ui.places`, one at a time, a calm line above them.

It knows no screen by name: to add one, see the table in `trainer.ui.places`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from trainer.ui.buttons import ActionButton
from trainer.ui.desk_screens import DeskScreens
from trainer.ui.device_desk import DeviceDesk
from trainer.ui.home_screen import HomeScreen
from trainer.ui.icons import icon_path
from trainer.ui.jobs import Jobs
from trainer.ui.key_list import KeyList
from trainer.ui.notice_bar import NoticeBar
from trainer.ui.place import Place
from trainer.ui.places import Places
from trainer.ui.presenters.home import HomeShown
from trainer.ui.presenters.layout import (
    GAP_PX,
    MIN_HEIGHT_PX,
    MIN_WIDTH_PX,
    TOP_PX,
    suite_layout,
)
from trainer.ui.presenters.navigation import Navigation
from trainer.ui.presenters.window_view import Opened
from trainer.ui.shortcuts import Shortcuts

if TYPE_CHECKING:
    from trainer.attempt.header import Target
    from trainer.session.debrief_room import DebriefRoom
    from trainer.session.input_devices import InputDevices
    from trainer.session.practice import Practice
    from trainer.ui.anatomy_screen import AnatomyScreen
    from trainer.ui.debrief_call_screen import DebriefCallScreen
    from trainer.ui.debrief_screen import DebriefScreen
    from trainer.ui.drill_result_screen import DrillResultScreen
    from trainer.ui.presenters.settings import SettingsDesk
    from trainer.ui.progress_screen import ProgressScreen
    from trainer.ui.suite_screen import SuiteScreen


class MainWindow(QMainWindow):
    """Shows what `Navigation` decides. places : by id; stack : where their screens stand."""

    progressed = Signal(float, str)  # sent by whichever thread works
    stands = Signal()  # Home is full

    def __init__(
        self,
        practice: Practice,
        desk: SettingsDesk | None = None,
        devices: Sequence[InputDevices] = (),
    ) -> None:
        """Desk : settings, help and about; without one the window has none of them.

        devices : where hands beside mouse and keyboard are looked for while a suite is open.
        """
        super().__init__()
        self.setWindowTitle(self.tr("Rhizotomy Trainer"))
        self.setWindowIcon(QIcon(str(icon_path("app"))))
        self.setMinimumSize(MIN_WIDTH_PX, MIN_HEIGHT_PX)
        self.jobs = Jobs(self)
        self.notice, self.home = NoticeBar(), HomeScreen()
        self._shortcuts = Shortcuts()
        self._locked = False
        self.stack = QStackedWidget()
        self.stack.addWidget(self.home)
        self._lay_out()
        self.navigation = Navigation(practice, self, self.jobs.run)
        self.places = Places(self)
        self.devices = DeviceDesk(devices, self)
        self.acts: dict[str, Callable[[], None]] = {
            "keys": self.show_keys,
            "help": self.show_keys,
            "full_screen": self._toggle_full_screen,
            "quit": self._quit,
            "home": self.go_home,
        }
        self.desk_screens = None if desk is None else DeskScreens(desk, self)
        if self.desk_screens is not None:
            self.acts |= self.desk_screens.acts
        self._connect()

    def open(self) -> None:
        """Show Home."""
        self.navigation.go_home()

    def go_home(self) -> None:
        """Home, unless the place one is at asks first."""
        if self._lets_go(self.navigation.go_home):
            self.navigation.go_home()

    # The navigation shows --------------------------------------------------------------------

    def show_home(self, home: HomeShown) -> None:
        """Home."""
        self._make_again()
        self.home.show_home(home)
        self.stack.setCurrentWidget(self.home)
        self.home.cards.setFocus()
        self.show_notice("\n".join(home.refusals))
        self.stands.emit()

    def show_place(self, name: str, what: Any) -> None:
        """A place, made of `what`."""
        self.places[name].show(what)

    def leave_places(self) -> None:
        """Take down every place but the suite, which holds an attempt."""
        for place in self.places.made:
            if place.id != "suite":
                place.leave()

    def show_suite(self, ready: Opened) -> None:
        """The suite with a new attempt in it."""
        self.show_place("suite", ready)

    def leave_suite(self) -> None:
        """Take the suite down."""
        self.places["suite"].leave()

    def show_own_call(self, targets: tuple[Target, ...]) -> None:
        """The own call before the reveal."""
        self.show_place("own_call", targets)

    def show_debrief(self, attempt: DebriefRoom) -> None:
        """The debrief of an attempt."""
        self.show_place("debrief", attempt)

    def show_busy(self, text: str) -> None:
        """What takes a while."""
        self.home.show_busy(text)
        for place in self.places.made:
            place.busy(text)

    def show_progress(self, done: float, words: str) -> None:
        """How far it is; called on any thread."""
        self.progressed.emit(done, words)

    def show_notice(self, sentence: str) -> None:
        """A calm sentence, over the screen: nothing moves from under a finger."""
        self.notice.show_sentence(sentence)
        self._place_notice()

    def lock(self, locked: bool) -> None:
        """An exam is sat: the whole screen, no keys of the window but those that ask to leave."""
        if locked is not self._locked:
            self._locked = locked
            full, state = Qt.WindowState.WindowFullScreen, self.windowState()
            room, least = self.screen().size(), self.minimumSize()
            fits = room.width() >= least.width() and room.height() >= least.height()
            self.setWindowState(state | full if locked and fits else state & ~full)
            self._listen_all()

    # Where one is ----------------------------------------------------------------------------

    @property
    def place(self) -> Place[Any] | None:
        """The place that is shown; None at Home."""
        shown = self.stack.currentWidget()
        return next((each for each in self.places.made if each.screen is shown), None)

    @property
    def at(self) -> str:
        """The screen that is shown: the id of its help page."""
        place = self.place
        return "home" if place is None else place.guide

    def rests(self) -> bool:
        """Whether one is at Home and waits for nothing."""
        return self.place is None and not self.jobs.busy

    @property
    def suite(self) -> SuiteScreen | None:
        """The suite, while an attempt is open."""
        screen: SuiteScreen | None = self.places.screen("suite")
        return screen

    @property
    def anatomy(self) -> AnatomyScreen | None:
        """The inside that is looked at."""
        screen: AnatomyScreen | None = self.places.screen("anatomy")
        return screen

    @property
    def own_call(self) -> DebriefCallScreen | None:
        """The own call, while it is asked for."""
        screen: DebriefCallScreen | None = self.places.screen("own_call")
        return screen

    @property
    def debrief(self) -> DebriefScreen | None:
        """The debrief that is shown."""
        screen: DebriefScreen | None = self.places.screen("debrief")
        return screen

    @property
    def drill_result(self) -> DrillResultScreen | None:
        """The result that is shown."""
        screen: DrillResultScreen | None = self.places.screen("drill_result")
        return screen

    @property
    def progress(self) -> ProgressScreen | None:
        """The curves that are shown."""
        screen: ProgressScreen | None = self.places.screen("progress")
        return screen

    @property
    def author(self) -> str:
        """Whose name stood in the case begun last; "" before the first."""
        return "" if self.desk_screens is None else self.desk_screens.desk.now.author

    # Keys and the window itself --------------------------------------------------------------

    def show_keys(self) -> None:
        """F1."""
        if self.suite is not None:
            self.suite.let_go("dialog")
        KeyList(self, self.devices.legends).open()

    def bind_keys(self) -> None:
        """Listen for the keys as they are bound now, and say them where they are said."""
        self._listen_all()
        for button in self.findChildren(ActionButton):
            button.tell_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The notice keeps its place."""
        super().resizeEvent(event)
        self._place_notice()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything go; a recorded attempt can be continued."""
        if not self._lets_go(self._close_after_asking):
            event.ignore()
            return
        self.navigation.cancel()
        self.navigation.leave()
        self.jobs.close()
        super().closeEvent(event)

    def _close_after_asking(self) -> None:
        self.navigation.leave()
        self.close()

    def _lets_go(self, go_on: Callable[[], None]) -> bool:
        place = self.place
        return place is None or place.lets_go(go_on)

    def _make_again(self) -> None:
        """Home in the language spoken now, if it was made in another; places are made anew."""
        if self.desk_screens is None or not self.desk_screens.respoken():
            return
        self.stack.removeWidget(self.home)
        self.home.deleteLater()
        self.home = HomeScreen()
        self.stack.insertWidget(0, self.home)
        self._connect()

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
        column.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.notice.setParent(middle)
        self.notice.hide()

    def _connect(self) -> None:
        self.home.start.connect(self.navigation.start)
        self.home.resume.connect(self.navigation.resume)
        self.home.look_inside.connect(self.navigation.look_inside)
        self.home.cancel.connect(self.navigation.cancel)
        self.home.drill.connect(self.navigation.drill)
        self.home.door.connect(self.navigation.go)
        self.home.fork.connect(lambda origin: self.navigation.fork(origin, self.author))
        self.progressed.connect(self.home.show_progress, Qt.ConnectionType.QueuedConnection)
        if self.desk_screens is not None:
            self.desk_screens.put_corner(self.home)
        self._listen_all()

    def _listen_all(self) -> None:
        self._shortcuts.forget()
        self._shortcuts.listen(self.home, self.home.acts)
        asking = {"help": self.show_keys, "keys": self.show_keys, "home": self.go_home}
        asking["quit"] = self._quit
        self._shortcuts.listen(self, asking if self._locked else self.acts)
        for place in self.places.made:
            place.listen()
