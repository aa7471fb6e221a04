"""The scenarios that came with an encrypted exam: closed in the session's folder until it is over.

While somebody of the staff has opened the session they lie unpacked in a folder of this user alone,
in memory where the system offers such a place (Linux: /dev/shm), and are gone when it is let go.
A kill leaves that folder; it is cleared when the session is opened again, and by a restart.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.storage.atomic import atomic_write_bytes, storage_refusal
from trainer.storage.attempt_folder import LOCKED
from trainer.storage.exam_vault import ExamVault, closed_whole, opened_whole
from trainer.storage.package_limits import PACKAGE_BYTES
from trainer.storage.regular_file import regular_bytes

if TYPE_CHECKING:
    from trainer.session.packages import PackageStore
    from trainer.session.ports import ScenarioSource

SHELF = "scenarios"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it, for this user alone)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Scenarios of one session: found in a folder of its own, put there by packages."""

    scenarios: ScenarioSource
    packages: PackageStore


class ExamShelf:
    """The shelf of a session. folder : the session's private one. shelf : makes one of a folder."""

    def __init__(
        self,
        folder: Path,
        session_id: str,
        vault: ExamVault,
        shelf: Callable[[Path], Shelf] | None,
    ) -> None:
        self._folder, self._vault, self._shelf = folder, vault, shelf
        self._open = _private_place() / f"rhizotomy-exam-{session_id}"

    def put(self, packages: Mapping[str, bytes]) -> None:
        """Keep packages closed, and unpack them for now. The vault is open."""
        cipher = self._vault.cipher()
        for name, data in packages.items():
            atomic_write_bytes(self._closed(name), closed_whole(data, cipher, name))
        self.open()

    def open(self) -> None:
        """Unpack what is closed, where anything is. The vault is open."""
        closed = sorted(self._folder.glob(f"*{LOCKED}"))
        if not closed or self._shelf is None:
            return
        self.clear()
        _make_private(self._open)
        self._unpack(closed, self._open)

    def reveal(self) -> None:
        """The session is over: what was closed lies on its shelf for good."""
        closed = sorted(self._folder.glob(f"*{LOCKED}"))
        if not closed or self._shelf is None:
            return
        place = self._folder / SHELF
        place.mkdir(mode=0o700, exist_ok=True)
        self._unpack(closed, place)
        for path in closed:
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Take away what is unpacked for now."""
        shutil.rmtree(self._open, ignore_errors=True)

    def scenarios(self) -> ScenarioSource | None:
        """Where to read from; None where the session uses this computer's scenarios."""
        for place in (self._folder / SHELF, self._open):
            if self._shelf is not None and place.is_dir():
                return self._shelf(place).scenarios
        return None

    def _unpack(self, closed: list[Path], place: Path) -> None:
        assert self._shelf is not None
        shelf, cipher = self._shelf(place), self._vault.cipher()
        for path in closed:
            file = self._open.parent / f"{self._open.name}-{path.stem}.zip"
            _write_private(
                file, opened_whole(regular_bytes(path, PACKAGE_BYTES + 64), cipher, path.stem)
            )
            try:
                shelf.packages.install(file)
            finally:
                file.unlink(missing_ok=True)

    def _closed(self, name: str) -> Path:
        return self._folder / f"{name}{LOCKED}"


def _private_place() -> Path:
    """A place in memory, else the folder for what is temporary."""
    usable = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)
    return IN_MEMORY if usable else Path(tempfile.gettempdir())


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:  # somebody else's folder of that name is never used
        raise storage_refusal(folder, error) from error


def _write_private(path: Path, data: bytes) -> None:
    try:
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as error:
        raise storage_refusal(path, error) from error
