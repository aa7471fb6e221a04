"""Read a file that someone else named: only a real file, only so large, only unchanged."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from trainer.refusal import Refusal

_CHUNK = 2**20
# The path may have become a pipe since it was looked at: do not wait. Windows has no such flag.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KINDS = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe"),
    (stat.S_ISSOCK, "it is a socket"),
    (stat.S_ISCHR, "it is a device"),
    (stat.S_ISBLK, "it is a device"),
)


def regular_bytes(path: Path, limit_bytes: int) -> bytes:
    """The bytes of a file. Raises Refusal for anything but a readable file within the limit."""
    with _opened(path, limit_bytes) as stream:
        return b"".join(_chunks(stream))


def file_sha256(path: Path, limit_bytes: int) -> str:
    """SHA-256 (hex) of a file's bytes. Raises Refusal as `regular_bytes` does."""
    digest = hashlib.sha256()
    with _opened(path, limit_bytes) as stream:
        for chunk in _chunks(stream):
            digest.update(chunk)
    return digest.hexdigest()


def why_not_regular(path: Path) -> str | None:
    """Why a path is no file to read, without opening it (a pipe would wait); None where it is."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "there is no such file"
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return _reason(error)
    return next((why for is_kind, why in _KINDS if is_kind(mode)), None)


@contextmanager
def _opened(path: Path, limit_bytes: int) -> Iterator[BinaryIO]:
    why = why_not_regular(path)
    if why is not None:
        raise not_readable(path, why)
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > limit_bytes:
                raise not_readable(
                    path, f"it has {before.st_size:,} bytes of {limit_bytes:,} allowed"
                )
            yield stream
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise not_readable(path, _reason(error)) from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise not_readable(path, "it changed while it was read")


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")


def not_readable(path: Path, why: str) -> Refusal:
    """The refusal of a file that cannot be read."""
    return Refusal(f"{path} cannot be read", why, "Check the name, the file and its permissions")


def _reason(error: OSError | ValueError) -> str:
    number = getattr(error, "errno", None)
    return os.strerror(number).lower() if number else str(error)
