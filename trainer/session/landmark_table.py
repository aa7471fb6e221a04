"""A table of landmarks and clicks, as a spreadsheet writes it."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass

from trainer.refusal import Problem, Refusal

NEEDED = ("name", "column_px", "row_px")
PLACE = ("x_mm", "y_mm", "z_mm")
PICTURE = "picture"
LINES_LIMIT = 2000

World = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Click:
    """A landmark in one picture. picture : its number, from 0. pixel : (col, row) as stored."""

    picture: int
    name: str
    world_mm: World
    pixel: tuple[float, float]


def clicks_of(text: str, pictures: int, known: Mapping[str, World] | None = None) -> list[Click]:
    """The clicks of a table with a head: picture, name, x_mm, y_mm, z_mm, column_px, row_px.

    pictures : how many there are; with one the column `picture` may be missing. known : places of
    landmarks by name, for tables without them. Commas, semicolons and tabs separate. Raises one
    Refusal with every line that is wrong.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_separator(text))
    head = [str(name).strip() for name in rows.fieldnames or ()]
    rows.fieldnames = head
    wanted = (*NEEDED, *(() if known is not None else PLACE), *((PICTURE,) * (pictures > 1)))
    missing = [name for name in wanted if name not in head]
    if missing:
        raise _refused([Problem("line 1", f"the column {name!r} is missing") for name in missing])
    clicks, problems = [], []
    for number, row in enumerate(rows, start=2):
        if number > LINES_LIMIT:
            raise _refused([Problem("", f"it has more than {LINES_LIMIT} lines")])
        try:
            clicks.append(_click(row, pictures, known))
        except ValueError as error:
            problems.append(Problem(f"line {number}", str(error)))
    if problems or not clicks:
        raise _refused(problems or [Problem("", "it has no landmarks")])
    return clicks


def _click(
    row: Mapping[str, str | None], pictures: int, known: Mapping[str, World] | None
) -> Click:
    name = (row["name"] or "").strip()
    if not name:
        raise ValueError("the name is empty")
    if known is None:
        x, y, z = (_number(row, part) for part in PLACE)
    elif name in known:
        x, y, z = known[name]
    else:
        raise ValueError(f"the patient has no landmark {name[:40]!r}")
    pixel = (_number(row, "column_px"), _number(row, "row_px"))
    return Click(_picture(row, pictures), name, (x, y, z), pixel)


def _picture(row: Mapping[str, str | None], pictures: int) -> int:
    text = (row.get(PICTURE) or "1").strip()
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= pictures:
        raise ValueError(f"{PICTURE} {text[:20]!r} is none of 1 to {pictures}")
    return int(text) - 1


def _number(row: Mapping[str, str | None], name: str) -> float:
    text = (row.get(name) or "").strip()
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{name} {text[:20]!r} is no number with a decimal point") from None
    if not math.isfinite(value):
        raise ValueError(f"{name} {text[:20]!r} is no finite number")
    return value


def _separator(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _refused(problems: list[Problem]) -> Refusal:
    why = str(problems[0]) if len(problems) == 1 else f"{len(problems)} lines are wrong"
    return Refusal(
        "The landmarks were not read",
        why,
        f"Head: {', '.join((PICTURE, 'name', *PLACE, 'column_px', 'row_px'))}",
        problems=tuple(problems),
    )
