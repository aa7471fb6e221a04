"""Which command each control of syringe, generator, room and case gives; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.attempt.commands import (
    Aspirate,
    Command,
    ConnectTubing,
    SaveImage,
    SetElectrode,
    StartLesion,
    StopInjection,
    StopLesion,
    Wait,
)
from trainer.attempt.state import State

ProcedureAct = Callable[[int, State], Command]


def _tubing(t_ms: int, state: State) -> Command:
    needle, hangs_on = state.needle, state.procedure.tubing
    return ConnectTubing(t_ms, needle is None or hangs_on != needle.number)


def _electrode(t_ms: int, state: State) -> Command:
    return SetElectrode(t_ms, state.needle is None or not state.needle.electrode)


def _wait(seconds: int) -> ProcedureAct:
    return lambda t_ms, _state: Wait(t_ms, seconds)


def _save(role: str) -> ProcedureAct:
    return lambda t_ms, _state: SaveImage(t_ms, role)


PROCEDURE_ACTS: Mapping[str, ProcedureAct] = {
    "tubing": _tubing,
    "electrode": _electrode,
    "aspirate": lambda t_ms, _state: Aspirate(t_ms),
    "stop_injection": lambda t_ms, _state: StopInjection(t_ms),
    "lesion_start": lambda t_ms, _state: StartLesion(t_ms),
    "lesion_stop": lambda t_ms, _state: StopLesion(t_ms),
    "wait_10": _wait(10),
    "wait_60": _wait(60),
    "wait_600": _wait(600),
    "save_level": _save("level"),
    "save_working": _save("working"),
    "save_hub": _save("hub"),
    "save_depth": _save("depth"),
}
