"""What a hand can do: every command, typed, integers and names only.

A command says what was wanted and when (`t_ms` since the attempt began); `decide` says what came of
it. One file a subject; the table of all is in `table`.
"""

from __future__ import annotations

from trainer.attempt.commands.case import (
    DeclareLevel,
    Submit,
)
from trainer.attempt.commands.command import (
    Command,
    Tick,
)
from trainer.attempt.commands.hand import (
    Advance,
    Grip,
    LetGo,
    MarkSkin,
    MovePointer,
    RemoveNeedle,
    TakeNeedle,
    Tilt,
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
from trainer.attempt.commands.table import (
    COMMANDS,
    MAX_ABS,
    MAX_T_MS,
    MAX_TEXT,
    NAMES,
    from_json,
    to_json,
)

__all__ = [
    "COMMANDS",
    "MAX_ABS",
    "MAX_TEXT",
    "MAX_T_MS",
    "NAMES",
    "Advance",
    "BeamOff",
    "BeamOn",
    "Command",
    "DeclareLevel",
    "Expose",
    "Grip",
    "LetGo",
    "LockBrightness",
    "MarkSkin",
    "MovePointer",
    "MoveTable",
    "RemoveNeedle",
    "ResetFluoroTimer",
    "RotateDetector",
    "SelectView",
    "SetDoseMode",
    "SetField",
    "SetIris",
    "SetPulseRate",
    "SetShutters",
    "SetSid",
    "StandAt",
    "Submit",
    "TakeNeedle",
    "Tick",
    "Tilt",
    "TurnCArm",
    "from_json",
    "to_json",
]
