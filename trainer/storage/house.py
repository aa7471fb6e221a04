"""What the program keeps on this computer: sizes, clearing, retention, collecting for support."""

from __future__ import annotations

import io
import os
import platform
import shutil
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.refusal import Refusal
from trainer.session.days import FIRST_DAY
from trainer.session.settings import Kept
from trainer.storage.atomic import atomic_write_bytes, storage_refusal
from trainer.storage.build import build_sha256
from trainer.storage.folders import Folders
from trainer.storage.shipped import shipped_folder

if TYPE_CHECKING:
    from trainer.storage.attempt_folder import AttemptFolder

LOGS_MAX_BYTES = 16 * 1024 * 1024  # of each file, its end: what happened last
SUPPORTED = (".txt", ".log", ".jsonl")  # never an .attempt, a patient folder or a picture


class HouseFolders:
    """Implements `trainer.session.settings.House` on the user's folders."""

    def __init__(
        self, folders: Folders, settings: Path, now_s: Callable[[], float] = time.time
    ) -> None:
        self.folders = folders
        self._settings = settings
        self._now_s = now_s

    def kept(self) -> tuple[Kept, ...]:
        """Its folders with their sizes."""
        names = ("attempts", "scenarios", "patients", "cache", "logs")
        return tuple(_kept(name, getattr(self.folders, name)) for name in names)

    def clear_cache(self) -> int:
        """Throw away what can be made again. Raises Refusal."""
        before = _kept("cache", self.folders.cache).bytes
        for part in _children(self.folders.cache):
            try:
                shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()
            except OSError as error:
                raise storage_refusal(part, error) from None
        return before - _kept("cache", self.folders.cache).bytes

    def kept_from(self, days: int) -> int:
        """Ordinal of the day here from which attempts are kept."""
        return _day(self._now_s()) - days

    def old_attempts(self, days: int) -> tuple[Path, ...]:
        """Finished attempts last changed before that day; 0 days: none.

        A file dated before the program was there, or in the future, comes from a clock that was
        wrong: how old it is nobody knows, and it stays. So does what cannot be read.
        """
        from trainer.storage.attempt_folder import AttemptFolder

        store = AttemptFolder(self.folders.attempts)
        return tuple(path for path in self._dated(days) if _is_sealed(store, path))

    def count_old(self, days: int) -> int:
        """About how many these are: told by their last line alone."""
        from trainer.storage.attempt_folder import ends_sealed

        return sum(ends_sealed(path) for path in self._dated(days))

    def _dated(self, days: int) -> Iterator[Path]:
        """Attempts whose file says that they are old, and may be believed."""
        until = self.kept_from(days)
        for path in _attempts(self.folders.attempts) if days > 0 else ():
            with suppress(OSError, OverflowError, ValueError):
                if FIRST_DAY <= _day(path.stat().st_mtime) < until:
                    yield path

    def delete(self, attempts: tuple[Path, ...]) -> int:
        """Delete these files. Raises Refusal at the first that cannot be."""
        for path in attempts:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise storage_refusal(path, error) from None
        return len(attempts)

    def collect(self, out: Path) -> tuple[str, ...]:
        """Logs, crash files, settings and what machine this is, in one zip. Raises Refusal."""
        members = {"about.txt": _about().encode()}
        if self._settings.is_file():
            members["settings.json"] = _without_home(_end_of(self._settings))
        for path in _files(self.folders.logs):
            if path.suffix in SUPPORTED:
                name = f"logs/{path.relative_to(self.folders.logs).as_posix()}"
                members[name] = _without_home(_end_of(path))
        body = io.BytesIO()
        with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in members.items():
                packed.writestr(name, data)
        atomic_write_bytes(out, body.getvalue())
        return tuple(members)

    def guides(self) -> Path:
        """The folder of the help pages. Raises Refusal."""
        return shipped_folder("docs/guides")

    def build(self) -> str:
        """The hash of this program's sources."""
        return build_sha256()


def _about() -> str:
    python, system = platform.python_version(), platform.platform()
    return f"Rhizotomy Trainer {__version__}\nbuild {build_sha256()}\nPython {python}\n{system}\n"


def _without_home(data: bytes) -> bytes:
    """A user's name hides in paths."""
    return data.replace(os.fsencode(Path.home()), b"~")


def _end_of(path: Path) -> bytes:
    with suppress(OSError), path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LOGS_MAX_BYTES))
        return file.read()
    return b""


def _is_sealed(store: AttemptFolder, path: Path) -> bool:
    try:
        return store.load(path).sealed
    except Refusal:
        return False  # what cannot be read is never deleted unseen


def _day(at_s: float) -> int:
    return date.fromtimestamp(at_s).toordinal()


def _attempts(folder: Path) -> Iterator[Path]:
    from trainer.storage.attempt_folder import SUFFIX

    return (path for path in _children(folder) if path.suffix == SUFFIX and path.is_file())


def _kept(name: str, folder: Path) -> Kept:
    sizes = []
    for path in _files(folder):
        with suppress(OSError):
            sizes.append(path.lstat().st_size)
    return Kept(name, folder, len(sizes), sum(sizes))


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in sorted(names))


def _children(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError:
        return ()
