"""The suite: snapshots in, what changed out. It decides every text; the view only draws.

Monitors change on exposures and on nothing else (DESIGN 5); the bedside follows every snapshot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from trainer.attempt.events import Exposed
from trainer.attempt.state import State
from trainer.needle.breathing import is_held
from trainer.session.frames_due import FrameRequest
from trainer.ui.presenters.amounts import clock_text, dose_spoken, dose_text, technique_text
from trainer.ui.presenters.angles import oblique_text, tilt_text
from trainer.ui.presenters.bedside import LaserCross, bedside_shown
from trainer.ui.presenters.collimator import BladesShown
from trainer.ui.presenters.feel import FeelTrace
from trainer.ui.presenters.folder import folder_shown, room_shown
from trainer.ui.presenters.instruments import Instruments
from trainer.ui.presenters.machine import machine_shown
from trainer.ui.presenters.pictures import Pictures
from trainer.ui.presenters.shown import (
    BeamShown,
    CaseShown,
    Dose,
    Picture,
    PoseShown,
    RecordMark,
    needle_choice,
)
from trainer.ui.presenters.suite_view import SuiteView
from trainer.ui.presenters.texts import tr
from trainer.ui.presenters.voice import said

if TYPE_CHECKING:
    from trainer.session.fluoroscope import Frame
    from trainer.session.live_attempt import LiveAttempt
    from trainer.session.runner import Snapshot


class SuitePresenter:
    """One attempt on one screen.

    ask : draw this exposure in the background; pulses come without being asked for. now_s : a
    monotonic clock. All methods run on the screen's thread.
    """

    def __init__(
        self,
        attempt: LiveAttempt,
        view: SuiteView,
        ask: Callable[[FrameRequest], None],
        now_s: Callable[[], float],
    ) -> None:
        self._attempt = attempt
        self._view = view
        self._ask = ask
        self._now_s = now_s
        self._models = {needle.id: needle for needle in attempt.needles}
        self._sides = {target.side for target in attempt.header.targets}
        self._shown: dict[str, Any] = {}
        self._snapshot = attempt.runner.snapshot
        self._feel = FeelTrace()
        self._feel_shown: object = None
        self._laser = LaserCross(attempt.runner.world.skin_y_mm)
        self.pictures = Pictures()
        self._instruments = Instruments()
        self._heard_s = now_s()
        self._broken = False

    def open(self, title: str) -> None:
        """Show everything once."""
        targets = self._attempt.header.targets
        triples = tuple(
            target_text(each.joint, each.nerve, each.bone, each.side) for each in targets
        )
        if self._attempt.header.drill is not None:
            triples = ()  # the card says what is asked, and only that
        conventions = ", ".join(sorted({target.convention for target in targets}))
        self._put("case", CaseShown(title, triples, conventions))
        choices = tuple(needle_choice(each) for each in self._attempt.needles)
        self._view.show_choices(choices, self._attempt.views)
        self._view.show_live(None)
        self._view.show_reference(None, "")
        self.receive(self._snapshot)
        self.tick()
        if self._attempt.held is not None:
            self._ask(self._attempt.held)

    def receive(self, snapshot: Snapshot) -> None:
        """Take a snapshot in; an older one (threads may overtake) only adds its events."""
        self._hear(snapshot)
        old = self._snapshot
        if (snapshot.seq, snapshot.recorded_seq) >= (old.seq, old.recorded_seq):
            self._snapshot = snapshot
            if snapshot.state is not old.state:
                self._heard_s = self._now_s()
        if snapshot.events or self._snapshot.state is not old.state or "record" not in self._shown:
            self._show_state()
        else:
            self._show_record()  # that all is safe now: told after every act

    def receive_frame(self, frame: Frame) -> None:
        """An exposure has been drawn."""
        self.pictures.take(self._burned(frame), self._now_s())
        self._show_pictures()

    def tick(self) -> None:
        """Time passes: clock, age of the picture, trace."""
        now = self._now_s()
        attempt_s = self._snapshot.state.t_ms / 1000.0 + (now - self._heard_s)
        if not self._snapshot.state.submitted:
            self._put("clock", clock_text(attempt_s))
        asked_ms = self._snapshot.state.breath_held_ms
        self._put("breath", is_held(round(attempt_s * 1000.0), asked_ms))
        self._show_monitor()
        self._show_feel()
        self._check_threads()

    def keep(self) -> None:
        """Store what the live monitor shows, on the reference monitor."""
        self.look(self.pictures.keep)

    def swap(self) -> None:
        """Exchange what the two monitors show."""
        state = self._snapshot.state
        held = None if state.held is None else state.held.number
        beam_on = state.beam_since_ms is not None
        self.look(lambda: self.pictures.swap(held, beam_on=beam_on))

    def look(self, act: Callable[[], str | None]) -> None:
        """Do an act of `pictures`, show what came of it and say why it could not be done."""
        if why := act():
            self.say(why)
        self._show_pictures()

    def say(self, text: str) -> None:
        """Let the room say something."""
        self._put("message", text)

    def _hear(self, snapshot: Snapshot) -> None:
        pulses = [event for event in snapshot.events if isinstance(event, Exposed)]
        if pulses and pulses[-1].mode == "spot":
            self._put("flash", pulses[-1].number)
        self.pictures.hear(snapshot.events)
        self._instruments.hear(snapshot.events)
        for event in snapshot.events:
            self._feel.add(event, self._now_s())
            if text := said(event):
                self._put("message", text)
        self._show_feel()

    def _show_feel(self) -> None:
        now = self._now_s()
        samples = self._feel.seen_at(now)
        if samples or self._feel_shown:
            self._view.show_feel(samples, now, self._feel.word())
        self._feel_shown = samples

    def _show_state(self) -> None:
        state = self._snapshot.state
        self._put("beam", BeamShown(state.beam_since_ms is not None, state.beam_latched))
        self._put("pose", self._pose(state))
        self._put("machine", machine_shown(state))
        self._put("signal", state.signals if state.signal_sounding else 0)
        self._put("dose", Dose(dose_text(state), dose_spoken(state)))
        self._put("bedside", bedside_shown(state, self._models, self._laser))
        self._put("declared", _declared(state))
        self._put("syringe", self._instruments.syringe(state))
        self._put("generator", self._instruments.generator(state))
        self._put("folder", folder_shown(state.procedure))
        self._put("room", room_shown(state.procedure))
        self._show_record()
        self._show_pictures()
        if state.submitted and not self._shown.get("submitted"):
            self._shown["submitted"] = True
            self._view.show_submitted()

    def _show_record(self) -> None:
        self._put("record", self._record_mark())
        if self._snapshot.failure is not None:
            self._put("refusal", str(self._snapshot.failure))

    def _show_pictures(self) -> None:
        """What changed on the two monitors."""
        self._put("live", self.pictures.live)
        reference = self.pictures.reference, self.pictures.reference_note
        if reference[0] is not None and self._shown.get("reference") != reference:
            self._shown["reference"] = reference
            self._view.show_reference(*reference)
        self._put("picture_tools", self.pictures.shown)
        self._put("blades", self._blades(self._snapshot.state))
        self._show_monitor()

    def _show_monitor(self) -> None:
        beam_on = self._snapshot.state.beam_since_ms is not None
        monitor, note = self.pictures.state(self._now_s(), beam_on=beam_on)
        if self._shown.get("monitor") != (monitor, note):
            self._shown["monitor"] = (monitor, note)
            self._view.show_monitor(monitor, note)

    def _pose(self, state: State) -> PoseShown:
        x, _y, z = (um / 1000 for um in state.isocentre_um)
        return PoseShown(
            state.oblique_mdeg / 1000.0,
            state.tilt_mdeg / 1000.0,
            oblique_text(state.oblique_mdeg, self._target_side()),
            tilt_text(state.tilt_mdeg),
            tr("Table {x:+.0f}, {z:+.0f} mm").format(x=x, z=z),
            state.view,
        )

    def _blades(self, state: State) -> BladesShown | None:
        """Over a picture of the present detector angle; another would need turned blades."""
        live = self.pictures.live
        taken = live.taken if live is not None else None
        if state.view or taken is None or taken.rotation_mdeg != state.settings.rotation_mdeg:
            return None
        edges = state.settings.shutters_um
        return BladesShown(edges, taken.field_um, edges != taken.shutters_um)

    def _record_mark(self) -> RecordMark:
        if self._snapshot.failure is not None:
            return RecordMark.FAILED
        return RecordMark.RECORDED if self._snapshot.recorded else RecordMark.WRITING

    def _target_side(self) -> str | None:
        return next(iter(self._sides)) if len(self._sides) == 1 else None

    def _burned(self, frame: Frame) -> Picture:
        taken = frame.exposed
        letters = tuple(frame.letters.get(edge, "") for edge in ("left", "right", "top", "bottom"))
        technique = technique_text(taken.tube_v, taken.charge_nas, taken.pulse_us)
        lines = (
            *((tr("VIEW {name}").format(name=taken.view),) if taken.view else ()),
            oblique_text(taken.oblique_mdeg, self._target_side()),
            tilt_text(taken.tilt_mdeg),
            tr("EXP {number}   {mode}   {field:.0f} mm").format(
                number=taken.number, mode=tr(taken.mode), field=taken.field_um / 1000
            ),
            *((technique,) if technique else ()),
        )
        pixel_mm = frame.pixel_mm_at_isocentre
        pose = (
            taken.view,
            taken.source_um,
            taken.direction_e9,
            taken.right_e9,
            taken.field_um,
            taken.sid_um,
        )
        return Picture(
            taken.number, frame.values, letters, lines, pixel_mm, taken.t_ms, pose, taken
        )

    def _check_threads(self) -> None:
        if self._attempt.runner.broken is not None and not self._broken:
            self._broken = True
            self._view.show_refusal(
                tr(
                    "The program failed here, and it is our mistake. What was recorded is safe: "
                    "go Home and continue the attempt."
                )
            )

    def _put(self, name: str, value: Any) -> None:
        if self._shown.get(name) != value:
            self._shown[name] = value
            getattr(self._view, f"show_{name}")(value)


def target_text(joint: str, nerve: str, bone: str, side: str) -> str:
    """A target's triple in words: joint, nerve, bearing bone, side."""
    return tr("{joint}: MB {nerve} on the {bone} TP, {side}").format(
        joint=joint, nerve=nerve.removesuffix("-mb"), bone=bone, side=tr(side)
    )


def _declared(state: State) -> str:
    if state.declared is None:
        return tr("Level not declared yet")
    return tr("Declared: {level} {side}").format(
        level=state.declared[0], side=tr(state.declared[1])
    )
