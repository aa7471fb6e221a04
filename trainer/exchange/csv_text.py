"""CSV that a spreadsheet opens as it was meant: RFC 4180, and no text that becomes a formula.

Text whose first visible sign starts a formula gets an apostrophe before it (CWE-1236; ASVS 1.2.10);
numbers stay numbers, a negative one too. `read_cell` takes the apostrophe off again, so nothing is
lost. Every number is whole: there is no decimal sign to be misread.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | bool | None
BOM = "\ufeff"
NEUTRAL = "'"
# A formula's sign, also as the full-width letters that spreadsheets take for it, after whatever
# blanks they skip, and after apostrophes, so that the mark can be taken off again.
_FORMULA = re.compile("^'*(?:[\\t\\r\\n\\x00]|[\\s\\ufeff\\x00]*[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]], *, bom: bool = False) -> bytes:
    """A table as UTF-8. bom : some spreadsheets take UTF-8 for an old code page without it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([written(name) for name in header])
    for row in rows:
        writer.writerow([written(cell) for cell in row])
    return ((BOM if bom else "") + text.getvalue()).encode("utf-8", "replace")


def written(cell: Cell) -> str | int:
    """A cell as it is written: nothing is empty, yes is 1, no is 0, text cannot be a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return int(cell)
    if isinstance(cell, int):
        return cell
    return NEUTRAL + cell if _FORMULA.match(cell) else cell


def read_cell(text: str) -> str:
    """The text that a cell was written from."""
    marked = text.startswith(NEUTRAL) and _FORMULA.match(text[1:])
    return text[1:] if marked else text
