"""What the hands want, as commands. Steps are added on the attempt's thread to where things stand,
so none is lost between two snapshots.
"""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.commands import (
    Act,
    Advance,
    AskPatient,
    Command,
    DecideCase,
    DeclareLevel,
    Discuss,
    GiveReason,
    HoldBreath,
    Inject,
    LeaveNeedle,
    MarkSkin,
    MovePointer,
    MoveTable,
    ReadCase,
    RemoveNeedle,
    Respond,
    RotateHub,
    SelectView,
    SetGenerator,
    SetShutters,
    SetStylet,
    Stimulate,
    Submit,
    TakeNeedle,
    TakeUpNeedle,
    TellPatient,
    Tilt,
    TurnCArm,
    UseHolder,
)
from trainer.attempt.machine import ORBIT, TILT, Limit
from trainer.attempt.settings import Edges
from trainer.needle.breathing import is_held
from trainer.ui.presenters.coalesce import Coalescer, Schedule
from trainer.ui.presenters.machine_acts import MachineAct
from trainer.ui.presenters.orientation import Orientation
from trainer.ui.presenters.pedal import HubGrip, Pedal, Runner


class Hand:
    """Two hands and a foot: machine, table, pointer, needle, beam.

    Movements are coalesced; every other act first sends the movements that came before it.
    """

    def __init__(self, runner: Runner, schedule: Schedule) -> None:
        self._runner = runner
        self.hung = Orientation()  # how the live monitor hangs its picture
        self.pedal = Pedal(runner)
        self.grip = HubGrip(runner)
        self._turn = Coalescer(self._send_turn, schedule)
        self._pan = Coalescer(self._send_pan, schedule)
        self._point = Coalescer(self._sends(MovePointer), schedule)
        self._tilt = Coalescer(self._sends(Tilt), schedule)
        self._push = Coalescer(self._sends(Advance), schedule)
        self._roll = Coalescer(self._sends(RotateHub), schedule)
        self._blades = Coalescer(self._sends(SetShutters), schedule)
        self._movements = (
            *(self._turn, self._pan, self._point, self._tilt, self._push, self._roll, self._blades),
        )

    def turn(self, oblique_mdeg: int, tilt_mdeg: int) -> None:
        """Turn the C-arm by so much."""
        self._turn.add(oblique_mdeg, tilt_mdeg)

    def turn_seen(self, right_mdeg: int, up_mdeg: int) -> None:
        """Turn the receptor toward screen right and to the head (DESIGN 3)."""
        self.turn(-right_mdeg * self.hung.right_sign, up_mdeg)

    def pan_seen(self, right_um: int, up_um: int) -> None:
        """Move the table so that the field goes to screen right and to the head."""
        self.pan(-right_um * self.hung.right_sign, 0, up_um)

    def tilt_seen(self, right_mdeg: int, down_mdeg: int) -> None:
        """Move the gripped hub right and down on the live monitor, however it hangs its picture."""
        right, down = self.hung.unseen((right_mdeg, down_mdeg))
        self.tilt(round(right), round(down))

    def turn_to(self, oblique_mdeg: int | None = None, tilt_mdeg: int | None = None) -> None:
        """Turn the C-arm to an angle; None leaves it."""

        def command(t_ms: int) -> Command:
            state = self._runner.snapshot.state
            return TurnCArm(
                t_ms,
                _within(_or(oblique_mdeg, state.oblique_mdeg), ORBIT),
                _within(_or(tilt_mdeg, state.tilt_mdeg), TILT),
            )

        self._act(command)

    def pan(self, x_um: int, y_um: int, z_um: int) -> None:
        """Move the table so that the isocentre wanders by so much in the patient."""
        self._pan.add(x_um, y_um, z_um)

    def point(self, x_um: int, z_um: int) -> None:
        """Lay the pointer on a place of the back."""
        self._point.replace(x_um, z_um)

    def nudge_pointer(self, x_um: int, z_um: int) -> None:
        """Move the pointer by so much; it starts where the machine looks."""

        def command(t_ms: int) -> Command:
            state = self._runner.snapshot.state
            at_um = state.pointer_um or state.isocentre_um
            return MovePointer(t_ms, at_um[0] + x_um, at_um[2] + z_um)

        self._act(command)

    def tilt(self, right_mdeg: int, down_mdeg: int) -> None:
        """Move the gripped hub along the held picture's axes; without grip nothing."""
        if self.grip.held:
            self._tilt.add(right_mdeg, down_mdeg)

    def advance(self, distance_um: int) -> None:
        """Push (or withdraw) the gripped needle; without grip nothing."""
        if self.grip.held:
            self._push.add(distance_um)

    def turn_hub(self, turn_mdeg: int) -> None:
        """Turn the gripped hub, clockwise as seen from it; without grip nothing."""
        if self.grip.held:
            self._roll.add(turn_mdeg)

    def leave_needle(self) -> None:
        """Leave the needle standing; the hand is free."""
        self.flush()
        self.grip.drop()
        self._act(LeaveNeedle)

    def take_up_needle(self) -> None:
        """Take the needle in hand that has stood longest."""

        def command(t_ms: int) -> Command:
            standing = self._runner.snapshot.state.resting
            return TakeUpNeedle(t_ms, standing[0].number if standing else 1)

        self._act(command)

    def change_stylet(self) -> None:
        """Draw the stylet, or put it in again."""

        def command(t_ms: int) -> Command:
            needle = self._runner.snapshot.state.needle
            return SetStylet(t_ms, needle is None or not needle.stylet)

        self._act(command)

    def change_holder(self) -> None:
        """Forceps instead of fingers, or fingers again."""
        self._act(lambda t_ms: UseHolder(t_ms, not self._runner.snapshot.state.holder))

    def hold_breath(self) -> None:
        """Ask the patient to hold the breath, or to breathe on."""

        def command(t_ms: int) -> Command:
            return HoldBreath(t_ms, not is_held(t_ms, self._runner.snapshot.state.breath_held_ms))

        self._act(command)

    def spot(self) -> None:
        """One single picture of how things stand."""
        self.flush()
        self.pedal.spot()

    def latch(self) -> None:
        """Beam on without holding, or off."""
        self.flush()
        self.pedal.latch()

    def let_go(self, source: str) -> None:
        """Let the hub go after all that was moved."""
        self.flush()
        self.grip.release(source)

    def mark_skin(self) -> None:
        """Mark the skin under the pointer."""
        self._act(MarkSkin)

    def take_needle(self, needle: str) -> None:
        """Set a needle on the skin under the pointer."""
        self._act(lambda t_ms: TakeNeedle(t_ms, needle))

    def remove_needle(self) -> None:
        """Take the needle out."""
        self._act(RemoveNeedle)

    def select_view(self, view: str) -> None:
        """Bring a stored view into the machine."""
        self._act(lambda t_ms: SelectView(t_ms, view))

    def declare_level(self, level: str, side: str) -> None:
        """Say which vertebra and side it is."""
        self._act(lambda t_ms: DeclareLevel(t_ms, level, side))

    def submit(self) -> None:
        """Say that the task is done."""
        self.drop("dialog")
        self._act(Submit)

    def do(self, act: MachineAct) -> None:
        """Turn something on the console, from how things stand when it is decided."""
        self._act(lambda t_ms: act(t_ms, self._runner.snapshot.state))

    def set_shutters(self, edges_um: Edges) -> None:
        """Lay the shutters so; many of them while one drags."""
        self._blades.replace(*edges_um)

    def inject(self, agent: str, volume_ul: int) -> None:
        """Press the plunger."""
        self._act(lambda t_ms: Inject(t_ms, agent, volume_ul))

    def stimulate(self, hz: int, millivolts: int) -> None:
        """One second of stimulation."""
        self._act(lambda t_ms: Stimulate(t_ms, hz, millivolts))

    def set_generator(self, mode: str, temperature_c: int, seconds: int) -> None:
        """Set the generator."""
        self._act(lambda t_ms: SetGenerator(t_ms, mode, temperature_c, seconds))

    def read_case(self, topic: str) -> None:
        """Open a part of the case file."""
        self._act(lambda t_ms: ReadCase(t_ms, topic))

    def discuss(self, topic: str) -> None:
        """Talk a point over."""
        self._act(lambda t_ms: Discuss(t_ms, topic))

    def give_reason(self, reason: str) -> None:
        """Give a reason."""
        self._act(lambda t_ms: GiveReason(t_ms, reason))

    def decide_case(self, decision: str) -> None:
        """Decide about the case."""
        self._act(lambda t_ms: DecideCase(t_ms, decision))

    def act(self, name: str, detail: str) -> None:
        """One act of the room."""
        self._act(lambda t_ms: Act(t_ms, name, detail))

    def ask(self, question: str) -> None:
        """Ask the patient."""
        self._act(lambda t_ms: AskPatient(t_ms, question))

    def tell(self, words: str) -> None:
        """Say something to the patient."""
        self._act(lambda t_ms: TellPatient(t_ms, words))

    def respond(self, action: str) -> None:
        """Answer what went wrong."""
        self._act(lambda t_ms: Respond(t_ms, action))

    def drop(self, reason: str) -> None:
        """Both hands and the foot let go of everything."""
        self.flush()
        self.pedal.drop(reason)
        self.grip.drop()

    def flush(self) -> None:
        """Send the movements that still wait."""
        for movement in self._movements:
            movement.flush()

    def _act(self, command_at: Callable[[int], Command]) -> None:
        self.flush()
        self._runner.send(command_at)

    def _send_turn(self, oblique_mdeg: int, tilt_mdeg: int) -> None:
        def command(t_ms: int) -> Command:
            state = self._runner.snapshot.state
            return TurnCArm(
                t_ms,
                _within(state.oblique_mdeg + oblique_mdeg, ORBIT),
                _within(state.tilt_mdeg + tilt_mdeg, TILT),
            )

        self._runner.send(command)

    def _send_pan(self, x_um: int, y_um: int, z_um: int) -> None:
        def command(t_ms: int) -> Command:
            at = self._runner.snapshot.state.isocentre_um
            return MoveTable(t_ms, at[0] + x_um, at[1] + y_um, at[2] + z_um)

        self._runner.send(command)

    def _sends(self, kind: Callable[..., Command]) -> Callable[..., None]:
        """Amounts that are a command as they stand."""
        return lambda *amounts: self._runner.send(lambda t_ms: kind(t_ms, *amounts))


def _or(wanted: int | None, present: int) -> int:
    return present if wanted is None else wanted


def _within(value: int, limit: Limit) -> int:
    return max(limit.least, min(limit.most, value))
