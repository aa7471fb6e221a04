"""Connections: how they are secured, how long they wait, what every SQLite connection is told."""

from __future__ import annotations

import importlib.util
import logging
import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import storage_refusal
from trainer.storage.records.address import Address

# "RzTr": a SQLite file with another application's number is left alone.
APPLICATION_ID = 0x527A5472
BUSY_MS = 5_000
# A server that is slow is a server that is down: the file on this machine is the truth meanwhile.
CONNECT_S = 5
STATEMENT_MS, LOCK_MS, IDLE_MS = 20_000, 5_000, 60_000
READING = "rhizotomy_reading"  # an execution option: this connection writes nothing
SILENCE_MS = 10_000  # until a vanished network is noticed
_MAGIC = b"SQLite format 3\0"


def engine_of(address: Address) -> Engine:
    """An engine; on a server it keeps one connection until it is disposed of.

    200 stations share a server's 100 connections (reliability G12), so who pauses disposes.

    Raises Refusal where a file can be no database of ours; nothing is opened on a server yet.
    """
    if address.path is not None:
        _check_file(address.path)
        engine = create_engine(address.url, poolclass=NullPool, hide_parameters=True)
        event.listen(engine, "connect", _sqlite_connected)
        event.listen(engine, "begin", _sqlite_begins)
        return engine
    if importlib.util.find_spec("psycopg") is None:
        raise Refusal(
            f"{address.shown} cannot be used for records",
            "the part that talks to PostgreSQL is not installed",
            "Start with 'uv run' from the sources, or there: pip install '.[server]'",
            code=ExitCode.STORAGE,
        )
    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # its words are our refusals
    return create_engine(
        address.url,
        poolclass=QueuePool,
        pool_size=1,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        connect_args=_server_arguments(),
    )


def _server_arguments() -> dict[str, Any]:
    options = {
        "statement_timeout": STATEMENT_MS,
        "lock_timeout": LOCK_MS,
        "idle_in_transaction_session_timeout": IDLE_MS,
        "timezone": "UTC",
    }
    return {
        "connect_timeout": CONNECT_S,
        "application_name": "rhizotomy-trainer",
        "client_encoding": "utf8",
        "tcp_user_timeout": SILENCE_MS,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
    }


def _sqlite_connected(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """DELETE + EXTRA is safe through power cuts, WAL not on every SQLite (reliability F2, F3)."""
    connection.isolation_level = None  # BEGIN is ours (below)
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "journal_mode = DELETE",
        "synchronous = EXTRA",
        "fullfsync = 1",
        "foreign_keys = ON",
        "trusted_schema = OFF",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _sqlite_begins(connection: Any) -> None:
    """One writer at a time, and who cannot be it hears so at once, not at its commit."""
    reads = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _check_file(path: Path) -> None:
    """Refuse what is certainly no database of ours, before SQLite touches it."""
    try:
        found = path.stat()
    except FileNotFoundError:
        _make_folder(path)
        return
    except OSError as error:
        raise storage_refusal(path, error) from None
    if not stat.S_ISREG(found.st_mode):
        raise _no_database(path, "it is no file")
    if found.st_size == 0 or journal_of(path).exists():
        return  # a new one, or one whose pages SQLite puts right first: a program was killed
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as error:
        raise storage_refusal(path, error) from None
    if not head.startswith(_MAGIC):
        raise _no_database(path, "the file is no SQLite database")
    number = int.from_bytes(head[68:72], "big")  # fileformat2.html, 1.3.17
    if number != APPLICATION_ID:
        raise _no_database(path, "it belongs to another program")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Refusal(
            f"{path} cannot be used for records",
            "the file or its folder may not be written",
            "Change its permissions, or choose another file",
            code=ExitCode.STORAGE,
        )


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what a change that was not finished has to take back."""
    return path.with_name(f"{path.name}-journal")


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_refusal(path, error) from None


def _no_database(path: Path, why: str) -> Refusal:
    return Refusal(f"{path} cannot be used for records", why, "Choose another file")


def quick_check(path: Path, *, live: bool) -> str:
    """What SQLite finds wrong with a file's pages, "" for nothing. Raises sqlite3.Error.

    live : a store in use, which may have to take back what a killed program half did.
    """
    mode = "rw" if live else "ro"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    try:
        found = connection.execute("PRAGMA quick_check").fetchone()
        foreign = connection.execute("PRAGMA foreign_key_check").fetchone()
        number = connection.execute("PRAGMA application_id").fetchone()
    finally:
        connection.close()
    if number != (APPLICATION_ID,):
        return "it is no database of records"
    if found != ("ok",):
        return str(found[0])[:200]
    return "a row names a record that is not there" if foreign else ""
