"""Write docs/commands.md from the command types: ``python -m tools.make_command_reference``."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields
from pathlib import Path
from typing import Any

from trainer.attempt.commands import COMMANDS, MAX_ABS, MAX_T_MS, MAX_TEXT, Command
from trainer.refusal import ExitCode

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"

UNITS: Mapping[str, str] = {
    "ms": "milliseconds",
    "mdeg": "thousandths of a degree",
    "um": "µm",
    "mm": "mm",
    "ul": "µL",
    "c": "degrees Celsius",
    "e6": "of a unit vector, times 10⁶",
}
KINDS: Mapping[str, str] = {"int": "whole number", "bool": "true or false", "str": "text"}
EXAMPLES: Mapping[str, Any] = {
    "t_ms": 1200,
    "view": "AP",
    "needle": "spinal-22g-90",
    "level": "T7",
    "side": "left",
    "reason": "released",
    "latched": True,
    "tilt_mdeg": -10_000,
    "hz": 8,
    "mode": "low",
    "field_um": 220_000,
    "left_um": -60_000,
    "right_um": 60_000,
    "top_um": -80_000,
    "bottom_um": 80_000,
    "half_width_um": 70_000,
    "rotation_mdeg": 5_000,
    "sid_um": 1_000_000,
    "locked": True,
    "place": "tube_side",
    "distance_mm": 1500,
    "number": 1,
    "held": True,
    "connected": True,
    "inserted": True,
}
# Where a command's example differs from what stands above.
BY_COMMAND: Mapping[str, Mapping[str, Any]] = {
    "aim": {"x_e6": 0, "y_e6": -984_808, "z_e6": 173_648},
    "stimulate": {"hz": 50, "millivolts": 500},
    "set_generator": {"mode": "conventional", "temperature_c": 80, "seconds": 90},
    "inject": {"agent": "lidocaine-2", "volume_ul": 500},
    "act": {"act": "pad", "detail": "thigh"},
    "ask_patient": {"question": "band"},
    "tell_patient": {"words": "hold-still"},
    "wait": {"seconds": 90},
    "read_case": {"topic": "diary"},
    "discuss": {"topic": "evidence"},
    "give_reason": {"reason": "blocks-positive"},
    "decide_case": {"decision": "proceed"},
    "respond": {"action": "oxygen"},
    "save_image": {"role": "depth"},
    "set_aid": {"aid": "target", "on": True},
    "answer": {"subject": "corner", "choice": "", "right_um": 12_000, "down_um": -8_000},
    "own_call": {
        "target": 1,
        "direction": "short",
        "off_um": 3000,
        "safe": True,
        "sure_percent": 80,
    },
}
EXIT_MEANINGS: Mapping[ExitCode, str] = {
    ExitCode.OK: "done",
    ExitCode.USAGE: "the command line was not understood",
    ExitCode.BAD_INPUT: "a file or folder was refused, and the message says why",
    ExitCode.STORAGE: "the disk or the records could not be read or written",
    ExitCode.INTEGRITY: "a record has been damaged or changed",
    ExitCode.IN_USE: "another program holds the file",
    ExitCode.INTERNAL: "our own mistake; a crash file says more",
}

HEAD = f"""# Commands

<!-- Written by `python -m tools.make_command_reference`; change the command types instead. -->

Everything a hand can do is one of these commands, whether it comes from the mouse, a key, the pedal
or a script. A script holds one command a line, as JSON, in order of time:

```json
{{"t_ms": 1200, "command": "advance", "distance_um": 2000}}
```

* `t_ms` is the time since the attempt began, 0 to {MAX_T_MS} (one day); it never goes back.
* Other whole numbers lie within ±{MAX_ABS}, text has at most {MAX_TEXT} printable letters.
* The end of a field's name is its unit: {", ".join(f"`_{u}` {w}" for u, w in UNITS.items())}.
* World axes are those of [conventions.md](conventions.md): +x the patient's left, +y posterior, +z
  toward the head.
* A command that asks for what already is brings nothing. One that cannot be done changes nothing
  and is recorded with its reason.
"""


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page."""
    sections = (_section(name, kind) for name, kind in COMMANDS.items())
    return "\n".join([HEAD, *sections, _exit_codes()])


def _section(name: str, kind: type[Command]) -> str:
    return "\n".join([f"## {name}", "", _doc(kind), "", *_fields(kind), _example(name, kind), ""])


def _doc(kind: type[Command]) -> str:
    return inspect.cleandoc(kind.__doc__ or "")


def _fields(kind: type[Command]) -> Iterator[str]:
    own = [field for field in fields(kind) if field.name != "t_ms"]
    if not own:
        return
    yield from ("| field | what | unit | if left out |", "|---|---|---|---|")
    yield from (_row(field) for field in own)
    yield ""


def _row(field: Field[Any]) -> str:
    unit = UNITS.get(field.name.rpartition("_")[2], "")
    default = "refused" if field.default is MISSING else f"`{json.dumps(field.default)}`"
    return f"| `{field.name}` | {KINDS[str(field.type)]} | {unit} | {default} |"


def _example(name: str, kind: type[Command]) -> str:
    known = {**EXAMPLES, **BY_COMMAND.get(name, {})}
    values = {field.name: known.get(field.name, 2000) for field in fields(kind)}
    line = {"t_ms": values.pop("t_ms"), "command": name, **values}
    return f"```json\n{json.dumps(line, ensure_ascii=False)}\n```"


def _exit_codes() -> str:
    rows = [f"| {int(code)} | {meaning} |" for code, meaning in EXIT_MEANINGS.items()]
    head = "What every command of the command line ends with."
    return "\n".join(["## Exit codes", "", head, "", "| code | meaning |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    main()
