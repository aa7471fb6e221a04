"""One owner per file: an open file, locked by the operating system while it is held.

The lock dies with its process, so a killed program leaves nothing stale behind.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from trainer.refusal import ExitCode, Refusal

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        # Beyond the end, so that readers can read; the region need not exist.
        os.lseek(descriptor, 2**30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """A file open for appending, owned by this process alone.

    Raises Refusal: IN_USE where another process has it, STORAGE where it cannot be opened.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        flags = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)
        if create:
            flags |= os.O_CREAT | os.O_EXCL
        try:
            self._descriptor = os.open(path, flags, 0o644)
        except OSError as error:
            raise _not_open(path, error) from None
        try:
            _try_lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise Refusal(
                f"{path.name} is in use",
                "another Rhizotomy Trainer on this computer is recording it",
                "Close it there first",
                code=ExitCode.IN_USE,
            ) from None

    def append(self, data: bytes) -> None:
        """Write all of `data` at the end and make it safe. Raises OSError."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]
        os.fsync(self._descriptor)

    def cut_to(self, size: int) -> None:
        """Drop what stands after `size` bytes and make that safe. Raises OSError."""
        os.ftruncate(self._descriptor, size)
        os.fsync(self._descriptor)

    def release(self) -> None:
        """Let the file go; doing it twice is harmless."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


class Released(Protocol):
    """What can be let go."""

    def release(self) -> None:
        """Let it go; doing it twice is harmless."""


@contextmanager
def let_go_if_failed(held: Released, refusal_of: Callable[[OSError], Refusal]) -> Iterator[None]:
    """Keep a file held where the block comes through, let it go where it does not.

    refusal_of : what an OSError of the block is told as.
    """
    try:
        yield
    except OSError as error:
        held.release()
        raise refusal_of(error) from error
    except BaseException:
        held.release()
        raise


def _not_open(path: Path, error: OSError) -> Refusal:
    return Refusal(
        f"{path.name} cannot be opened for recording",
        os.strerror(error.errno or 0),
        "Check the folder and its permissions, or choose another one",
        code=ExitCode.STORAGE,
    )
