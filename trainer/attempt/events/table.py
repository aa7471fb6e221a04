"""Every event by its name in the log, and both ways between the two."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from trainer.attempt.events.case import (
    LevelDeclared,
    NotPossible,
    OwnCallMade,
    Submitted,
)
from trainer.attempt.events.event import (
    Event,
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
from trainer.attempt.events.instruments import (
    Aspirated,
    ElectrodeSet,
    GeneratorFault,
    GeneratorSet,
    HolderUsed,
    HubTurned,
    Injected,
    InjectionBegan,
    LesionEnded,
    LesionRead,
    LesionStarted,
    NeedleLeft,
    NeedleTakenUp,
    Stimulated,
    StyletSet,
    TubingConnected,
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
from trainer.attempt.events.patient import (
    ActDone,
    Asked,
    BlockJudged,
    BreathHeld,
    CaseDecided,
    CaseRead,
    ComplicationBegan,
    ComplicationEnded,
    Discussed,
    HarmDone,
    ImageSaved,
    OutcomeToldLater,
    PatientSaid,
    ReasonGiven,
    Responded,
    Told,
    Waited,
)
from trainer.attempt.events.training import AidSet, Answered, ItemSet
from trainer.attempt.shapes import Reader, reader_of

EVENTS: Mapping[str, type[Event]] = {
    "carm_moved": CArmMoved,
    "view_selected": ViewSelected,
    "machine_set": MachineSet,
    "stood_at": StoodAt,
    "beam_started": BeamStarted,
    "beam_stopped": BeamStopped,
    "five_minute_signal": FiveMinuteSignal,
    "signal_reset": SignalReset,
    "exposed": Exposed,
    "pointer_moved": PointerMoved,
    "skin_marked": SkinMarked,
    "needle_taken": NeedleTaken,
    "gripped": Gripped,
    "grip_released": GripReleased,
    "needle_moved": NeedleMoved,
    "skin_punctured": SkinPunctured,
    "bone_touched": BoneTouched,
    "bone_lost": BoneLost,
    "hazard_entered": HazardEntered,
    "hazard_left": HazardLeft,
    "needle_removed": NeedleRemoved,
    "hub_turned": HubTurned,
    "needle_left": NeedleLeft,
    "needle_taken_up": NeedleTakenUp,
    "stylet_set": StyletSet,
    "electrode_set": ElectrodeSet,
    "holder_used": HolderUsed,
    "breath_held": BreathHeld,
    "tubing_connected": TubingConnected,
    "aspirated": Aspirated,
    "injection_began": InjectionBegan,
    "injected": Injected,
    "stimulated": Stimulated,
    "generator_set": GeneratorSet,
    "lesion_started": LesionStarted,
    "lesion_read": LesionRead,
    "generator_fault": GeneratorFault,
    "lesion_ended": LesionEnded,
    "act_done": ActDone,
    "asked": Asked,
    "told": Told,
    "patient_said": PatientSaid,
    "waited": Waited,
    "case_read": CaseRead,
    "discussed": Discussed,
    "reason_given": ReasonGiven,
    "case_decided": CaseDecided,
    "image_saved": ImageSaved,
    "harm_done": HarmDone,
    "complication_began": ComplicationBegan,
    "responded": Responded,
    "complication_ended": ComplicationEnded,
    "block_judged": BlockJudged,
    "outcome_told_later": OutcomeToldLater,
    "level_declared": LevelDeclared,
    "submitted": Submitted,
    "own_call_made": OwnCallMade,
    "aid_set": AidSet,
    "item_set": ItemSet,
    "answered": Answered,
    "not_possible": NotPossible,
}
NAMES: Mapping[type[Event], str] = {kind: name for name, kind in EVENTS.items()}

# Motion is grouped on disk (<= 250 ms); every other event is committed at once (DESIGN 10).
# Shutters and rotation are dragged, so the console counts as motion.
MOTION: frozenset[type[Event]] = frozenset(
    {CArmMoved, MachineSet, PointerMoved, NeedleMoved, HubTurned}
)


_FIELDS: Mapping[type[Event], tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in NAMES
}
_READERS: Mapping[str, Reader] = {name: reader_of(kind) for name, kind in EVENTS.items()}

_NESTED = frozenset({MachineSet, InjectionBegan, Injected})  # these hold values with fields


def to_json(event: Event) -> dict[str, Any]:
    """An event as the log stores it."""
    kind = type(event)
    if kind in _NESTED:
        return {"event": NAMES[kind], **asdict(event)}
    return {"event": NAMES[kind], **{name: getattr(event, name) for name in _FIELDS[kind]}}


def from_json(stored: Any) -> Event:
    """An event of the log.

    Raises ValueError on an unknown name, missing or foreign fields, or values of another type.
    """
    if type(stored) is not dict:
        raise ValueError(f"an event is an object, not {reprlib.repr(stored)}")
    name = stored.get("event")
    reader = _READERS.get(name) if type(name) is str else None
    if reader is None:
        raise ValueError(f"unknown event {reprlib.repr(name)}: the log is newer than this program")
    event = reader({key: part for key, part in stored.items() if key != "event"}, str(name))
    assert isinstance(event, Event)
    return event
