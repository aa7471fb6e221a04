"""Waiting: simulated time passes at once, cut where something falls due."""

from __future__ import annotations

from trainer.attempt.commands import Wait
from trainer.attempt.due import course_due_ms, due
from trainer.attempt.events import Event, Waited
from trainer.attempt.evolve import fold
from trainer.attempt.moment import Moment

MOST_WAIT_S = 86_400
BEAM_ON = "the beam is on: time cannot be passed under it"


def wait(moment: Moment, command: Wait) -> tuple[Event, ...]:
    """Let time pass; what falls due meanwhile happens at its own simulated time."""
    if not 1 <= command.seconds <= MOST_WAIT_S:
        return moment.refused(command, f"{command.seconds} s is outside its 1 to {MOST_WAIT_S} s")
    if moment.state.beam_since_ms is not None:
        return moment.refused(command, BEAM_ON)
    state, left_ms = moment.state, command.seconds * 1000
    happened: list[Event] = []
    while left_ms > 0:
        at_ms = course_due_ms(state)
        passed_ms = left_ms if at_ms is None else min(left_ms, max(0, at_ms - moment.now_ms))
        waited = (Waited(moment.now_ms, passed_ms),) if passed_ms else ()
        state = fold(state, waited)
        dues = due(state, moment.world, moment.now_ms)
        state = fold(state, dues)
        happened += (*waited, *dues)
        left_ms -= passed_ms
    return tuple(happened)
