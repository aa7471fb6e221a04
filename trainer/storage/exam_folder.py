"""Exam sessions on disk: one folder each, its log chained, its attempts inside."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.exams.canonical import BYTES_LIMIT
from trainer.assessment.exams.session_log import (
    SessionHeader,
    SessionLog,
    SessionRecord,
    header_line,
    parse,
    record_line,
)
from trainer.assessment.keys import key_id
from trainer.attempt.log import hash_of
from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import atomic_folder, atomic_write_bytes, storage_refusal
from trainer.storage.attempt_folder import LOCKED, SUFFIX, AttemptFolder
from trainer.storage.exam_package import read_exam, write_exam
from trainer.storage.exam_pins import PinFile
from trainer.storage.exam_place import refuse_bad_place
from trainer.storage.exam_shelf import ExamShelf, Shelf
from trainer.storage.exam_vault import ExamVault
from trainer.storage.file_lock import FileLock, let_go_if_failed
from trainer.storage.regular_file import regular_bytes

if TYPE_CHECKING:
    from trainer.session.packages import PackageStore
    from trainer.session.ports import ScenarioSource, Signer

LOG, ATTEMPTS, PRIVATE = "session.jsonl", "attempts", "private"
LOG_BYTES = 256 * 2**20  # design value: a beat a second for a day makes 20 MB
_ID = re.compile(r"[0-9a-f-]{8,64}")


class SessionWriter:
    """Implements `trainer.session.exams.ports.SessionJournal`; owns the file while it is open."""

    def __init__(self, path: Path, lock: FileLock, head: str) -> None:
        self.path = path
        self._file, self._head = lock, head
        self._failure: Refusal | None = None
        self._one_at_a_time = threading.Lock()

    @property
    def failure(self) -> Refusal | None:
        """Why recording stopped."""
        return self._failure

    def append(self, record: SessionRecord) -> None:
        """Write a record and make it safe. After a failure nothing is tried again."""
        with self._one_at_a_time:
            if self._failure is not None:
                raise self._failure
            line = record_line(record, self._head)
            try:
                self._file.append(line)
            except OSError as error:
                self._failure = storage_refusal(self.path, error)
                raise self._failure from error
            self._head = hash_of(line)

    def close(self) -> None:
        """Let the file go; doing it twice is harmless."""
        with self._one_at_a_time:
            self._file.release()


class ExamFolder:
    """Implements `trainer.session.exams.ports.ExamStore` on a folder.

    station : this computer's key. known : public keys (hex) whose exams are trusted here. shelf :
    the scenarios of a folder beside the shipped ones.
    """

    def __init__(
        self,
        folder: Path,
        station: Callable[[], Signer] | None = None,
        known: Callable[[], Iterable[str]] = tuple,
        shelf: Callable[[Path], Shelf] | None = None,
    ) -> None:
        self.folder = folder
        self._station = station
        self._known = known
        self._shelf = shelf
        self._vaults: dict[str, ExamVault] = {}

    def sessions(self) -> tuple[str, ...]:
        """The ids of all sessions here, newest first."""
        if not self.folder.is_dir():
            return ()
        logs = [path for path in self.folder.glob(f"*/{LOG}") if _ID.fullmatch(path.parent.name)]
        logs.sort(key=lambda path: (path.parent.stat().st_ctime_ns, path.parent.name), reverse=True)
        return tuple(path.parent.name for path in logs)

    def create(self, header: SessionHeader) -> SessionWriter:
        """A new session folder with its header safe, whole or not at all."""
        home, line = self.home(header.session_id), header_line(header)
        with atomic_folder(home) as place:
            (place / LOG).write_bytes(line)
            (place / ATTEMPTS).mkdir()
            (place / PRIVATE).mkdir(mode=0o700)
        self.vault(header.session_id).make()
        return SessionWriter(home / LOG, FileLock(home / LOG, create=False), hash_of(line))

    def read(self, session_id: str) -> SessionLog:
        """The log of a session, checked."""
        return parse(regular_bytes(self._log(session_id), LOG_BYTES), LOG)

    def reopen(self, session_id: str) -> tuple[SessionLog, SessionWriter]:
        """Go on with a session; a partial last line is dropped."""
        path = self._log(session_id)
        lock = FileLock(path, create=False)
        with let_go_if_failed(lock, partial(storage_refusal, path)):
            data = regular_bytes(path, LOG_BYTES)
            log = parse(data, LOG)
            if log.cut_bytes:
                lock.cut_to(len(data) - log.cut_bytes)
        return log, SessionWriter(path, lock, log.head)

    def attempts(self, session_id: str) -> AttemptFolder:
        """The attempts of a session, locked by its vault and sealed with this computer's key."""
        place = self.home(session_id) / ATTEMPTS
        return AttemptFolder(place, self._station, self.vault(session_id))

    def vault(self, session_id: str) -> ExamVault:
        """The key of a session; the same one for all of this program."""
        place = self.home(session_id) / PRIVATE
        return self._vaults.setdefault(session_id, ExamVault(place))

    def unlock(self, session_id: str, who: str, pin: str) -> bool:
        """Open what is locked with a PIN that was found right; whether it is open now."""
        is_open = self.vault(session_id).open(who, pin)
        if is_open:
            self._shelf_of(session_id).open()
        return is_open

    def is_unlocked(self, session_id: str) -> bool:
        """Whether the attempts of a session can be read and written."""
        return self.vault(session_id).is_open

    def keep_pin(self, session_id: str, who: str, pin: str) -> None:
        """Let another PIN of the staff open what is locked."""
        self.vault(session_id).keep(who, pin)

    def lock(self, session_id: str) -> None:
        """Nobody of the staff is here any more."""
        self.vault(session_id).shut()
        self._shelf_of(session_id).clear()

    def locked(self, session_id: str) -> frozenset[str]:
        """The ids of attempts that lie locked on the disk."""
        place = self.home(session_id) / ATTEMPTS
        found = (path for path in place.glob(f"*{LOCKED}"))
        return frozenset(one.stem for one in found if not one.with_suffix(SUFFIX).exists())

    def reveal(self, session_id: str, attempts: Iterable[str] | None = None) -> None:
        """Put attempts in their place as they are; None: all of them, and the scenarios too.

        One that cannot be read stays locked, and is told where it is asked for.
        """
        kept = self.attempts(session_id)
        for one in sorted(self.locked(session_id) if attempts is None else attempts):
            with contextlib.suppress(Refusal):
                kept.reveal(self.attempt_path(session_id, one))
        if attempts is None:
            self._shelf_of(session_id).reveal()

    def attempt_path(self, session_id: str, attempt_id: str) -> Path:
        """Where an attempt of a session lies."""
        if not _ID.fullmatch(attempt_id):
            raise _no_such("attempt", attempt_id)
        return self.home(session_id) / ATTEMPTS / f"{attempt_id}{SUFFIX}"

    def pins(self, session_id: str) -> PinFile:
        """The PINs of a session."""
        return PinFile(self.home(session_id) / PRIVATE)

    def signer(self) -> Signer:
        """The key of the workstation. Refused where it has none."""
        if self._station is None:
            raise Refusal("No exam can be held here", "the station has no key", "Enrol it first")
        return self._station()

    def known_keys(self) -> Mapping[str, str]:
        """Public keys (hex) that are trusted here, by their id."""
        return {key_id(public): public for public in self._known()}

    def refuse_bad_place(self) -> None:
        """Refuse where an exam must not be recorded."""
        refuse_bad_place(self.folder)

    def definition_bytes(self, path: Path) -> bytes:
        """The bytes of a definition file or of what one is made of."""
        return regular_bytes(path, BYTES_LIMIT)

    def save_definition(self, path: Path, data: bytes) -> None:
        """Write a definition, whole or not at all, never over another file."""
        _refuse_taken(path)
        atomic_write_bytes(path, data)

    def seal_exam(
        self,
        path: Path,
        definition: bytes,
        scenarios: Iterable[str],
        packages: PackageStore,
        passphrase: str,
    ) -> None:
        """Write an exam with its scenarios, signed by this station and encrypted."""
        _refuse_taken(path)
        write_exam(path, definition, scenarios, packages, self.signer(), passphrase)

    def opened_exam(self, path: Path, passphrase: str) -> tuple[bytes, Mapping[str, bytes]]:
        """Definition and scenario packages of an encrypted exam, in memory."""
        return read_exam(path, passphrase, self._known())

    def shelve(self, session_id: str, packages: Mapping[str, bytes]) -> None:
        """Put scenario packages on the session's own shelf: the session starts."""
        if packages:
            self._shelf_of(session_id).put(packages)

    def scenarios(self, session_id: str) -> ScenarioSource | None:
        """The session's own shelf; None where it uses this computer's scenarios."""
        return self._shelf_of(session_id).scenarios()

    def _shelf_of(self, session_id: str) -> ExamShelf:
        place = self.home(session_id) / PRIVATE
        return ExamShelf(place, session_id, self.vault(session_id), self._shelf)

    def home(self, session_id: str) -> Path:
        """The folder of a session. Refused for a name that is none."""
        if not _ID.fullmatch(session_id):
            raise _no_such("session", session_id)
        return self.folder / session_id

    def _log(self, session_id: str) -> Path:
        path = self.home(session_id) / LOG
        if not path.is_file():
            raise _no_such("session", session_id)
        return path


def _refuse_taken(path: Path) -> None:
    if os.path.lexists(path):
        raise Refusal(
            f"{path} exists already",
            "a definition is never written over",
            "Choose another name",
            code=ExitCode.STORAGE,
        )


def _no_such(kind: str, name: str) -> Refusal:
    return Refusal(
        f"There is no {kind} {name[:64]!r} here",
        "no folder of this computer holds it",
        "List them with 'exam status'",
        code=ExitCode.USAGE,
    )
