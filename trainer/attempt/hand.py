"""The hand: pointer and marks on the skin, a needle taken, gripped, let go and laid aside."""

from __future__ import annotations

from trainer.attempt.commands import (
    Command,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    RemoveNeedle,
    TakeNeedle,
)
from trainer.attempt.events import (
    Event,
    Gripped,
    GripReleased,
    NeedleRemoved,
    NeedleTaken,
    PointerMoved,
    SkinMarked,
    Vec3,
)
from trainer.attempt.moment import Moment
from trainer.attempt.state import NeedleInHand

STRAIGHT_ANTERIOR_E9: Vec3 = (0, -1_000_000_000, 0)  # +y is posterior
NO_POINTER = "the pointer lies nowhere yet: lay it on the back first"
NO_NEEDLE = "no needle is in hand"
NO_GRIP = "the hub is not gripped"


def move_pointer(moment: Moment, command: MovePointer) -> tuple[Event, ...]:
    """Lay the pointer on the posterior skin."""
    x_mm, z_mm = command.x_um / 1000.0, command.z_um / 1000.0
    y_mm = moment.world.skin_y_mm(x_mm, z_mm)
    if y_mm is None:
        why = f"there is no back to lay the pointer on at x {x_mm:g}, z {z_mm:g} mm"
        return moment.refused(command, why)
    at_um = (command.x_um, round(y_mm * 1000.0), command.z_um)
    return () if at_um == moment.state.pointer_um else (PointerMoved(moment.now_ms, at_um),)


def mark_skin(moment: Moment, command: MarkSkin) -> tuple[Event, ...]:
    """Mark the skin where the pointer lies."""
    at_um = moment.state.pointer_um
    if at_um is None:
        return moment.refused(command, NO_POINTER)
    return (SkinMarked(moment.now_ms, at_um),)


def take_needle(moment: Moment, command: TakeNeedle) -> tuple[Event, ...]:
    """Set a needle's tip on the skin under the pointer, pointing straight anterior."""
    state, known = moment.state, moment.world.needles
    if state.needle is not None:
        return moment.refused(command, f"{state.needle.model} is in hand: lay it aside first")
    if command.needle not in known:
        why = f"there is no needle {command.needle!r}; known: {', '.join(known)}"
        return moment.refused(command, why)
    if state.pointer_um is None:
        return moment.refused(command, NO_POINTER)
    number = 1 + max((needle.number for needle in state.resting), default=0)
    tip_um = state.pointer_um
    return (NeedleTaken(moment.now_ms, command.needle, tip_um, STRAIGHT_ANTERIOR_E9, number),)


def remove_needle(moment: Moment, command: RemoveNeedle) -> tuple[Event, ...]:
    """Take the needle out along its track and lay it aside."""
    if moment.state.needle is None:
        return moment.refused(command, NO_NEEDLE)
    return (NeedleRemoved(moment.now_ms),)


def grip(moment: Moment, command: Grip) -> tuple[Event, ...]:
    """Grip the hub; a hub that is held already brings nothing."""
    if moment.state.needle is None:
        return moment.refused(command, NO_NEEDLE)
    return () if moment.state.gripped else (Gripped(moment.now_ms),)


def let_go(moment: Moment, _command: LetGo) -> tuple[Event, ...]:
    """Let the hub go; a hub that is free already brings nothing."""
    return (GripReleased(moment.now_ms),) if moment.state.gripped else ()


def gripped_needle(moment: Moment) -> NeedleInHand | str:
    """The needle that a hand can move now, or why there is none."""
    if moment.state.needle is None:
        return NO_NEEDLE
    return moment.state.needle if moment.state.gripped else NO_GRIP


def tried(moment: Moment, command: Command, result: tuple[Event, ...] | str) -> tuple[Event, ...]:
    """The events of an attempted movement, or the refusal that its reason makes."""
    return moment.refused(command, result) if isinstance(result, str) else result
