"""The tables. Rows of a record are only ever added; what can be computed lies in `index_record`.

docs/records.md says what each is for. A change here needs a revision in `migrations/versions`; a
test compares the two.
"""

from __future__ import annotations

import datetime
import uuid

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Text,
    Uuid,
    func,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAME = 200  # `record_lines.MAX_TEXT`
HASH = 64


class Table(DeclarativeBase):
    """All tables, with constraints of fixed names, so that a migration can find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _name() -> Mapped[str]:
    return mapped_column(String(NAME), nullable=False)


class RecordRow(Table):
    """One file: what its header says. received : when the store first heard of it."""

    __tablename__ = "record"

    record: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = _name()
    subject_id: Mapped[str] = _name()
    header_sha256: Mapped[str] = mapped_column(String(HASH), unique=True)
    format_version: Mapped[int] = mapped_column()
    created_utc: Mapped[str] = _name()
    mode: Mapped[str] = _name()
    session_id: Mapped[str] = _name()
    candidate: Mapped[str] = _name()
    station: Mapped[str] = _name()
    workstation: Mapped[str] = _name()
    scenario_id: Mapped[str] = _name()
    scenario_version: Mapped[str] = _name()
    scenario_sha256: Mapped[str] = _name()
    rubric_id: Mapped[str] = _name()
    rubric_version: Mapped[str] = _name()
    received: Mapped[datetime.datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )

    __table_args__ = (
        Index("ix_record_session_id", "session_id"),
        Index("ix_record_candidate", "candidate"),
        Index("ix_record_subject_id", "subject_id"),
    )


def _record() -> Mapped[uuid.UUID]:
    return mapped_column(Uuid, ForeignKey("record.record"), nullable=False)


class LineRow(Table):
    """One stored line, byte for byte. seq counts from 0, the header."""

    __tablename__ = "record_line"

    record: Mapped[uuid.UUID] = mapped_column(Uuid, ForeignKey("record.record"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bytes: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (CheckConstraint("seq >= 0", name="seq"),)


class CompleteRow(Table):
    """A sealed record whose whole chain was read back from the store and is good."""

    __tablename__ = "record_complete"

    record: Mapped[uuid.UUID] = mapped_column(Uuid, ForeignKey("record.record"), primary_key=True)
    lines: Mapped[int] = mapped_column()
    head: Mapped[str] = mapped_column(String(HASH))
    checked: Mapped[datetime.datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )


class MarkRow(Table):
    """A rater's mark."""

    __tablename__ = "mark"

    mark: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    record: Mapped[uuid.UUID] = _record()
    rater: Mapped[str] = _name()
    created_utc: Mapped[str] = _name()
    document: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_mark_record", "record"),)


class VoidRow(Table):
    """A record declared void by two persons, with a reason."""

    __tablename__ = "void"

    void: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    record: Mapped[uuid.UUID] = _record()
    reason: Mapped[str] = mapped_column(Text)
    by_person: Mapped[str] = _name()
    second_person: Mapped[str] = _name()
    created_utc: Mapped[str] = _name()

    __table_args__ = (
        Index("ix_void_record", "record"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint("by_person <> second_person", name="two_persons"),
    )


class ProbeRow(Table):
    """Written, read back and taken away again before an exam begins."""

    __tablename__ = "probe"

    probe: Mapped[uuid.UUID] = mapped_column(Uuid, primary_key=True)
    written: Mapped[datetime.datetime] = mapped_column(
        DateTime(timezone=True), server_default=func.now()
    )


class IndexRecordRow(Table):
    """What was computed from a record's lines; may be dropped at any time."""

    __tablename__ = "index_record"

    record: Mapped[uuid.UUID] = mapped_column(Uuid, ForeignKey("record.record"), primary_key=True)
    scoring: Mapped[str] = _name()
    digest: Mapped[str] = _name()
    score: Mapped[int] = mapped_column()
    passed: Mapped[bool] = mapped_column()
    document: Mapped[str] = mapped_column(Text)


# In the order in which they can be filled; a record's rows are never changed or taken away.
KEPT: tuple[type[Table], ...] = (RecordRow, LineRow, CompleteRow, MarkRow, VoidRow)
DERIVED: tuple[type[Table], ...] = (IndexRecordRow,)
