"""The suite: two spaces, two hands, one foot. It passes input on and shows what comes back.

Keys come through the screen's own key events, never as shortcuts, so that a text field keeps its
letters. Whatever takes the keyboard away drops beam and grip.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from trainer.ui import side_buttons
from trainer.ui.actions import Kind
from trainer.ui.aid_desk import AidDesk
from trainer.ui.attempt_bridge import AttemptBridge
from trainer.ui.buttons import ActionButton
from trainer.ui.detached import Detachment
from trainer.ui.drill_desk import DrillDesk
from trainer.ui.key_map import action_of
from trainer.ui.presenters.folder import CaseTexts
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.layout import suite_layout
from trainer.ui.presenters.suite import SuitePresenter
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.window_view import Opened
from trainer.ui.question import Question
from trainer.ui.screen_lock import ScreenLock
from trainer.ui.side_sheet import SideSheet
from trainer.ui.suite_deeds import SuiteDeeds
from trainer.ui.suite_panels import SuitePanels
from trainer.ui.suite_wires import SuiteWires

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.runner import Snapshot
    from trainer.ui.tracker_sheet import TrackerSheet

DRAWING_FAILED = (
    "The picture could not be drawn, and it is our mistake. The attempt is recorded; go Home and "
    "continue it."
)
AWAY = {
    Qt.ApplicationState.ApplicationInactive: "focus",
    Qt.ApplicationState.ApplicationHidden: "lock",
    Qt.ApplicationState.ApplicationSuspended: "lock",
}
SHEETS = ("case_folder", "room_sheet", "aids", "tracker")  # the actions that open one
TICK_MS = 100  # clock, age of a picture, feel trace


class SuiteScreen(SuitePanels):
    """One attempt. It is made for the attempt and thrown away with it."""

    back_wanted = Signal()

    def __init__(self, ready: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Procedure room"))
        self._attempt = attempt = ready.attempt
        self._closed = False
        self._held_keys: dict[int, str] = {}
        self._question: Question | None = None
        self._timer = QTimer(self)
        self._lock = ScreenLock(self)
        self.bedside.set_back(attempt.back, ready.back_picture)
        self.hand = Hand(attempt.runner, self._later)
        self.bridge = AttemptBridge(attempt, self)
        self.presenter = SuitePresenter(attempt, self, self.bridge.ask, time.monotonic)
        story, profile = attempt.scenario.story, attempt.runner.world.profile
        self.folder.set_case(CaseTexts(story, attempt.header.own_blocks))
        self.instrument.syringe.set_agents(tuple((a.id, a.title) for a in profile.agents))
        self.drill = DrillDesk(attempt, self.live, self) if attempt.header.drill else None
        self.apart = Detachment(self, self._lay_monitors)
        self.tracker: TrackerSheet | None = None
        self.aids = AidDesk(attempt, (self.live, self.reference), self)
        self._deeds = SuiteDeeds(self, attempt)
        self._wires = SuiteWires(self, attempt)
        self._hear()
        self.presenter.open(self._title())
        if self.drill is not None:
            self.drill.presenter.open()
            self.drill.leave_aside(self.findChildren(ActionButton))

    def _title(self) -> str:
        """Of the case: a drill's is ours to translate, a case's is its author's."""
        scenario = self._attempt.scenario
        if self.drill is not None:
            return tr(scenario.title)
        return scenario.exam_title if self._attempt.header.mode == "exam" else scenario.title

    # What the screen is asked ---------------------------------------------------------------------

    @property
    def acts(self) -> Mapping[str, Callable[[], None]]:
        """Action id to act, for menus."""
        return self._deeds.acts

    @property
    def device_holds(self) -> Mapping[str, tuple[Callable[[], None], Callable[[], None]]]:
        """Beam and grip as a device presses them and lets them go."""
        return self._deeds.held_by("device")

    def ask_submit(self) -> None:
        """Ask once; the beam drops before the question."""
        self.let_go("dialog")
        if self._question is not None or self._attempt.runner.snapshot.state.submitted:
            return
        question = Question(
            self.tr("Submit this attempt?"),
            self.tr("Nothing can be moved afterwards; it is then scored."),
            self.tr("Submit"),
            self.tr("Go on"),
            self,
        )
        question.finished.connect(self._answered)
        self._question = question
        question.open()

    def _answered(self, answer: int) -> None:
        self._question = None
        if answer == QDialog.DialogCode.Accepted:
            self.hand.submit()
        self.setFocus()

    @property
    def carm_is_views(self) -> bool:
        """Whether the machine holds stored views instead of turning."""
        return bool(self._attempt.views)

    @property
    def exposures(self) -> int:
        """How many exposures the attempt has."""
        return self._attempt.runner.snapshot.state.exposures

    def settle(self) -> None:
        """Wait until all that was sent is decided and safe."""
        self._attempt.runner.settle()

    # Keys and focus ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nobody with the focus wanted."""
        if self.drill is not None and self.drill.key(event):
            event.accept()
            return
        action, holds = action_of(event), self._deeds.holds
        if action is None or (action.id not in self.acts and action.id not in holds):
            super().keyPressEvent(event)
            return
        event.accept()
        if event.isAutoRepeat() and action.kind is not Kind.REPEAT:
            return
        if action.id in holds:
            self._held_keys[event.key()] = action.id
            holds[action.id][0]()
        else:
            self.acts[action.id]()
            self._follow(action.id)

    @property
    def sheets(self) -> tuple[SideSheet, ...]:
        """What can lie over the room."""
        always = (self.folder, self.room, self.aids.sheet)
        return always if self.tracker is None else (*always, self.tracker)

    @property
    def in_front(self) -> bool:
        """The room, or a monitor that stands apart, is in front and nothing lies over it."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        front = QApplication.activeWindow()
        return front is not None and (front is self.window() or front in self.apart.windows)

    def turn_tracker(self) -> None:
        """The sheet of the tracked needle, made when it is first asked for; or put it away."""
        if self.tracker is None:
            from trainer.ui.tracker_sheet import TrackerSheet

            self.tracker = TrackerSheet(self._attempt, self)
            self.tracker.closed.connect(self.setFocus)
            self.tracker.place(suite_layout(self.width(), self.height()))
        for sheet in self.sheets[:3]:
            sheet.hide()
        self.tracker.toggle()

    def _follow(self, name: str) -> None:
        """The keyboard goes to a sheet that was opened with it, unless a hand or foot is busy."""
        if name in SHEETS and not self._holding:
            for sheet in self.sheets:
                if sheet.isVisible():
                    sheet.take_keyboard()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A held key that comes up, whatever modifiers are down by now."""
        if event.isAutoRepeat() or event.key() not in self._held_keys:
            super().keyReleaseEvent(event)
            return
        event.accept()
        self._deeds.holds[self._held_keys.pop(event.key())][1]()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What no part of the room wanted: the side buttons."""
        event.setAccepted(side_buttons.press(self.hand, event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A side button comes up."""
        event.setAccepted(side_buttons.release(self.hand, event))

    def let_go(self, reason: str) -> None:
        """Drop beam and grip."""
        if not self._closed:
            self._held_keys.clear()
            self.hand.drop(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window: a dialog over it, another window before it."""
        if event.type() == QEvent.Type.WindowBlocked:
            self.let_go("dialog")
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.let_go("focus")
        return super().eventFilter(watched, event)

    def _application_changed(self, state: Qt.ApplicationState) -> None:
        """Another program comes to the front; or the session is locked or put to sleep, which
        systems tell by hiding or suspending the application, and Linux desktops over `ScreenLock`.
        """
        if reason := AWAY.get(state):
            self.let_go(reason)

    def _locked(self) -> None:
        self.let_go("lock")

    @property
    def _holding(self) -> bool:
        state = self._attempt.runner.snapshot.state
        return state.beam_since_ms is not None or state.gripped or self.hand.grip.held

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None or new is None:
            self.let_go("focus")

    def keyboard_goes(self) -> None:
        """A list or menu opens: it would swallow the release of a held key."""
        if self._holding:
            self.let_go("dialog")

    def take_focus(self) -> None:
        """The keyboard comes here after a press on a picture."""
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    # Life ----------------------------------------------------------------------------------------

    def enter(self) -> None:
        """The screen is shown: watch the window, start the clock.

        An attempt that goes on from the middle of another may begin with the hub gripped or the
        beam on; no hand is at them yet.
        """
        if self._holding:
            self.let_go("focus")
        self.window().installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        app.applicationStateChanged.connect(self._application_changed)
        self._lock.locked.connect(self._locked)
        gc.freeze()  # looking through all that was ever loaded takes 150 ms; a hand must not wait
        self._timer.start(TICK_MS)
        self.setFocus()

    def leave(self) -> None:
        """Let everything go: beam, grip, timers, the drawing thread."""
        if self._closed:
            return
        self.let_go("closed")
        self.apart.attach_all()
        if self.tracker is not None:
            self.tracker.close_tracker()
        self._closed = True
        gc.unfreeze()
        self._timer.stop()
        self.cine_timer.stop()
        self.sounds.silence()
        self.window().removeEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._focus_moved)
        app.applicationStateChanged.disconnect(self._application_changed)
        if self._question is not None:
            self._question.reject()
        self.bridge.close()

    def _later(self, milliseconds: int, call: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, lambda: None if self._closed else call())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card of a drill stands where the reference monitor would."""
        super().resizeEvent(event)
        self._lay_monitors()
        self.aids.sheet.place(suite_layout(self.width(), self.height()))
        if self.tracker is not None:
            self.tracker.place(suite_layout(self.width(), self.height()))
        if self.drill is not None:
            box = suite_layout(self.width(), self.height()).reference
            self.drill.place(box.x, box.y, box.width, box.height)

    def _lay_monitors(self) -> None:
        layout = suite_layout(self.width(), self.height())
        self.apart.lay("live", layout.live)
        self.apart.lay("reference", layout.reference)

    # What the attempt tells -----------------------------------------------------------------------

    def _hear(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self.bridge.snapshot.connect(self._receive, queued)
        self.bridge.frame.connect(self._receive_frame, queued)
        self._timer.timeout.connect(self._tick)

    def _receive(self, snapshot: Snapshot) -> None:
        if not self._closed:
            self.hand.grip.learn(snapshot.events)
            self.presenter.receive(snapshot)
            self.aids.receive(snapshot)
            if self.drill is not None:
                self.drill.receive(snapshot)

    def _receive_frame(self, frame: Frame) -> None:
        if not self._closed:
            self.presenter.receive_frame(frame)
            self.aids.refresh()
            self.live.repaint()  # now: Qt would wait for company first

    def _tick(self) -> None:
        if QApplication.activePopupWidget() is not None and self._holding:
            self.let_go("dialog")  # an opened list or menu takes the keyboard without a word
        self.presenter.tick()
        if self.bridge.broken is not None:
            self._timer.stop()
            self.refused.emit(tr(DRAWING_FAILED))
