"""What came of a command: facts, settled once, in integers.

Units: `_um` micrometres, `_mdeg` thousandths of a degree, `_e9` unit vectors times 1e9, `_ngy`
nanogray, `_pgym2` pGy m2, `_psv` picosievert, `_v` volt, `_nas` nA s, `_us` microseconds, `_mgcm2`
mg/cm2 of water. World axes are those of docs/conventions.md.
"""

from __future__ import annotations

from trainer.attempt.events.case import (
    LevelDeclared,
    NotPossible,
    Submitted,
)
from trainer.attempt.events.event import (
    Event,
    Vec3,
)
from trainer.attempt.events.hand import (
    BoneLost,
    BoneTouched,
    Gripped,
    GripReleased,
    HazardEntered,
    HazardLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    PointerMoved,
    SkinMarked,
    SkinPunctured,
)
from trainer.attempt.events.machine import (
    BeamStarted,
    BeamStopped,
    CArmMoved,
    Exposed,
    FiveMinuteSignal,
    MachineSet,
    SignalReset,
    StoodAt,
    ViewSelected,
)
from trainer.attempt.events.table import EVENTS, MOTION, NAMES, from_json, to_json

__all__ = [
    "EVENTS",
    "MOTION",
    "NAMES",
    "BeamStarted",
    "BeamStopped",
    "BoneLost",
    "BoneTouched",
    "CArmMoved",
    "Event",
    "Exposed",
    "FiveMinuteSignal",
    "GripReleased",
    "Gripped",
    "HazardEntered",
    "HazardLeft",
    "LevelDeclared",
    "MachineSet",
    "NeedleMoved",
    "NeedleRemoved",
    "NeedleTaken",
    "NotPossible",
    "PointerMoved",
    "SignalReset",
    "SkinMarked",
    "SkinPunctured",
    "StoodAt",
    "Submitted",
    "Vec3",
    "ViewSelected",
    "from_json",
    "to_json",
]
