"""Every way a database can fail is one clear sentence (reliability.md 5.7)."""

from __future__ import annotations

import datetime
import os
import socket
import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.storage.record_store.chains import attempt, read
from tests.storage.record_store.conftest import (
    Place,
    as_owner,
    in_database,
    postgres_address,
)
from trainer.refusal import ExitCode, Refusal
from trainer.session.record_sending import send
from trainer.session.records import StoreRefusal
from trainer.storage.records import engine, schema
from trainer.storage.records.address import Address, address_of, file_address
from trainer.storage.records.engine import engine_of
from trainer.storage.records.opening import now_utc, open_records, prove
from trainer.storage.records.schema import VERSION_TABLE


def refused(address: Address, **how: bool) -> Refusal:
    with pytest.raises(Refusal) as found:
        open_records(address, **how)
    assert address.password == "" or address.password not in str(found.value)
    assert "Traceback" not in str(found.value)
    return found.value


def with_pages(path: Path, change: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    change(data)
    path.write_bytes(data)


def test_files_that_are_no_database_of_ours_are_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.sqlite").write_text("not a database at all, but long enough to look like one")
    with sqlite3.connect(tmp_path / "other.sqlite") as other:
        other.execute("CREATE TABLE cats (name)")
    other.close()
    os.mkfifo(tmp_path / "pipe")
    said = {"folder": "no file", "text.sqlite": "no SQLite", "other.sqlite": "another program",
            "pipe": "no file"}  # fmt: skip
    before = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    for name, why in said.items():
        found = refused(file_address(tmp_path / name))
        assert why in str(found)
        assert found.code is ExitCode.BAD_INPUT
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == before
    found = refused(file_address(tmp_path / "text.sqlite" / "deep" / "r.sqlite"))
    assert found.code is ExitCode.STORAGE


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "pip install '.[server]'" in str(refused(address_of("postgresql://u@127.0.0.1/d")))


def test_a_file_of_no_length_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "r.sqlite").touch()
    assert open_records(file_address(tmp_path / "r.sqlite")).records() == ()


def test_a_program_killed_in_its_first_page_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    """As a power cut can leave it: a page of zeros, and the journal that takes it back."""
    path = tmp_path / "r.sqlite"
    path.write_bytes(bytes(4096))
    numbers = (0, 0, 0, 512, 4096)  # fileformat2.html, 3: no page to take back, it was empty
    journal = bytes.fromhex("d9d505f920a163d7") + b"".join(n.to_bytes(4, "big") for n in numbers)
    path.with_name("r.sqlite-journal").write_bytes(journal.ljust(512, b"\0"))
    assert open_records(file_address(path)).records() == ()


def test_a_damaged_page_is_told_with_the_way_out(tmp_path: Path, filled_once: Path) -> None:
    path = tmp_path / "r.sqlite"
    path.write_bytes(filled_once.read_bytes())
    store = open_records(file_address(path))
    send(store, read(attempt(acts=40)))
    size = path.stat().st_size
    with_pages(path, lambda data: data.__setitem__(slice(4096, size), bytes(size - 4096)))
    with pytest.raises(StoreRefusal, match="records restore") as found:
        open_records(file_address(path)).records()
    assert found.value.code is ExitCode.INTEGRITY


def test_a_file_that_another_program_is_writing_is_in_use(
    tmp_path: Path, filled_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.sqlite"
    path.write_bytes(filled_once.read_bytes())
    monkeypatch.setattr(engine, "BUSY_MS", 20)
    store = open_records(file_address(path))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreRefusal, match="another program has it open") as found:
        send(store, read(attempt()))
    assert found.value.code is ExitCode.IN_USE
    other.execute("ROLLBACK")
    other.close()
    assert send(store, read(attempt())).complete


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="file size limits are POSIX")
def test_a_full_disk_takes_nothing_back(tmp_path: Path, filled_once: Path) -> None:
    path = tmp_path / "r.sqlite"
    path.write_bytes(filled_once.read_bytes())
    store = open_records(file_address(path))
    send(store, read(attempt("a-1")))
    with store.engine.connect() as connection:  # SQLite's own limit gives SQLITE_FULL
        connection.execute(text("PRAGMA max_page_count = 1"))
        with pytest.raises(Exception, match="full"):
            connection.execute(
                text("INSERT INTO probe VALUES (:key, :words)"), {"key": "k", "words": "x" * 10**5}
            )
    assert [one.header.subject_id for one in store.records()] == ["a-1"]


def test_newer_tables_are_refused_unharmed(new_place: Place) -> None:
    address = new_place()
    store = open_records(address)
    send(store, read(attempt()))
    with store.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    found = refused(address, may_upgrade=True)
    assert "newer program made them (version 9999" in str(found)
    with store.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0002'"))
    again = open_records(address)
    assert len(again.records()) == 1
    for each in (store, again):
        each.rest()


def test_older_tables_are_brought_up_to_date_on_a_server_only_when_told(new_place: Place) -> None:
    address = new_place()
    old = engine_of(address)
    schema.require(old, address, may_upgrade=False, to="0001")
    old.dispose()
    if not address.is_file:
        assert "records upgrade" in str(refused(address))
    store = open_records(address, may_upgrade=not address.is_file)
    assert send(store, read(attempt())).complete
    assert store.index() == ()
    if address.path is not None:
        assert address.path.with_name(f"{address.path.stem}-before-0001.sqlite").is_file()
    store.rest()


def test_the_tables_are_those_that_the_program_writes_down(new_place: Place) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from trainer.storage.records.tables import Table

    store = open_records(new_place())
    with store.engine.connect() as connection:
        options = {"version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []
    store.rest()


def test_a_database_of_another_program_is_left_alone(new_postgres: Place) -> None:
    address = new_postgres()
    as_owner(address, "CREATE TABLE cats (name text)")
    assert "tables of another program (cats)" in str(refused(address, may_upgrade=True))


def test_what_a_server_says_at_the_door(new_postgres: Place) -> None:
    server = postgres_address()
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        there = server.url
        said = {
            "user and password": in_database(server, "postgres", password="wr:ng@/%"),
            "no database of that name": in_database(server, "nowhere"),
            "nothing listens": replace(server, url=there.set(port=port)),
            "host is not known": replace(server, url=there.set(host="no.such.host.invalid")),
            "offers no TLS": replace(server, url=there.set(query={"sslmode": "require"})),
        }
        for why, address in said.items():
            found = refused(address)
            assert why in found.why, found
            assert isinstance(found, StoreRefusal)
            assert found.code is ExitCode.STORAGE


def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "CONNECT_S", 2)  # libpq's least
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        found = refused(address_of(f"postgresql://u:se%20cret@127.0.0.1:{port}/d"))
    assert "did not answer" in found.why


def test_what_a_server_says_inside(new_postgres: Place) -> None:
    address = new_postgres()
    store = open_records(address)
    role = f"r_{uuid.uuid4().hex}"
    as_owner(
        address,
        f"CREATE ROLE {role} LOGIN PASSWORD 'geheim-9'",
        "CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '53100'; END $$",
        "CREATE TRIGGER no_space BEFORE INSERT ON probe EXECUTE FUNCTION no_space()",
    )
    with pytest.raises(StoreRefusal, match="disk of the records is full"):
        prove(store)
    mine = in_database(address, str(address.url.database), username=role, password="geheim-9")
    assert "may not do that" in refused(mine).why
    as_owner(address, f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}",
             f"ALTER ROLE {role} SET default_transaction_read_only = on")  # fmt: skip
    reader = open_records(mine)
    with pytest.raises(StoreRefusal, match="read-only"):
        send(reader, read(attempt()))
    reader.rest()
    as_owner(address, f"ALTER ROLE {role} CONNECTION LIMIT 0")
    assert "no connection left" in refused(mine).why
    as_owner(address, f"DROP OWNED BY {role}", f"DROP ROLE {role}")
    store.rest()


def test_a_database_that_cannot_hold_every_letter_is_refused() -> None:
    server, name = postgres_address(), f"t_{uuid.uuid4().hex}"
    as_owner(server, f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'")
    assert "SQL_ASCII" in refused(in_database(server, name), may_upgrade=True).why
    as_owner(server, f"DROP DATABASE {name}")


def test_a_clock_that_goes_wrong_is_told(shared_postgres: object) -> None:
    store = open_records(shared_postgres.address)  # type: ignore[attr-defined]
    assert not any("clock" in caution for caution in prove(store))
    late = datetime.timedelta(seconds=5)
    (caution,) = [words for words in prove(store, now=lambda: now_utc() - late) if "clock" in words]
    assert "+5.0 s" in caution
    store.rest()


def test_an_exam_asks_another_machine_who_it_is(shared_postgres: object) -> None:
    from trainer.storage.records.store import RecordsDatabase

    found = shared_postgres
    assert isinstance(found, RecordsDatabase)
    far = replace(found.address, url=found.address.url.set(host="db.example"), sslmode="require")
    with pytest.raises(Refusal, match="an exam needs verify-full"):
        prove(RecordsDatabase(found.engine, far), for_exam=True)
