"""What is the same of every archive: limits, names of files, and how it says no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from trainer.refusal import ExitCode, Refusal

# Design values: the largest study that this program could import, with room to spare.
MOST_FILES = 5_000
MOST_BYTES = 4 * 1024**3
WAIT_S = 20.0
NOT_FETCHED = "The study was not fetched"


def failed(what: str, why: str, next_step: str = "") -> Refusal:
    """The archive failed: code STORAGE."""
    usual = "Check the archive's address and that it knows this station, then try again"
    return Refusal(what, why, next_step or usual, code=ExitCode.STORAGE)


class Shelf:
    """Where fetched files go, numbered, unread, within the limits."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes = 0
        self.files: list[Path] = []

    def add(self, *parts: bytes) -> None:
        """Keep one file. Raises Refusal over the limits or where it cannot be written."""
        self._bytes += sum(len(part) for part in parts)
        if self._bytes > MOST_BYTES or len(self.files) >= MOST_FILES:
            limit = f"it has more than {MOST_FILES} files or {MOST_BYTES >> 30} GB"
            raise failed(NOT_FETCHED, limit, "Choose a study of one scan")
        path = self._folder / f"{len(self.files) + 1:05d}.dcm"
        try:
            path.write_bytes(b"".join(parts))
        except OSError as error:
            raise failed(NOT_FETCHED, error.strerror or "the disk failed", "Free space") from None
        self.files.append(path)


def parts_of(body: BinaryIO, boundary: bytes) -> Iterator[bytes]:
    """The contents of a multipart body (RFC 2046), one at a time, its headers taken off.

    Raises ValueError where it is none or ends before its end.
    """
    data = body.read(MOST_BYTES + 1)
    pieces = (b"\r\n" + data).split(b"\r\n--" + boundary)
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise ValueError("the answer breaks off")
    for piece in pieces[1:-1]:
        _headers, blank, content = piece.partition(b"\r\n\r\n")
        if not blank:
            raise ValueError("a part has no content")
        yield content
