"""One file of a record that is being copied: what was read of it, and what is still to send."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from trainer.attempt.log import NOTHING, damaged
from trainer.refusal import Refusal
from trainer.session.ports import RecordReceiver
from trainer.session.record_lines import (
    RecordHeader,
    check_chain,
    ends,
    header_of_line,
    lines_of,
    whole_lines,
)
from trainer.session.record_sending import finish, numbered, put_lines, send
from trainer.storage.atomic import storage_refusal

MAX_BYTES = 256 * 1024 * 1024  # `attempt_folder.MAX_BYTES`


class Source(Protocol):
    """Reads files of records as they were written."""

    def size(self, path: Path) -> int:
        """Bytes of its content, -1 where nothing can be read (yet)."""

    def read(self, path: Path, offset: int) -> bytes:
        """The content from there on. Raises Refusal."""


class Disk:
    """Implements `Source` with the files themselves."""

    def size(self, path: Path) -> int:
        """Of the file."""
        try:
            return path.stat().st_size
        except OSError:
            return -1

    def read(self, path: Path, offset: int) -> bytes:
        """Of the file."""
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > MAX_BYTES:
                    raise damaged(path.name, "size", "no record is as large")
                file.seek(offset)
                return file.read()
        except OSError as error:
            raise storage_refusal(path, error) from None


DISK = Disk()


class FollowedFile:
    """A file that may still grow. refused : why the store does not take it.

    What the store confirmed is not read again; after a failure it is asked anew what it has.
    """

    def __init__(self, path: Path, source: Source = DISK) -> None:
        self.path, self._source = path, source
        self.complete = False
        self.refused: Refusal | None = None
        self._forget()

    def _forget(self) -> None:
        self._header: RecordHeader | None = None
        self._offset, self._count, self._head = 0, 0, NOTHING
        self._sealed = False

    @property
    def is_waiting(self) -> bool:
        """Whether the store lacks something that this file has, as far as it was looked at."""
        size = self._source.size(self.path)
        if self.complete or self.refused is not None or size < 0:
            return False
        return self._sealed or size != self._offset

    def send(self, store: RecordReceiver) -> bool:
        """Send what is new; whether anything was done. Raises Refusal, and asks anew next time."""
        size = self._source.size(self.path)
        if size < 0 or (size == self._offset and not self._sealed):
            return False
        try:
            if self._header is None or size < self._offset:
                self._send_all(store)
            else:
                self._send_rest(store, self._header)
        except BaseException:
            self._forget()
            raise
        return True

    def _send_all(self, store: RecordReceiver) -> None:
        self._forget()
        data = self._source.read(self.path, 0)
        if b"\n" not in data:
            return  # its header is being written
        found = lines_of(data, self.path.name)
        self.complete = send(store, found).complete
        self._header, self._head, self._sealed = found.header, found.head, found.sealed
        self._offset, self._count = len(data) - found.cut_bytes, len(found.lines)

    def _send_rest(self, store: RecordReceiver, header: RecordHeader) -> None:
        data = self._source.read(self.path, self._offset)
        lines, cut = whole_lines(data)
        if lines:
            head = check_chain(lines, self.path.name, self._head, self._count + 1)
            put_lines(store, header, numbered(lines, self._count))
            self._head, self._sealed = head, ends(header, lines[-1])
            self._offset += len(data) - cut
            self._count += len(lines)
        if self._sealed:
            self.complete = finish(store, header, self._head)


def header_in(path: Path, source: Source = DISK) -> RecordHeader | None:
    """What the first line of a file says, None where it is no record (yet)."""
    try:
        line = _first_line(path) if source is DISK else source.read(path, 0).partition(b"\n")[0]
        return header_of_line(line + b"\n", path.name) if line else None
    except (OSError, Refusal):
        return None


def _first_line(path: Path) -> bytes:
    with path.open("rb") as file:
        line = file.readline(MAX_BYTES)
    return line[:-1] if line.endswith(b"\n") else b""
