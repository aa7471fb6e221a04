"""What exams need from the edges: session folders, PINs, a place that can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from trainer.assessment.exams.session_log import SessionHeader, SessionLog, SessionRecord
    from trainer.refusal import Refusal
    from trainer.session.packages import PackageStore
    from trainer.session.ports import AttemptStore, ScenarioSource, Signer


class SessionJournal(Protocol):
    """One session's log being written by this program alone."""

    @property
    def failure(self) -> Refusal | None:
        """Why recording stopped; nothing is written or claimed after that."""

    def append(self, record: SessionRecord) -> None:
        """Write a record and make it safe. Raises the Refusal (STORAGE) that stopped it."""

    def close(self) -> None:
        """Let the file go."""


class Pins(Protocol):
    """PINs as hashes, outside of the record. Everything raises Refusal (STORAGE)."""

    def set(self, who: str, pin: str) -> None:
        """Keep the hash of a PIN in place of an earlier one."""

    def is_right(self, who: str, pin: str) -> bool:
        """Whether it is the PIN; takes as long whoever asks."""


class ExamStore(Protocol):
    """Keeps session folders. Everything raises Refusal."""

    def sessions(self) -> tuple[str, ...]:
        """The ids of all sessions here, newest first."""

    def create(self, header: SessionHeader) -> SessionJournal:
        """A new session folder with its header safe."""

    def read(self, session_id: str) -> SessionLog:
        """The log of a session, checked."""

    def reopen(self, session_id: str) -> tuple[SessionLog, SessionJournal]:
        """Go on with a session; a partial last line is dropped. IN_USE where another one has it."""

    def attempts(self, session_id: str) -> AttemptStore:
        """The attempts of a session."""

    def home(self, session_id: str) -> Path:
        """The folder of a session."""

    def unlock(self, session_id: str, who: str, pin: str) -> bool:
        """Open what is locked with a PIN that was found right; whether it is open now."""

    def is_unlocked(self, session_id: str) -> bool:
        """Whether the attempts of a session can be read and written."""

    def keep_pin(self, session_id: str, who: str, pin: str) -> None:
        """Let another PIN of the staff open what is locked."""

    def lock(self, session_id: str) -> None:
        """Nobody of the staff is here any more."""

    def locked(self, session_id: str) -> frozenset[str]:
        """The ids of attempts that lie locked on the disk."""

    def reveal(self, session_id: str, attempts: Iterable[str] | None = None) -> None:
        """Put attempts in their place as they are; None: all of them, and the scenarios too."""

    def attempt_path(self, session_id: str, attempt_id: str) -> Path:
        """Where an attempt of a session lies."""

    def pins(self, session_id: str) -> Pins:
        """The PINs of a session."""

    def signer(self) -> Signer:
        """The key of the workstation. Refused where it has none."""

    def known_keys(self) -> Mapping[str, str]:
        """Public keys (hex) that are trusted here, by their id."""

    def refuse_bad_place(self) -> None:
        """Refuse where an exam must not be recorded: no space, no read-back, a synced folder."""

    def definition_bytes(self, path: Path) -> bytes:
        """The bytes of a definition file or of what one is made of."""

    def save_definition(self, path: Path, data: bytes) -> None:
        """Write a definition, whole or not at all."""

    def seal_exam(
        self,
        path: Path,
        definition: bytes,
        scenarios: Iterable[str],
        packages: PackageStore,
        passphrase: str,
    ) -> None:
        """Write an exam with its scenarios, signed by this station and encrypted."""

    def opened_exam(self, path: Path, passphrase: str) -> tuple[bytes, Mapping[str, bytes]]:
        """Definition and scenario packages of an encrypted exam, in memory.

        INTEGRITY where nobody, or a key unknown here, signed it.
        """

    def shelve(self, session_id: str, packages: Mapping[str, bytes]) -> None:
        """Put scenario packages on the session's own shelf: the session starts."""

    def scenarios(self, session_id: str) -> ScenarioSource | None:
        """The session's own shelf; None where it uses this computer's scenarios."""
