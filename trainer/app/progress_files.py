"""The index of progress in the cache folder, and tables for spreadsheets."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.refusal import Refusal
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.build import build_sha256

MAX_BYTES = 64 * 1024 * 1024  # an attempt takes 1 kB
SCORING = ("scoring", "attempt", "scenario", "session")  # what facts are made by


class ProgressFolder:
    """Implements `trainer.session.progress_index.ProgressFiles`."""

    def __init__(self, index: Path) -> None:
        self._index = index
        self.scoring = functools.cache(_scoring)

    def read(self) -> Mapping[str, Any]:
        """The index, empty where there is none or it is damaged."""
        try:
            if self._index.stat().st_size > MAX_BYTES:
                return {}
            document = json.loads(self._index.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return document if isinstance(document, dict) else {}

    def keep(self, document: Mapping[str, Any]) -> None:
        """Keep it; where that is not possible it is made anew next time."""
        with contextlib.suppress(Refusal):
            atomic_write_bytes(self._index, json.dumps(document, separators=(",", ":")).encode())

    def stamp(self, path: Path) -> str | None:
        """Size and time of last change."""
        try:
            found = path.stat()
        except OSError:
            return None
        return f"{found.st_size}-{found.st_mtime_ns}"

    def sha256(self, path: Path) -> str | None:
        """Hash of the bytes."""
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return None

    def save_table(
        self, path: Path, header: Sequence[str], rows: Sequence[Sequence[str | int | None]]
    ) -> None:
        """A CSV that spreadsheets open as it was meant. Raises Refusal."""
        from trainer.exchange.csv_text import csv_bytes

        atomic_write_bytes(path, csv_bytes(header, rows, bom=True))


def _scoring() -> str:
    return "-".join(build_sha256(room)[:16] for room in SCORING)
