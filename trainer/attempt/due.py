"""Everything that happens by itself, in order: pulses, plunger, heat, and what has been caused.

Pulses run on the log's clock, the rest on simulated time, which a `Wait` moves on at once: what
falls due meanwhile is dated at the log's time of the wait, between two `Waited` (see `leap`).
"""

from __future__ import annotations

from trainer.attempt import beam
from trainer.attempt.causes import followed
from trainer.attempt.complications import COMPLICATIONS
from trainer.attempt.events import ComplicationBegan, ComplicationEnded, Event, PatientSaid
from trainer.attempt.evolve import fold
from trainer.attempt.generator import lesion_due_sim_ms, lesion_goes_on
from trainer.attempt.procedure import OpenComplication
from trainer.attempt.state import State
from trainer.attempt.syringe import injection_done, injection_due_sim_ms
from trainer.attempt.world import World


def due(state: State, world: World, until_ms: int) -> tuple[Event, ...]:
    """Everything that happens by itself up to and including a time, in order."""
    happened: list[Event] = []
    while True:
        at_ms = course_due_ms(state)
        stop_ms = until_ms if at_ms is None else min(at_ms, until_ms)
        pulses = beam.due(state, world, stop_ms)
        happened += pulses
        state = fold(state, pulses)
        if at_ms is None or at_ms > until_ms:
            return tuple(happened)
        events = _happens(state, world, max(at_ms, state.t_ms))
        follows = followed(fold(state, events), events, world)
        happened += (*events, *follows)
        state = fold(state, (*events, *follows))


def next_due_ms(state: State) -> int | None:
    """When something next happens by itself, on the log's clock; None while nothing will."""
    known = [at for at in (beam.next_due_ms(state), course_due_ms(state)) if at is not None]
    return min(known, default=None)


def course_due_ms(state: State) -> int | None:
    """When plunger, heat or a complication next does something; never before the last event."""
    if state.submitted:
        return None
    found = [at for at in _due_sim_ms(state) if at is not None]
    if not found:
        return None
    return max(state.t_ms, min(found) - state.procedure.waited_ms)


def _due_sim_ms(state: State) -> tuple[int | None, int | None, int | None, int | None]:
    """Of plunger, heat, harm on its way and open complications; of equals the first goes first."""
    return (
        injection_due_sim_ms(state),
        lesion_due_sim_ms(state),
        min((harm.shows_sim_ms for harm in state.procedure.brewing), default=None),
        min((at for one in state.procedure.open if (at := _changes(one))), default=None),
    )


def _happens(state: State, world: World, now_ms: int) -> tuple[Event, ...]:
    dues = _due_sim_ms(state)
    first = min(at for at in dues if at is not None)
    if dues[0] == first:
        return injection_done(state, world, now_ms)
    if dues[1] == first:
        return lesion_goes_on(state, world, now_ms)
    return _shows(state, now_ms) if dues[2] == first else _turns(state, now_ms)


def _shows(state: State, now_ms: int) -> tuple[Event, ...]:
    harm = min(state.procedure.brewing, key=lambda one: one.shows_sim_ms)
    return _begins(now_ms, harm.complication, harm.cause)


def _begins(now_ms: int, complication: str, cause: str) -> tuple[Event, ...]:
    return (
        ComplicationBegan(now_ms, complication, cause),
        PatientSaid(now_ms, COMPLICATIONS[complication].sign, complication),
    )


def _turns(state: State, now_ms: int) -> tuple[Event, ...]:
    """An open complication passes, or becomes something worse."""
    one = min(state.procedure.open, key=lambda open_: _changes(open_) or _NEVER)
    kind = COMPLICATIONS[one.complication]
    if not kind.worse:
        return (ComplicationEnded(now_ms, one.complication, "passed"),)
    ended = ComplicationEnded(now_ms, one.complication, "worsened")
    if any(other.complication == kind.worse for other in state.procedure.open):
        return (ended,)
    minutes = kind.worse_s // 60
    cause = f"{kind.title} was not answered for {minutes} min; it came of: {one.cause}"
    return (ended, *_begins(now_ms, kind.worse, cause))


_NEVER = 1 << 62


def _changes(one: OpenComplication) -> int | None:
    """When an open complication passes or worsens by itself."""
    kind = COMPLICATIONS[one.complication]
    after_s = kind.worse_s or kind.passes_s
    return one.began_sim_ms + after_s * 1000 if after_s else None
