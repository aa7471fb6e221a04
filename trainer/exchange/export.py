"""An attempt for other programs: CSV tables with their codebook, or one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping

from trainer.attempt.log import AttemptLog
from trainer.exchange.codebook import COLUMNS, codebook_rows
from trainer.exchange.csv_text import csv_bytes
from trainer.exchange.tables import ATTEMPT, TABLES, Source, rows_of
from trainer.scoring.debrief.debrief import Debrief

CODEBOOK = "codebook"
NAMES = (*TABLES, CODEBOOK)
STANDING = (
    "Simulation, not a patient. For training; no validity evidence; provisional, not for decisions."
)


def table_bytes(name: str, log: AttemptLog, debrief: Debrief, *, bom: bool = False) -> bytes:
    """One table as CSV. name : one of `NAMES`, else KeyError."""
    if name == CODEBOOK:
        return csv_bytes(COLUMNS, codebook_rows(), bom=bom)
    table, source = TABLES[name], Source.of(log, debrief)
    names = [column.name for column in (ATTEMPT, *table.columns)]
    return csv_bytes(names, rows_of(table, source), bom=bom)


def all_tables(log: AttemptLog, debrief: Debrief, *, bom: bool = False) -> Mapping[str, bytes]:
    """Every table by its file's name."""
    return {f"{name}.csv": table_bytes(name, log, debrief, bom=bom) for name in NAMES}


def json_bytes(log: AttemptLog, debrief: Debrief) -> bytes:
    """Tables, score and debrief as one JSON document, UTF-8."""
    source = Source.of(log, debrief)
    document = {
        "standing": STANDING,
        "attempt_id": source.header.attempt_id,
        "created_utc": source.header.created_utc,
        "mode": source.header.mode,
        "score": debrief.score.document,
        "debrief": debrief.document,
        "tables": {
            name: [
                dict(zip([column.name for column in table.columns], row, strict=True))
                for row in table.rows(source)
            ]
            for name, table in TABLES.items()
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
