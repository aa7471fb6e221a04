"""A rater's mark: signed off once, never changed, only followed by a newer one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from trainer.assessment.marking.checklist import ANSWERS, OVERALL, VERDICTS, VERSION, items_for

COMMENT_LETTERS = 10_000  # design value: whoever writes more writes a letter


@dataclass(frozen=True, slots=True)
class Mark:
    """A signed-off mark.

    header_sha256 : of the attempt's first stored line, which names it for ever. answers : item id
    to answer. frames : how many pictures the rater looked at. revises : the mark it follows, "".
    """

    mark_id: str
    session_id: str
    attempt_id: str
    header_sha256: str
    rater: str
    at_utc: str
    procedure: str
    answers: Mapping[str, str]
    overall: int
    verdict: str
    comment: str
    frames: int
    revises: str = ""
    checklist_version: int = VERSION


def problems(mark: Mark) -> tuple[str, ...]:
    """What keeps a mark from being signed off; () where nothing does."""
    asked = [item.id for item in items_for(mark.procedure)]
    found = [f"item {name!r} has no answer" for name in asked if name not in mark.answers]
    found += [f"item {name!r} is not asked here" for name in mark.answers if name not in asked]
    found += [
        f"{answer!r} is no answer to {name!r}"
        for name, answer in mark.answers.items()
        if answer not in ANSWERS
    ]
    if mark.overall not in OVERALL:
        found.append(f"the overall rating is {mark.overall}, not 1 to {max(OVERALL)}")
    if mark.verdict not in VERDICTS:
        found.append("no verdict was given")
    if len(mark.comment) > COMMENT_LETTERS:
        found.append(f"the comment has {len(mark.comment)} letters of {COMMENT_LETTERS}")
    if not mark.rater.strip():
        found.append("nobody signed")
    return tuple(found)


def points_permille(mark: Mark) -> int | None:
    """Points of the checklist in thousandths of those that could be judged, rounded down.

    None where nothing could be judged.
    """
    given = [ANSWERS[answer] for answer in mark.answers.values()]
    seen = [points for points in given if points is not None]
    return 1000 * sum(seen) // (2 * len(seen)) if seen else None


def newest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The last mark of each rater for each attempt, in the order they were first given."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in marks:
        found[mark.attempt_id, mark.rater] = mark
    return tuple(found.values())


_TYPES: Mapping[str, type] = {"overall": int, "frames": int, "checklist_version": int}


def to_json(mark: Mark) -> dict[str, Any]:
    """The mark as a row stores it."""
    told = {field.name: getattr(mark, field.name) for field in fields(mark)}
    return {**told, "answers": dict(mark.answers)}


def from_json(stored: Mapping[str, Any]) -> Mark:
    """The mark of a row. Raises ValueError where it is none."""
    names = {field.name for field in fields(Mark)}
    if set(stored) != names or not isinstance(stored["answers"], dict):
        raise ValueError("it is no mark")
    for name in names - {"answers"}:
        if type(stored[name]) is not _TYPES.get(name, str):
            raise ValueError(f"its {name} is bent")
    return Mark(**stored)
