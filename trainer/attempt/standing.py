"""Needles that stand: left, taken up again; stylet, electrode, forceps; the patient's breath."""

from __future__ import annotations

from trainer.attempt.commands import (
    HoldBreath,
    LeaveNeedle,
    SetElectrode,
    SetStylet,
    TakeUpNeedle,
    UseHolder,
)
from trainer.attempt.events import (
    BreathHeld,
    ElectrodeSet,
    Event,
    GripReleased,
    HolderUsed,
    NeedleLeft,
    NeedleTakenUp,
    StyletSet,
)
from trainer.attempt.hand import NO_NEEDLE
from trainer.attempt.moment import Moment
from trainer.attempt.slip import slipped
from trainer.needle.breathing import is_held

FALLS = "its tip is not under the skin: it would fall over"
NO_BORE = "there is no active tip on this needle: an electrode heats only a cannula with one"


def leave_needle(moment: Moment, command: LeaveNeedle) -> tuple[Event, ...]:
    """Leave the needle standing in the tissue."""
    needle = moment.state.needle
    if needle is None:
        return moment.refused(command, NO_NEEDLE)
    if needle.depth_um == 0:
        return moment.refused(command, FALLS)
    let_go = (GripReleased(moment.now_ms),) if moment.state.gripped else ()
    return (*let_go, NeedleLeft(moment.now_ms, needle.number))


def take_up_needle(moment: Moment, command: TakeUpNeedle) -> tuple[Event, ...]:
    """Take a standing needle in hand again."""
    state = moment.state
    if state.needle is not None:
        return moment.refused(command, f"{state.needle.model} is in hand: leave it first")
    standing = sorted(needle.number for needle in state.resting)
    if command.number not in standing:
        known = ", ".join(map(str, standing)) or "none"
        return moment.refused(command, f"needle {command.number} does not stand; standing: {known}")
    return (NeedleTakenUp(moment.now_ms, command.number),)


def set_stylet(moment: Moment, command: SetStylet) -> tuple[Event, ...]:
    """Put the stylet in, or draw it; as it is already brings nothing."""
    needle = moment.state.needle
    if needle is None:
        return moment.refused(command, NO_NEEDLE)
    if needle.stylet == command.inserted:
        return ()
    if needle.electrode:
        return moment.refused(command, "the electrode is in the cannula: draw it first")
    return (StyletSet(moment.now_ms, command.inserted),)


def set_electrode(moment: Moment, command: SetElectrode) -> tuple[Event, ...]:
    """Put the electrode in, or draw it; a hub that nobody holds slips a little with it."""
    needle = moment.state.needle
    if needle is None:
        return moment.refused(command, NO_NEEDLE)
    why = _no_electrode(moment, command)
    if why:
        return moment.refused(command, why)
    if needle.electrode == command.inserted:
        return ()
    slip = slipped(moment, needle)
    slipped_um = sum(abs(getattr(event, "pushed_um", 0)) for event in slip)
    return (*slip, ElectrodeSet(moment.now_ms, command.inserted, slipped_um))


def _no_electrode(moment: Moment, command: SetElectrode) -> str:
    needle = moment.state.needle
    assert needle is not None
    if moment.world.needles[needle.model].active_tip_mm <= 0.0:
        return NO_BORE
    if command.inserted and needle.stylet:
        return "the stylet is in the cannula: draw it first"
    return ""


def use_holder(moment: Moment, command: UseHolder) -> tuple[Event, ...]:
    """Take the forceps, or the fingers again."""
    if moment.state.holder == command.held:
        return ()
    return (HolderUsed(moment.now_ms, command.held),)


def hold_breath(moment: Moment, command: HoldBreath) -> tuple[Event, ...]:
    """Ask for a held breath; while one is held, asking again brings nothing."""
    held = is_held(moment.now_ms, moment.state.breath_held_ms)
    if held == command.held:
        return ()
    return (BreathHeld(moment.now_ms, command.held),)
