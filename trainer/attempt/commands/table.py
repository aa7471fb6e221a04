"""Every command by the name of its script line, and both ways between the two.

`COMMANDS` maps each name to its type; docs/commands.md is generated from it.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from trainer.attempt.commands.case import (
    DeclareLevel,
    OwnCall,
    Submit,
)
from trainer.attempt.commands.command import (
    Command,
    Tick,
)
from trainer.attempt.commands.hand import (
    Advance,
    Aim,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    RemoveNeedle,
    TakeNeedle,
    Tilt,
)
from trainer.attempt.commands.instruments import (
    Aspirate,
    ConnectTubing,
    Inject,
    LeaveNeedle,
    RotateHub,
    SetElectrode,
    SetGenerator,
    SetStylet,
    StartLesion,
    Stimulate,
    StopInjection,
    StopLesion,
    TakeUpNeedle,
    UseHolder,
)
from trainer.attempt.commands.machine import (
    BeamOff,
    BeamOn,
    Expose,
    LockBrightness,
    MoveTable,
    ResetFluoroTimer,
    RotateDetector,
    SelectView,
    SetDoseMode,
    SetField,
    SetIris,
    SetPulseRate,
    SetShutters,
    SetSid,
    StandAt,
    TurnCArm,
)
from trainer.attempt.commands.patient import (
    Act,
    AskPatient,
    DecideCase,
    Discuss,
    GiveReason,
    HoldBreath,
    ReadCase,
    Respond,
    SaveImage,
    TellPatient,
    Wait,
)
from trainer.attempt.commands.training import (
    Answer,
    NextItem,
    SetAid,
)
from trainer.refusal import Problem

COMMANDS: Mapping[str, type[Command]] = {
    "tick": Tick,
    "turn_carm": TurnCArm,
    "move_table": MoveTable,
    "select_view": SelectView,
    "beam_on": BeamOn,
    "beam_off": BeamOff,
    "expose": Expose,
    "set_pulse_rate": SetPulseRate,
    "set_dose_mode": SetDoseMode,
    "set_field": SetField,
    "set_shutters": SetShutters,
    "set_iris": SetIris,
    "rotate_detector": RotateDetector,
    "set_sid": SetSid,
    "lock_brightness": LockBrightness,
    "reset_fluoro_timer": ResetFluoroTimer,
    "stand_at": StandAt,
    "move_pointer": MovePointer,
    "mark_skin": MarkSkin,
    "take_needle": TakeNeedle,
    "grip": Grip,
    "let_go": LetGo,
    "tilt": Tilt,
    "aim": Aim,
    "advance": Advance,
    "remove_needle": RemoveNeedle,
    "rotate_hub": RotateHub,
    "leave_needle": LeaveNeedle,
    "take_up_needle": TakeUpNeedle,
    "set_stylet": SetStylet,
    "set_electrode": SetElectrode,
    "use_holder": UseHolder,
    "hold_breath": HoldBreath,
    "connect_tubing": ConnectTubing,
    "aspirate": Aspirate,
    "inject": Inject,
    "stop_injection": StopInjection,
    "stimulate": Stimulate,
    "set_generator": SetGenerator,
    "start_lesion": StartLesion,
    "stop_lesion": StopLesion,
    "act": Act,
    "ask_patient": AskPatient,
    "tell_patient": TellPatient,
    "wait": Wait,
    "read_case": ReadCase,
    "discuss": Discuss,
    "give_reason": GiveReason,
    "decide_case": DecideCase,
    "respond": Respond,
    "save_image": SaveImage,
    "declare_level": DeclareLevel,
    "submit": Submit,
    "set_aid": SetAid,
    "next_item": NextItem,
    "answer": Answer,
    "own_call": OwnCall,
}
NAMES: Mapping[type[Command], str] = {kind: name for name, kind in COMMANDS.items()}

MAX_T_MS = 86_400_000  # one day: longer than any attempt
MAX_ABS = 10_000_000  # 10 m, 10,000 degrees: no hand moves further in one command
MAX_TEXT = 64


_FIELDS: Mapping[type[Command], Mapping[str, str]] = {
    kind: {field.name: str(field.type) for field in fields(kind)} for kind in NAMES
}


def to_json(command: Command) -> dict[str, Any]:
    """The script line of a command, e.g. ``{"t_ms": 1200, "command": "advance", ...}``."""
    kind = type(command)
    return {"command": NAMES[kind], **{name: getattr(command, name) for name in _FIELDS[kind]}}


def from_json(line: Any, where: str = "") -> Command | Problem:
    """The command of a script line, or the one problem that is nearest to its author's mistake."""
    if not isinstance(line, Mapping):
        return Problem(where, f"a command is an object, not {reprlib.repr(line)}")
    kind = COMMANDS.get(str(line.get("command")))
    if kind is None:
        got = reprlib.repr(line.get("command"))
        return Problem(where, f"no command {got}; known: {', '.join(COMMANDS)}")
    wanted = _FIELDS[kind]
    name = line["command"]
    for key, value in line.items():
        if key == "command":
            continue
        if key not in wanted:
            return Problem(
                where, f"{name} has no {reprlib.repr(key)}; it takes {', '.join(wanted)}"
            )
        if not _fits(wanted[key], key, value):
            got = reprlib.repr(value)
            return Problem(where, f"{name}: {key} must be {_range(wanted[key], key)}, got {got}")
    try:
        return kind(**{key: line[key] for key in wanted if key in line})
    except TypeError:
        missing = ", ".join(field.name for field in fields(kind) if _is_missing(field, line))
        return Problem(where, f"{name} lacks {missing}")


def _is_missing(field: Field[Any], line: Mapping[str, Any]) -> bool:
    return field.default is MISSING and field.name not in line


def _fits(kind: str, name: str, value: object) -> bool:
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "int":
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return 0 <= value <= MAX_T_MS if name == "t_ms" else abs(value) <= MAX_ABS
    return isinstance(value, str) and len(value) <= MAX_TEXT and value.isprintable()


def _range(kind: str, name: str) -> str:
    """What a field may hold, in words."""
    if kind == "bool":
        return "true or false"
    if kind == "int":
        least, most = (0, MAX_T_MS) if name == "t_ms" else (-MAX_ABS, MAX_ABS)
        return f"a whole number from {least} to {most}"
    return f"printable text of at most {MAX_TEXT} letters"
