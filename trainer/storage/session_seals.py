"""A session's folder as a record: read it whole, seal it, take the anchor away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.keys import KeyEvent, KnownKey, event_from_json, known_keys
from trainer.assessment.marking.signed import MARKS
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.anchor import Anchor, anchor_text, read_anchor
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import chained_lines
from trainer.assessment.record.session_log import read_session
from trainer.assessment.record.session_record import (
    ATTEMPTS,
    LOG,
    SEALS,
    SessionFiles,
    session_report,
)
from trainer.assessment.record.session_seal import Signature, Statement, seal_line, signed_bytes
from trainer.assessment.record.session_seals import sealed_attempts
from trainer.refusal import ExitCode, Problem, Refusal
from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.attempt_folder import LOCKED, MAX_BYTES, SUFFIX
from trainer.storage.chained_file import ChainedFile
from trainer.storage.regular_file import regular_bytes

if TYPE_CHECKING:
    from trainer.session.ports import Signer

_ANCHOR_BYTES = 4096


class SessionSeals:
    """Implements `trainer.session.sealing.SealStore` on the folder of a session."""

    def files(self, folder: Path) -> SessionFiles:
        """The record's bytes. Raises Refusal where there is no session's log."""
        seals, marks = folder / SEALS, folder / MARKS
        attempts = sorted((folder / ATTEMPTS).glob(f"*{SUFFIX}"))
        return SessionFiles(
            regular_bytes(folder / LOG, MAX_BYTES),
            {path.name: regular_bytes(path, MAX_BYTES) for path in attempts},
            regular_bytes(seals, MAX_BYTES) if seals.exists() else b"",
            frozenset(path.stem for path in (folder / ATTEMPTS).glob(f"*{LOCKED}")),
            regular_bytes(marks, MAX_BYTES) if marks.exists() else b"",
        )

    def attempt(self, path: Path) -> bytes:
        """The bytes of one attempt. Raises Refusal."""
        return regular_bytes(path, MAX_BYTES)

    def seal(self, folder: Path, station: Signer, examiner: Signer | None, at_utc: str) -> Anchor:
        """Add a seal over all that stands in the folder now; nothing is written over.

        Raises Refusal INTEGRITY where the record is not sound: a seal never covers up.
        """
        files = self.files(folder)
        report = session_report(files)
        if files.locked:
            raise Refusal(
                "The session was not sealed",
                f"{len(files.locked)} attempts are still locked",
                "Close the session first",
            )
        if not report.sound:
            raise not_sound("The session was not sealed", report)
        statement = _statement(files, at_utc)
        signers = {"station": station, "examiner": examiner}
        line = seal_line(statement, _signatures(statement.root, signers))
        head = ChainedFile(folder / SEALS).append([line])
        signed_by = ", ".join(f"{who} {key.key_id}" for who, key in signers.items() if key)
        return Anchor(
            session_id=statement.session_id,
            seal_number=statement.number,
            seal_sha256=head,
            root=statement.root.hex(),
            receipt=receipt_code(statement.root),
            sealed_utc=at_utc,
            signed_by=signed_by,
        )

    def keep_anchor(self, path: Path, anchor: Anchor) -> None:
        """Write an anchor's file, to be carried away or printed. Raises Refusal."""
        atomic_write_bytes(path, anchor_text(anchor).encode())

    def anchor(self, path: Path) -> Anchor:
        """The anchor of a file. Raises Refusal."""
        data = regular_bytes(path, _ANCHOR_BYTES)
        return read_anchor(data.decode("utf-8", errors="replace"), path.name)

    def keys(self, path: Path) -> Mapping[str, KnownKey]:
        """The keys of a list that somebody handed out. Raises Refusal."""
        return known_keys(_key_events(path))


def not_sound(what: str, report: Report) -> Refusal:
    """The refusal of a record that is not what was written, with every finding."""
    problems = tuple(Problem(one.file, one.why, one.line) for one in report.findings)
    return Refusal(
        what,
        str(report.findings[0]),
        "Keep every file as it is and compare it with the copies elsewhere",
        code=ExitCode.INTEGRITY,
        problems=problems,
    )


def _statement(files: SessionFiles, at_utc: str) -> Statement:
    log = chained_lines(files.log, LOG, Report())
    seals = chained_lines(files.seals, SEALS, Report())
    marks = chained_lines(files.marks, MARKS, Report())
    facts = read_session(log)
    count = len(log.bodies)
    return Statement(
        session_id=facts.session_id,
        nonce=facts.nonce,
        definition_sha256=facts.definition_sha256,
        number=len(seals.bodies) + 1,
        at_utc=at_utc,
        log_lines=count,
        log_head=log.head,
        attempts=sealed_attempts(facts, count),
        marks_lines=len(marks.bodies),
        marks_head=marks.head,
    )


def _signatures(root: bytes, signers: Mapping[str, Signer | None]) -> Sequence[Signature]:
    message = signed_bytes(root)
    return [
        Signature(role, key.public_bytes.hex(), key.sign(message).hex())
        for role, key in signers.items()
        if key is not None
    ]


def _key_events(path: Path) -> tuple[KeyEvent, ...]:
    try:
        return tuple(event_from_json(line) for line in ChainedFile(path).lines())
    except ValueError as error:
        raise Refusal(f"{path.name} is no list of keys", str(error), "Choose another") from None
