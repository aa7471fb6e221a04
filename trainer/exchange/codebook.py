"""What every column and every metric of an export means."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.exchange.csv_text import Cell
from trainer.exchange.tables import ATTEMPT, TABLES, Table
from trainer.scoring.metrics import METRICS

COLUMNS = (
    *("entry", "table", "name", "version", "kind", "unit", "better"),
    *("meaning", "source", "validity"),
)
_HEAD = """# Codebook of the export

<!-- Written by `python -m tools.make_codebook`; change the tables or the metrics instead. -->

`attempt export A.attempt --format csv -o FOLDER` writes the tables below and `codebook.csv`, which
holds this page as a table. Files are UTF-8 with comma, CRLF and quotes as RFC 4180 has them
(`--bom` puts a byte order mark before them). Every number is whole, so no decimal sign can be
misread; an empty cell means unknown; yes is 1 and no is 0. Text that a spreadsheet would take for a
formula has an apostrophe before it: take one off where the rest begins with `=`, `+`, `-`, `@`,
a tab or a line break. Dose is simulated and uncalibrated; no metric is validated as a measure of
skill; marks are provisional, not for decisions.
"""


def codebook_rows() -> Iterator[tuple[Cell, ...]]:
    """The codebook as a table: columns first, then metrics."""
    for table in TABLES.values():
        for column in (ATTEMPT, *table.columns):
            said = column.kind, column.unit, "", column.meaning, "", ""
            yield "column", table.name, column.name, None, *said
    for metric in METRICS.values():
        about = metric.unit, metric.better.value, f"{metric.title}. {metric.formula}"
        rest = metric.citation, metric.validity.value
        yield "metric", "metrics", metric.id, metric.version, "number", *about, *rest


def codebook_page() -> str:
    """The codebook for people."""
    tables = "\n".join(_table(table) for table in TABLES.values())
    return "\n".join((_HEAD, tables, _metrics()))


def _table(table: Table) -> str:
    rows = [
        f"| `{column.name}` | {column.kind} | {column.unit} | {column.meaning} |"
        for column in (ATTEMPT, *table.columns)
    ]
    head = (f"## {table.name}.csv", "", f"{table.what[:1].upper()}{table.what[1:]}.", "")
    return "\n".join((*head, "| column | kind | unit | meaning |", "|---|---|---|---|", *rows, ""))


def _metrics() -> str:
    head = (
        "## Metrics",
        "",
        "| metric | version | unit | better | what it computes | where it comes from | validity |",
        "|---|---|---|---|---|---|---|",
    )
    rows = (
        f"| `{metric.id}` | {metric.version} | {metric.unit} | {metric.better.value} | "
        f"{_cell(metric.formula)} | {_cell(metric.citation)} | {metric.validity.value} |"
        for metric in METRICS.values()
    )
    return "\n".join((*head, *rows, ""))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
