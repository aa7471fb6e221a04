"""What each control of the console does: action id to command, from how things stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.attempt.commands import (
    Command,
    LockBrightness,
    MoveTable,
    ResetFluoroTimer,
    RotateDetector,
    SetDoseMode,
    SetField,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
)
from trainer.attempt.machine import ROTATION, SID, Limit
from trainer.attempt.scatter import FARTHEST_MM, NEAREST_MM, PLACES
from trainer.attempt.settings import DOSE_MODES, PULSE_RATES_HZ, open_edges
from trainer.attempt.state import State
from trainer.ui.presenters.collimator import widened

# Steps of one press; design values.
TURN_MDEG, HEIGHT_UM, SID_UM, STEP_MM, BLADE_UM = 5_000, 5_000, 10_000, 250, 5_000

MachineAct = Callable[[int, State], Command]


def _pulse(hz: int) -> MachineAct:
    return lambda t_ms, _: SetPulseRate(t_ms, hz)


def _dose(mode: str) -> MachineAct:
    return lambda t_ms, _: SetDoseMode(t_ms, mode)


def _rotate(by_mdeg: int) -> MachineAct:
    return lambda t_ms, state: RotateDetector(
        t_ms, _within(state.settings.rotation_mdeg + by_mdeg, ROTATION)
    )


def _sid(by_um: int) -> MachineAct:
    return lambda t_ms, state: SetSid(t_ms, _within(state.settings.sid_um + by_um, SID))


def _raise(by_um: int) -> MachineAct:
    """The table with the patient goes up: the isocentre sinks into the patient."""

    def act(t_ms: int, state: State) -> Command:
        x_um, y_um, z_um = state.isocentre_um
        return MoveTable(t_ms, x_um, y_um - by_um, z_um)

    return act


def _open(t_ms: int, state: State) -> Command:
    return SetShutters(t_ms, *open_edges(state.settings.field_um))


def _next_place(t_ms: int, state: State) -> Command:
    at = PLACES.index(state.place) if state.place in PLACES else -1
    return StandAt(t_ms, PLACES[(at + 1) % len(PLACES)], state.distance_mm)


def _step_away(by_mm: int) -> MachineAct:
    return lambda t_ms, state: StandAt(
        t_ms, state.place, max(NEAREST_MM, min(FARTHEST_MM, state.distance_mm + by_mm))
    )


def _within(value: int, limit: Limit) -> int:
    return max(limit.least, min(limit.most, value))


MACHINE_ACTS: Mapping[str, MachineAct] = {
    **{f"pulse_{hz}": _pulse(hz) for hz in PULSE_RATES_HZ},
    **{f"dose_{mode}": _dose(mode) for mode in DOSE_MODES},
    "detector_left": _rotate(TURN_MDEG),
    "detector_right": _rotate(-TURN_MDEG),
    "detector_straight": lambda t_ms, _: RotateDetector(t_ms, 0),
    "receptor_near": _sid(-SID_UM),
    "receptor_far": _sid(SID_UM),
    "table_up": _raise(HEIGHT_UM),
    "table_down": _raise(-HEIGHT_UM),
    "blades_open": _open,
    "brightness_lock": lambda t_ms, state: LockBrightness(
        t_ms, not state.settings.brightness_locked
    ),
    "stand_next": _next_place,
    "stand_farther": _step_away(STEP_MM),
    "stand_nearer": _step_away(-STEP_MM),
    "reset_timer": lambda t_ms, _: ResetFluoroTimer(t_ms),
}


def field_act(field_um: int) -> MachineAct:
    """Take this field."""
    return lambda t_ms, _: SetField(t_ms, field_um)


def widen(across: int, down: int) -> MachineAct:
    """Side shutters (across) or upper and lower ones (down) a step out, or in where negative."""

    def act(t_ms: int, state: State) -> Command:
        now = state.settings
        out_um = across * BLADE_UM, down * BLADE_UM
        return SetShutters(t_ms, *widened(now.shutters_um, *out_um, now.field_um))

    return act
