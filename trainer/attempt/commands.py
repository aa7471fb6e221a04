"""What a hand can do: every command, typed, integers and names only.

A command says what was wanted and when (`t_ms` since the attempt began); `decide` says what came of
it. `COMMANDS` maps each name of a script line to its type; docs/commands.md is generated from it.
"""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any

from trainer.refusal import Problem


@dataclass(frozen=True, slots=True)
class Command:
    """The least of a command: when. Ranges: 0 <= t_ms <= 86,400,000 (one day)."""

    t_ms: int


@dataclass(frozen=True, slots=True)
class Tick(Command):
    """Time passes and nothing else."""


@dataclass(frozen=True, slots=True)
class TurnCArm(Command):
    """Turn the C-arm to a pose (absolute), thousandths of a degree."""

    oblique_mdeg: int
    tilt_mdeg: int


@dataclass(frozen=True, slots=True)
class MoveTable(Command):
    """Move the patient so that the isocentre comes to a world point (absolute), micrometres."""

    x_um: int
    y_um: int
    z_um: int


@dataclass(frozen=True, slots=True)
class SelectView(Command):
    """Take one of a radiograph patient's stored views into the machine."""

    view: str


@dataclass(frozen=True, slots=True)
class BeamOn(Command):
    """Press the pedal. A latched beam drops by itself after 10 s."""

    latched: bool = False


@dataclass(frozen=True, slots=True)
class BeamOff(Command):
    """Let the pedal go. reason : released, focus, dialog, lock, device or closed."""

    reason: str = "released"


@dataclass(frozen=True, slots=True)
class Expose(Command):
    """One single picture."""


@dataclass(frozen=True, slots=True)
class SetPulseRate(Command):
    """Pulses a second of the next run: 1, 2, 4, 8 or 15. Not while the beam is on."""

    hz: int


@dataclass(frozen=True, slots=True)
class SetDoseMode(Command):
    """What automatic brightness asks of the receptor's dose. mode : low, normal or boost."""

    mode: str


@dataclass(frozen=True, slots=True)
class SetField(Command):
    """Take a field of the receptor: the whole one, or a smaller one that magnifies.

    field_um : the receptor's edge (298000), 220000 or 160000. The shutters open to its edges.
    """

    field_um: int


@dataclass(frozen=True, slots=True)
class SetShutters(Command):
    """Set the open rectangle on the receptor, with or without beam.

    Edges from the receptor's centre along the picture's axes, right and down positive; they lie
    within the field and leave at least 20 mm open.
    """

    left_um: int
    right_um: int
    top_um: int
    bottom_um: int


@dataclass(frozen=True, slots=True)
class SetIris(Command):
    """Close the shutters alike from all sides: a square of twice `half_width_um`."""

    half_width_um: int


@dataclass(frozen=True, slots=True)
class RotateDetector(Command):
    """Turn the detector (absolute), -180000 to 180000; + turns the picture counter-clockwise."""

    rotation_mdeg: int


@dataclass(frozen=True, slots=True)
class SetSid(Command):
    """Move the receptor along the beam: source to receptor, 900000 to 1100000."""

    sid_um: int


@dataclass(frozen=True, slots=True)
class LockBrightness(Command):
    """Hold automatic brightness at the thickness of the held picture, or let it follow again."""

    locked: bool


@dataclass(frozen=True, slots=True)
class ResetFluoroTimer(Command):
    """Silence the five-minute signal; the beam's time goes on counting."""


@dataclass(frozen=True, slots=True)
class StandAt(Command):
    """Say where one stands. place : tube_side, receptor_side or foot.

    distance_mm : from the isocentre, 300 to 3000.
    """

    place: str
    distance_mm: int


@dataclass(frozen=True, slots=True)
class MovePointer(Command):
    """Drag the metal pointer over the back to a place of the table's plane, micrometres."""

    x_um: int
    z_um: int


@dataclass(frozen=True, slots=True)
class MarkSkin(Command):
    """Mark the skin under the pointer."""


@dataclass(frozen=True, slots=True)
class TakeNeedle(Command):
    """Take a needle of the catalogue in hand and set its tip on the skin under the pointer."""

    needle: str


@dataclass(frozen=True, slots=True)
class Grip(Command):
    """Grip the hub; without it no command moves steel."""


@dataclass(frozen=True, slots=True)
class LetGo(Command):
    """Let the hub go."""


@dataclass(frozen=True, slots=True)
class Tilt(Command):
    """Move the gripped hub along the held picture's axes, thousandths of a degree.

    Without a held picture the axes are those of the C-arm's present pose.
    """

    right_mdeg: int
    down_mdeg: int


@dataclass(frozen=True, slots=True)
class Advance(Command):
    """Push the gripped needle along its axis, micrometres; negative withdraws."""

    distance_um: int


@dataclass(frozen=True, slots=True)
class RemoveNeedle(Command):
    """Take the needle out of the patient and lay it aside."""


@dataclass(frozen=True, slots=True)
class DeclareLevel(Command):
    """Say which vertebra the last picture's working level is, e.g. "T7"."""

    level: str
    side: str


@dataclass(frozen=True, slots=True)
class Submit(Command):
    """Say that the task is done: nothing moves afterwards."""


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
    "advance": Advance,
    "remove_needle": RemoveNeedle,
    "declare_level": DeclareLevel,
    "submit": Submit,
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
