"""What an event of the machine changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import (
    BeamStarted,
    BeamStopped,
    CArmMoved,
    Event,
    Exposed,
    FiveMinuteSignal,
    MachineSet,
    SignalReset,
    StoodAt,
    ViewSelected,
)
from trainer.attempt.state import HeldPicture, State


def _carm_moved(state: State, event: CArmMoved) -> State:
    return replace(
        state,
        t_ms=event.t_ms,
        oblique_mdeg=event.oblique_mdeg,
        tilt_mdeg=event.tilt_mdeg,
        isocentre_um=event.isocentre_um,
    )


def _view_selected(state: State, event: ViewSelected) -> State:
    return replace(state, t_ms=event.t_ms, view=event.view)


def _machine_set(state: State, event: MachineSet) -> State:
    return replace(state, t_ms=event.t_ms, settings=event.settings)


def _stood_at(state: State, event: StoodAt) -> State:
    return replace(state, t_ms=event.t_ms, place=event.place, distance_mm=event.distance_mm)


def _beam_started(state: State, event: BeamStarted) -> State:
    if state.beam_since_ms is not None:
        raise ValueError("the beam starts while it is on")
    return replace(
        state,
        t_ms=event.t_ms,
        beam_since_ms=event.t_ms,
        beam_latched=event.latched,
        pulses_in_run=0,
    )


def _beam_stopped(state: State, event: BeamStopped) -> State:
    if state.beam_since_ms is None:
        raise ValueError("the beam stops while it is off")
    return replace(
        state,
        t_ms=event.t_ms,
        beam_since_ms=None,
        beam_latched=False,
        pulses_in_run=0,
        beam_on_ms=state.beam_on_ms + event.t_ms - state.beam_since_ms,
    )


def _five_minute_signal(state: State, event: FiveMinuteSignal) -> State:
    if event.number != state.signals + 1:
        raise ValueError(f"five-minute signal {event.number} follows signal {state.signals}")
    return replace(state, t_ms=event.t_ms, signals=event.number, signal_sounding=True)


def _signal_reset(state: State, event: SignalReset) -> State:
    return replace(state, t_ms=event.t_ms, signal_sounding=False)


def _exposed(state: State, event: Exposed) -> State:
    if event.number != state.exposures + 1:
        raise ValueError(f"exposure {event.number} follows exposure {state.exposures}")
    held = HeldPicture(
        event.number,
        event.t_ms,
        event.view,
        event.oblique_mdeg,
        event.tilt_mdeg,
        event.right_e9,
        event.down_e9,
        event.water_mgcm2,
    )
    return replace(
        state,
        t_ms=event.t_ms,
        exposures=event.number,
        pulses_in_run=state.pulses_in_run + (state.beam_since_ms is not None),
        kerma_ngy=state.kerma_ngy + event.kerma_ngy,
        kap_pgym2=state.kap_pgym2 + event.kap_pgym2,
        operator_psv=state.operator_psv + event.operator_psv,
        held=held,
    )


CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    CArmMoved: _carm_moved,
    ViewSelected: _view_selected,
    MachineSet: _machine_set,
    StoodAt: _stood_at,
    BeamStarted: _beam_started,
    BeamStopped: _beam_stopped,
    FiveMinuteSignal: _five_minute_signal,
    SignalReset: _signal_reset,
    Exposed: _exposed,
}
