"""A file of JSON lines that only grows, each line chained to the one before it.

The same line and chain as an attempt's (docs/attempt-format.md), for records that are appended
rarely: keys, marks, seals. One process at a time appends; whoever appends reads it whole first, so
nothing is ever chained to a damaged file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.attempt.chain import json_object
from trainer.attempt.log import NOTHING, damaged, hash_of, line_of
from trainer.storage.atomic import storage_refusal, sync_folder
from trainer.storage.file_lock import FileLock
from trainer.storage.regular_file import regular_bytes

Written = Callable[[str], Mapping[str, Any]]
MAX_BYTES = 64 * 2**20  # design value [X]: no list of keys, marks or seals is longer


class ChainedFile:
    """Append-only lines. path : made with its folder at the first append."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> tuple[Mapping[str, Any], ...]:
        """Every line's content, `prev` left out; () where there is no file.

        Raises Refusal INTEGRITY where a line does not follow from the one before it. A last line
        without its end is what a crash left: it is not there.
        """
        return self._read()[0]

    def chained(self) -> tuple[tuple[Mapping[str, Any], str], ...]:
        """Every line's content, with the hash of the line before it. Raises as `lines`."""
        found, prev = [], NOTHING
        for body in self._read()[0]:
            found.append((body, prev))
            prev = hash_of(line_of(body, prev))
        return tuple(found)

    def append(self, bodies: Sequence[Mapping[str, Any] | Written]) -> str:
        """Add lines and make them safe; the new head. Raises Refusal, nothing half-written kept.

        A line that signs what stands before it is made of the hash of the line before it.
        """
        lock = self._owned()
        try:
            _, head, whole, size = self._read()
            if whole < size:
                lock.cut_to(whole)
            added = bytearray()
            for body in bodies:
                line = line_of(body(head) if callable(body) else body, head)
                head = hash_of(line)
                added += line
            lock.append(bytes(added))
        except OSError as error:
            raise storage_refusal(self.path, error) from error
        finally:
            lock.release()
        return head

    def _owned(self) -> FileLock:
        if self.path.exists():
            return FileLock(self.path, create=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.path, create=True)
            sync_folder(self.path.parent)
        except OSError as error:
            raise storage_refusal(self.path, error) from error
        return lock

    def _read(self) -> tuple[tuple[Mapping[str, Any], ...], str, int, int]:
        data = regular_bytes(self.path, MAX_BYTES) if self.path.exists() else b""
        *lines, tail = data.split(b"\n")
        prev, found = NOTHING, []
        for number, line in enumerate(lines, start=1):
            body = json_object(line)
            if body is None or body.pop("prev", None) != prev:
                why = "it does not follow from the line before it"
                raise damaged(self.path.name, f"line {number}", why)
            if line_of(body, prev) != line + b"\n":
                raise damaged(self.path.name, f"line {number}", "it is not as it was written")
            found.append(body)
            prev = hash_of(line + b"\n")
        return tuple(found), prev, len(data) - len(tail), len(data)
