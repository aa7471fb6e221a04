"""The one way this program says no to its world: what, why, next step.

A `Refusal` means that the world failed (a file, a disk, a server, an input), never that we did.
Anything else that escapes is our own bug and is reported as one (exit code 70).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with (docs/commands.md)."""

    OK = 0
    USAGE = 2
    BAD_INPUT = 3
    STORAGE = 4
    INTEGRITY = 5
    IN_USE = 6
    INTERNAL = 70


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input.

    where : the file, member, tag or field path; line : 1-based, None where lines mean nothing.
    """

    where: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        """One sentence with its place, e.g. ``scenario.yaml:12 targets[0].side: ...``."""
        place = f"{self.where} (line {self.line})" if self.line is not None else self.where
        return f"{place}: {self.message}" if place else self.message


class Refusal(Exception):  # noqa: N818 - "refusal" is the word the screens use
    """One calm sentence: what failed, why (value and limit), what to do next.

    problems : every single finding, all at once, where an input has several.
    """

    def __init__(
        self,
        what: str,
        why: str,
        next_step: str,
        *,
        code: ExitCode = ExitCode.BAD_INPUT,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        super().__init__(what, why, next_step, code, problems)
        self.what = what
        self.why = why
        self.next_step = next_step
        self.code = code
        self.problems = problems

    def __str__(self) -> str:
        """The sentence as screens and the command line show it."""
        lines = [f"{self.what}: {self.why}. {self.next_step}."]
        told = [str(problem) for problem in self.problems if problem.message not in self.why]
        lines += [f"  - {problem}" for problem in told]
        return "\n".join(lines)

    def __reduce__(self) -> tuple[object, ...]:
        """Cross a process border whole (the import children raise these)."""
        said = (self.what, self.why, self.next_step, self.code, self.problems)
        return (_rebuild, (type(self), *said))


def _rebuild(
    kind: type[Refusal],
    what: str,
    why: str,
    next_step: str,
    code: ExitCode,
    problems: tuple[Problem, ...],
) -> Refusal:
    return kind(what, why, next_step, code=code, problems=problems)
