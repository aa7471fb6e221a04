"""What the shared store says: values of `trainer.session.ports.RecordStore` and `Uploads`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from trainer.refusal import Refusal
from trainer.session.record_lines import RecordHeader

URL_VARIABLE = "RHIZOTOMY_RECORDS_URL"  # where this user's shared store is


class StoreRefusal(Refusal):
    """The store as a whole failed, not what was given to it: it may go well later."""


@dataclass(frozen=True, slots=True)
class Held:
    """Which lines of a record the store has: all below `until` but `missing`.

    complete : the head of the sealed record as the store checked it, None until then.
    """

    until: int
    missing: tuple[int, ...] = ()
    complete: str | None = None

    def wanted(self, count: int) -> tuple[int, ...]:
        """The line numbers, from 0, that a file of `count` lines still has to send."""
        return (*(seq for seq in self.missing if seq < count), *range(self.until, count))


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as listed. lines : how many the store has. head : None until it is complete.

    voids : how often it was declared void. digest, score, passed : of the index, None where the
    index does not know the record; thousandths.
    """

    header: RecordHeader
    lines: int
    head: str | None
    voids: int
    marks: int
    digest: str | None = None
    score: int | None = None
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A rater's mark of a record: a document of its own, never changed, only followed by others."""

    mark: UUID
    record: UUID
    rater: str
    created_utc: str
    document: str


@dataclass(frozen=True, slots=True)
class Void:
    """A record declared void: why, by whom, seen by a second person. The record itself stays."""

    void: UUID
    record: UUID
    reason: str
    by_person: str
    second_person: str
    created_utc: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What was computed from a record's lines. document : `progress_facts`, as JSON.

    scoring : which program computed it; another one's rows are computed anew.
    """

    record: UUID
    scoring: str
    digest: str
    score: int
    passed: bool
    document: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that is not what was written. line : from 1, None where it is about the whole."""

    record: UUID
    name: str
    line: int | None
    why: str


@dataclass(frozen=True, slots=True)
class UploadStatus:
    """How far the copies are. waiting : files not complete in the store yet.

    done : files completed since the program began. failure : why it does not go on now, None while
    it does; it is tried again by itself. refused : files that the store does not take, with why.
    """

    waiting: int = 0
    done: int = 0
    failure: Refusal | None = None
    refused: tuple[tuple[str, Refusal], ...] = ()


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup. removed : older ones that it and others stand for."""

    path: Path
    removed: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of a restore. backup : that was used; aside : where the old file lies now.

    rows : of the backup looked at, where it was added to a server.
    """

    backup: Path
    aside: Path | None
    rows: int
