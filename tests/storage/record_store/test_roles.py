"""The roles of a server: a station adds records; nobody who is not the owner can take one away."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import text

from tests.storage.record_store.chains import attempt, read
from tests.storage.record_store.conftest import Place, as_owner, in_database
from trainer.refusal import Refusal
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.session.records import IndexRow, Mark
from trainer.storage.records.opening import open_records, prove
from trainer.storage.records.roles import RIGHTS, roles_sql
from trainer.storage.records.tables import DERIVED, KEPT

FORBIDDEN = ("DELETE FROM {0}", "UPDATE {0} SET record = record", "TRUNCATE {0} CASCADE",
             "DROP TABLE {0} CASCADE", "ALTER TABLE {0} DISABLE TRIGGER ALL")  # fmt: skip


def test_no_role_is_given_a_change_of_a_kept_row() -> None:
    kept = {table.__tablename__ for table in KEPT}
    for _, rights in RIGHTS.values():
        for table in kept & set(rights):
            assert set(rights[table].split(", ")) <= {"SELECT", "INSERT"}


def test_what_each_role_may_do_and_may_not(new_postgres: Place) -> None:
    address = new_postgres()
    owner = open_records(address)
    for _ in range(2):  # it may be run again
        with owner.engine.connect() as connection:
            assert connection.connection.dbapi_connection is not None
            connection.connection.dbapi_connection.execute(roles_sql())
    names = {role: f"{role[10:13]}_{uuid.uuid4().hex}" for role in RIGHTS}
    as_owner(address, *(f"CREATE ROLE {name} LOGIN PASSWORD 'geheim-9' IN ROLE {role}"
                        for role, name in names.items()))  # fmt: skip
    station, examiner, reader = (
        open_records(
            in_database(address, str(address.url.database), username=name, password="geheim-9")
        )
        for name in names.values()
    )
    assert not any("superuser" in caution for caution in prove(station))
    record = read(attempt()).header.record
    assert send(station, read(attempt())).complete
    mark = Mark(uuid.uuid4(), record, "r-1", "2026-01-01", "{}")
    with pytest.raises(Refusal, match="may not do that"):
        station.add_mark(mark)
    examiner.add_mark(mark)
    examiner.set_index([IndexRow(record, "p", "d", 1, True, "{}")])
    assert reader.marks(record) == (mark,)
    assert [one.score for one in reader.records()] == [1]
    assert list(keeping.faults(reader)) == []
    with pytest.raises(Refusal, match="may not do that"):
        send(reader, read(attempt("a-2")))
    for member in (station, examiner, reader):
        for table in KEPT:
            for statement in FORBIDDEN:
                with pytest.raises(Refusal, match="may not do that"), member._writing() as doing:
                    doing.execute(text(statement.format(table.__tablename__)))
    with pytest.raises(Refusal, match="may not do that"), station._writing() as doing:
        doing.execute(text(f"DELETE FROM {DERIVED[0].__tablename__}"))
    for each in (station, examiner, reader, owner):
        each.rest()
    as_owner(address, *(f"DROP ROLE {name}" for name in names.values()))
