"""The user's manuscripts: one folder each, with its log, its files and its tries.

``<studio>/<key>/manuscript.jsonl`` is the log, ``files/`` what will lie beside scenario.yaml,
``tries/`` attempts at the unpublished case.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from trainer.refusal import ExitCode, Refusal
from trainer.session.studio.ports import ManuscriptCard, ManuscriptFile
from trainer.storage.atomic import atomic_folder, atomic_write_bytes, storage_refusal
from trainer.storage.file_lock import FileLock, let_go_if_failed
from trainer.storage.manuscript_journal import ManuscriptJournal
from trainer.storage.manuscript_log import ManuscriptLog, header_line, parse
from trainer.storage.package_staging import NEW, publish, staging
from trainer.storage.regular_file import regular_bytes
from trainer.storage.scan_archive import unpacked_scans
from trainer.storage.scenario_library import FILE

LOG = "manuscript.jsonl"
LOG_BYTES = 256 * 2**20  # a year of typing is far from it
FILES, TRIES = "files", "tries"
SOURCES, SOURCES_BYTES = "sources.json", 2**20


class ManuscriptFolder:
    """Implements `trainer.session.studio.ports.ManuscriptStore`.

    folder : of the manuscripts. library : the user's own scenarios.
    """

    def __init__(self, folder: Path, library: Path) -> None:
        self.folder = folder
        self.library = library

    def create(
        self, base: Mapping[str, Any], origin: str = "", beside: Mapping[str, Path] | None = None
    ) -> ManuscriptJournal:
        """A new manuscript, whole or not at all."""
        key = secrets.token_hex(6)
        with atomic_folder(self.folder / key) as place:
            (place / FILES).mkdir()
            (place / TRIES).mkdir()
            for name, source in (beside or {}).items():
                _copy(source, place / FILES / name)
            (place / LOG).write_bytes(header_line(base, origin))
        return self.reopen(key)

    def reopen(self, key: str) -> ManuscriptJournal:
        """Go on; a line that was cut off by a crash is dropped."""
        home = self._home(key)
        lock = _locked(home / LOG)
        with let_go_if_failed(lock, partial(storage_refusal, home)):
            log = _log_of(home)
            if log.whole_bytes < (home / LOG).stat().st_size:
                lock.cut_to(log.whole_bytes)
            (home / FILES).mkdir(exist_ok=True)
            (home / TRIES).mkdir(exist_ok=True)
        return ManuscriptJournal(home, lock, log.head, log.manuscript, log.origin)

    def unfinished(self) -> tuple[ManuscriptCard, ...]:
        """All of them that can be read, newest first."""
        return tuple(sorted(self._cards(), key=lambda one: one.changed_utc, reverse=True))

    def discard(self, key: str) -> None:
        """Throw a manuscript away with all its files: out of sight in one step, then deleted."""
        home = self._home(key)
        lock = _locked(home / LOG)
        gone = home.with_name(f".{key}.partial")
        try:
            home.rename(gone)
        except OSError as error:
            raise storage_refusal(home, error) from None
        finally:
            lock.release()
        shutil.rmtree(gone, ignore_errors=True)

    def keep(self, file: ManuscriptFile, name: str, data: bytes) -> None:
        """Put a file beside the case, in place of one of that name."""
        atomic_write_bytes(file.folder / name, data)

    def remember(self, file: ManuscriptFile, data: bytes) -> None:
        """Keep what only the studio needs to know, never published."""
        atomic_write_bytes(file.folder.parent / SOURCES, data)

    def remembered(self, file: ManuscriptFile) -> bytes | None:
        """What was remembered; None for nothing."""
        try:
            return regular_bytes(file.folder.parent / SOURCES, SOURCES_BYTES)
        except Refusal:
            return None

    def unpacked(self, archive: Path) -> AbstractContextManager[Path]:
        """The files of a zip of scans, in a folder that is gone afterwards."""
        return unpacked_scans(archive)

    def publish(self, file: ManuscriptFile, name: str, text: bytes, kept: tuple[str, ...]) -> Path:
        """Put a scenario into the user's library under its id, whole or not at all."""
        with staging(self.library) as stage:
            place = stage / NEW / name
            place.mkdir(parents=True)
            for one in kept:
                _copy(file.folder / one, place / one)
            (place / FILE).write_bytes(text)
            publish(stage, self.library, name)
        return self.library / name

    def own(self, name: str) -> bool:
        """Whether a scenario of that id lies in the user's own library."""
        return (self.library / name / FILE).is_file()

    def _home(self, key: str) -> Path:
        home = self.folder / key
        if not key or key != Path(key).name or not (home / LOG).is_file():
            raise Refusal(
                f"There is no manuscript {key!r}",
                "its folder is not there",
                "Choose one from the studio's list",
            )
        return home

    def _cards(self) -> Iterator[ManuscriptCard]:
        if not self.folder.is_dir():
            return
        for home in self.folder.iterdir():
            if home.name.startswith(".") or not (home / LOG).is_file():
                continue
            try:
                yield _card(home, _log_of(home))
            except (OSError, Refusal):
                continue  # it stays where it is; reopening it says what is wrong


def _card(home: Path, log: ManuscriptLog) -> ManuscriptCard:
    document = log.manuscript.document()
    changed = datetime.fromtimestamp((home / LOG).stat().st_mtime, UTC)
    return ManuscriptCard(
        home.name,
        str(document.get("title") or ""),
        str(document.get("id") or ""),
        log.origin,
        changed.isoformat(timespec="milliseconds"),
        log.published,
    )


def _log_of(home: Path) -> ManuscriptLog:
    return parse(regular_bytes(home / LOG, LOG_BYTES), home.name)


def _locked(path: Path) -> FileLock:
    try:
        return FileLock(path, create=False)
    except Refusal as refusal:
        if refusal.code != ExitCode.IN_USE:
            raise
        raise Refusal(
            "This case is open already",
            "another studio on this computer is writing it",
            "Close it there first",
            code=ExitCode.IN_USE,
        ) from None


def _copy(source: Path, goal: Path) -> None:
    """A file or a folder of plain files."""
    if source.is_dir():
        shutil.copytree(source, goal, symlinks=False)
    else:
        shutil.copyfile(source, goal)
