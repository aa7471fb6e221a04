"""Files and folders that appear whole or not at all.

Written to a temporary sibling, synced, renamed in one step, and the folder's entry synced. A
failure leaves nothing behind and becomes one Refusal with code STORAGE. A kill at the worst moment
can leave only the sibling, whose name ends in `.partial`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from trainer.refusal import ExitCode, Refusal

_FULL = ("the disk is full", "Free some space and try again")
_CLOSED = ("writing there is not allowed", "Choose another folder or change its permissions")
_BLOCKED = ("a part of its path is a file, not a folder", "Choose another folder")
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: ("a file is larger than may be written there", "Choose another disk"),
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: _CLOSED,
    errno.ENOTDIR: _BLOCKED,
    errno.EEXIST: _BLOCKED,
    errno.EISDIR: ("a folder of that name is there", "Choose another name"),
    errno.ENOTEMPTY: ("a folder of that name is there", "Choose another name"),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name"),
    errno.EIO: ("the disk reported an error", "Check the disk, then save somewhere else"),
}


def storage_refusal(path: Path, error: OSError) -> Refusal:
    """The one sentence for a failed write."""
    unknown = (error.strerror or type(error).__name__, "Try again, or choose another folder")
    why, next_step = _REASONS.get(error.errno or 0, unknown)
    return Refusal(f"{path} could not be saved", why, next_step, code=ExitCode.STORAGE)


def atomic_write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole, in place of what was there; missing folders above it are made.

    Raises Refusal (STORAGE); what was there before then still is.
    """
    path = Path(path).absolute()
    with _tidy(path) as temporary:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)


@contextlib.contextmanager
def atomic_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, which then appears under its name; never over anything that is there.

    Yields the temporary folder. An error inside the block leaves nothing behind; OSError becomes a
    Refusal (STORAGE), as does a name that is taken.
    """
    folder = Path(folder).absolute()
    _refuse_taken(folder)
    with _tidy(folder) as temporary:
        temporary.mkdir()
        yield temporary
        sync_tree(temporary)
        _refuse_taken(folder)
        temporary.rename(folder)
        try:
            sync_folder(folder.parent)
        except OSError:
            _remove(folder)  # not known to be safe, so not kept
            raise


@contextlib.contextmanager
def _tidy(target: Path) -> Iterator[Path]:
    """A free sibling name for `target`; on failure nothing is left of it."""
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.partial")
    made: list[Path] = []
    try:
        _make_parents(target.parent, made)
        yield temporary
    except BaseException as error:
        _remove(temporary)
        for parent in reversed(made):
            with contextlib.suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError):
            raise storage_refusal(target, error) from error
        raise


def _make_parents(parent: Path, made: list[Path]) -> None:
    missing = [above for above in (parent, *parent.parents) if not above.exists()]
    for above in reversed(missing):
        above.mkdir(exist_ok=True)
        made.append(above)
        sync_folder(above.parent)


def _refuse_taken(folder: Path) -> None:
    if os.path.lexists(folder):
        raise Refusal(
            f"{folder} could not be saved",
            "something of that name is there",
            "Choose another name, or move the old one away",
            code=ExitCode.STORAGE,
        )


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def sync_tree(folder: Path) -> None:
    """Make a folder safe with all that lies in it, the innermost first."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            with (Path(place) / name).open("rb+") as file:
                os.fsync(file.fileno())
        sync_folder(Path(place))


def sync_folder(folder: Path) -> None:
    """Make a folder's entries safe; Windows offers no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network disks cannot sync a folder
            raise
    finally:
        os.close(handle)
