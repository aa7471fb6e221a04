"""One file of a record that is being copied: what was read of it, and what is still to send."""

from __future__ import annotations

import os
from pathlib import Path

from trainer.attempt.log import NOTHING, damaged
from trainer.refusal import Refusal
from trainer.session.ports import RecordStore
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


class FollowedFile:
    """A file that may still grow. refused : why the store does not take it.

    What the store confirmed is not read again; after a failure it is asked anew what it has.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
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
        size = self._size()
        if self.complete or self.refused is not None or size < 0:
            return False
        return self._sealed or size != self._offset

    def send(self, store: RecordStore) -> bool:
        """Send what is new; whether anything was done. Raises Refusal, and asks anew next time."""
        size = self._size()
        if size == self._offset and not self._sealed:
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

    def _send_all(self, store: RecordStore) -> None:
        self._forget()
        data = self._read(0)
        if b"\n" not in data:
            return  # its header is being written
        found = lines_of(data, self.path.name)
        self.complete = send(store, found).complete
        self._header, self._head, self._sealed = found.header, found.head, found.sealed
        self._offset, self._count = len(data) - found.cut_bytes, len(found.lines)

    def _send_rest(self, store: RecordStore, header: RecordHeader) -> None:
        data = self._read(self._offset)
        lines, cut = whole_lines(data)
        if lines:
            head = check_chain(lines, self.path.name, self._head, self._count + 1)
            put_lines(store, header, numbered(lines, self._count))
            self._head, self._sealed = head, ends(header, lines[-1])
            self._offset += len(data) - cut
            self._count += len(lines)
        if self._sealed:
            self.complete = finish(store, header, self._head)

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:
            return -1

    def _read(self, offset: int) -> bytes:
        try:
            with self.path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > MAX_BYTES:
                    raise damaged(self.path.name, "size", "no record is as large")
                file.seek(offset)
                return file.read()
        except OSError as error:
            raise storage_refusal(self.path, error) from None


def header_in(path: Path) -> RecordHeader | None:
    """What the first line of a file says, None where it is no record (yet)."""
    try:
        with path.open("rb") as file:
            line = file.readline(MAX_BYTES)
        return header_of_line(line, path.name) if line.endswith(b"\n") else None
    except (OSError, Refusal):
        return None
