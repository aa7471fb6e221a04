"""The suite: two spaces, two hands, one foot. It passes input on and shows what comes back.

Keys come through the screen's own key events, never as shortcuts, so that a text field keeps its
letters. Whatever takes the keyboard away drops beam and grip.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from trainer.attempt.console import fields_of
from trainer.ui.actions import Kind
from trainer.ui.aid_desk import AidDesk
from trainer.ui.attempt_bridge import AttemptBridge
from trainer.ui.buttons import ActionButton
from trainer.ui.drill_desk import DrillDesk
from trainer.ui.key_map import action_of
from trainer.ui.presenters.caliper import Tool
from trainer.ui.presenters.folder import CaseTexts
from trainer.ui.presenters.hand import Hand
from trainer.ui.presenters.layout import suite_layout
from trainer.ui.presenters.machine_acts import MACHINE_ACTS, field_act, widen
from trainer.ui.presenters.navigation import Opened
from trainer.ui.presenters.procedure_acts import PROCEDURE_ACTS
from trainer.ui.presenters.suite import SuitePresenter
from trainer.ui.presenters.suite_acts import ACTS, drag_mdeg, wheel_um
from trainer.ui.presenters.texts import tr
from trainer.ui.question import Question
from trainer.ui.screen_lock import ScreenLock
from trainer.ui.suite_panels import SuitePanels

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.runner import Snapshot

DRAWING_FAILED = (
    "The picture could not be drawn, and it is our mistake. The attempt is recorded; go Home and "
    "continue it."
)
AWAY = {
    Qt.ApplicationState.ApplicationInactive: "focus",
    Qt.ApplicationState.ApplicationHidden: "lock",
    Qt.ApplicationState.ApplicationSuspended: "lock",
}
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
        self.folder.set_case(CaseTexts(story))
        self.instrument.syringe.set_agents(tuple((a.id, a.title) for a in profile.agents))
        self.drill = DrillDesk(attempt, self.live, self) if attempt.header.drill else None
        self.aids = AidDesk(attempt, (self.live, self.reference), self)
        self._acts = self._act_table()
        self._holds = self._hold_table()
        self._connect()
        self.presenter.open(attempt.scenario.title)
        if self.drill is not None:
            self.drill.presenter.open()
            self.drill.leave_aside(self.findChildren(ActionButton))

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
            "put_down": self._put_down,
            "inject": lambda: self.hand.inject(*self.instrument.syringe.chosen),
            "stimulate_sensory": lambda: self._stimulate(50),
            "stimulate_motor": lambda: self._stimulate(2),
            "case_folder": self._turn_folder,
            "room_sheet": self._turn_room,
            "aids": self._turn_aids,
            "back_step": self.back_wanted.emit,
            **{name: partial(self.hand.do, act) for name, act in PROCEDURE_ACTS.items()},
            **{
                name: partial(self.instrument.show_page, name)
                for name in self.instrument.page_buttons
            },
            **self.desk.acts,
            **{name: partial(self.carm.show_page, name) for name in self.carm.page_buttons},
            **self._picture_acts(),
            **self._machine_acts(),
        }
        if self._attempt.views:
            fixed = set(MACHINE_ACTS) - {"reset_timer"} | {"collimate", "page_machine"}
            gone = {name for name in acts if name.startswith(("turn_", "pan_", "field_"))} | fixed
            return {name: act for name, act in acts.items() if name not in gone}
        del acts["next_view"]
        return acts

    def _picture_acts(self) -> dict[str, Callable[[], None]]:
        pictures = self.presenter.pictures
        table: dict[str, Callable[[], str | None]] = {
            "subtract": pictures.subtract,
            "cine_play": pictures.play,
            "cine_back": lambda: pictures.step_cine(-1),
            "cine_on": lambda: pictures.step_cine(1),
            "store_back": lambda: pictures.step_store(-1),
            "store_on": lambda: pictures.step_store(1),
        }
        return {name: partial(self.presenter.look, act) for name, act in table.items()}

    def _machine_acts(self) -> dict[str, Callable[[], None]]:
        fields_um = fields_of(self._attempt.runner.world)
        fields = {f"field_{at}": field_act(field_um) for at, field_um in enumerate(fields_um, 1)}
        self.carm.machine.set_fields(fields_um)
        return {
            name: partial(self.hand.do, act) for name, act in {**MACHINE_ACTS, **fields}.items()
        }

    def _tool_changed(self) -> None:
        self.carm.machine.show_collimating(self.live.collimating)
        measure = self.desk.chosen.measure
        self.carm.pictures.show_tool(measure.tool if measure else Tool.HAND)

    def _blade_dragged(self, edge: int, right: float, down: float) -> None:
        if self.live.blades is not None:
            field_um = self._attempt.runner.snapshot.state.settings.field_um
            self.hand.set_shutters(self.live.blades.dragged(edge, (right, down), field_um))

    def _put_down(self) -> None:
        self.folder.hide()
        self.room.hide()
        self.aids.sheet.hide()
        self.desk.put_down()
        self.presenter.look(self.presenter.pictures.cine_stop)

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
        beam_on = self._attempt.runner.snapshot.state.beam_since_ms is not None
        return beam_on or self.hand.grip.held

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
        self._closed = True
        gc.unfreeze()
        self._timer.stop()
        self.cine_timer.stop()
        self.beep_timer.stop()
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
        self.aids.sheet.place(suite_layout(self.width(), self.height()))
        if self.drill is not None:
            box = suite_layout(self.width(), self.height()).reference
            self.drill.place(box.x, box.y, box.width, box.height)

    # Wiring --------------------------------------------------------------------------------------

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
        buttons = {**self.bottom.buttons, **self.instrument.all_buttons, **self.carm.buttons}
        buttons["reset_timer"] = self.top.signal
        for name, button in buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._press(name))

    def _connect_pictures(self) -> None:
        for view in (self.live, self.bedside):
            view.dragged.connect(self._drag)
            view.wheeled.connect(self._wheel)
        self.live.gripped = lambda: self.hand.grip.held
        self.live.hung.connect(self._hang)
        self.live.blade_dragged.connect(self._blade_dragged)
        self.desk.changed = self._tool_changed
        self.desk.blades_nudged = lambda across, down: self.hand.do(widen(across, down))
        self.cine_timer.timeout.connect(
            lambda: self.presenter.look(self.presenter.pictures.cine_next)
        )
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
        card = self.instrument
        choices = (card.needle, card.level, card.side, card.syringe.agent, card.syringe.volume)
        for choice in (*choices, *card.generator.choices):
            choice.closed.connect(self.setFocus)
        for setting in card.generator.choices[:3]:
            setting.activated.connect(lambda _: self.hand.set_generator(*card.generator.setting))
        self._connect_sheets()

    def _connect_sheets(self) -> None:
        folder, room, hand = self.folder, self.room, self.hand
        folder.opened.connect(hand.read_case)
        folder.discussed.connect(hand.discuss)
        folder.reasoned.connect(hand.give_reason)
        folder.decided.connect(hand.decide_case)
        room.acted.connect(hand.act)
        room.asked.connect(hand.ask)
        room.told.connect(hand.tell)
        room.responded.connect(hand.respond)
        self.aids.sheet.back.connect(self.back_wanted)
        for sheet in (folder, room, self.aids.sheet):
            sheet.closed.connect(self.setFocus)

    def _turn_folder(self) -> None:
        self.room.hide()
        self.folder.toggle()

    def _turn_aids(self) -> None:
        self.folder.hide()
        self.room.hide()
        self.aids.sheet.toggle()

    def _turn_room(self) -> None:
        self.folder.hide()
        self.room.toggle()

    def _stimulate(self, hz: int) -> None:
        self.hand.stimulate(hz, self.instrument.generator.millivolts)

    def _press(self, name: str) -> None:
        if name in self._acts:
            self._acts[name]()

    def _drag(self, right_px: float, down_px: float, fine: bool) -> None:
        self.hand.tilt(drag_mdeg(right_px, fine=fine), drag_mdeg(down_px, fine=fine))

    def _hang(self) -> None:
        self.hand.hung = self.live.display.orientation

    def _wheel(self, detents_down: int, fine: bool) -> None:
        self.hand.advance(wheel_um(detents_down, fine=fine))

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

    def _tick(self) -> None:
        if QApplication.activePopupWidget() is not None and self._holding:
            self.let_go("dialog")  # an opened list or menu takes the keyboard without a word
        self.presenter.tick()
        if self.bridge.broken is not None:
            self._timer.stop()
            self.refused.emit(tr(DRAWING_FAILED))
