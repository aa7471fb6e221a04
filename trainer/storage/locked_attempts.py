"""Locked attempts for the thread that copies them to a server: read with the key in memory."""

from __future__ import annotations

from pathlib import Path

from trainer.refusal import Refusal
from trainer.storage.attempt_folder import LOCKED, SUFFIX
from trainer.storage.exam_folder import ExamFolder
from trainer.storage.records.followed import DISK


class LockedAttempts:
    """Implements `trainer.storage.records.followed.Source`.

    Of a locked file nothing can be read while nobody of the staff is here. Any other is read as it
    lies. What was opened last is kept until its file grows; of the others their length is kept, so
    that those that wait for a server are not opened again and again.
    """

    def __init__(self, exams: ExamFolder) -> None:
        self._exams = exams
        self._last: tuple[Path, int, bytes] | None = None
        self._sizes: dict[Path, tuple[int, int]] = {}  # of the file, of what is in it

    def size(self, path: Path) -> int:
        """Bytes of the whole lines."""
        stored = DISK.size(path)
        if path.suffix != LOCKED or stored < 0:
            return stored
        if not self._exams.is_unlocked(_session_of(path)):
            return -1
        known = self._sizes.get(path)
        if known is not None and known[0] == stored:
            return known[1]
        try:
            return len(self._opened(path))
        except Refusal:
            return -1

    def read(self, path: Path, offset: int) -> bytes:
        """The whole lines from there on."""
        return DISK.read(path, offset) if path.suffix != LOCKED else self._opened(path)[offset:]

    def _opened(self, path: Path) -> bytes:
        stored = DISK.size(path)
        if self._last is None or self._last[:2] != (path, stored):
            attempts = self._exams.attempts(_session_of(path))
            self._last = (path, stored, attempts.content(path.with_suffix(SUFFIX)))
            self._sizes[path] = (stored, len(self._last[2]))
        return self._last[2]


def _session_of(path: Path) -> str:
    return path.parent.parent.name
