"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trainer.refusal import ExitCode, Refusal


def write_whole(path: Path, content: bytes) -> None:
    """Write next to the target, flush to the disk, then rename; replaces an existing file.

    Raises Refusal (storage) where that fails; the old file then stands and nothing else is left.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=".", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
        temporary = None
        _settle(path.absolute().parent)
    except OSError as error:
        raise Refusal(
            f"'{path.name}' was not written",
            error.strerror or type(error).__name__,
            "Choose another folder, or make room",
            code=ExitCode.STORAGE,
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be flushed (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
