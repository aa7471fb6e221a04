"""A how-to page as steps that can be done: files to write, lines to change, commands to run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_STEP = re.compile(
    r"(?:^(?P<how>New file|Change) `(?P<path>[^`]+)`:\n\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_ENDS_WITH = re.compile(r"  # ends with (\d+)$")
RUNS = {  # what `uv run` starts, without uv
    "main.py": [sys.executable, "main.py"],
    "python": [sys.executable],
    "pytest": [sys.executable, "-m", "pytest"],
}


@dataclass(frozen=True, slots=True)
class Step:
    """how : "New file", "Change" or "" for commands; body : what the block holds."""

    how: str
    path: str
    kind: str
    body: str


def steps_of(page: str) -> list[Step]:
    """The steps of a page, in order. Blocks without a language are for people alone."""
    found = (
        Step(each["how"] or "", each["path"] or "", each["kind"], each["body"])
        for each in _STEP.finditer(page)
    )
    return [step for step in found if step.how or step.kind == "sh"]


def do(step: Step, root: Path) -> None:
    """Do one step in a copy of the repository. Raises AssertionError where it cannot be done."""
    if step.how == "New file":
        assert not (root / step.path).exists(), step.path
        (root / step.path).parent.mkdir(parents=True, exist_ok=True)
        (root / step.path).write_text(step.body, encoding="utf-8", newline="\n")
    elif step.how == "Change":
        _change(root / step.path, step.body)
    else:
        for line in step.body.splitlines():
            _run(line, root)


def _change(path: Path, diff: str) -> None:
    lines = diff.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " +")
    text = path.read_text(encoding="utf-8")
    assert f"\n{text}".count(f"\n{old}") == 1, f"{path}: not once in it:\n{old}"
    path.write_text(f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8", newline="\n")


def _run(line: str, root: Path) -> None:
    wanted = _ENDS_WITH.search(line)
    words = shlex.split(_ENDS_WITH.sub("", line))
    assert words[:2] == ["uv", "run"], line
    done = subprocess.run(
        [*RUNS[words[2]], *words[3:]], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == (int(wanted[1]) if wanted else 0), (
        f"{line}\n{done.stdout}{done.stderr}"
    )
