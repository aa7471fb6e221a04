"""A script as text: one command a line, JSON; all its mistakes at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from trainer.attempt.commands import Command, from_json, to_json
from trainer.refusal import Problem, Refusal


def read_script(data: bytes, name: str = "script") -> tuple[Command, ...]:
    """The commands of a script file, UTF-8, in order; blank lines mean nothing.

    Raises Refusal with every problem and its line: no JSON, no such command, fields that are
    missing, unknown or out of range, times that go back; also where it holds no command at all.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refusal(name, [Problem(name, "it is not UTF-8 text", line)]) from None
    found = [
        (number, _command(line, number, name))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
    commands = [(number, item) for number, item in found if isinstance(item, Command)]
    problems = [item for _, item in found if isinstance(item, Problem)]
    problems += _going_back(commands, name)
    if not found:
        problems = [Problem(name, "it holds no command")]
    if problems:
        problems.sort(key=lambda problem: problem.line or 0)
        raise _refusal(name, problems)
    return tuple(command for _, command in commands)


def script_text(commands: tuple[Command, ...]) -> str:
    """The script of commands, one line each."""
    return "".join(json.dumps(to_json(command), ensure_ascii=False) + "\n" for command in commands)


def _command(line: str, number: int, name: str) -> Command | Problem:
    try:
        stored: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply or a number too long")
        return Problem(name, f"it is not JSON: {reason}", number)
    result = from_json(stored, name)
    return Problem(name, result.message, number) if isinstance(result, Problem) else result


def _going_back(commands: list[tuple[int, Command]], name: str) -> Iterator[Problem]:
    for (_, before), (number, after) in pairwise(commands):
        if after.t_ms < before.t_ms:
            why = f"t_ms goes back from {before.t_ms} to {after.t_ms}"
            yield Problem(name, why, number)


def _refusal(name: str, problems: list[Problem]) -> Refusal:
    count = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
    return Refusal(
        f"{name} cannot be played",
        f"it has {count}, the first: {problems[0].message}",
        "Mend the lines named; docs/commands.md lists every command",
        problems=tuple(problems),
    )
