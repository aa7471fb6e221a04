"""Findings about an input gathered into one refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.refusal import Problem, Refusal

EXPORT_AGAIN = "Export the whole series again from where it came"


def refused(what: str, problems: Sequence[Problem], next_step: str) -> Refusal:
    """One refusal with every problem at once."""
    if len(problems) == 1:
        return Refusal(what, str(problems[0]), next_step, problems=tuple(problems))
    why = f"{len(problems)} things stand in the way"
    return Refusal(what, why, next_step, problems=tuple(problems))


def grouped(found: Iterable[tuple[str, str]]) -> list[Problem]:
    """(file name, message) pairs as problems, files with the same message told together."""
    names: dict[str, list[str]] = {}
    for name, message in found:
        names.setdefault(message, []).append(name)
    return [Problem(named(group), message) for message, group in names.items()]


def count(number: int, thing: str) -> str:
    """``1 slice``, ``2 slices``, ``1,000 slices``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def named(names: Sequence[str]) -> str:
    """``'a.dcm'``, or ``'a.dcm' and 3 more``."""
    rest = len(names) - 1
    return f"'{names[0]}'" if rest < 1 else f"'{names[0]}' and {rest} more"
