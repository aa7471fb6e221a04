"""What a hand can do: every command, typed, integers and names only.

A command says what was wanted and when (`t_ms` since the attempt began); `decide` says what came of
it. `COMMANDS` maps each name of a script line to its type; docs/commands.md is generated from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
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


def to_json(command: Command) -> dict[str, Any]:
    """The script line of a command, e.g. ``{"t_ms": 1200, "command": "advance", ...}``."""
    return {"command": NAMES[type(command)], **asdict(command)}


def from_json(line: Mapping[str, Any], where: str = "") -> Command | Problem:
    """The command of a script line, or the one problem that is nearest to its author's mistake."""
    kind = COMMANDS.get(str(line.get("command")))
    if kind is None:
        return Problem(where, f"no command {line.get('command')!r}; known: {', '.join(COMMANDS)}")
    wanted = {field.name: str(field.type) for field in fields(kind)}
    unknown = [key for key in line if key not in wanted and key != "command"]
    if unknown:
        return Problem(where, f"{unknown[0]!r} is not part of {line['command']}; it takes {wanted}")
    values = {name: line[name] for name in wanted if name in line}
    for name, value in values.items():
        if not _fits(wanted[name], name, value):
            return Problem(where, f"{name} must be {wanted[name]} in range, got {value!r}")
    try:
        return kind(**values)
    except TypeError as missing:
        return Problem(where, f"{line['command']}: {missing}")


def _fits(kind: str, name: str, value: object) -> bool:
    if kind == "bool":
        return isinstance(value, bool)
    if kind == "int":
        if not isinstance(value, int) or isinstance(value, bool):
            return False
        return 0 <= value <= MAX_T_MS if name == "t_ms" else abs(value) <= MAX_ABS
    return isinstance(value, str) and len(value) <= 64
