"""A table of scenarios to make: its columns, its rows, and what is wrong with them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, fields

from trainer.anatomy.synthetic.person import Person
from trainer.refusal import Problem, Refusal
from trainer.scenario.draft import Place
from trainer.scenario.spelling import nearest
from trainer.scenario.yaml_text import text_of

ROWS_LIMIT = 500
JOINT, LEVEL, SIDE, ID = "joint", "level", "side", "id"
MOVING = (JOINT, LEVEL, SIDE)

_TEXTS = ("title", "exam_title", "summary", "teaching", "practice_profile")
_NUMBERS = ("version", "order", "tolerance_mm", "target_uncertainty_mm", "time_limit_s")
_PERSON = tuple(field.name for field in fields(Person) if field.name != "hardware_levels")
_PERSON_TEXTS = frozenset({"sex", "transition", "hardware", "wedge_level"})

# Column to the field that it fills.
PLACES: Mapping[str, Place] = {
    ID: (ID,),
    **{name: (name,) for name in (*_TEXTS, *_NUMBERS)},
    "history": ("story", "history"),
    **{name: ("patient", name) for name in _PERSON},
}
COLUMNS = (*PLACES, *MOVING)
NUMERIC = frozenset({*_NUMBERS, *_PERSON} - _PERSON_TEXTS)


@dataclass(frozen=True, slots=True)
class Row:
    """One scenario to make. line : in the file, 1-based. cells : by column, empty ones left out."""

    number: int
    line: int
    cells: Mapping[str, str]

    def problem(self, column: str, message: str) -> Problem:
        """Something wrong with a cell, or with the whole row where column is empty."""
        named = self.cells.get(ID)
        where = f"row {self.number}" + (f" ({named})" if named else "")
        return Problem(f"{where}, column {column}" if column else where, message, self.line)


def read_table(data: bytes, name: str) -> tuple[Row, ...]:
    """The rows of a CSV file (UTF-8; commas, or semicolons as some spreadsheets write).

    Raises Refusal with every unknown or repeated column and every row of another length.
    """
    try:
        text = text_of(data, name)
        lines = list(_numbered(text))
    except Refusal as refusal:
        raise _refused(name, refusal.problems) from None
    except csv.Error as error:
        raise _refused(name, [Problem("", f"it is no table: {error}")]) from None
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    problems = [*_header_problems(header), *_length_problems(header, lines[1:])]
    if not lines[1:]:
        problems.append(Problem("", "it has no row below its columns"))
    if len(lines) - 1 > ROWS_LIMIT:
        problems.append(Problem("", f"it has {len(lines) - 1:,} rows of {ROWS_LIMIT} allowed"))
    if problems:
        raise _refused(name, problems)
    return tuple(
        Row(number, line, _cells(header, values))
        for number, (line, values) in enumerate(lines[1:], 1)
    )


def _numbered(text: str) -> list[tuple[int, list[str]]]:
    """Rows that hold anything, each with the line it ends at."""
    first = text.split("\n", 1)[0]
    mark = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]


def _cells(header: list[str], values: list[str]) -> dict[str, str]:
    pairs = zip(header, values, strict=True)
    return {column: cell.strip() for column, cell in pairs if cell.strip()}


def _header_problems(header: list[str]) -> list[Problem]:
    problems = []
    for column in dict.fromkeys(header):
        where = f"column {column}"
        if column not in COLUMNS:
            problems.append(Problem(where, f"is not known{nearest(column, COLUMNS)}", 1))
        elif header.count(column) > 1:
            problems.append(Problem(where, "is there twice", 1))
    if ID not in header:
        problems.append(Problem(f"column {ID}", "is missing", 1))
    return problems


def _length_problems(header: list[str], lines: list[tuple[int, list[str]]]) -> list[Problem]:
    return [
        Problem(f"row {number}", f"has {len(row)} cells, the table has {len(header)} columns", line)
        for number, (line, row) in enumerate(lines, 1)
        if len(row) != len(header)
    ]


def _refused(name: str, problems: list[Problem] | tuple[Problem, ...]) -> Refusal:
    why = str(problems[0]).rstrip("?") if len(problems) == 1 else f"{len(problems)} problems"
    return Refusal(
        f"{name} is not a usable table",
        why,
        "Correct the table and try again; nothing was written",
        problems=tuple(problems),
    )
