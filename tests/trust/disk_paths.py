"""Every way in which this program saves something, with what must hold whatever happens to it.

A path is prepared undisturbed, acted under disturbance (telling what it was told to be safe), and
checked undisturbed: what was said to be safe is there, what is there is whole, and it goes on.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from tests.scenario.documents import SYNTHETIC, as_file, changed
from tests.storage.packages import a_patient, house, whole
from tests.storage.record_store.chains import attempt, read
from tests.storage.records import act, header, motion
from trainer.refusal import Refusal
from trainer.scenario.manuscript.change import Change
from trainer.scenario.manuscript.edits import SetValue
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.session.settings import Settings
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.chained_file import ChainedFile
from trainer.storage.folders import Folders
from trainer.storage.house import HouseFolders
from trainer.storage.manuscript_folder import ManuscriptFolder
from trainer.storage.package_staging import clear_leftovers
from trainer.storage.patient_folder import PatientFolderStore
from trainer.storage.records import schema
from trainer.storage.records.address import file_address
from trainer.storage.records.backup import backup_file, check_good, restore_file
from trainer.storage.records.engine import engine_of
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.settings_file import SettingsFile

Say = Callable[[int], None]
Wrong = Iterator[str]
SEALED = 1_000
ACTS = 6
NOON = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class SavePath:
    """said : the last number that `act` told, 0 for none. recover : what the next start does."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Path, Say], None]
    check: Callable[[Path, int], Wrong]
    recover: Callable[[Path], None]


def _nothing(root: Path) -> None:
    """Nothing is there before."""


# --- an attempt ---


def _record(root: Path, say: Say) -> None:
    journal = AttemptFolder(root / "attempts").create(header("a-1"))
    try:
        say(1)
        for seq in range(1, ACTS + 1):
            journal.append(motion(seq) if seq % 3 == 0 else act(seq))
            journal.flush()
            say(1 + seq)
        journal.seal()
        say(SEALED)
    finally:
        journal.close()


def _recorded(root: Path, said: int) -> Wrong:
    folder = AttemptFolder(root / "attempts")
    path = folder.folder / "a-1.attempt"
    try:
        log = folder.load(path)
    except Refusal as refusal:
        if said:
            yield f"{said} was said to be safe, but: {refusal}"
        path.unlink(missing_ok=True)
        journal = folder.create(header("a-1"))
        journal.close()
        log = folder.load(path)
    promised = ACTS if said == SEALED else said - 1
    if len(log.records) < promised:
        yield f"{promised} records were safe, {len(log.records)} are there"
    if said == SEALED and not log.sealed:
        yield "it was sealed and is not"
    if not log.sealed:
        _, journal = folder.reopen(path)
        journal.append(act(len(log.records) + 1))
        journal.seal()
        journal.close()
        if len(folder.load(path).records) != len(log.records) + 1:
            yield "it did not go on"


# --- settings ---


def _with_days(days: int) -> Settings:
    # A long value, so that a file is more than one sector.
    return replace(Settings(), keep_days=days, attempts_folder=f"/{days}/" + "x" * 1500)


DAYS = (0, 90, 180, 365)


def _had_settings(root: Path) -> None:
    SettingsFile(root / "settings.json").write(_with_days(DAYS[0]))


def _set(root: Path, say: Say) -> None:
    for number, days in enumerate(DAYS[1:], start=1):
        SettingsFile(root / "settings.json").write(_with_days(days))
        say(number)


def _settings_kept(root: Path, said: int) -> Wrong:
    found = SettingsFile(root / "settings.json").read()
    allowed = [_with_days(days) for days in DAYS[said : said + 2]]
    if found not in allowed:
        yield f"after {said} changes it reads {found.keep_days} days, {len(found.attempts_folder)}"
    SettingsFile(root / "settings.json").write(_with_days(0))


# --- a case in the studio ---


def _author(root: Path, say: Say) -> None:
    file = ManuscriptFolder(root / "studio", root / "own").create(SYNTHETIC)
    try:
        say(1)
        for number in range(2, 2 + ACTS):
            file.append(Change((SetValue(("order",), number),), ""))
            file.flush()
            say(number)
    finally:
        file.close()


def _authored(root: Path, said: int) -> Wrong:
    store = ManuscriptFolder(root / "studio", root / "own")
    cards = store.unfinished()
    if said and len(cards) != 1:
        yield f"{len(cards)} cases are listed"
    for card in cards:
        file = store.reopen(card.key)
        kept = int(file.manuscript.document().get("order", 0))
        file.append(Change((SetValue(("order",), 99),), ""))
        file.flush()
        file.close()
        if said > 1 and kept < said:
            yield f"change {said} was safe, {kept} is there"
        again = store.reopen(card.key)
        if again.manuscript.document().get("order") != 99:
            yield "it did not go on"
        again.close()


# --- publishing a case: a scenario on the disk ---

CASES = [as_file(changed(SYNTHETIC, (("version",), number))) for number in (1, 2)]


def _published_once(root: Path) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    file = store.create(SYNTHETIC)
    store.keep(file, "notes.md", b"n" * 1200)
    store.publish(file, "a-test", CASES[0], ("notes.md",))
    file.close()


def _publish(root: Path, say: Say) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    file = store.reopen(next((root / "studio").iterdir()).name)
    try:
        store.publish(file, "a-test", CASES[1], ("notes.md",))
        say(1)
    finally:
        file.close()


def _published(root: Path, said: int) -> Wrong:
    clear_leftovers(root / "own")
    home = root / "own" / "a-test"
    found = {path.name: path.read_bytes() for path in home.glob("*")}
    allowed = [{"notes.md": b"n" * 1200, "scenario.yaml": text} for text in CASES[said:]]
    if found not in allowed:
        sizes = {name: len(data) for name, data in found.items()}
        yield f"published {said}, there is {sizes}"


# --- installing a package ---


def _installed_once(root: Path) -> None:
    place = house(root / "house")
    (place.root / "old.zip").write_bytes(whole(1))
    (place.root / "new.zip").write_bytes(whole(2, title="Another"))
    place.store.install(place.root / "new.zip")
    _keep_tree(place.tree(), root / "new")
    shutil.rmtree(place.own)
    place.store.install(place.root / "old.zip")
    _keep_tree(place.tree(), root / "old")


def _keep_tree(tree: dict[str, bytes], into: Path) -> None:
    for name, data in tree.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(data)


def _install(root: Path, say: Say) -> None:
    place = _house_again(root)
    place.store.install(place.root / "new.zip", replace=True)
    say(1)


def _house_again(root: Path):  # type: ignore[no-untyped-def]
    from tests.storage.packages import House, read_in_process

    return House(root / "house", read_in_process)


def _installed(root: Path, said: int) -> Wrong:
    place = _house_again(root)
    clear_leftovers(place.own)
    found = place.tree()
    allowed = [_tree_at(root / name) for name in ("old", "new")[said:]]
    if found not in allowed:
        yield f"installed {said}, there is {sorted(found)}"


def _tree_at(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


# --- exports: a patient's folder, and the zip for support ---


def _exported_once(root: Path) -> None:
    (root / "home" / "logs").mkdir(parents=True)
    (root / "home" / "logs" / "a.log").write_bytes(b"log\n" * 600)
    _house_of(root).collect(root / "support.zip")


def _house_of(root: Path) -> HouseFolders:
    return HouseFolders(Folders(root / "home", root / "cache"), root / "settings.json")


def _export(root: Path, say: Say) -> None:
    PatientFolderStore().save(a_patient(), root / "patients" / "p")
    say(1)
    _house_of(root).collect(root / "support.zip")
    say(2)


def _exported(root: Path, said: int) -> Wrong:
    import zipfile

    folder = root / "patients" / "p"
    if folder.exists():
        found = PatientFolderStore().load(folder).radiographs[0].grey
        if not np.array_equal(found, a_patient().radiographs[0].grey):
            yield "the exported patient is another one"
    elif said:
        yield "the exported patient is gone"
    with zipfile.ZipFile(root / "support.zip") as packed:
        if packed.testzip() is not None or "logs/a.log" not in packed.namelist():
            yield "the zip for support is not whole"


# --- keys, marks, seals ---


def _chain(root: Path, say: Say) -> None:
    for number in range(1, ACTS + 1):
        ChainedFile(root / "keys" / "marks.jsonl").append([{"number": number, "text": "m" * 700}])
        say(number)


def _chained(root: Path, said: int) -> Wrong:
    file = ChainedFile(root / "keys" / "marks.jsonl")
    kept = len(file.lines())
    if kept < said:
        yield f"{said} lines were safe, {kept} are there"
    file.append([{"number": 99}])
    if len(file.lines()) != kept + 1:
        yield "it did not go on"


# --- the store of records ---


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


# --- what the next start does with what it finds ---


def _go_on(root: Path) -> None:
    folder = AttemptFolder(root / "attempts")
    for path in folder.unfinished():
        folder.reopen(path)[1].close()


def _list_cases(root: Path) -> None:
    store = ManuscriptFolder(root / "studio", root / "own")
    for card in store.unfinished():
        store.reopen(card.key).close()


def _read_settings(root: Path) -> None:
    SettingsFile(root / "settings.json").read()


def _read_chain(root: Path) -> None:
    ChainedFile(root / "keys" / "marks.jsonl").append([{"number": 98}])


def _read_export(root: Path) -> None:
    if (root / "patients" / "p").exists():
        PatientFolderStore().load(root / "patients" / "p")


def _open_store(root: Path) -> None:
    store = open_records(file_address(_database(root)), may_upgrade=True)
    store.records()
    store.rest()


PATHS = (
    SavePath("attempt", _nothing, _record, _recorded, _go_on),
    SavePath("settings", _had_settings, _set, _settings_kept, _read_settings),
    SavePath("studio", _nothing, _author, _authored, _list_cases),
    SavePath(
        "scenario",
        _published_once,
        _publish,
        _published,
        lambda root: clear_leftovers(root / "own"),
    ),
    SavePath(
        "package",
        _installed_once,
        _install,
        _installed,
        lambda root: clear_leftovers(root / "house" / "own"),
    ),
    SavePath("export", _exported_once, _export, _exported, _read_export),
    SavePath("marks", _nothing, _chain, _chained, _read_chain),
    SavePath("records", _a_store, _send, _sent, _open_store),
    SavePath("migration", _old_store, _migrate, _migrated, _open_store),
    SavePath("backup", _backed_up_once, _back_up, _backed_up, _open_store),
    SavePath("restore", _backed_up_once, _restore, _restored, _open_store),
)


@contextmanager
def weakened(how: str) -> Iterator[None]:
    """A broken build, by name: what the harness must catch."""
    import os

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
    import os

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
