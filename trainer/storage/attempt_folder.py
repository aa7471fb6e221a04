"""The user's .attempt files: make, read, go on."""

from __future__ import annotations

import os
from pathlib import Path

from trainer.attempt.header import Header, to_json
from trainer.attempt.log import NOTHING, AttemptLog, hash_of, header_body, line_of, parse
from trainer.refusal import ExitCode, Refusal
from trainer.storage.file_lock import FileLock
from trainer.storage.journal import JournalWriter
from trainer.storage.rubrics_used import RubricsUsed

SUFFIX = ".attempt"
_SEAL_BYTES = 512  # a seal line is shorter
MAX_BYTES = 256 * 1024 * 1024  # 20 minutes make about 2 MB; this is no attempt any more


class AttemptFolder:
    """Implements `trainer.session.ports.AttemptStore` on a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rubrics = RubricsUsed(folder)

    def create(self, header: Header, path: Path | None = None) -> JournalWriter:
        """A new file with its header safe on disk. Raises Refusal STORAGE, nothing left behind.

        In the user's folder it is also refused (BAD_INPUT) where attempts there were opened under
        a rubric of the same id and version with other content: a used rubric is never edited.
        """
        file = path or self.folder / f"{header.attempt_id}{SUFFIX}"
        is_record = file.parent == self.folder
        if is_record:
            self._rubrics.check(header.scenario)
        line = line_of(header_body(to_json(header)), NOTHING)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_made(file, error) from None
        if file.exists():
            raise Refusal(
                f"{file.name} exists already",
                "an attempt is never written over",
                "Choose another name",
                code=ExitCode.STORAGE,
            )
        lock = FileLock(file, create=True)
        try:
            lock.append(line)
            _sync_folder(file.parent)
        except OSError as error:
            lock.release()
            file.unlink(missing_ok=True)
            raise _not_made(file, error) from None
        if is_record:
            self._rubrics.remember(header.scenario)
        return JournalWriter(file, lock, hash_of(line), 0)

    def load(self, path: Path) -> AttemptLog:
        """Read a log and check its chain. Raises Refusal."""
        return parse(_bytes_of(path), path.name)

    def reopen(self, path: Path) -> tuple[AttemptLog, JournalWriter]:
        """Go on with an unsealed log; a partial last line is dropped. Raises Refusal."""
        if not path.is_file():
            _bytes_of(path)
        lock = FileLock(path, create=False)
        try:
            data = _bytes_of(path)
            log = parse(data, path.name)
            if log.sealed:
                raise Refusal(
                    f"{path.name} is finished",
                    "it was submitted and sealed",
                    "Look at it in the debrief, or start a new attempt",
                )
            if log.cut_bytes:
                lock.cut_to(len(data) - log.cut_bytes)
        except OSError as error:
            lock.release()
            raise _not_made(path, error) from None
        except Refusal:
            lock.release()
            raise
        return log, JournalWriter(path, lock, log.head, len(log.records))

    def forget_if_empty(self, path: Path) -> None:
        """Delete an attempt that holds a header and nothing else; any other stays."""
        try:
            log = self.load(path)
            if not log.records and not log.sealed:
                path.unlink(missing_ok=True)
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
        return tuple(file for file in found if _ends_sealed(file))

    def _is_open(self, file: Path) -> bool:
        try:
            return not self.load(file).sealed
        except Refusal:
            return False


def _ends_sealed(path: Path) -> bool:
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


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows has no directory handles to sync; NTFS journals the entry
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_made(path: Path, error: OSError) -> Refusal:
    return Refusal(
        f"{path.name} cannot be written",
        os.strerror(error.errno or 0),
        "Check the folder, its permissions and the space on the disk",
        code=ExitCode.STORAGE,
    )
