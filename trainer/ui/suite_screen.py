"""The suite: two spaces, two hands, one foot. It lays out, passes input on, draws what it is told.

Keys come through the screen's own key events, never as shortcuts, so that a text field keeps its
letters. Whatever takes the keyboard away drops beam and grip.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from trainer.ui.actions import Kind
from trainer.ui.attempt_bridge import AttemptBridge
from trainer.ui.bedside_view import BedsideView
from trainer.ui.bottom_strip import BottomStrip
from trainer.ui.carm_card import CArmCard
from trainer.ui.instrument_card import InstrumentCard
from trainer.ui.key_map import action_of
from trainer.ui.monitor_view import MonitorView
from trainer.ui.presenters.feel import FeelSample
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.layout import Box, suite_layout
from trainer.ui.presenters.shown import (
    BeamShown,
    BedsideShown,
    CaseShown,
    Dose,
    MonitorState,
    NeedleChoice,
    Picture,
    PoseShown,
    RecordMark,
)
from trainer.ui.presenters.suite import SuitePresenter
from trainer.ui.presenters.suite_acts import ACTS, drag_mdeg, wheel_um
from trainer.ui.top_bar import TopBar

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.practice import LiveAttempt
    from trainer.session.runner import Snapshot

DRAWING_FAILED = (
    "The picture could not be drawn, and it is our mistake. The attempt is recorded; go Home and "
    "continue it."
)
TICK_MS = 100  # clock, age of a picture, feel trace


class SuiteScreen(QWidget):
    """One attempt. It is made for the attempt and thrown away with it."""

    submitted = Signal()
    refused = Signal(str)

    def __init__(self, attempt: LiveAttempt, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suite")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Procedure room"))
        self._attempt = attempt
        self._closed = False
        self._held_keys: dict[int, str] = {}
        self._confirm: QMessageBox | None = None
        self._make_parts(attempt)
        self.hand = Hand(attempt.runner, self._later)
        self.bridge = AttemptBridge(attempt, self)
        self.presenter = SuitePresenter(attempt, self, self.bridge.ask, time.monotonic)
        self._acts = self._act_table()
        self._holds = self._hold_table()
        self._connect()
        self.presenter.open(title)

    # What the table's actions do here ------------------------------------------------------------

    @property
    def acts(self) -> Mapping[str, Callable[[], None]]:
        """Action id to act, for menus."""
        return self._acts

    def _act_table(self) -> dict[str, Callable[[], None]]:
        acts: dict[str, Callable[[], None]] = {
            name: partial(act, self.hand) for name, act in ACTS.items()
        }
        acts |= {
            "take": lambda: self.hand.take_needle(self.instrument.chosen_needle),
            "grip_lock": self._lock_grip,
            "keep": self.presenter.keep,
            "swap": self.presenter.swap,
            "declare": self._declare,
            "submit": self.ask_submit,
            "next_view": self._next_view,
        }
        if self._attempt.views:
            gone = {name for name in acts if name.startswith(("turn_", "pan_"))}
            return {name: act for name, act in acts.items() if name not in gone}
        del acts["next_view"]
        return acts

    def _hold_table(self) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
        pedal, grip = self.hand.pedal, self.hand.grip
        return {
            "beam": (lambda: pedal.press("key"), lambda: pedal.release("key")),
            "grip": (lambda: grip.press("key"), lambda: self.hand.let_go("key")),
        }

    def _lock_grip(self) -> None:
        self.hand.flush()
        self.hand.grip.lock()
        self.instrument.buttons["grip_lock"].setChecked(self._attempt.runner.snapshot.state.gripped)

    def _declare(self) -> None:
        level, side = self.instrument.chosen_level
        if level and side:
            self.hand.declare_level(level, side)
        else:
            self.presenter.say(self.tr("Choose a level and a side first, then declare."))

    def _next_view(self) -> None:
        views = self._attempt.views
        now = self._attempt.runner.snapshot.state.view
        at = views.index(now) + 1 if now in views else 0
        self.hand.select_view(views[at % len(views)])

    def ask_submit(self) -> None:
        """Ask once; the beam drops before the question."""
        self.let_go("dialog")
        if self._confirm is not None or self._attempt.runner.snapshot.state.submitted:
            return
        box = QMessageBox(self)
        box.setObjectName("confirm_submit")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Submit"))
        box.setText(self.tr("Submit this attempt?"))
        box.setInformativeText(self.tr("Nothing can be moved afterwards; it is then scored."))
        submit = box.addButton(self.tr("Submit"), QMessageBox.ButtonRole.AcceptRole)
        submit.setObjectName("confirm_yes")
        box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(submit)
        box.finished.connect(lambda: self._answered(box.clickedButton() is submit))
        self._confirm = box
        box.open()

    def _answered(self, yes: bool) -> None:
        box, self._confirm = self._confirm, None
        if box is not None:
            box.deleteLater()
        if yes:
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
        action = action_of(event)
        if action is None or (action.id not in self._acts and action.id not in self._holds):
            super().keyPressEvent(event)
            return
        event.accept()
        if event.isAutoRepeat() and action.kind is not Kind.REPEAT:
            return
        if action.id in self._holds:
            self._held_keys[event.key()] = action.id
            self._holds[action.id][0]()
        else:
            self._acts[action.id]()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A held key that comes up, whatever modifiers are down by now."""
        if event.isAutoRepeat() or event.key() not in self._held_keys:
            super().keyReleaseEvent(event)
            return
        event.accept()
        self._holds[self._held_keys.pop(event.key())][1]()

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

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None or new is None:
            self.let_go("focus")

    def _take_focus(self) -> None:
        if not self.hasFocus():
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    # Life ----------------------------------------------------------------------------------------

    def enter(self) -> None:
        """The screen is shown: watch the window, start the clock."""
        self.window().installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self._timer.start(TICK_MS)
        self.setFocus()

    def leave(self) -> None:
        """Let everything go: beam, grip, timers, the drawing thread."""
        if self._closed:
            return
        self.let_go("closed")
        self._closed = True
        self._timer.stop()
        self.window().removeEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._focus_moved)
        if self._confirm is not None:
            self._confirm.done(0)
        self.bridge.close()

    def _later(self, milliseconds: int, call: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, lambda: None if self._closed else call())

    # Parts ---------------------------------------------------------------------------------------

    def _make_parts(self, attempt: LiveAttempt) -> None:
        self.top = TopBar(self)
        self.live = MonitorView("live_monitor", self.tr("Live monitor"), self)
        self.reference = MonitorView("reference_monitor", self.tr("Reference"), self)
        self.bedside = BedsideView(self)
        self.bedside.set_back(attempt.back)
        self.carm = CArmCard(self)
        self.instrument = InstrumentCard(self)
        self.bottom = BottomStrip(self)
        self._timer = QTimer(self)

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self.bridge.snapshot.connect(self._receive, queued)
        self.bridge.frame.connect(self._receive_frame, queued)
        self._timer.timeout.connect(self._tick)
        self._connect_pedal()
        self._connect_pictures()
        self._connect_cards()

    def _connect_pedal(self) -> None:
        pedal = self.hand.pedal
        self.bottom.beam.held.connect(lambda: pedal.press("button"))
        self.bottom.beam.let_go.connect(lambda: pedal.release("button"))
        buttons = {**self.bottom.buttons, **self.instrument.buttons, **self.carm.pan_buttons}
        for name, button in buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._press(name))

    def _connect_pictures(self) -> None:
        for view in (self.live, self.bedside):
            view.dragged.connect(self._drag)
            view.wheeled.connect(self._wheel)
        for toucher in (self.live, self.reference, self.bedside, self.carm.drawing):
            toucher.touched.connect(self._take_focus)
        self.bedside.pointed.connect(
            lambda x_mm, z_mm: self.hand.point(round(x_mm * 1000), round(z_mm * 1000))
        )
        self.bedside.hub_pressed.connect(lambda: self.hand.grip.press("mouse"))
        self.bedside.hub_released.connect(lambda: self.hand.let_go("mouse"))

    def _connect_cards(self) -> None:
        self.carm.drawing.turned.connect(self.hand.turn)
        self.carm.typed.connect(self.hand.turn_to)
        self.carm.view_chosen.connect(self.hand.select_view)
        self.carm.unclear.connect(self.presenter.say)
        self.carm.done_typing.connect(self.setFocus)
        for combo in (self.instrument.needle, self.instrument.level, self.instrument.side):
            combo.activated.connect(lambda _index: self.setFocus())

    def _press(self, name: str) -> None:
        if name in self._acts:
            self._acts[name]()

    def _drag(self, right_px: float, down_px: float, fine: bool) -> None:
        self.hand.tilt(drag_mdeg(right_px, fine=fine), drag_mdeg(down_px, fine=fine))

    def _wheel(self, detents_down: int, fine: bool) -> None:
        self.hand.advance(wheel_um(detents_down, fine=fine))

    def _receive(self, snapshot: Snapshot) -> None:
        if not self._closed:
            self.hand.grip.learn(snapshot.events)
            self.presenter.receive(snapshot)

    def _receive_frame(self, frame: Frame) -> None:
        if not self._closed:
            self.presenter.receive_frame(frame)

    def _tick(self) -> None:
        self.presenter.tick()
        if self.bridge.broken is not None:
            self._timer.stop()
            self.refused.emit(self.tr(DRAWING_FAILED))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        layout = suite_layout(self.width(), self.height())
        parts: tuple[tuple[QWidget, Box], ...] = (
            (self.top, layout.top),
            (self.live, layout.live),
            (self.reference, layout.reference),
            (self.bedside, layout.bedside),
            (self.carm, layout.carm),
            (self.instrument, layout.instrument),
            (self.bottom, layout.bottom),
        )
        for part, box in parts:
            part.setGeometry(box.x, box.y, box.width, box.height)
        super().resizeEvent(event)

    # SuiteView -----------------------------------------------------------------------------------

    def show_case(self, case: CaseShown) -> None:
        """The task."""
        self.top.show_case(case)

    def show_choices(self, needles: tuple[NeedleChoice, ...], views: tuple[str, ...]) -> None:
        """Tray and view store."""
        self.instrument.set_needles(needles)
        self.carm.set_views(views)

    def show_clock(self, text: str) -> None:
        """Time."""
        self.top.show_clock(text)

    def show_dose(self, dose: Dose) -> None:
        """Dose."""
        self.top.show_dose(dose)

    def show_beam(self, beam: BeamShown) -> None:
        """Lamp."""
        self.top.lamp.show_beam(beam)

    def show_monitor(self, state: MonitorState, note: str) -> None:
        """The live monitor's state."""
        self.live.show_state(state, note)

    def show_live(self, picture: Picture | None) -> None:
        """The live picture."""
        self.live.show_picture(picture)

    def show_reference(self, picture: Picture | None) -> None:
        """The reference picture."""
        self.reference.show_picture(picture)
        state = MonitorState.REFERENCE if picture else MonitorState.EMPTY
        note = self.tr("REFERENCE") if picture else self.tr("Keep (R) puts the held picture here.")
        self.reference.show_state(state, note)

    def show_pose(self, pose: PoseShown) -> None:
        """The machine."""
        self.carm.show_pose(pose)

    def show_bedside(self, bedside: BedsideShown) -> None:
        """The back and the shaft."""
        self.bedside.show_bedside(bedside)
        self.instrument.show_bedside(bedside)

    def show_declared(self, text: str) -> None:
        """The declared level."""
        self.instrument.show_declared(text)

    def show_feel(self, samples: tuple[FeelSample, ...], now_s: float, word: str) -> None:
        """The trace."""
        self.instrument.feel.show_feel(samples, now_s, word)

    def show_message(self, text: str) -> None:
        """The voice."""
        self.bottom.voice.set_whole(text)

    def show_record(self, mark: RecordMark) -> None:
        """The recorded mark."""
        self.bottom.record.show_mark(mark)

    def show_refusal(self, sentence: str) -> None:
        """A refusal goes to the window's notice bar."""
        self.refused.emit(sentence)

    def show_submitted(self) -> None:
        """It is over."""
        self.submitted.emit()
