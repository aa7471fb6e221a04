"""Records, lines, marks, voids: added to and never changed.

What the program promises, the database holds it to: triggers on both back ends refuse UPDATE and
DELETE of every kept row (on PostgreSQL TRUNCATE too), and leave out lines after the seal.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEPT = ("record", "record_line", "record_complete", "mark", "void")
NEVER = "records are only added to"
HASH, NAME = 64, 200


def _name(column: str) -> sa.Column[str]:
    return sa.Column(column, sa.String(NAME), nullable=False)


def _time(column: str) -> sa.Column[object]:
    now = sa.text("CURRENT_TIMESTAMP")
    return sa.Column(column, sa.DateTime(timezone=True), server_default=now, nullable=False)


def _record(table: str, *, key: bool = False) -> tuple[SchemaItem, ...]:
    column: SchemaItem = sa.Column("record", sa.Uuid(), nullable=False)
    foreign = sa.ForeignKeyConstraint(["record"], ["record.record"], f"fk_{table}_record")
    keys = (sa.PrimaryKeyConstraint("record", name=f"pk_{table}"),) if key else ()
    return (column, foreign, *keys)


def upgrade() -> None:
    """Make everything."""
    op.create_table(
        "record",
        sa.Column("record", sa.Uuid(), nullable=False),
        _name("kind"),
        _name("subject_id"),
        sa.Column("header_sha256", sa.String(HASH), nullable=False),
        sa.Column("format_version", sa.Integer(), nullable=False),
        *(_name(each) for each in ("created_utc", "mode", "session_id", "candidate")),
        *(_name(each) for each in ("station", "workstation")),
        *(_name(each) for each in ("scenario_id", "scenario_version", "scenario_sha256")),
        *(_name(each) for each in ("rubric_id", "rubric_version")),
        _time("received"),
        sa.PrimaryKeyConstraint("record", name="pk_record"),
        sa.UniqueConstraint("header_sha256", name="uq_record_header_sha256"),
    )
    for column in ("session_id", "candidate", "subject_id"):
        op.create_index(f"ix_record_{column}", "record", [column])
    op.create_table(
        "record_line",
        *_record("record_line"),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("record", "seq", name="pk_record_line"),
        sa.CheckConstraint("seq >= 0", name=op.f("ck_record_line_seq")),
    )
    op.create_table(
        "record_complete",
        *_record("record_complete", key=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(HASH), nullable=False),
        _time("checked"),
    )
    op.create_table(
        "mark",
        sa.Column("mark", sa.Uuid(), nullable=False),
        *_record("mark"),
        _name("rater"),
        _name("created_utc"),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name="pk_mark"),
    )
    op.create_table(
        "void",
        sa.Column("void", sa.Uuid(), nullable=False),
        *_record("void"),
        sa.Column("reason", sa.Text(), nullable=False),
        *(_name(each) for each in ("by_person", "second_person", "created_utc")),
        sa.PrimaryKeyConstraint("void", name="pk_void"),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_void_reason")),
        sa.CheckConstraint("by_person <> second_person", name=op.f("ck_void_two_persons")),
    )
    for table in ("mark", "void"):
        op.create_index(f"ix_{table}_record", table, ["record"])
    op.create_table(
        "probe",
        sa.Column("probe", sa.Uuid(), nullable=False),
        _time("written"),
        sa.PrimaryKeyConstraint("probe", name="pk_probe"),
    )
    _triggers()


def _triggers() -> None:
    for statement in _POSTGRESQL if op.get_bind().dialect.name == "postgresql" else _SQLITE:
        op.execute(sa.text(statement.replace(":", r"\:")))


_SQLITE = (
    *(
        f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{NEVER}'); END"
        for table in KEPT
        for what in ("UPDATE", "DELETE")
    ),
    "CREATE TRIGGER record_line_sealed BEFORE INSERT ON record_line "
    "WHEN EXISTS (SELECT 1 FROM record_complete WHERE record_complete.record = NEW.record) "
    "BEGIN SELECT RAISE(IGNORE); END",
)

_POSTGRESQL = (
    "CREATE FUNCTION rhizotomy_never() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{NEVER}'; END $$",
    "CREATE FUNCTION rhizotomy_sealed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "IF EXISTS (SELECT 1 FROM record_complete WHERE record_complete.record = NEW.record) "
    "THEN RETURN NULL; END IF; RETURN NEW; END $$",
    *(
        f"CREATE TRIGGER {table}_never BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION rhizotomy_never()"
        for table in KEPT
    ),
    "CREATE TRIGGER record_line_sealed BEFORE INSERT ON record_line "
    "FOR EACH ROW EXECUTE FUNCTION rhizotomy_sealed()",
)
