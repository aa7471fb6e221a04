"""Save paths of the store of records: sent, migrated, backed up, restored."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.storage.record_store.chains import attempt, read
from tests.trust.save_path import STORE_SHARE, SavePath, Say, Wrong
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.storage.records import schema
from trainer.storage.records.address import file_address
from trainer.storage.records.backup import backup_file, check_good, restore_file
from trainer.storage.records.engine import engine_of
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase

NOON = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


def _database(root: Path) -> Path:
    return root / "db" / "records.sqlite"


def _a_store(root: Path) -> None:
    store = open_records(file_address(_database(root)))
    send(store, read(attempt("a-0")))
    store.rest()


def _send(root: Path, say: Say) -> None:
    store = open_records(file_address(_database(root)))
    for number in (1, 2):
        send(store, read(attempt(f"a-{number}", 30)))
        say(number)
    store.rest()


def _sent(root: Path, said: int) -> Wrong:
    yield from _store_holds(root, {f"a-{number}" for number in range(said + 1)})


def _store_holds(root: Path, wanted: set[str]) -> Wrong:
    path = _database(root)
    store = open_records(file_address(path), may_upgrade=True)
    whole_ones = {one.header.subject_id for one in store.records() if one.head is not None}
    if wanted - whole_ones:
        yield f"{sorted(wanted - whole_ones)} was said to be kept"
    yield from (str(fault) for fault in keeping.faults(store))
    if not send(store, read(attempt("a-after"))).complete:
        yield "it does not go on"
    store.rest()
    check_good(path, file_address(path), live=True)


def _kept(root: Path, said: int) -> Wrong:
    """What was said to be kept, without going on: for broken builds, where it is quick."""
    path = _database(root)
    store = open_records(file_address(path))
    whole_ones = {one.header.subject_id for one in store.records() if one.head is not None}
    store.rest()
    missing = {f"a-{number}" for number in range(said + 1)} - whole_ones
    if missing:
        yield f"{sorted(missing)} was said to be kept"
    check_good(path, file_address(path), live=True)


def _old_store(root: Path) -> None:
    address = file_address(_database(root))
    address.path.parent.mkdir(parents=True)  # type: ignore[union-attr]
    engine = engine_of(address)
    schema.require(engine, address, may_upgrade=True, to="0001")
    send(RecordsDatabase(engine, address), read(attempt("a-0")))
    engine.dispose()


def _migrate(root: Path, say: Say) -> None:
    store = open_records(file_address(_database(root)), may_upgrade=True)
    say(1)
    store.rest()


def _migrated(root: Path, said: int) -> Wrong:
    yield from _store_holds(root, {"a-0"})


BACKUP = "records-20260101T120000Z.sqlite"


def _backed_up_once(root: Path) -> None:
    _a_store(root)
    address = file_address(_database(root))
    backup_file(address, root / "backups" / BACKUP)
    send(store := open_records(address), read(attempt("a-1")))
    store.rest()


def _back_up(root: Path, say: Say) -> None:
    backup_file(file_address(_database(root)), root / "backups" / BACKUP, replace=True)
    say(1)


def _backed_up(root: Path, said: int) -> Wrong:
    backup = root / "backups" / BACKUP
    check_good(backup, file_address(backup))
    names = _names_in(backup)
    if names not in ([{"a-0"}, {"a-0", "a-1"}][said:]):
        yield f"the backup holds {sorted(names)}"
    yield from _store_holds(root, {"a-0", "a-1"})


def _names_in(path: Path) -> set[str]:
    store = open_records(file_address(path))
    names = {one.header.subject_id for one in store.records()}
    store.rest()
    return names


def _restore(root: Path, say: Say) -> None:
    restore_file(file_address(_database(root)), root / "backups" / BACKUP, NOON)
    say(1)


def _restored(root: Path, said: int) -> Wrong:
    names = _names_in(_database(root))
    if names not in ([{"a-0", "a-1"}, {"a-0"}][said:]):
        yield f"after the restore there is {sorted(names)}"
    yield from _store_holds(root, {"a-0"})


def _open_store(root: Path) -> None:
    store = open_records(file_address(_database(root)), may_upgrade=True)
    store.records()
    store.rest()


STORES = (
    SavePath("records", _a_store, _send, _sent, _open_store, STORE_SHARE),
    SavePath("migration", _old_store, _migrate, _migrated, _open_store, STORE_SHARE),
    SavePath("backup", _backed_up_once, _back_up, _backed_up, _open_store, STORE_SHARE),
    SavePath("restore", _backed_up_once, _restore, _restored, _open_store, STORE_SHARE),
)
READ_ALONE = SavePath("records, read alone", _a_store, _send, _kept, _open_store)
