"""All kept rows of one store into another: a server's backup is a SQLite file, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from trainer.storage.records.address import Address, file_address
from trainer.storage.records.backup import check_good, new_file
from trainer.storage.records.engine import READING
from trainer.storage.records.failures import refusing
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.records.tables import KEPT, Table

ROWS = 500  # a statement's


def copy_rows(source: RecordsDatabase, target: RecordsDatabase) -> int:
    """Add what the target does not have, in one transaction; how many rows were looked at.

    Rows that both have stay the target's: afterwards `verify` says whether they are good.
    """
    copied = 0
    with refusing(target.address), target.engine.begin() as connection:
        make = insert_sqlite if target.address.is_file else insert_postgresql
        for table in KEPT:
            for rows in _rows(source, table):
                connection.execute(make(table).on_conflict_do_nothing(), rows)
                copied += len(rows)
    return copied


def backup_to_file(store: RecordsDatabase, out: Path, *, replace: bool = False) -> Path:
    """A server's records as a SQLite file, whole or not at all. Raises Refusal."""
    with new_file(out, replace=replace) as partial:
        copy = open_records(file_address(partial.absolute()))
        copy_rows(store, copy)
        check_good(partial, copy.address)
    return out


def restore_rows(store: RecordsDatabase, backup: Path) -> int:
    """Add the rows of a backup file that the store does not have. Raises Refusal."""
    address: Address = file_address(backup.absolute())
    check_good(backup, address)
    return copy_rows(open_records(address), store)


def _rows(source: RecordsDatabase, table: type[Table]) -> Iterator[list[dict[str, object]]]:
    query = select(*table.__table__.columns)
    reader = source.engine.execution_options(**{READING: True}, stream_results=True)
    with refusing(source.address), reader.connect() as connection:
        for part in connection.execute(query).mappings().partitions(ROWS):
            yield [{str(name): value for name, value in row.items()} for row in part]
