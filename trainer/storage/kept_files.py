"""What can be made again, kept in files between starts: a cache that never stops anybody.

Each file is named by its key and by the program that made what is in it. One that is not as it was
written is taken away and made again; the least recently used go when the folder holds too much.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from trainer.refusal import Refusal
from trainer.storage.atomic import atomic_write_bytes

LIMIT_BYTES = 4 << 30  # DESIGN 2
PATIENTS, DISTANCES = ".patient", ".distances"
SUFFIXES = (PATIENTS, DISTANCES)  # these share one folder and its limit

Kept = TypeVar("Kept")


class KeptFiles:
    """The files of one kind in a folder.

    made_by : names the program that makes them, asked when first needed; what another one made is
    never read.
    """

    def __init__(
        self, folder: Path, suffix: str, made_by: Callable[[], str], limit_bytes: int
    ) -> None:
        self._folder = folder
        self._suffix = suffix
        self._made_by = made_by
        self._limit_bytes = limit_bytes

    def load(self, key: str, unpacked: Callable[[bytes], Kept]) -> Kept | None:
        """What was kept under a key; None where nothing was, or nothing that is whole.

        unpacked : raises ValueError, KeyError or TypeError for anything but a whole file.
        """
        path = self._path(key)
        try:
            kept = unpacked(path.read_bytes())
            os.utime(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            with contextlib.suppress(OSError):
                path.unlink()
            return None
        return kept

    def save(self, key: str, content: bytes) -> None:
        """Keep these bytes where the disk allows, then let the oldest of the folder go."""
        path = self._path(key)
        with contextlib.suppress(Refusal):
            atomic_write_bytes(path, content)
            _make_room(path, self._limit_bytes)

    def _path(self, key: str) -> Path:
        name = hashlib.sha256(f"{self._made_by()}:{key}".encode()).hexdigest()
        return self._folder / f"{name}{self._suffix}"


def _make_room(newest: Path, limit_bytes: int) -> None:
    """Remove what was longest not used in the folder until the rest fits; never `newest`."""
    with contextlib.suppress(OSError):
        kept = (path for path in newest.parent.iterdir() if path.suffix in SUFFIXES)
        found = [(path.stat(), path) for path in kept]
        held = sum(stat.st_size for stat, _ in found)
        for stat, path in sorted(found, key=lambda one: one[0].st_mtime_ns):
            if held <= limit_bytes:
                break
            if path != newest:
                path.unlink(missing_ok=True)
                held -= stat.st_size
