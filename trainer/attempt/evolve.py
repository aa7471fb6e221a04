"""What an event changes: integers in, integers out; no patient, no physics, no floats.

Replay, resume, state hashes and scoring fold `evolve` and never call `decide`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt import (
    evolve_hand,
    evolve_machine,
    evolve_procedure,
    evolve_steel,
    evolve_training,
)
from trainer.attempt.events import Event, LevelDeclared, NotPossible, OwnCallMade, Submitted
from trainer.attempt.state import State


def evolve(state: State, event: Event) -> State:
    """The state after an event.

    Raises ValueError where the event cannot follow: time goes back, a needle moves that nobody
    took, the beam stops that was not on, something happens after the end. A log of ours has none.
    """
    if event.t_ms < state.t_ms:
        raise ValueError(f"time goes back from {state.t_ms} to {event.t_ms} ms")
    if state.submitted and type(event) not in _AFTERWARDS:
        raise ValueError("something happens after the attempt was submitted")
    return _CHANGES[type(event)](state, event)


def fold(state: State, events: Iterable[Event]) -> State:
    """The state after events in order."""
    for event in events:
        state = evolve(state, event)
    return state


def _time_only(state: State, event: Event) -> State:
    return replace(state, t_ms=event.t_ms)


def _level_declared(state: State, event: LevelDeclared) -> State:
    return replace(state, t_ms=event.t_ms, declared=(event.level, event.side))


def _own_call_made(state: State, event: OwnCallMade) -> State:
    if not state.submitted or event.target in state.called:
        raise ValueError("a call of one's own is made once, after submit")
    return replace(state, t_ms=event.t_ms, called=(*state.called, event.target))


def _submitted(state: State, event: Submitted) -> State:
    if state.beam_since_ms is not None:
        raise ValueError("the attempt is submitted while the beam is on")
    return replace(state, t_ms=event.t_ms, submitted=True)


_CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    **evolve_machine.CHANGES,
    **evolve_hand.CHANGES,
    **evolve_steel.CHANGES,
    **evolve_procedure.CHANGES,
    **evolve_training.CHANGES,
    LevelDeclared: _level_declared,
    Submitted: _submitted,
    OwnCallMade: _own_call_made,
    NotPossible: _time_only,
}
_AFTERWARDS = frozenset({NotPossible, OwnCallMade})  # what may follow submit
