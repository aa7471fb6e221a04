"""What the session needs from the edges: Protocols that edges implement and app injects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

# Protocols say types and run nothing: a command that only scores a file loads no patient for them.
if TYPE_CHECKING:
    from uuid import UUID

    import numpy as np
    from numpy.typing import NDArray

    from trainer.attempt.events import Exposed
    from trainer.attempt.header import Header
    from trainer.attempt.log import AttemptLog, Record
    from trainer.refusal import Problem, Refusal
    from trainer.scenario.scenario import Scenario
    from trainer.scoring.debrief.debrief import Debrief
    from trainer.session.cards import ScenarioCard
    from trainer.session.record_lines import RecordHeader
    from trainer.session.records import (
        BackupMade,
        Held,
        IndexRow,
        Mark,
        Restored,
        StoredRecord,
        UploadStatus,
        Void,
    )
    from trainer.session.services import Services

Job = TypeVar("Job")
Result = TypeVar("Result")


class Journal(Protocol):
    """One attempt being recorded by one writer thread.

    recorded_seq : the last record known to be safe on disk. failure : why recording stopped, or
    None; after a failure nothing more is written and nothing more is claimed.
    """

    @property
    def path(self) -> Path:
        """The .attempt file."""

    @property
    def recorded_seq(self) -> int:
        """The last record that is safe."""

    @property
    def failure(self) -> Refusal | None:
        """Why recording stopped."""

    def append(self, record: Record) -> None:
        """Hand a record to the writer; returns at once."""

    def flush(self) -> None:
        """Wait until all records handed over are safe. Raises the Refusal that stopped it."""

    def seal(self) -> None:
        """Flush, write the seal, make it safe. Raises Refusal."""

    def close(self) -> None:
        """Flush what can be, stop the writer, let the file go."""

    def listen(self, recorded: Callable[[], None]) -> None:
        """Call `recorded` from the writer's thread whenever `recorded_seq` or `failure` changed."""


class Signer(Protocol):
    """An Ed25519 key that signs records, and says which it is."""

    @property
    def key_id(self) -> str:
        """What people compare: the first 16 hexadecimal digits of the public key's SHA-256."""

    @property
    def public_bytes(self) -> bytes:
        """The 32 bytes of the public key."""

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the signature (RFC 8032)."""


class AttemptStore(Protocol):
    """Keeps .attempt files."""

    def create(self, header: Header, path: Path | None = None) -> Journal:
        """A new file with its header safe on disk, at `path` or in the user's folder."""

    def load(self, path: Path) -> AttemptLog:
        """Read a log and check its chain."""

    def content(self, path: Path) -> bytes:
        """A log's bytes, unchecked."""

    def read(self, data: bytes, name: str) -> AttemptLog:
        """What `load` makes of a file of these bytes."""

    def reopen(self, path: Path) -> tuple[AttemptLog, Journal]:
        """Go on with an unsealed log after a crash; a partial last line is dropped."""

    def forget_if_empty(self, path: Path) -> None:
        """Delete an attempt without any record; any other stays."""

    def unfinished(self) -> tuple[Path, ...]:
        """Unsealed attempts in the user's folder, newest first."""

    def finished(self) -> tuple[Path, ...]:
        """Sealed attempts in the user's folder, oldest first."""


class ScenarioSource(Protocol):
    """Finds scenarios."""

    def identifiers(self) -> tuple[str, ...]:
        """Ids in library order, a C-arm scenario first."""

    def cards(self) -> tuple[ScenarioCard | Refusal, ...]:
        """What the list shows of each, or why it cannot be read; in the order of the ids."""

    def load(self, name: str) -> Scenario:
        """The scenario of an id or of a file or folder path."""

    def picture_path(self, scenario: Scenario, file: str) -> Path:
        """Where a picture that the scenario names lies."""

    def patient_path(self, scenario: Scenario, folder: str) -> Path:
        """Where a patient folder that the scenario names lies."""

    def validate(self, path: Path) -> tuple[Problem, ...]:
        """Every problem of a scenario file or folder, files it names included."""


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """A picture of a report. whose : "own" or "expert". picture : grey, as it was seen."""

    whose: str
    exposed: Exposed
    picture: NDArray[np.uint8]


class ReportWriter(Protocol):
    """Writes what leaves the house about an attempt; every file whole or not at all."""

    def write(
        self,
        path: Path,
        log: AttemptLog,
        debrief: Debrief,
        pictures: Sequence[Pictured],
        missing: str,
    ) -> None:
        """A report: HTML where the name ends in .html, else PDF. missing : why no pictures."""

    def write_session(self, path: Path, services: Services, session_id: str) -> None:
        """Write the report of an exam's session as a PDF. Raises Refusal."""

    def export(
        self,
        path: Path,
        log: AttemptLog,
        debrief: Debrief,
        form: str,
        table: str | None,
        *,
        bom: bool,
    ) -> tuple[Path, ...]:
        """Write tables or one document; returns what was made.

        form : "csv" (every table into a folder, or the named one into a file) or "json".
        """


class Pool(Protocol):
    """Workers elsewhere: processes of this machine, or a cluster.

    Work, jobs and results cross the border pickled. A job may be done twice, so it must come out
    the same each time and change nothing.
    """

    def each(
        self, work: Callable[[Job], Result], jobs: Sequence[Job]
    ) -> Iterator[tuple[int, Result]]:
        """(number of the job, its result), as they finish; every job once.

        A job whose worker died is done again by another one; Refusal where workers die again and
        again. What the work raises is raised here. Leaving the loop cancels what is left.
        """


class RecordReceiver(Protocol):
    """What copying needs of a store. Every question may be asked twice.

    Every method may raise Refusal (STORAGE where the store cannot be reached just now).
    """

    def rest(self) -> None:
        """Let go of the connection until the next call; others need one too."""

    def held(self, record: UUID) -> Held:
        """Which lines of a record are kept."""

    def completed(self, records: Sequence[UUID]) -> frozenset[UUID]:
        """Which of these are sealed, whole and checked."""

    def put(self, header: RecordHeader, lines: Mapping[int, bytes]) -> None:
        """Keep lines by number, from 0; doing it twice is once. INTEGRITY where others are kept."""

    def complete(self, record: UUID) -> str:
        """Check the whole chain of a sealed record as it is kept and note it; its head."""


class RecordStore(RecordReceiver, Protocol):
    """Verified copies of records, shared by stations. Rows are added and never changed."""

    def lines(self, record: UUID) -> tuple[bytes, ...]:
        """Every line as it is kept."""

    def records(self, record: UUID | None = None) -> tuple[StoredRecord, ...]:
        """All, or the one, oldest first."""

    def add_mark(self, mark: Mark) -> None:
        """Keep a rater's mark; doing it twice is once."""

    def marks(self, record: UUID) -> tuple[Mark, ...]:
        """The marks of a record, oldest first."""

    def add_void(self, void: Void) -> None:
        """Declare a record void; the record stays."""

    def voids(self, record: UUID) -> tuple[Void, ...]:
        """How a record was declared void."""

    def index(self) -> tuple[IndexRow, ...]:
        """What was computed from the records."""

    def set_index(self, rows: Sequence[IndexRow], *, afresh: bool = False) -> None:
        """Keep what was computed; afresh : in place of everything."""


class Uploads(Protocol):
    """Copies files of records to the shared store from a thread of its own.

    Nothing here waits for the store, and nothing raises: the file on this machine is the truth.
    """

    def follow(self, path: Path) -> None:
        """Copy this file, and what is still written to it until it is sealed; returns at once."""

    def status(self) -> UploadStatus:
        """How far it is."""

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` from the thread whenever the status has changed."""

    def close(self, within_s: float = 2.0) -> None:
        """Stop the thread; what is left is copied after the next start."""


class RecordHouse(Protocol):
    """Where the shared store is, and what its keeper does. Everything may raise Refusal.

    at : an address without a password, or None for the one of this user's settings.
    """

    @property
    def is_shared(self) -> bool:
        """Whether this user was given a store to share."""

    def shown(self, at: str | None) -> str:
        """The address, without a password."""

    def open(
        self, at: str | None, *, may_upgrade: bool = False, for_exam: bool = False
    ) -> RecordStore:
        """The store, its tables as this program needs them."""

    def prove(self, at: str | None, *, for_exam: bool) -> tuple[str, ...]:
        """Write and read back; what is to be known, as sentences."""

    def files(self, paths: Sequence[Path]) -> Iterator[tuple[Path, bytes]]:
        """The files of records at these paths, or of this user, with their bytes."""

    def write(self, folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
        """Write files by relative name, each whole or not at all, none over another one."""

    def backup(self, at: str | None, out: Path | None) -> BackupMade:
        """Copy a good store into a file, or into the folder of backups, which is thinned."""

    def backup_daily(self) -> BackupMade | None:
        """A backup where the store is a file and the last one is a day old; None else."""

    def restore(self, at: str | None, backup: Path | None) -> Restored:
        """Put a good backup, or the newest, in the store's place."""

    def verifier(self, path: Path) -> int:
        """Write the stand-alone verifier, one file; how many lines it has."""

    def roles_sql(self, at: str | None) -> str:
        """A script that makes the roles of a server."""

    def scoring(self) -> str:
        """Which program scores."""
