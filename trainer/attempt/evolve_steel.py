"""What an event of hub, stylet, electrode and standing needles changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import (
    BreathHeld,
    ElectrodeSet,
    Event,
    HolderUsed,
    HubTurned,
    NeedleLeft,
    NeedleTakenUp,
    StyletSet,
)
from trainer.attempt.state import NeedleInHand, State


def _with_needle(state: State, event: Event, **changes: Any) -> State:
    if state.needle is None:
        raise ValueError("no needle is in hand")
    return replace(state, t_ms=event.t_ms, needle=replace(state.needle, **changes))


def _hub_turned(state: State, event: HubTurned) -> State:
    return _with_needle(state, event, notch_mdeg=event.notch_mdeg)


def _needle_left(state: State, event: NeedleLeft) -> State:
    if state.needle is None or state.needle.number != event.number:
        raise ValueError(f"needle {event.number} is not in hand")
    resting = (*state.resting, state.needle)
    return replace(state, t_ms=event.t_ms, needle=None, gripped=False, resting=resting)


def _needle_taken_up(state: State, event: NeedleTakenUp) -> State:
    if state.needle is not None:
        raise ValueError("a second needle is taken")
    taken, rest = _divided(state.resting, event.number)
    return replace(state, t_ms=event.t_ms, needle=taken, resting=rest)


def _divided(
    resting: tuple[NeedleInHand, ...], number: int
) -> tuple[NeedleInHand, tuple[NeedleInHand, ...]]:
    found = [needle for needle in resting if needle.number == number]
    if len(found) != 1:
        raise ValueError(f"no needle {number} is standing")
    return found[0], tuple(needle for needle in resting if needle.number != number)


def _stylet_set(state: State, event: StyletSet) -> State:
    return _with_needle(state, event, stylet=event.inserted)


def _electrode_set(state: State, event: ElectrodeSet) -> State:
    return _with_needle(state, event, electrode=event.inserted)


def _holder_used(state: State, event: HolderUsed) -> State:
    return replace(state, t_ms=event.t_ms, holder=event.held)


def _breath_held(state: State, event: BreathHeld) -> State:
    return replace(state, t_ms=event.t_ms, breath_held_ms=event.t_ms if event.held else None)


CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    HubTurned: _hub_turned,
    NeedleLeft: _needle_left,
    NeedleTakenUp: _needle_taken_up,
    StyletSet: _stylet_set,
    ElectrodeSet: _electrode_set,
    HolderUsed: _holder_used,
    BreathHeld: _breath_held,
}
