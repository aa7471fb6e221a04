"""The records of this user: which store, files and backups. Implements `RecordHouse`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.session.records import URL_VARIABLE, BackupMade, Restored
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.attempt_folder import LOCKED
from trainer.storage.build import build_sha256
from trainer.storage.folders import Folders
from trainer.storage.records.address import (
    Address,
    address_of,
    file_address,
    without_password,
)
from trainer.storage.records.apart import StoreApart
from trainer.storage.records.backup import (
    backup_file,
    backup_name,
    backups_in,
    is_due,
    restore_file,
    thin,
)
from trainer.storage.records.copying import backup_to_file, restore_rows
from trainer.storage.records.followed import MAX_BYTES
from trainer.storage.records.opening import now_utc, open_records, prove
from trainer.storage.records.roles import roles_sql
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.regular_file import not_readable, regular_bytes
from trainer.storage.verifier import write_verifier

FOLDER, FILE = "records", "records.sqlite"
BACKUPS, EXAMS, ATTEMPTS = "backups", "exams", "attempts"
PATTERNS = ("*.attempt", "session.jsonl", "seals.jsonl", "marks.jsonl")
SCORING = ("scoring", "attempt", "scenario", "session")  # what an index row is made by


class RecordsHouse:
    """environment : where `RHIZOTOMY_RECORDS_URL` is looked for."""

    def __init__(self, folders: Folders, environment: Mapping[str, str] = os.environ) -> None:
        self._folders = folders
        self._environment = environment
        self._apart: tuple[Address, StoreApart] | None = None

    @property
    def is_shared(self) -> bool:
        """Whether this user was given a store to share."""
        return bool(self._environment.get(URL_VARIABLE, "").strip())

    def address(self, at: str | None = None) -> Address:
        """The store meant by a command line, else by the environment, else the user's own file."""
        if at is not None:
            text = at if "://" in at else str(Path(at).expanduser().absolute()) if at else at
            return without_password(text)
        if self.is_shared:
            return address_of(self._environment[URL_VARIABLE])
        return file_address((self._folders.home / FOLDER / FILE).absolute())

    def shown(self, at: str | None) -> str:
        """The address, without a password."""
        return self.address(at).shown

    def open(
        self, at: str | None = None, *, may_upgrade: bool = False, for_exam: bool = False
    ) -> RecordsDatabase:
        """The store."""
        return open_records(self.address(at), may_upgrade=may_upgrade, for_exam=for_exam)

    def receiver(self) -> StoreApart:
        """The user's store for the thread that copies, in a process of its own. Raises Refusal."""
        address = self.address()
        if self._apart is None or self._apart[0] != address:
            if self._apart is not None:
                self._apart[1].end()
            self._apart = (address, StoreApart(partial(open_records, address)))
        return self._apart[1]

    def prove(self, at: str | None, *, for_exam: bool) -> tuple[str, ...]:
        """Write, read back; sentences of what is to be known."""
        store = self.open(at, for_exam=for_exam)
        try:
            return prove(store, for_exam=for_exam)
        finally:
            store.rest()

    def files(self, paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
        """Files of records with their bytes; a folder stands for all that lie under it."""
        for path in paths or (self._folders.attempts, self._folders.home / EXAMS):
            if path.is_dir():
                found: Sequence[Path] = records_in(path)
            elif paths:
                found = [path]
            else:
                continue  # this user has none yet
            yield from ((each, regular_bytes(each, MAX_BYTES)) for each in found)

    def exam_files(self) -> tuple[Path, ...]:
        """What is copied to a shared store by itself: sessions and their attempts.

        Locked ones only to a server: in a file of this computer they would be no secret.
        """
        folder = self._folders.home / EXAMS
        locked = () if self.address().is_file else sorted(folder.rglob(f"*{LOCKED}"))
        return (*records_in(folder), *(one for one in locked if one.parent.name == ATTEMPTS))

    def write(self, folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
        """Each file whole; one that is there with the same bytes stays. Raises Refusal."""
        for name, data in files:
            path = folder / name
            if not path.exists():
                atomic_write_bytes(path, data)
            elif regular_bytes(path, MAX_BYTES) != data:
                raise Refusal(
                    f"{path} could not be saved",
                    "another file of that name is there",
                    "Choose an empty folder",
                    code=ExitCode.STORAGE,
                )
            yield path

    def backup(self, at: str | None = None, out: Path | None = None) -> BackupMade:
        """A backup of a good store; in the folder of backups the older ones are thinned."""
        address = self.address(at)
        folder = self._folders.home / FOLDER / BACKUPS
        path = (out or folder / backup_name(now_utc())).absolute()
        store = None if address.is_file else self.open(at)
        if store is None:
            backup_file(address, path)
        else:
            backup_to_file(store, path)
            store.rest()
        return BackupMade(path, () if out else thin(folder, now_utc()))

    def backup_daily(self) -> BackupMade | None:
        """A backup of this user's store where it is a file and a day has passed; None else."""
        address, folder = self.address(), self._folders.home / FOLDER / BACKUPS
        if address.path is None or not address.path.is_file() or not is_due(folder, now_utc()):
            return None
        return self.backup()

    def restore(self, at: str | None = None, backup: Path | None = None) -> Restored:
        """Put a backup in the place of the file, or add what a server has lost."""
        address = self.address(at)
        if backup is None:
            folder = self._folders.home / FOLDER / BACKUPS
            made = backups_in(folder)
            if not made:
                raise not_readable(folder, "there is no backup in it")
            backup = made[0]
        if address.is_file:
            return Restored(backup, restore_file(address, backup, now_utc()), 0)
        store = self.open(at, may_upgrade=True)
        try:
            return Restored(backup, None, restore_rows(store, backup))
        finally:
            store.rest()

    def verifier(self, path: Path) -> int:
        """Write the stand-alone verifier, one file; how many lines it has. Raises Refusal."""
        return write_verifier(path)

    def roles_sql(self, at: str | None = None) -> str:
        """The script of the roles. Raises Refusal where the store is a file."""
        if at is None and not self.is_shared:
            return roles_sql()
        address = self.address(at)
        if address.is_file:
            raise Refusal(
                "A file has no roles",
                f"{address.shown} is open to whoever may write it",
                "Share records by a PostgreSQL, or by the permissions of the folder",
            )
        return roles_sql(str(address.url.database))

    def scoring(self) -> str:
        """The rooms that an index row is made by, hashed."""
        return "-".join(build_sha256(room)[:16] for room in SCORING)


def records_in(folder: Path) -> tuple[Path, ...]:
    """The files of records under a folder, sorted."""
    found = {path for pattern in PATTERNS for path in folder.rglob(pattern) if path.is_file()}
    return tuple(sorted(found))
