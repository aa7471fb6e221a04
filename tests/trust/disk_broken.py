"""Broken builds, by name: what the disk's harnesses must catch."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def weakened(how: str) -> Iterator[None]:
    """A broken build, by name: what the harness must catch."""
    from trainer.storage import file_lock
    from trainer.storage.records import engine

    lock = file_lock.FileLock
    before = os.fsync, engine._sqlite_connected, lock.append, lock.cut_to
    if how == "no fsync":
        os.fsync = lambda fd: None
    elif how == "swallow":
        lock.append = _swallowing  # type: ignore[method-assign]
    elif how == "no cut":
        lock.cut_to = lambda self, size: None  # type: ignore[method-assign]
    elif how.startswith("sqlite"):
        engine._sqlite_connected = _weak_sqlite(how.split()[1])
    try:
        yield
    finally:
        os.fsync, engine._sqlite_connected, lock.append, lock.cut_to = before  # type: ignore


def _swallowing(self, data: bytes) -> None:  # type: ignore[no-untyped-def]
    try:
        os.write(self._descriptor, data)
        os.fsync(self._descriptor)
    except OSError:
        return


def _weak_sqlite(level: str):  # type: ignore[no-untyped-def]
    def connected(connection, _entry) -> None:  # type: ignore[no-untyped-def]
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA synchronous = {level}")
        connection.execute("PRAGMA foreign_keys = ON")

    return connected
