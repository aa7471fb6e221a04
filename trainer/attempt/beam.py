"""The beam: a dead-man switch, pulses on the 20 ms quanta, a latch that drops it.

Pulses of a run are due at its start, raised to a quantum, and then every 1000 / rate ms, each
raised to a quantum; quanta count from the attempt's beginning, so no pulse depends on who asked
when.
"""

from __future__ import annotations

from dataclasses import replace

from trainer.attempt.commands import BeamOff, BeamOn, Expose
from trainer.attempt.events import BeamStarted, BeamStopped, Event, Exposed
from trainer.attempt.evolve import evolve
from trainer.attempt.exposure import PULSE_KERMA_NGY, SPOT_KERMA_NGY, exposed, sight_of
from trainer.attempt.moment import Moment
from trainer.attempt.state import State
from trainer.attempt.world import World

QUANTUM_MS = 20
LATCH_MS = 10_000  # DESIGN 5
REASONS = ("released", "focus", "dialog", "lock", "device", "closed")
NO_VIEW = "no stored picture is in the machine: select a view first"


def due(state: State, world: World, until_ms: int) -> tuple[Event, ...]:
    """Everything that happens by itself up to and including a time, in order."""
    happened: list[Event] = []
    pulse: Exposed | None = None
    while state.beam_since_ms is not None:
        at_ms, is_latch = _next_due(state, state.beam_since_ms, world.pulse_rate_hz)
        if at_ms > until_ms:
            break
        # Nothing but pulses happens in between, so one geometry serves them all.
        pulse = pulse or exposed(state, world, at_ms, PULSE_KERMA_NGY)
        event = BeamStopped(at_ms, "latch") if is_latch else _again(pulse, state, at_ms)
        happened.append(event)
        state = evolve(state, event)
    return tuple(happened)


def _again(pulse: Exposed | None, state: State, at_ms: int) -> Event:
    # Without a view in the machine no beam is started, and a view never leaves it.
    assert pulse is not None
    return replace(pulse, t_ms=at_ms, number=state.exposures + 1)


def _next_due(state: State, since_ms: int, rate_hz: int) -> tuple[int, bool]:
    """When something is due next, and whether it is the latch's end."""
    pulse_ms = _raised(since_ms) + _raised(-(-state.pulses_in_run * 1000 // rate_hz))
    latch_ms = since_ms + LATCH_MS
    if state.beam_latched and latch_ms <= pulse_ms:
        return latch_ms, True
    return pulse_ms, False


def _raised(t_ms: int) -> int:
    """A time raised to the next quantum."""
    return -(-t_ms // QUANTUM_MS) * QUANTUM_MS


def beam_on(moment: Moment, command: BeamOn) -> tuple[Event, ...]:
    """Press the pedal; a pedal that is down already brings nothing."""
    if moment.state.beam_since_ms is not None:
        return ()
    if sight_of(moment.state, moment.world) is None:
        return moment.refused(command, NO_VIEW)
    return (BeamStarted(moment.now_ms, command.latched),)


def beam_off(moment: Moment, command: BeamOff) -> tuple[Event, ...]:
    """Let the pedal go: it always drops the beam; a reason nobody knows reads "released"."""
    return dropped(moment, command.reason if command.reason in REASONS else "released")


def dropped(moment: Moment, reason: str) -> tuple[Event, ...]:
    """The beam's end, where it was on."""
    if moment.state.beam_since_ms is None:
        return ()
    return (BeamStopped(moment.now_ms, reason),)


def expose(moment: Moment, command: Expose) -> tuple[Event, ...]:
    """Take one single picture."""
    if moment.state.beam_since_ms is not None:
        return moment.refused(command, "the beam is on: let the pedal go first")
    picture = exposed(moment.state, moment.world, moment.now_ms, SPOT_KERMA_NGY)
    return (picture,) if picture else moment.refused(command, NO_VIEW)
