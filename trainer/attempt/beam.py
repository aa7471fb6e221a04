"""The beam: a dead-man switch, pulses on the 20 ms quanta, a latch that drops it.

Pulses of a run are due at its start, raised to a quantum, and then every 1000 / rate ms, each
raised to a quantum; quanta count from the attempt's beginning, so no pulse depends on who asked
when.
"""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

from trainer.attempt.commands import BeamOff, BeamOn, Expose, ResetFluoroTimer
from trainer.attempt.events import (
    BeamStarted,
    BeamStopped,
    Event,
    Exposed,
    FiveMinuteSignal,
    SignalReset,
)
from trainer.attempt.evolve import evolve
from trainer.attempt.exposure import exposed, sight_of
from trainer.attempt.moment import Moment
from trainer.attempt.state import State
from trainer.attempt.world import World

QUANTUM_MS = 20
LATCH_MS = 10_000  # DESIGN 5
# 21 CFR 1020.32(h)(2)(ii), read in a copy: a signal for each passage of 5 minutes of irradiation,
# sounding until reset by hand, or by itself for at least 2 seconds.
SIGNAL_EVERY_MS = 300_000
REASONS = ("released", "focus", "dialog", "lock", "device", "closed")
NO_VIEW = "no stored picture is in the machine: select a view first"


def due(state: State, world: World, until_ms: int) -> tuple[Event, ...]:
    """Everything that happens by itself up to and including a time, in order."""
    happened: list[Event] = []
    pulse: Exposed | None = None
    while state.beam_since_ms is not None:
        at_ms, what = _next_due(state, state.beam_since_ms)
        if at_ms > until_ms:
            break
        if what is _Due.PULSE and pulse is None:
            # Only what is due happens in between, so one geometry serves all these pulses.
            pulse = exposed(state, world, at_ms, state.settings.dose_mode)
        event = _happens(what, state, at_ms, pulse)
        happened.append(event)
        state = evolve(state, event)
    return tuple(happened)


def next_due_ms(state: State) -> int | None:
    """When the beam next does something by itself; None while it is off."""
    since_ms = state.beam_since_ms
    return None if since_ms is None else _next_due(state, since_ms)[0]


class _Due(IntEnum):
    """What happens by itself; of two at one moment the lower comes first."""

    SIGNAL = 0
    LATCH = 1
    PULSE = 2


def _happens(what: _Due, state: State, at_ms: int, pulse: Exposed | None) -> Event:
    if what is _Due.SIGNAL:
        return FiveMinuteSignal(at_ms, state.signals + 1)
    return BeamStopped(at_ms, "latch") if what is _Due.LATCH else _again(pulse, state, at_ms)


def _again(pulse: Exposed | None, state: State, at_ms: int) -> Event:
    # Without a view in the machine no beam is started, and a view never leaves it.
    assert pulse is not None
    return replace(pulse, t_ms=at_ms, number=state.exposures + 1)


def _next_due(state: State, since_ms: int) -> tuple[int, _Due]:
    """When something is due next, and what."""
    rate_hz = state.settings.pulse_rate_hz
    pulse_ms = _raised(since_ms) + _raised(-(-state.pulses_in_run * 1000 // rate_hz))
    signal_ms = since_ms + (state.signals + 1) * SIGNAL_EVERY_MS - state.beam_on_ms
    found = [(pulse_ms, _Due.PULSE), (signal_ms, _Due.SIGNAL)]
    if state.beam_latched:
        found.append((since_ms + LATCH_MS, _Due.LATCH))
    return min(found)


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
    picture = exposed(moment.state, moment.world, moment.now_ms, "spot")
    return (picture,) if picture else moment.refused(command, NO_VIEW)


def reset_fluoro_timer(moment: Moment, _command: ResetFluoroTimer) -> tuple[Event, ...]:
    """Silence the five-minute signal; a silent one brings nothing."""
    return (SignalReset(moment.now_ms),) if moment.state.signal_sounding else ()
