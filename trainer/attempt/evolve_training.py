"""What an event of aids and drills changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import AidSet, Answered, Event, ItemSet
from trainer.attempt.procedure import NOTHING_DONE
from trainer.attempt.state import State


def _aid_set(state: State, event: AidSet) -> State:
    others = tuple(aid for aid in state.aids if aid != event.aid)
    return replace(state, t_ms=event.t_ms, aids=(*others, event.aid) if event.on else others)


def _item_set(state: State, event: ItemSet) -> State:
    """Another case lies there: needles, deposits and heat of the one before are gone with it."""
    if event.number != state.item + 1:
        raise ValueError(f"item {event.number} follows item {state.item}")
    return replace(
        state,
        t_ms=event.t_ms,
        item=event.number,
        answered=0,
        needle=None,
        gripped=False,
        resting=(),
        procedure=NOTHING_DONE,
    )


def _answered(state: State, event: Answered) -> State:
    if event.number != state.item:
        raise ValueError(f"item {event.number} is answered while {state.item} is shown")
    return replace(state, t_ms=event.t_ms, answered=state.answered + 1)


CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    AidSet: _aid_set,
    ItemSet: _item_set,
    Answered: _answered,
}
