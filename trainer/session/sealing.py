"""Seal a session, take its anchor away, and check records: one library answers for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from trainer.refusal import ExitCode, Problem, Refusal
from trainer.session.clock import utc_now

if TYPE_CHECKING:
    from trainer.assessment.keys import KnownKey, Role
    from trainer.assessment.record.anchor import Anchor
    from trainer.assessment.record.findings import Report
    from trainer.assessment.record.session_record import SessionFiles
    from trainer.session.ports import Signer
    from trainer.session.services import Services


class SealStore(Protocol):
    """Reads and seals the folders of sessions. Everything raises Refusal."""

    def files(self, folder: Path) -> SessionFiles:
        """A session's record as bytes."""

    def attempt(self, path: Path) -> bytes:
        """One attempt as bytes."""

    def seal(self, folder: Path, station: Signer, examiner: Signer | None, at_utc: str) -> Anchor:
        """Add a seal over all that stands there now; INTEGRITY where it is not sound."""

    def keep_anchor(self, path: Path, anchor: Anchor) -> None:
        """Write an anchor's file."""

    def anchor(self, path: Path) -> Anchor:
        """Read one."""

    def keys(self, path: Path) -> Mapping[str, KnownKey]:
        """The keys of a list."""


class KeyRing(Protocol):
    """The signing keys of this computer. Everything raises Refusal."""

    def known(self) -> Mapping[str, KnownKey]:
        """Every key that ever was, by public key."""

    def enrol(self, role: Role, name: str, at_utc: str) -> KnownKey:
        """Make the first key of a role."""

    def rotate(self, role: Role, at_utc: str, reason: str) -> KnownKey:
        """Replace the current key."""

    def revoke(self, public: str, at_utc: str, reason: str) -> None:
        """Say that a key counts no more from now on."""

    def signer(self, role: Role) -> Signer:
        """The current key of a role."""

    def public_path(self, role: Role) -> Path:
        """The public key file of a role's current key, to hand out."""

    def trusted(self) -> Mapping[str, str]:
        """Public keys of other stations that were brought in, by fingerprint."""

    def trust(self, path: Path) -> str:
        """Bring in another station's public key file; its fingerprint."""

    def distrust(self, named: str) -> None:
        """Take a key that was brought in away again."""

    def list_path(self) -> Path:
        """The list of keys, to hand out to whoever checks; it holds nothing secret."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody who checks has at hand. keys : a list of keys. anchors : their files."""

    keys: Path | None = None
    anchors: Sequence[Path] = ()
    receipts: Sequence[str] = ()


NOTHING_BROUGHT = Brought()


def seal_session(
    services: Services, session_id: str, examiner: Signer | None, anchor_to: Path | None
) -> Anchor:
    """Seal what a session holds now with the station's key and, if there is one, the examiner's.

    anchor_to : a file to carry away or print, outside of this computer at best. Raises Refusal.
    """
    folder = services.exams.home(session_id)
    anchor = services.seals.seal(folder, services.exams.signer(), examiner, utc_now())
    if anchor_to is not None:
        services.seals.keep_anchor(anchor_to, anchor)
    return anchor


def session_checked(services: Services, folder: Path, brought: Brought = NOTHING_BROUGHT) -> Report:
    """Everything that can be found in a session's record; the states are replayed too.

    Raises Refusal only where a file cannot be read at all.
    """
    from trainer.assessment.record.session_record import session_report
    from trainer.assessment.record.trust import Trust

    keys = services.seals.keys(brought.keys) if brought.keys is not None else {}
    anchors = tuple(services.seals.anchor(path) for path in brought.anchors)
    trust = Trust(keys, anchors, tuple(brought.receipts))
    return session_report(services.seals.files(folder), trust)


def attempt_checked(services: Services, path: Path, keys: Path | None = None) -> Report:
    """Everything that can be found in one attempt's file alone. Raises Refusal as above."""
    from trainer.assessment.record.attempt_record import attempt_report
    from trainer.assessment.record.trust import Trust

    known = services.seals.keys(keys) if keys is not None else {}
    return attempt_report(services.seals.attempt(path), path.name, Trust(known))


def refuse_unsound(report: Report, what: str) -> None:
    """Refuse (INTEGRITY, exit 5) a record with findings, every one of them told."""
    if report.sound:
        return
    first, *_ = report.findings
    raise Refusal(
        f"{what} is not as it was written",
        str(first),
        "Keep every file as it is and compare it with the copies elsewhere",
        code=ExitCode.INTEGRITY,
        problems=tuple(Problem(one.file, one.why, one.line) for one in report.findings),
    )
