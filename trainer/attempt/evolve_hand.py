"""What an event of pointer and needle changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import (
    BoneLost,
    BoneTouched,
    Event,
    Gripped,
    GripReleased,
    HazardEntered,
    HazardLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    PointerMoved,
    SkinMarked,
    SkinPunctured,
)
from trainer.attempt.state import NeedleInHand, State


def _pointer_moved(state: State, event: PointerMoved) -> State:
    return replace(state, t_ms=event.t_ms, pointer_um=event.at_um)


def _skin_marked(state: State, event: SkinMarked) -> State:
    return replace(state, t_ms=event.t_ms, marks_um=(*state.marks_um, event.at_um))


def _needle_taken(state: State, event: NeedleTaken) -> State:
    if state.needle is not None:
        raise ValueError("a second needle is taken")
    needle = NeedleInHand(event.needle, event.tip_um, event.axis_e9, number=event.number)
    return replace(state, t_ms=event.t_ms, needle=needle)


def _needle_removed(state: State, event: NeedleRemoved) -> State:
    _needle_of(state)
    return replace(state, t_ms=event.t_ms, needle=None, gripped=False)


def _gripped(state: State, event: Gripped) -> State:
    _needle_of(state)
    return replace(state, t_ms=event.t_ms, gripped=True)


def _grip_released(state: State, event: GripReleased) -> State:
    return replace(state, t_ms=event.t_ms, gripped=False)


def _needle_of(state: State) -> NeedleInHand:
    if state.needle is None:
        raise ValueError("no needle is in hand")
    return state.needle


def _with_needle(state: State, event: Event, **changes: Any) -> State:
    return replace(state, t_ms=event.t_ms, needle=replace(_needle_of(state), **changes))


def _needle_moved(state: State, event: NeedleMoved) -> State:
    return _with_needle(
        state,
        event,
        tip_um=event.tip_um,
        axis_e9=event.axis_e9,
        depth_um=event.depth_um,
        tissue=event.tissue,
        entry_um=_needle_of(state).entry_um if event.depth_um > 0 else None,
        shaft_um=event.shaft_um,
        hub_e9=event.hub_e9,
    )


def _skin_punctured(state: State, event: SkinPunctured) -> State:
    return _with_needle(state, event, entry_um=event.at_um)


def _bone_touched(state: State, event: BoneTouched) -> State:
    return _with_needle(state, event, at_bone=True)


def _bone_lost(state: State, event: BoneLost) -> State:
    return _with_needle(state, event, at_bone=False)


def _hazard_entered(state: State, event: HazardEntered) -> State:
    return _with_needle(state, event, inside=(*_needle_of(state).inside, event.structure))


def _hazard_left(state: State, event: HazardLeft) -> State:
    inside = _needle_of(state).inside
    return _with_needle(
        state, event, inside=tuple(name for name in inside if name != event.structure)
    )


CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    PointerMoved: _pointer_moved,
    SkinMarked: _skin_marked,
    NeedleTaken: _needle_taken,
    NeedleRemoved: _needle_removed,
    Gripped: _gripped,
    GripReleased: _grip_released,
    NeedleMoved: _needle_moved,
    SkinPunctured: _skin_punctured,
    BoneTouched: _bone_touched,
    BoneLost: _bone_lost,
    HazardEntered: _hazard_entered,
    HazardLeft: _hazard_left,
}
