"""Many scenarios from one: a template and a row of a table make a document."""

from __future__ import annotations

import copy
import io
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml import YAML

from trainer.anatomy.levels import LEVELS, Side
from trainer.refusal import Problem, Refusal
from trainer.scenario.authoring_table import (
    ID,
    JOINT,
    LEVEL,
    NUMERIC,
    PLACES,
    SIDE,
    Row,
)
from trainer.scenario.filenames import is_chosen_folder
from trainer.scenario.moving import BeyondTheSpineError, Move, moved
from trainer.scenario.patient import CtPatient, RadiographPatient
from trainer.scenario.reading import Judge, read_scenario
from trainer.scenario.scenario import Scenario
from trainer.scenario.spelling import nearest
from trainer.scenario.verdict import field_path
from trainer.scenario.yaml_scalars import plain_value

JOINTS = tuple(f"{a}-{b}" for a, b in itertools.pairwise(LEVELS))
SIDES = tuple(side.value for side in Side)
_WORDS = re.compile(rf"\b(?:(?:{'|'.join(reversed(LEVELS))})\b|left\b|right\b)", re.IGNORECASE)


def why_no_template(scenario: Scenario) -> str | None:
    """Why a scenario cannot be varied by a table; None where it can."""
    patient = scenario.patient
    if isinstance(patient, RadiographPatient):
        return "its targets are points in pictures, which a table cannot move"
    if isinstance(patient, CtPatient) and not is_chosen_folder(patient.folder):
        return "its patient folder lies beside it; name it by its whole path"
    if any(target.point_world_mm is not None for target in scenario.targets):
        return "its targets are points, which a table cannot move; use landmarks"
    return None


def made(
    template: Mapping[str, Any], scenario: Scenario, row: Row, judge: Judge | None
) -> tuple[bytes, Scenario | None, tuple[Problem, ...]]:
    """The file of a row, its scenario, and everything that is wrong (then there is no scenario).

    template : the template's document; scenario : the same, read.
    """
    move, problems = _move_of(scenario, row)
    if problems:
        return b"", None, tuple(problems)
    try:
        document = moved(template, move)
    except BeyondTheSpineError as error:
        column = JOINT if JOINT in row.cells else LEVEL
        why = f"moves {error} of the template beyond C7 to L1"
        return b"", None, (row.problem(column, why),)
    document["version"] = 1  # a new scenario
    document = _spoken(document)
    _fill(document, row)
    data = yaml_of(document)
    try:
        return data, read_scenario(data, row.cells[ID], judge), ()
    except Refusal as refusal:
        return b"", None, tuple(_at_cell(row, one) for one in refusal.problems)


def yaml_of(document: Mapping[str, Any]) -> bytes:
    """A document as a scenario file; reading it gives the same document."""
    writer = YAML()
    writer.width = 100
    stream = io.BytesIO()
    writer.dump(dict(document), stream)
    return stream.getvalue()


def left_behind(template: Scenario, scenario: Scenario, document: object) -> Iterator[str]:
    """Fields whose prose still speaks of the template's level or side, with the word.

    As sentences; an author decides, for a landmark or a remark may rightly name another level.
    """
    old, new = _own_words(template), _own_words(scenario)
    for place, text in _prose(document, ()):
        found = {word.group(0) for word in _WORDS.finditer(text)}
        stale = sorted(word for word in found if word.casefold() in old - new)
        if stale:
            yield f"{field_path(place)} still says {', '.join(stale)}"


def _own_words(scenario: Scenario) -> set[str]:
    levels = {part for one in scenario.targets for part in (one.bone, *one.joint.split("-"))}
    return {word.casefold() for word in levels | set(scenario.sides)}


def _prose(value: object, place: tuple[str | int, ...]) -> Iterator[tuple[Any, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _prose(inner, (*place, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _prose(inner, (*place, index))
    elif isinstance(value, str) and len(value.split()) > 1:
        yield place, value


def _move_of(template: Scenario, row: Row) -> tuple[Move, list[Problem]]:
    first = template.targets[0]
    problems: list[Problem] = []
    by_joint = _steps(row, JOINT, JOINTS, first.joint, problems)
    by_level = _steps(row, LEVEL, LEVELS, first.bone, problems)
    side = row.cells.get(SIDE)
    if side is not None and side not in SIDES:
        problems.append(row.problem(SIDE, f"{side!r} is no side{nearest(side, SIDES)}"))
    if side is not None and len(template.sides) > 1:
        problems.append(row.problem(SIDE, "the template treats both sides"))
    if None not in (by_joint, by_level) and by_joint != by_level:
        problems.append(row.problem(LEVEL, "does not fit the joint of the same row"))
    steps = by_joint if by_joint is not None else by_level or 0
    return Move(steps, side not in (None, first.side.value)), problems


def _steps(
    row: Row, column: str, names: Sequence[str], first: str, problems: list[Problem]
) -> int | None:
    """How many levels down a cell moves the template; None where there is no such cell."""
    cell = row.cells.get(column)
    if cell is None:
        return None
    if cell not in names:
        problems.append(row.problem(column, f"{cell!r} is no {column}{nearest(cell, names)}"))
        return None
    return names.index(cell) - names.index(first)


def _spoken(document: dict[str, Any]) -> dict[str, Any]:
    """The document with {joint}, {level} and {side} in its texts filled in."""
    first = document["targets"][0]
    words = {"{joint}": first["joint"], "{level}": first["bone"], "{side}": first["side"]}
    words["{Side}"] = words["{side}"].capitalize()
    return {name: _filled(value, words) for name, value in document.items()}


def _filled(value: object, words: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(inner, words) for key, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, words) for inner in value]
    if isinstance(value, str):
        for mark, word in words.items():
            value = value.replace(mark, word)
    return value


def _fill(document: dict[str, Any], row: Row) -> None:
    for column, cell in row.cells.items():
        place = PLACES.get(column)
        if place is None:
            continue
        inner = document
        for step in place[:-1]:
            inner[str(step)] = copy.copy(inner[str(step)])
            inner = inner[str(step)]
        inner[str(place[-1])] = plain_value(cell) if column in NUMERIC else cell


def _at_cell(row: Row, problem: Problem) -> Problem:
    """A problem of the made file at the cell it comes from, or at the row with its field."""
    for column, place in PLACES.items():
        if field_path(place) == problem.where and column in row.cells:
            return row.problem(column, problem.message)
    return row.problem("", f"{problem.where}: {problem.message}")
