"""Where packages are unpacked: beside the library and invisible to it, until one rename.

``<library>/.installing/<random>/new/<id>`` is the scenario on its way in; ``.../old/<id>`` is the
one that it replaces, on its way out. One process at a time holds ``.installing/lock``; whoever gets
it clears what a killed installation left behind.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from trainer.refusal import ExitCode, Refusal
from trainer.storage.atomic import storage_refusal, sync_folder, sync_tree
from trainer.storage.file_lock import FileLock

FOLDER, LOCK = ".installing", "lock"
NEW, OLD = "new", "old"


@contextlib.contextmanager
def staging(library: Path) -> Iterator[Path]:
    """A folder for one installation; gone afterwards. Raises Refusal (IN_USE, STORAGE)."""
    try:
        (library / FOLDER).mkdir(parents=True, exist_ok=True)
        with _locked(library):
            _clear(library)
            stage = library / FOLDER / secrets.token_hex(6)
            (stage / NEW).mkdir(parents=True)
            try:
                yield stage
            finally:
                _drop(stage, library)
    except OSError as error:
        raise storage_refusal(library, error) from error


def clear_leftovers(library: Path) -> None:
    """Remove what killed installations left, if nobody is installing; never fails.

    A scenario that was on its way out while its successor was not yet in comes back.
    """
    if not (library / FOLDER).is_dir():
        return
    with contextlib.suppress(OSError, Refusal), _locked(library):
        _clear(library)


def publish(stage: Path, library: Path, name: str) -> None:
    """Make the staged scenario visible under its id, in place of the one that is there.

    Raises OSError.
    """
    new, home = stage / NEW / name, library / name
    sync_tree(new)
    if os.path.lexists(home):
        (stage / OLD).mkdir()
        home.rename(stage / OLD / name)
    new.rename(home)
    sync_folder(library)


@contextlib.contextmanager
def _locked(library: Path) -> Iterator[None]:
    path = library / FOLDER / LOCK
    path.touch(exist_ok=True)
    try:
        lock = FileLock(path, create=False)
    except Refusal as refusal:
        if refusal.code != ExitCode.IN_USE:
            raise
        raise Refusal(
            "The package was not installed",
            "another Rhizotomy Trainer on this computer is installing one",
            "Wait until it is done, then try again",
            code=ExitCode.IN_USE,
        ) from None
    try:
        yield
    finally:
        lock.release()


def _clear(library: Path) -> None:
    for stage in sorted((library / FOLDER).iterdir()):
        if stage.name == LOCK:
            continue
        if stage.is_dir() and not stage.is_symlink():
            _drop(stage, library)
        else:
            stage.unlink(missing_ok=True)


def _drop(stage: Path, library: Path) -> None:
    """Remove a stage; what cannot be brought back now stays in it for the next who tidies."""
    with contextlib.suppress(OSError):
        _put_back(stage, library)
        shutil.rmtree(stage, ignore_errors=True)


def _put_back(stage: Path, library: Path) -> None:
    """Bring back what was moved out for a successor that did not come. Raises OSError."""
    if not (stage / OLD).is_dir():
        return
    for old in (stage / OLD).iterdir():
        if not os.path.lexists(library / old.name):
            old.rename(library / old.name)
