"""The store of records: implements `trainer.session.ports.RecordStore` on SQLite and PostgreSQL.

Every write is one short transaction that may be done twice: what is there already is left, and
what is there with other bytes is refused, never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_sqlite

from trainer.attempt.log import damaged
from trainer.session.record_lines import RecordHeader, check_whole
from trainer.session.records import Held, IndexRow, Mark, StoredRecord, Void
from trainer.storage.records.address import Address
from trainer.storage.records.engine import READING
from trainer.storage.records.failures import refusing
from trainer.storage.records.tables import (
    CompleteRow,
    IndexRecordRow,
    LineRow,
    MarkRow,
    RecordRow,
    Table,
    VoidRow,
)

_HEADER = tuple(field.name for field in fields(RecordHeader))
_NEW_LINES = 500  # a statement's


class RecordsDatabase:
    """Opened by `trainer.storage.records.opening.open_records`. Every method may raise Refusal."""

    def __init__(self, engine: Engine, address: Address) -> None:
        self.engine = engine
        self.address = address
        self._reader = engine.execution_options(**{READING: True})

    def rest(self) -> None:
        """Keep no connection open; the next call opens one again."""
        self.engine.dispose()

    def held(self, record: UUID) -> Held:
        """Which lines of a record are here, committed."""
        with self._reading() as connection:
            of_record = LineRow.record == record
            count, last = connection.execute(
                select(func.count(), func.max(LineRow.seq)).where(of_record)
            ).one()
            until = 0 if last is None else int(last) + 1
            missing: tuple[int, ...] = ()
            if count != until:
                here = set(connection.scalars(select(LineRow.seq).where(of_record)))
                missing = tuple(seq for seq in range(until) if seq not in here)
            head = select(CompleteRow.head).where(CompleteRow.record == record)
            return Held(until, missing, connection.scalar(head))

    def completed(self, records: Sequence[UUID]) -> frozenset[UUID]:
        """Which of these are complete here."""
        found: set[UUID] = set()
        with self._reading() as connection:
            for start in range(0, len(records), _NEW_LINES):
                among = CompleteRow.record.in_(records[start : start + _NEW_LINES])
                found.update(connection.scalars(select(CompleteRow.record).where(among)))
        return frozenset(found)

    def put(self, header: RecordHeader, lines: Mapping[int, bytes]) -> None:
        """Keep lines of a record by their number; safe when this returns. Doing it twice is once.

        Raises Refusal INTEGRITY where another line is kept under a number.
        """
        rows = [{"record": header.record, "seq": seq, "bytes": line} for seq, line in lines.items()]
        with self._writing() as connection:
            self._add(connection, RecordRow, [asdict(header)])
            for start in range(0, len(rows), _NEW_LINES):
                self._add(connection, LineRow, rows[start : start + _NEW_LINES])
            self._compare(connection, header, lines)

    def _compare(
        self, connection: Connection, header: RecordHeader, lines: Mapping[int, bytes]
    ) -> None:
        """What is kept is what was sent: read back inside the transaction."""
        sha256 = select(RecordRow.header_sha256).where(RecordRow.record == header.record)
        if connection.scalar(sha256) != header.header_sha256:
            raise damaged(header.subject_id, "header", "the records hold another one")
        if not lines:
            return
        found = connection.execute(
            select(LineRow.seq, LineRow.bytes).where(
                LineRow.record == header.record, LineRow.seq.between(min(lines), max(lines))
            )
        )
        kept = {seq: bytes(line) for seq, line in found}
        for seq, line in lines.items():
            if kept.get(seq) != line:
                why = "the records hold another one" if seq in kept else "the records are sealed"
                raise damaged(header.subject_id, f"line {seq + 1}", why)

    def complete(self, record: UUID) -> str:
        """Read a sealed record back, check its whole chain, note that it is good; its head.

        Raises Refusal INTEGRITY with the first bad line; then nothing is noted.
        """
        with self._writing() as connection:
            lines, name = self._whole(connection, record)
            head = check_whole(lines, name)
            row = {"record": record, "lines": len(lines), "head": head}
            self._add(connection, CompleteRow, [row])
            noted = select(CompleteRow.head).where(CompleteRow.record == record)
            if connection.scalar(noted) != head:
                raise damaged(name, "head", "another one was noted when it was complete")
            return head

    def lines(self, record: UUID) -> tuple[bytes, ...]:
        """Every line of a record. Raises Refusal INTEGRITY where one between two is missing."""
        with self._reading() as connection:
            return self._whole(connection, record)[0]

    def _whole(self, connection: Connection, record: UUID) -> tuple[tuple[bytes, ...], str]:
        name = connection.scalar(select(RecordRow.subject_id).where(RecordRow.record == record))
        name = str(name or record)
        found = connection.execute(
            select(LineRow.seq, LineRow.bytes).where(LineRow.record == record).order_by(LineRow.seq)
        )
        lines = []
        for expected, (seq, line) in enumerate(found):
            if seq != expected:
                raise damaged(name, f"line {expected + 1}", "it is missing in the records")
            lines.append(bytes(line))
        return tuple(lines), name

    def records(self, record: UUID | None = None) -> tuple[StoredRecord, ...]:
        """All records, or the one, oldest first."""
        count = func.count().label("count")

        def counted(row: Any) -> Any:
            return select(row.record, count).group_by(row.record).subquery()

        lines, voids, marks = counted(LineRow), counted(VoidRow), counted(MarkRow)
        query = (
            select(
                *(getattr(RecordRow, name) for name in _HEADER),
                func.coalesce(lines.c.count, 0),
                CompleteRow.head,
                func.coalesce(voids.c.count, 0),
                func.coalesce(marks.c.count, 0),
                IndexRecordRow.digest,
                IndexRecordRow.score,
                IndexRecordRow.passed,
            )
            .select_from(RecordRow)
            .outerjoin(lines, lines.c.record == RecordRow.record)
            .outerjoin(voids, voids.c.record == RecordRow.record)
            .outerjoin(marks, marks.c.record == RecordRow.record)
            .outerjoin(CompleteRow, CompleteRow.record == RecordRow.record)
            .outerjoin(IndexRecordRow, IndexRecordRow.record == RecordRow.record)
            .order_by(RecordRow.created_utc, RecordRow.record)
        )
        if record is not None:
            query = query.where(RecordRow.record == record)
        many = len(_HEADER)
        with self._reading() as connection:
            return tuple(
                StoredRecord(RecordHeader(*row[:many]), *row[many:])
                for row in connection.execute(query)
            )

    def add_mark(self, mark: Mark) -> None:
        """Keep a mark; the same one twice is once. Raises Refusal where its id is another's."""
        self._once(MarkRow, MarkRow.mark, mark)

    def marks(self, record: UUID) -> tuple[Mark, ...]:
        """The marks of a record, oldest first."""
        return tuple(Mark(**row) for row in self._of(MarkRow, record))

    def add_void(self, void: Void) -> None:
        """Declare a record void; it stays. Raises Refusal without reason or second person."""
        self._once(VoidRow, VoidRow.void, void)

    def voids(self, record: UUID) -> tuple[Void, ...]:
        """How a record was declared void, oldest first."""
        return tuple(Void(**row) for row in self._of(VoidRow, record))

    def index(self) -> tuple[IndexRow, ...]:
        """Everything computed."""
        columns = IndexRecordRow.__table__.columns
        with self._reading() as connection:
            found = connection.execute(select(*columns)).mappings()
            return tuple(IndexRow(**row) for row in found)

    def set_index(self, rows: Sequence[IndexRow], *, afresh: bool = False) -> None:
        """Keep what was computed, in place of what was; afresh : everything else goes."""
        with self._writing() as connection:
            known = None if afresh else [row.record for row in rows]
            old = delete(IndexRecordRow)
            connection.execute(old if known is None else old.where(_among(known)))
            if rows:
                connection.execute(insert(IndexRecordRow), [asdict(row) for row in rows])

    def _once(self, table: type[Table], key: Any, value: Mark | Void) -> None:
        row = asdict(value)
        with self._writing() as connection:
            self._add(connection, table, [row])
            columns = table.__table__.columns
            kept = connection.execute(select(*columns).where(key == row[key.key])).mappings().one()
            if dict(kept) != row:
                raise damaged(str(row[key.key]), table.__tablename__, "another one has this id")

    def _of(self, table: Any, record: UUID) -> tuple[Mapping[str, Any], ...]:
        query = select(*table.__table__.columns).where(table.record == record)
        with self._reading() as connection:
            found = connection.execute(query.order_by(table.created_utc)).mappings()
            return tuple({str(key): value for key, value in row.items()} for row in found)

    def _add(
        self, connection: Connection, table: type[Table], rows: Sequence[Mapping[str, Any]]
    ) -> None:
        if rows:
            make: Callable[..., Any] = (
                insert_postgresql if connection.dialect.name == "postgresql" else insert_sqlite
            )
            connection.execute(make(table.__table__).on_conflict_do_nothing(), list(rows))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with refusing(self.address), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with refusing(self.address), self.engine.begin() as connection:
            yield connection


def _among(records: Sequence[UUID]) -> Any:
    return IndexRecordRow.record.in_(records)
