"""What an event changes: integers in, integers out; no patient, no physics, no floats.

Replay, resume, state hashes and scoring fold `evolve` and never call `decide`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from trainer.attempt.events import (
    BeamStarted,
    BeamStopped,
    BoneLost,
    BoneTouched,
    CArmMoved,
    Event,
    Exposed,
    FiveMinuteSignal,
    Gripped,
    GripReleased,
    HazardEntered,
    HazardLeft,
    LevelDeclared,
    MachineSet,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    NotPossible,
    PointerMoved,
    SignalReset,
    SkinMarked,
    SkinPunctured,
    StoodAt,
    Submitted,
    ViewSelected,
)
from trainer.attempt.state import HeldPicture, NeedleInHand, State


def evolve(state: State, event: Event) -> State:
    """The state after an event.

    Raises ValueError where the event cannot follow: time goes back, a needle moves that nobody
    took, the beam stops that was not on, something happens after the end. A log of ours has none.
    """
    if event.t_ms < state.t_ms:
        raise ValueError(f"time goes back from {state.t_ms} to {event.t_ms} ms")
    if state.submitted and type(event) is not NotPossible:
        raise ValueError("something happens after the attempt was submitted")
    return _CHANGES[type(event)](state, event)


def fold(state: State, events: Iterable[Event]) -> State:
    """The state after events in order."""
    for event in events:
        state = evolve(state, event)
    return state


def _time_only(state: State, event: Event) -> State:
    return replace(state, t_ms=event.t_ms)


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


def _pointer_moved(state: State, event: PointerMoved) -> State:
    return replace(state, t_ms=event.t_ms, pointer_um=event.at_um)


def _skin_marked(state: State, event: SkinMarked) -> State:
    return replace(state, t_ms=event.t_ms, marks_um=(*state.marks_um, event.at_um))


def _needle_taken(state: State, event: NeedleTaken) -> State:
    if state.needle is not None:
        raise ValueError("a second needle is taken")
    needle = NeedleInHand(event.needle, event.tip_um, event.axis_e9)
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


def _level_declared(state: State, event: LevelDeclared) -> State:
    return replace(state, t_ms=event.t_ms, declared=(event.level, event.side))


def _submitted(state: State, event: Submitted) -> State:
    if state.beam_since_ms is not None:
        raise ValueError("the attempt is submitted while the beam is on")
    return replace(state, t_ms=event.t_ms, submitted=True)


_CHANGES: Mapping[type[Event], Callable[[State, Any], State]] = {
    CArmMoved: _carm_moved,
    ViewSelected: _view_selected,
    MachineSet: _machine_set,
    StoodAt: _stood_at,
    BeamStarted: _beam_started,
    BeamStopped: _beam_stopped,
    FiveMinuteSignal: _five_minute_signal,
    SignalReset: _signal_reset,
    Exposed: _exposed,
    PointerMoved: _pointer_moved,
    SkinMarked: _skin_marked,
    NeedleTaken: _needle_taken,
    Gripped: _gripped,
    GripReleased: _grip_released,
    NeedleMoved: _needle_moved,
    SkinPunctured: _skin_punctured,
    BoneTouched: _bone_touched,
    BoneLost: _bone_lost,
    HazardEntered: _hazard_entered,
    HazardLeft: _hazard_left,
    NeedleRemoved: _needle_removed,
    LevelDeclared: _level_declared,
    Submitted: _submitted,
    NotPossible: _time_only,
}
