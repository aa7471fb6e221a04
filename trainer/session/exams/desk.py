"""Where exams are defined, opened and found again."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from trainer import __version__
from trainer.assessment.exams.canonical import (
    definition_bytes,
    definition_sha256,
    read_definition,
)
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.results import CandidateResult
from trainer.assessment.exams.session_log import SessionHeader, SessionLog
from trainer.assessment.exams.state import LOST
from trainer.assessment.record.anchor import Anchor
from trainer.assessment.record.findings import Report
from trainer.refusal import ExitCode, Refusal
from trainer.session.clock import utc_now
from trainer.session.exams.defining import Defined, ExamDraft, defined, read_draft
from trainer.session.exams.meter import Readings, read_clocks
from trainer.session.exams.reading import SessionVerdict, results_of, verified
from trainer.session.exams.room import ExamRoom
from trainer.session.records import StoreRefusal, UploadStatus
from trainer.session.retention import Overdue, forget, overdue
from trainer.session.sealing import Brought, refuse_unsound, seal_session, session_checked
from trainer.session.services import Services

NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A session as a list shows it. problem : why it cannot be read, "" where it can."""

    session_id: str
    title: str = ""
    created_utc: str = ""
    workstation: str = ""
    candidates: int = 0
    released: int = 0
    closed: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A scenario to choose. neutral : its title in an exam, which tells nothing."""

    scenario: str
    title: str
    neutral: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A session just opened, and the PIN of who opened it, which is shown once.

    cautions : of the shared store.
    """

    room: ExamRoom
    pin: str
    cautions: tuple[str, ...] = ()


class ExamDesk:
    """Everything about exams but the sitting itself. Everything raises Refusal."""

    def __init__(self, services: Services, readings: Readings = read_clocks) -> None:
        self._services = services
        self._readings = readings

    def define(
        self, source: Path, out: Path | None = None, passphrase: str | None = None
    ) -> Defined:
        """Make a definition of what an examiner wrote, and write it to `out`.

        passphrase : writes one encrypted, signed file with the scenarios inside instead.
        """
        data = self._services.exams.definition_bytes(source)
        return self.define_draft(read_draft(data, source.name), source.name, out, passphrase)

    def define_draft(
        self, draft: ExamDraft, name: str, out: Path | None = None, passphrase: str | None = None
    ) -> Defined:
        """`define` of a draft that was filled in here. name : what a refusal calls it."""
        exams = self._services.exams
        made = defined(draft, self._services.scenarios.load, name)
        body = definition_bytes(made.definition)
        if out is not None and passphrase is None:
            exams.save_definition(out, body)
        elif out is not None and passphrase is not None:
            names = _scenarios_of(made.definition)
            exams.seal_exam(out, body, names, self._services.packages, passphrase)
        return made

    def overdue(self, today: date) -> tuple[Overdue, ...]:
        """Whose name is kept longer than their exams' records are to be."""
        return overdue(self._services, today)

    def forget(self, people: Sequence[Overdue]) -> int:
        """Forget who these are, for good; how many there were."""
        return forget(self._services, people, utc_now())

    def library(self) -> tuple[Choice, ...]:
        """The scenarios that a station can be made of, in library order."""
        load = self._services.scenarios.load
        found = ((name, load(name)) for name in self._services.scenarios.identifiers())
        return tuple(Choice(name, one.title, one.exam_title) for name, one in found)

    def definition(self, path: Path) -> ExamDefinition:
        """A definition that was made before."""
        return read_definition(self._services.exams.definition_bytes(path), path.name)

    def open_sealed(self, path: Path, passphrase: str, workstation: str, by: str) -> Opened:
        """Open a session of an encrypted exam; its scenarios come out for this session alone."""
        data, packages = self._services.exams.opened_exam(path, passphrase)
        return self.open(read_definition(data, path.name), workstation, by, packages)

    def open(
        self,
        definition: ExamDefinition,
        workstation: str,
        by: str,
        packages: Mapping[str, bytes] = NOTHING,
    ) -> Opened:
        """Open a session: only where it can be recorded, signed, and is the exam that was meant."""
        exams = self._services.exams
        exams.refuse_bad_place()
        exams.signer()
        said = self._store_proven()
        header = SessionHeader(
            session_id=str(uuid.uuid4()),
            nonce=secrets.token_hex(16),
            created_utc=utc_now(),
            workstation=workstation,
            version=__version__,
            build_sha256=self._services.build_sha256(),
            definition=definition,
            definition_sha256=definition_sha256(definition),
        )
        exams.create(header).close()
        exams.shelve(header.session_id, packages)
        room = self.enter(header.session_id)
        try:
            return Opened(room, room.open_by(by, workstation), said)
        except Refusal:
            room.leave()
            raise

    def _store_proven(self) -> tuple[str, ...]:
        """What is to be known of the shared store, where one is set.

        One that cannot be reached keeps nobody from an exam: the station's own file is the record,
        and the copies follow. One that is not fit for an exam is refused.
        """
        records = self._services.records
        if not records.is_shared:
            return ()
        try:
            return records.prove(None, for_exam=True)
        except StoreRefusal as refusal:
            if refusal.code not in (ExitCode.STORAGE, ExitCode.IN_USE):
                raise
            return (f"{refusal.what}: {refusal.why}",)

    def copies(self) -> UploadStatus | None:
        """How far the copies to the shared store are; None where no store is set."""
        records, uploads = self._services.records, self._services.uploads
        return uploads.status() if records.is_shared else None

    def follow_copies(self, changed: Callable[[], None]) -> None:
        """Call `changed` from another thread after each change of `copies`."""
        if self._services.records.is_shared:
            self._services.uploads.listen(changed)

    def enter(self, session_id: str) -> ExamRoom:
        """Go on with a session, after a crash too; IN_USE where another program has it."""
        log, journal = self._services.exams.reopen(session_id)
        try:
            return ExamRoom(self._services, log, journal, self._readings)
        except Refusal:
            journal.close()
            raise

    def look(self, session_id: str) -> SessionLog:
        """A session without holding it."""
        return self._services.exams.read(session_id)

    def results(self, session_id: str) -> tuple[CandidateResult, ...]:
        """What may be seen of every candidate."""
        log = self.look(session_id)
        return results_of(self._services, log.header, log.state)

    def verify(self, session_id: str) -> SessionVerdict:
        """Check a session and all that is in it: files, keys, seals. Raises Refusal INTEGRITY."""
        log = self.look(session_id)
        verdict = verified(self._services, log)
        brought = Brought(self._services.keys.list_path())
        report = session_checked(self._services, self._services.exams.home(session_id), brought)
        refuse_unsound(_but_for_lost(report, log), session_id)
        return verdict

    def seal(self, session_id: str, anchor_to: Path | None = None) -> Anchor:
        """Seal what the session holds now: once it is closed, and after a later release or void.

        The examiner's key signs too where one is here. The anchor belongs away from this computer.
        """
        roles = {one.role for one in self._services.keys.known().values() if not one.revoked_utc}
        examiner = self._services.keys.signer("examiner") if "examiner" in roles else None
        return seal_session(self._services, session_id, examiner, anchor_to)

    def sessions(self) -> tuple[SessionCard, ...]:
        """All sessions here, newest first; one that is damaged is listed with what is wrong."""
        return tuple(self._card(one) for one in self._services.exams.sessions())

    def _card(self, session_id: str) -> SessionCard:
        try:
            log = self.look(session_id)
        except Refusal as refusal:
            return SessionCard(session_id, problem=f"{refusal.what}: {refusal.why}")
        people = log.state.candidates.values()
        return SessionCard(
            session_id,
            log.header.definition.title,
            log.header.created_utc,
            log.header.workstation,
            len(people),
            sum(one.release is not None for one in people),
            log.state.closed is not None,
        )


def _but_for_lost(report: Report, log: SessionLog) -> Report:
    """What the session itself says is lost is no news."""
    lost = [where.tried.attempt_id for where in log.state.tries if where.tried.how == LOST]
    news = [one for one in report.findings if not any(id_ in f"{one}" for id_ in lost)]
    return replace(report, findings=news)


def _scenarios_of(definition: ExamDefinition) -> Iterator[str]:
    yield from (one.scenario for form in definition.forms for one in form.stations)
    if definition.familiarisation is not None:
        yield definition.familiarisation.scenario
