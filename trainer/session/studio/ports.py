"""What the studio needs from storage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from trainer.refusal import Refusal
from trainer.scenario.manuscript.manuscript import Entry, Manuscript


@dataclass(frozen=True, slots=True)
class ManuscriptCard:
    """A manuscript in a list.

    origin : the id it was forked from, "" for none. changed_utc : when it was last written to.
    published : the version that was published and not changed since, None for none.
    """

    key: str
    title: str
    scenario_id: str
    origin: str
    changed_utc: str
    published: int | None = None


class ManuscriptFile(Protocol):
    """One open manuscript: its log is written by one thread, its folder belongs to this process."""

    @property
    def key(self) -> str:
        """What the store calls it."""

    @property
    def folder(self) -> Path:
        """Where pictures, patient folders and the reference run of this case lie."""

    @property
    def tries(self) -> Path:
        """Where attempts at the unpublished case lie."""

    @property
    def manuscript(self) -> Manuscript:
        """As it was when the file was opened."""

    @property
    def origin(self) -> str:
        """The id it was forked from, "" for none."""

    @property
    def failure(self) -> Refusal | None:
        """Why writing stopped; nothing more is written then."""

    @property
    def recorded(self) -> bool:
        """Whether everything handed over is safe on disk."""

    def append(self, entry: Entry) -> None:
        """Hand an entry over; returns at once. It is safe within a second."""

    def published(self, version: int) -> None:
        """Note that the case as it stands was published."""

    def flush(self) -> None:
        """Wait until everything is safe. Raises the Refusal that stopped it."""

    def listen(self, told: Callable[[], None]) -> None:
        """Call `told` from the writer's thread after each write and where it stopped."""

    def close(self) -> None:
        """Write what is to be written, let the file go."""


class ManuscriptStore(Protocol):
    """Keeps manuscripts. Everything raises Refusal."""

    def create(
        self, base: Mapping[str, Any], origin: str = "", beside: Mapping[str, Path] | None = None
    ) -> ManuscriptFile:
        """A new manuscript, whole or not at all. beside : files and folders to copy in, by name."""

    def reopen(self, key: str) -> ManuscriptFile:
        """Go on; a line that was cut off by a crash is dropped. IN_USE where another has it."""

    def unfinished(self) -> tuple[ManuscriptCard, ...]:
        """All of them that can be read, newest first."""

    def discard(self, key: str) -> None:
        """Throw a manuscript away with all its files; what was published stays."""

    def keep(self, file: ManuscriptFile, name: str, data: bytes) -> None:
        """Put a file beside the case, in place of one of that name."""

    def remember(self, file: ManuscriptFile, data: bytes) -> None:
        """Keep what only the studio needs to know, never published: where scans came from."""

    def remembered(self, file: ManuscriptFile) -> bytes | None:
        """What was remembered; None for nothing."""

    def unpacked(self, archive: Path) -> AbstractContextManager[Path]:
        """The files of a zip of scans, in a folder that is gone afterwards."""

    def publish(self, file: ManuscriptFile, name: str, text: bytes, kept: tuple[str, ...]) -> Path:
        """Put a scenario into the user's library under its id, whole or not at all.

        text : of scenario.yaml. kept : files and folders of the manuscript that go with it.
        """

    def own(self, name: str) -> bool:
        """Whether a scenario of that id lies in the user's own library."""
