"""What comes of a command: the only place where the patient, the machine and floats are asked.

Time enters through commands only. First everything happens that is due by itself up to the
command's time, then the command, then what is due at that very moment. Idle time brings no events,
so splitting an interval with ticks changes nothing. A command dated before the last event is done
at that event's time: time never goes back. A command that asks for what already is brings nothing;
one that cannot be done brings `NotPossible`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.anatomy.levels import LEVELS, Side
from trainer.attempt.afterwards import ended, read_case_or_diary, told_later
from trainer.attempt.beam import beam_off, beam_on, dropped, expose, reset_fluoro_timer
from trainer.attempt.case_acts import decide_case, discuss, give_reason, save_image
from trainer.attempt.causes import followed
from trainer.attempt.commands import (
    Act,
    Advance,
    Aim,
    Answer,
    AskPatient,
    Aspirate,
    BeamOff,
    BeamOn,
    Command,
    ConnectTubing,
    DecideCase,
    DeclareLevel,
    Discuss,
    Expose,
    GiveReason,
    Grip,
    HoldBreath,
    Inject,
    LeaveNeedle,
    LetGo,
    LockBrightness,
    MarkSkin,
    MovePointer,
    MoveTable,
    NextItem,
    OwnCall,
    ReadCase,
    RemoveNeedle,
    ResetFluoroTimer,
    Respond,
    RotateDetector,
    RotateHub,
    SaveImage,
    SelectView,
    SetAid,
    SetDoseMode,
    SetElectrode,
    SetField,
    SetGenerator,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    SetStylet,
    StandAt,
    StartLesion,
    Stimulate,
    StopInjection,
    StopLesion,
    Submit,
    TakeNeedle,
    TakeUpNeedle,
    TellPatient,
    Tick,
    Tilt,
    TurnCArm,
    UseHolder,
    Wait,
)
from trainer.attempt.console import (
    lock_brightness,
    rotate_detector,
    set_dose_mode,
    set_field,
    set_iris,
    set_pulse_rate,
    set_shutters,
    set_sid,
    stand_at,
)
from trainer.attempt.due import due
from trainer.attempt.events import Event, LevelDeclared, Submitted
from trainer.attempt.evolve import fold
from trainer.attempt.generator import set_generator, start_lesion, stimulate, stop_lesion
from trainer.attempt.hand import grip, let_go, mark_skin, move_pointer, remove_needle, take_needle
from trainer.attempt.interrupted import interrupted
from trainer.attempt.leap import wait
from trainer.attempt.machine import move_table, select_view, turn_carm
from trainer.attempt.moment import Moment
from trainer.attempt.own_call import own_call
from trainer.attempt.patient_acts import act, ask_patient, respond, tell_patient
from trainer.attempt.push import advance
from trainer.attempt.standing import (
    hold_breath,
    leave_needle,
    set_electrode,
    set_stylet,
    take_up_needle,
    use_holder,
)
from trainer.attempt.state import State
from trainer.attempt.syringe import aspirate, connect_tubing, inject, stop_injection
from trainer.attempt.tilt import aim, tilt
from trainer.attempt.training import answer, next_item, set_aid, why_not_live
from trainer.attempt.turn import rotate_hub
from trainer.attempt.world import World

OVER = "the attempt has been submitted"


def decide(state: State, command: Command, world: World) -> tuple[Event, ...]:
    """The events of a command, in order, none earlier than `state.t_ms`."""
    now_ms = max(command.t_ms, state.t_ms)
    before = due(state, world, now_ms)
    state = fold(state, before)
    moment = Moment(state, world, now_ms)
    done = interrupted(moment, _done(moment, command))
    state = fold(state, done)
    follows = () if type(command) in _FOLLOWED else followed(state, done, world)
    return (*before, *done, *follows, *due(fold(state, follows), world, now_ms))


def _tick(_moment: Moment, _command: Tick) -> tuple[Event, ...]:
    return ()


def _declare_level(moment: Moment, command: DeclareLevel) -> tuple[Event, ...]:
    if command.level not in LEVELS:
        why = f"there is no level {command.level!r}; known: {', '.join(LEVELS)}"
        return moment.refused(command, why)
    if command.side not in tuple(Side):
        return moment.refused(command, f"there is no side {command.side!r}; known: left, right")
    held = moment.state.held
    seen = 0 if held is None else held.number
    return (LevelDeclared(moment.now_ms, command.level, command.side, seen),)


def _submit(moment: Moment, _command: Submit) -> tuple[Event, ...]:
    stopped = (*dropped(moment, "submitted"), *ended(moment))
    after = fold(moment.state, stopped)
    follows = followed(after, stopped, moment.world)
    told = told_later(after, moment.world, moment.now_ms)
    return (*stopped, *follows, *told, Submitted(moment.now_ms))


Handler = Callable[[Moment, Any], tuple[Event, ...]]


_HANDLERS: Mapping[type[Command], Handler] = {
    TurnCArm: turn_carm,
    MoveTable: move_table,
    SelectView: select_view,
    BeamOn: beam_on,
    Expose: expose,
    SetPulseRate: set_pulse_rate,
    SetDoseMode: set_dose_mode,
    SetField: set_field,
    SetShutters: set_shutters,
    SetIris: set_iris,
    RotateDetector: rotate_detector,
    SetSid: set_sid,
    LockBrightness: lock_brightness,
    ResetFluoroTimer: reset_fluoro_timer,
    StandAt: stand_at,
    MovePointer: move_pointer,
    MarkSkin: mark_skin,
    TakeNeedle: take_needle,
    Grip: grip,
    LetGo: let_go,
    Tilt: tilt,
    Aim: aim,
    Advance: advance,
    RemoveNeedle: remove_needle,
    RotateHub: rotate_hub,
    LeaveNeedle: leave_needle,
    TakeUpNeedle: take_up_needle,
    SetStylet: set_stylet,
    SetElectrode: set_electrode,
    UseHolder: use_holder,
    HoldBreath: hold_breath,
    ConnectTubing: connect_tubing,
    Aspirate: aspirate,
    Inject: inject,
    StopInjection: stop_injection,
    Stimulate: stimulate,
    SetGenerator: set_generator,
    StartLesion: start_lesion,
    StopLesion: stop_lesion,
    Act: act,
    AskPatient: ask_patient,
    TellPatient: tell_patient,
    Wait: wait,
    Respond: respond,
    ReadCase: read_case_or_diary,
    Discuss: discuss,
    GiveReason: give_reason,
    DecideCase: decide_case,
    SaveImage: save_image,
    DeclareLevel: _declare_level,
    Submit: _submit,
    SetAid: set_aid,
    NextItem: next_item,
    Answer: answer,
}
# What follows from their events is already among them; an item of a drill is no act of a hand.
_FOLLOWED = frozenset({Wait, Submit, OwnCall, NextItem})
# After the end the first two have nothing to do: a pedal that comes up late is no one's mistake.
_ALWAYS: Mapping[type[Command], Handler] = {Tick: _tick, BeamOff: beam_off, OwnCall: own_call}


def _done(moment: Moment, command: Command) -> tuple[Event, ...]:
    handler = _ALWAYS.get(type(command))
    if handler is None and moment.state.submitted:
        return moment.refused(command, OVER)
    if why := why_not_live(moment, command):
        return moment.refused(command, why)
    return (handler or _HANDLERS[type(command)])(moment, command)
