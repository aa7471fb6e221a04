"""Which signal of the suite's widgets goes to which hand; nothing is decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.ui.presenters.caliper import Tool
from trainer.ui.presenters.machine_acts import widen
from trainer.ui.presenters.suite_acts import drag_mdeg

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.ui.suite_screen import SuiteScreen


class SuiteWires:
    """Joins widgets and hands of one suite, once."""

    def __init__(self, suite: SuiteScreen, attempt: LiveAttempt) -> None:
        self._suite, self._attempt = suite, attempt
        self._join_buttons()
        self._join_pictures()
        self._join_bedside()
        self._join_cards()
        self._join_sheets()

    def _join_buttons(self) -> None:
        suite, pedal = self._suite, self._suite.hand.pedal
        suite.bottom.beam.held.connect(lambda: pedal.press("button"))
        suite.bottom.beam.let_go.connect(lambda: pedal.release("button"))
        suite.top.menu_opening.connect(suite.keyboard_goes)
        for button in suite.pressed_buttons:
            button.clicked.connect(lambda _=False, name=button.action_id: self._press(name))

    def _join_pictures(self) -> None:
        suite, hand = self._suite, self._suite.hand
        for view in (suite.live, suite.bedside):
            view.dragged.connect(self._drag)
            view.wheeled.connect(hand.advance)
        suite.live.gripped = lambda: hand.grip.held
        suite.live.hung.connect(self._hang)
        suite.live.blade_dragged.connect(self._drag_blade)
        suite.desk.changed = self._tool_changed
        suite.desk.blades_nudged = lambda across, down: hand.do(widen(across, down))
        suite.cine_timer.timeout.connect(
            lambda: suite.presenter.look(suite.presenter.pictures.cine_next)
        )
        for toucher in (suite.live, suite.reference, suite.bedside, suite.carm.drawing):
            toucher.touched.connect(suite.take_focus)

    def _join_bedside(self) -> None:
        hand, bedside = self._suite.hand, self._suite.bedside
        bedside.pointed.connect(
            lambda x_mm, z_mm: hand.point(round(x_mm * 1000), round(z_mm * 1000))
        )
        bedside.hub_pressed.connect(lambda: hand.grip.press("mouse"))
        bedside.hub_released.connect(lambda: hand.let_go("mouse"))

    def _join_cards(self) -> None:
        suite, hand, card = self._suite, self._suite.hand, self._suite.instrument
        suite.carm.drawing.turned.connect(hand.turn)
        suite.carm.typed.connect(hand.turn_to)
        suite.carm.view_chosen.connect(hand.select_view)
        suite.carm.unclear.connect(suite.presenter.say)
        suite.carm.done_typing.connect(suite.setFocus)
        choices = (card.needle, card.level, card.side, card.syringe.agent, card.syringe.volume)
        for choice in (*choices, *card.generator.choices):
            choice.opening.connect(suite.keyboard_goes)
            choice.closed.connect(suite.setFocus)
        for setting in card.generator.choices[:3]:
            setting.activated.connect(lambda _: hand.set_generator(*card.generator.setting))

    def _join_sheets(self) -> None:
        suite, hand = self._suite, self._suite.hand
        folder, room, aids = suite.folder, suite.room, suite.aids.sheet
        folder.opened.connect(hand.read_case)
        folder.discussed.connect(hand.discuss)
        folder.reasoned.connect(hand.give_reason)
        folder.decided.connect(hand.decide_case)
        room.acted.connect(hand.act)
        room.asked.connect(hand.ask)
        room.told.connect(hand.tell)
        room.responded.connect(hand.respond)
        aids.back.connect(suite.back_wanted)
        for button in room.acts.values():
            if button.menu() is not None:
                button.menu().aboutToShow.connect(suite.keyboard_goes)
        for sheet in (folder, room, aids):
            sheet.closed.connect(suite.setFocus)

    def _press(self, name: str) -> None:
        if name in self._suite.acts:
            self._suite.acts[name]()

    def _drag(self, right_px: float, down_px: float, fine: bool) -> None:
        self._suite.hand.tilt(drag_mdeg(right_px, fine=fine), drag_mdeg(down_px, fine=fine))

    def _hang(self) -> None:
        self._suite.hand.hung = self._suite.live.display.orientation

    def _drag_blade(self, edge: int, right: float, down: float) -> None:
        blades = self._suite.live.blades
        if blades is not None:
            field_um = self._attempt.runner.snapshot.state.settings.field_um
            self._suite.hand.set_shutters(blades.dragged(edge, (right, down), field_um))

    def _tool_changed(self) -> None:
        suite = self._suite
        suite.carm.machine.show_collimating(suite.live.collimating)
        measure = suite.desk.chosen.measure
        suite.carm.pictures.show_tool(measure.tool if measure else Tool.HAND)
