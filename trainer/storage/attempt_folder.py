"""The user's .attempt files: make, read, go on."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.attempt.header import Header, from_json, to_json
from trainer.attempt.log import (
    NOTHING,
    AttemptLog,
    damaged,
    hash_of,
    header_body,
    line_of,
    parse,
)
from trainer.attempt.seal import signed_bytes
from trainer.attempt.sitting import Sitting
from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import atomic_write_bytes, sync_folder
from trainer.storage.file_lock import FileLock, let_go_if_failed
from trainer.storage.journal import HeldFile, JournalWriter, Sealing, plain_seal, signed_seal
from trainer.storage.rubrics_used import RubricsUsed

if TYPE_CHECKING:
    from trainer.session.ports import Signer
    from trainer.storage.exam_vault import ExamVault

SUFFIX = ".attempt"
LOCKED = ".locked"  # an exam's attempt until it may be seen: the same lines, each encrypted
_SEAL_BYTES = 2048  # a seal line is shorter
MAX_BYTES = 256 * 1024 * 1024  # 20 minutes make about 2 MB; this is no attempt any more


class AttemptFolder:
    """Implements `trainer.session.ports.AttemptStore` on a folder.

    station : this computer's key, asked for where an exam's attempt is opened, which it will seal.
    vault : of an exam's session. With it an attempt of the name ``a.attempt`` is written to
    ``a.locked`` and read from there, until `reveal` puts the file itself in its place.
    """

    def __init__(
        self,
        folder: Path,
        station: Callable[[], Signer] | None = None,
        vault: ExamVault | None = None,
    ) -> None:
        self.folder = folder
        self._station = station
        self._vault = vault
        self._rubrics = RubricsUsed(folder)

    def create(self, header: Header, path: Path | None = None) -> JournalWriter:
        """A new file with its header safe on disk. Raises Refusal STORAGE, nothing left behind.

        In the user's folder it is also refused (BAD_INPUT) where attempts there were opened under
        a rubric of the same id and version with other content: a used rubric is never edited. A
        sitting of an exam is refused where this computer has no key to seal it with.
        """
        sealing = self._sealing(header.sitting)
        file = path or self.folder / f"{header.attempt_id}{SUFFIX}"
        is_record = file.parent == self.folder
        if is_record:
            self._rubrics.check(header.scenario)
        line = line_of(header_body(to_json(header)), NOTHING)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_made(file, error) from None
        if file.exists() or self._place(file).exists():
            raise Refusal(
                f"{file.name} exists already",
                "an attempt is never written over",
                "Choose another name",
                code=ExitCode.STORAGE,
            )
        lock = self._created(file)
        try:
            lock.append(line)
            sync_folder(file.parent)
        except OSError as error:
            lock.release()
            with suppress(OSError):  # a disk that takes nothing lets nothing be taken away either
                self._place(file).unlink(missing_ok=True)
            raise _not_made(file, error) from None
        if is_record:
            self._rubrics.remember(header.scenario)
        return JournalWriter(file, lock, hash_of(line), 0, sealing)

    def load(self, path: Path) -> AttemptLog:
        """Read a log and check its chain and, of an exam's, the signature. Raises Refusal."""
        return self.read(self.content(path), path.name)

    def content(self, path: Path) -> bytes:
        """A log's bytes, unchecked. Raises Refusal, USAGE where it is locked."""
        place = self._place(path)
        if self._vault is None or place == path:
            return _bytes_of(path)
        from trainer.storage.exam_vault import opened_lines

        return opened_lines(_bytes_of(place), self._vault.cipher(), path.stem)

    def reveal(self, path: Path) -> None:
        """Put an attempt that was locked in its place as it is; any other stays. Raises Refusal."""
        place = self._place(path)
        if place == path or not place.is_file():
            locked = path.with_suffix(LOCKED)
            if self._vault is not None and path.is_file():
                locked.unlink(missing_ok=True)  # a crash came between the two
            return
        atomic_write_bytes(path, self.content(path))
        place.unlink(missing_ok=True)

    def read(self, data: bytes, name: str) -> AttemptLog:
        """What `load` makes of a file of these bytes. Raises Refusal."""
        log = parse(data, name)
        if log.seal is not None and log.header.get("sitting") is not None:
            _check_signature(log.seal, name, len(log.records) + 2)
        return log

    def reopen(self, path: Path) -> tuple[AttemptLog, JournalWriter]:
        """Go on with an unsealed log; a partial last line is dropped. Raises Refusal."""
        place = self._place(path)
        if not place.is_file():
            _bytes_of(place)
        lock = self._reopened(path)
        with let_go_if_failed(lock, partial(_not_made, path)):
            data = self.content(path)
            log = parse(data, path.name)
            if log.sealed:
                raise Refusal(
                    f"{path.name} is finished",
                    "it was submitted and sealed",
                    "Look at it in the debrief, or start a new attempt",
                )
            sealing = self._sealing(_sitting_of(log.header, path.name))
            if log.cut_bytes:
                lock.cut_to(len(data) - log.cut_bytes)
        return log, JournalWriter(path, lock, log.head, len(log.records), sealing)

    def forget_if_empty(self, path: Path) -> None:
        """Delete an attempt that holds a header and nothing else; any other stays."""
        try:
            log = self.load(path)
            if not log.records and not log.sealed:
                self._place(path).unlink(missing_ok=True)
        except (OSError, Refusal):
            return  # it stays among the unfinished ones, where it says what is wrong

    def unfinished(self) -> tuple[Path, ...]:
        """Unsealed, undamaged attempts of the folder, newest first; others' locks are respected."""
        if not self.folder.is_dir():
            return ()
        found = sorted(
            self.folder.glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime, reverse=True
        )
        return tuple(file for file in found if self._is_open(file))

    def finished(self) -> tuple[Path, ...]:
        """Sealed attempts of the folder, oldest first; told by their last line alone."""
        if not self.folder.is_dir():
            return ()
        found = sorted(self.folder.glob(f"*{SUFFIX}"), key=lambda file: file.stat().st_mtime)
        return tuple(file for file in found if ends_sealed(file))

    def _place(self, path: Path) -> Path:
        """Where an attempt of this name lies."""
        locked = path.with_suffix(LOCKED)
        return path if self._vault is None or path.exists() else locked

    def _created(self, path: Path) -> HeldFile:
        if self._vault is None:
            return FileLock(path, create=True)
        from trainer.storage.exam_vault import LockedFile

        cipher = self._vault.cipher()
        return LockedFile(FileLock(self._place(path), create=True), cipher, path.stem)

    def _reopened(self, path: Path) -> HeldFile:
        """The file, held; of a locked one a partial last line is cut already."""
        place = self._place(path)
        if self._vault is None or place == path:
            return FileLock(path, create=False)
        from trainer.storage.exam_vault import LockedFile

        cipher = self._vault.cipher()
        lock = FileLock(place, create=False)
        with let_go_if_failed(lock, partial(_not_made, path)):
            stored = _bytes_of(place)
            whole = stored.rfind(b"\n") + 1
            if whole < len(stored):
                lock.cut_to(whole)
        return LockedFile(lock, cipher, path.stem, stored.count(b"\n"))

    def _sealing(self, sitting: Sitting | None) -> Sealing:
        if sitting is None:
            return plain_seal
        if self._station is None:
            raise Refusal(
                "The exam's attempt cannot be recorded here",
                "this computer has no station key to seal it with",
                "Enrol the station first",
            )
        return signed_seal(sitting, self._station())

    def _is_open(self, file: Path) -> bool:
        try:
            return not self.load(file).sealed
        except Refusal:
            return False


def _sitting_of(header: Mapping[str, Any], name: str) -> Sitting | None:
    try:
        return from_json(header).sitting if header.get("sitting") is not None else None
    except ValueError as error:
        raise damaged(name, "header", str(error)) from None


def _check_signature(seal: Mapping[str, Any], name: str, line: int) -> None:
    from trainer.assessment.keys import is_signed  # practice alone never loads cryptography

    if not is_signed(seal["key"], signed_bytes(seal, seal["prev"]), seal["signature"]):
        raise damaged(name, f"line {line}", "the seal's signature is not of these records")


def ends_sealed(path: Path) -> bool:
    """Whether the last line is a seal: a look at its end, so that a full folder lists quickly."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _SEAL_BYTES))
            tail = file.read().rstrip(b"\n")
    except OSError:
        return False
    return b'"kind":"seal"' in tail.rpartition(b"\n")[2]


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal(f"{path.name} cannot be read", "there is no such file", "Check the name")
        if path.stat().st_size > MAX_BYTES:
            raise Refusal(
                f"{path.name} is not an attempt",
                f"it is larger than {MAX_BYTES // 2**20} MB",
                "Choose another file",
            )
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            f"{path.name} cannot be read",
            os.strerror(error.errno or 0),
            "Check the file and its permissions",
            code=ExitCode.STORAGE,
        ) from None


def _not_made(path: Path, error: OSError) -> Refusal:
    return Refusal(
        f"{path.name} cannot be written",
        os.strerror(error.errno or 0),
        "Check the folder, its permissions and the space on the disk",
        code=ExitCode.STORAGE,
    )
