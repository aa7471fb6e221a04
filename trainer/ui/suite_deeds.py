"""What the actions of the table do in one attempt: id to act, and the two that are held."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from trainer.attempt.console import fields_of
from trainer.ui.presenters.machine_acts import MACHINE_ACTS, field_act
from trainer.ui.presenters.procedure_acts import PROCEDURE_ACTS
from trainer.ui.presenters.suite_acts import ACTS
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.live_attempt import LiveAttempt
    from trainer.ui.suite_screen import SuiteScreen

Deed = Callable[[], None]
CHOOSE_FIRST = "Choose a level and a side first, then declare."
_AIDS = ("aids", "back_step", "tracker")  # an exam has one profile of input
_MOVES = ("turn_", "pan_", "field_")  # what a machine of stored views cannot do


class SuiteDeeds:
    """Acts of one suite. `acts` : pressed. `holds` : pressed and let go."""

    def __init__(self, suite: SuiteScreen, attempt: LiveAttempt) -> None:
        self._suite, self._attempt = suite, attempt
        self.acts = self._for_this_machine(self._all())
        self.holds = self.held_by("key")

    def _all(self) -> dict[str, Deed]:
        suite = self._suite
        hand, card, presenter = suite.hand, suite.instrument, suite.presenter
        return {
            **{name: partial(act, hand) for name, act in ACTS.items()},
            **{name: partial(hand.do, act) for name, act in PROCEDURE_ACTS.items()},
            "take": lambda: hand.take_needle(card.chosen_needle),
            "grip_lock": self._lock_grip,
            "keep": presenter.keep,
            "swap": presenter.swap,
            "declare": self._declare,
            "submit": suite.ask_submit,
            "next_view": self._next_view,
            "put_down": self._put_down,
            "inject": lambda: hand.inject(*card.syringe.chosen),
            "stimulate_sensory": lambda: self._stimulate(50),
            "stimulate_motor": lambda: self._stimulate(2),
            "case_folder": self._turn_folder,
            "room_sheet": self._turn_room,
            "aids": self._turn_aids,
            "tracker": suite.turn_tracker,
            "back_step": suite.back_wanted.emit,
            **{name: partial(card.show_page, name) for name in card.page_buttons},
            **suite.desk.acts,
            **suite.apart.acts,
            **{name: partial(suite.carm.show_page, name) for name in suite.carm.page_buttons},
            **self._with_pictures(),
            **self._with_the_machine(),
        }

    def _for_this_machine(self, acts: dict[str, Deed]) -> dict[str, Deed]:
        """What there is: a C-arm has no stored views, stored views do not move, an exam no aids."""
        if self._attempt.header.mode == "exam":
            acts = {name: act for name, act in acts.items() if name not in _AIDS}
        if not self._attempt.views:
            return {name: act for name, act in acts.items() if name != "next_view"}
        fixed = set(MACHINE_ACTS) - {"reset_timer"} | {"collimate", "page_machine"}
        fixed |= {name for name in acts if name.startswith(_MOVES)}
        return {name: act for name, act in acts.items() if name not in fixed}

    def _with_pictures(self) -> dict[str, Deed]:
        pictures = self._suite.presenter.pictures
        table: dict[str, Callable[[], str | None]] = {
            "subtract": pictures.subtract,
            "cine_play": pictures.play,
            "cine_back": lambda: pictures.step_cine(-1),
            "cine_on": lambda: pictures.step_cine(1),
            "store_back": lambda: pictures.step_store(-1),
            "store_on": lambda: pictures.step_store(1),
        }
        return {name: partial(self._suite.presenter.look, act) for name, act in table.items()}

    def _with_the_machine(self) -> dict[str, Deed]:
        fields_um = fields_of(self._attempt.runner.world)
        fields = {f"field_{at}": field_act(field_um) for at, field_um in enumerate(fields_um, 1)}
        self._suite.carm.machine.set_fields(fields_um)
        acts = {**MACHINE_ACTS, **fields}
        return {name: partial(self._suite.hand.do, act) for name, act in acts.items()}

    def held_by(self, source: str) -> dict[str, tuple[Deed, Deed]]:
        """The two, pressed and let go from one place of its own."""
        hand = self._suite.hand
        return {
            "beam": (lambda: hand.pedal.press(source), lambda: hand.pedal.release(source)),
            "grip": (lambda: hand.grip.press(source), lambda: hand.let_go(source)),
        }

    def _lock_grip(self) -> None:
        hand = self._suite.hand
        hand.flush()
        hand.grip.lock()
        gripped = self._attempt.runner.snapshot.state.gripped
        self._suite.instrument.buttons["grip_lock"].setChecked(gripped)

    def _declare(self) -> None:
        level, side = self._suite.instrument.chosen_level
        if level and side:
            self._suite.hand.declare_level(level, side)
        else:
            self._suite.presenter.say(tr(CHOOSE_FIRST))

    def _next_view(self) -> None:
        views = self._attempt.views
        now = self._attempt.runner.snapshot.state.view
        at = views.index(now) + 1 if now in views else 0
        self._suite.hand.select_view(views[at % len(views)])

    def _put_down(self) -> None:
        """Esc: nothing in hand, nothing over the room, the keyboard back in the room."""
        suite = self._suite
        for sheet in suite.sheets:
            sheet.hide()
        suite.take_focus()
        suite.desk.put_down()
        suite.presenter.look(suite.presenter.pictures.cine_stop)

    def _stimulate(self, hz: int) -> None:
        self._suite.hand.stimulate(hz, self._suite.instrument.generator.millivolts)

    def _turn_folder(self) -> None:
        self._suite.room.hide()
        self._suite.folder.toggle()

    def _turn_room(self) -> None:
        self._suite.folder.hide()
        self._suite.room.toggle()

    def _turn_aids(self) -> None:
        self._suite.folder.hide()
        self._suite.room.hide()
        self._suite.aids.sheet.toggle()
