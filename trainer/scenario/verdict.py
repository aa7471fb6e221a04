"""How a scenario is refused: one Refusal with every finding in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.refusal import Problem, Refusal
from trainer.scenario.draft import Finding, Place
from trainer.scenario.text import printable

WHOLE = "file"  # where a problem lies that belongs to no field
SHOWN_LIMIT = 200  # findings; after that a file is not worth listing
NEXT_STEP = "Correct the file in a text editor and run 'scenario validate' on it again"


def refusal(name: str, why: str, line: int | None = None) -> Refusal:
    """The refusal of a file that cannot be read as a document at all."""
    return refused(name, [Problem(WHOLE, why, line)])


def refused(name: str, problems: Sequence[Problem], next_step: str = NEXT_STEP) -> Refusal:
    """The refusal of a file for these problems (at least one)."""
    one = len(problems) == 1
    why = str(problems[0]).removeprefix("file: ") if one else f"{len(problems)} problems were found"
    kept = tuple(problems[:SHOWN_LIMIT])
    if len(problems) > len(kept):
        kept += (Problem(WHOLE, f"and {len(problems) - len(kept)} more"),)
    what = f"{name} is not a usable scenario"
    return Refusal(what, why.rstrip("?"), next_step, problems=kept)


def problems_at(findings: Sequence[Finding], lines: Mapping[Place, int]) -> list[Problem]:
    """Findings with their field paths and lines, in the order of the file, none twice."""
    return by_line(
        [Problem(field_path(place), message, line_of(place, lines)) for place, message in findings]
    )


def by_line(problems: Sequence[Problem]) -> list[Problem]:
    """Problems in the order of the file, none twice."""
    return sorted(dict.fromkeys(problems), key=lambda one: (one.line or 0, one.where))


def field_path(place: Place) -> str:
    """A place as people write it: ``targets[0].side``."""
    path = ""
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{printable(step)}"
    return path.removeprefix(".") or WHOLE


def line_of(place: Place, lines: Mapping[Place, int]) -> int | None:
    """The line of a place, or of the nearest place around it that the file has."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place)
