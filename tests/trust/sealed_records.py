"""A small session with real attempts, written, signed and sealed as the program does it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.attempt.logs import OPENED
from tests.attempt.worlds import START, WORLD
from trainer.assessment.exams.canonical import definition_sha256
from trainer.assessment.exams.definition import (
    Cut,
    ExamDefinition,
    Form,
    Station,
    Surroundings,
)
from trainer.assessment.exams.events import (
    CandidateEnrolled,
    CandidateSealed,
    Released,
    SessionClosed,
    SessionEvent,
    SessionOpened,
    StationBegun,
    StationSubmitted,
    Voided,
    WarmUpBegun,
    WarmUpEnded,
)
from trainer.assessment.exams.leaves import (
    Identity,
    candidate_leaves,
    session_leaves,
    signed_message,
)
from trainer.assessment.exams.session_log import (
    SessionHeader,
    SessionRecord,
    header_line,
    record_line,
)
from trainer.assessment.exams.state import Candidate, StationState, Try, TryStatus
from trainer.assessment.exams.time_charged import Reading
from trainer.assessment.keys import KeyEvent, KnownKey, known_keys
from trainer.assessment.marking.signed import MARKS
from trainer.assessment.merkle import root
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.anchor import Anchor
from trainer.assessment.record.lines import canonical_sha256
from trainer.assessment.record.session_record import ATTEMPTS, LOG, SEALS, SessionFiles
from trainer.attempt.chain import NOTHING
from trainer.attempt.commands import (
    Advance,
    Command,
    Expose,
    Grip,
    MarkSkin,
    MovePointer,
    Submit,
    TakeNeedle,
)
from trainer.attempt.header import Header, Provenance, to_json
from trainer.attempt.log import Record, hash_of, header_body, line_of, record_body
from trainer.attempt.seal import signed_seal_body
from trainer.attempt.sitting import Sitting
from trainer.attempt.step import run
from trainer.storage.session_seals import SessionSeals
from trainer.storage.signing_keys import FileSigner

NOW, LATER = "2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z"
NONCE = "0123456789abcdef" * 2
CANDIDATES = ("amber-07", "cobalt-12")
RUBRIC = {"id": "small", "version": 1, "parts": [1, 2, 3]}


def key_of(seed: str) -> FileSigner:
    """The same key every time."""
    return FileSigner(Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed.encode()).digest()))


STATION, EXAMINER, STRANGER = key_of("station"), key_of("examiner"), key_of("stranger")
KEYS: Mapping[str, KnownKey] = known_keys(
    (
        KeyEvent("enrolled", "station", "Room 3", STATION.public_bytes.hex(), NOW),
        KeyEvent("enrolled", "examiner", "Dr B", EXAMINER.public_bytes.hex(), NOW),
    )
)


def scenario(station: str) -> dict[str, Any]:
    """The document of a station's scenario."""
    return {"title": f"Größe {station}", "tolerance_mm": 3.5, "rubric": RUBRIC}


def definition() -> ExamDefinition:
    """Two stations in one form."""
    stations = tuple(
        Station(
            id=name,
            scenario=f"scenario-{name}",
            scenario_version=1,
            scenario_sha256=canonical_sha256(scenario(name)),
            rubric_sha256=canonical_sha256(RUBRIC),
            seed=7,
            time_limit_s=600,
        )
        for name in ("station-1", "station-2")
    )
    return ExamDefinition(
        id="spring",
        version=1,
        title="Spring",
        forms=(Form(id="form-a", stations=stations),),
        cut=Cut(mean_mark=600),
        surroundings=Surroundings(input_profile="mouse"),
        accepted_conventions=("chua-bogduk-1995",),
        retention_days=365,
        rules="Be calm.",
    )


DEFINITION = definition()
IDENTITY = Identity("spring-1", NONCE, definition_sha256(DEFINITION))
COMMANDS: tuple[Command, ...] = (
    MovePointer(100, 2_000, 0),
    MarkSkin(200),
    Expose(300),
    TakeNeedle(400, "spinal-22g-90"),
    Grip(500),
    Advance(700, 10_000),
    Expose(900),
    Advance(1_100, 9_000),
    Submit(1_300),
)


def attempt_header(attempt_id: str, candidate: str, station: str, try_number: int = 1) -> Header:
    """The header of an exam's attempt."""
    document = scenario(station)
    return replace(
        OPENED,
        attempt_id=attempt_id,
        created_utc=NOW,
        mode="exam",
        provenance=Provenance("1", "b" * 64, "p" * 64, "t" * 64, canonical_sha256(document)),
        scenario=document,
        start=START,
        sitting=Sitting(
            *("spring-1", NONCE, candidate, station),
            *(IDENTITY.definition_sha256, try_number),
        ),
    )


def attempt_bytes(header: Header, records: Iterable[Record], signer: FileSigner = STATION) -> bytes:
    """An attempt's file, sealed."""
    records = tuple(records)
    lines = [line_of(header_body(to_json(header)), NOTHING)]
    for record in records:
        lines.append(line_of(record_body(record), hash_of(lines[-1])))
    assert header.sitting is not None
    head, key = hash_of(lines[-1]), signer.public_bytes.hex()
    body = signed_seal_body(len(records), header.sitting, head, key, signer.sign)
    return b"".join((*lines, line_of(body, head)))


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed session. older : its files at the first seal. anchor : of the last."""

    files: SessionFiles
    older: SessionFiles
    anchor: Anchor
    receipts: tuple[str, ...]


def sealed(folder: Path, records: Sequence[Record] | None = None) -> Sealed:
    """Two candidates, two stations each, one void try and its resit, a warm-up; two seals."""
    records = tuple(run(START, COMMANDS, WORLD)[0]) if records is None else tuple(records)
    log = Log()
    receipts = []
    log.add(SessionOpened("dr-b", "room-3"))
    for candidate in CANDIDATES:
        log.add(CandidateEnrolled(candidate, "form-a", 0, "dr-b"))
    for candidate in CANDIDATES:
        for name in (f"w-{candidate}", f"w-again-{candidate}"):
            warm_up = log.attempt(folder, name, candidate, "warm-up", records, 1)
            log.add(WarmUpBegun(candidate, name, warm_up))
            log.add(WarmUpEnded(candidate, name, name.startswith("w-again")))
        tries: dict[str, list[Try]] = {}
        for station, number in (("station-1", 1), ("station-1", 2), ("station-2", 1)):
            name = f"{candidate}-{station}-{number}"
            first = log.attempt(folder, name, candidate, station, records, number)
            log.add(StationBegun(candidate, station, name, first, 600_000))
            head = hash_of(log.last)
            log.add(StationSubmitted(name, "candidate", 500_000, head))
            if number == 1 and station == "station-1":
                log.add(Voided(name, "dr-b", "dr-c", "the screen froze"))
            done = Try(name, first, 600_000, TryStatus.SUBMITTED, head=head)
            tries.setdefault(station, []).append(done)
        stations = {name: StationState(tuple(done)) for name, done in tries.items()}
        receipts.append(log.seal(Candidate(candidate, "form-a", 0, stations)))
    log.close()
    folder.joinpath(LOG).write_bytes(b"".join(log.lines))
    seals = SessionSeals()
    seals.seal(folder, STATION, EXAMINER, NOW)
    older = seals.files(folder)
    log.add(Released(CANDIDATES[0], "dr-b", "", ()))
    folder.joinpath(LOG).write_bytes(b"".join(log.lines))
    anchor = seals.seal(folder, STATION, EXAMINER, LATER)
    return Sealed(seals.files(folder), older, anchor, (*receipts, anchor.receipt))


class Log:
    """The session's log as it grows."""

    def __init__(self) -> None:
        header = SessionHeader(
            *("spring-1", NONCE, NOW, "room-3", "1", "b" * 64),
            *(DEFINITION, IDENTITY.definition_sha256),
        )
        self.lines = [header_line(header)]
        self.roots: list[str] = []
        self.last = b""

    def add(self, *events: SessionEvent) -> None:
        """One record."""
        seq = len(self.lines)
        record = SessionRecord(seq, Reading(seq * 1000, seq * 1000, seq * 1000, "boot"), events)
        self.lines.append(record_line(record, hash_of(self.lines[-1])))

    def attempt(
        self,
        folder: Path,
        name: str,
        candidate: str,
        station: str,
        records: Sequence[Record],
        number: int,
    ) -> str:
        """Write an attempt; the hash of its header line. The seal's line is kept as `last`."""
        data = attempt_bytes(attempt_header(name, candidate, station, number), records)
        path = folder / ATTEMPTS / f"{name}.attempt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        lines = data.splitlines(keepends=True)
        self.last = lines[-1]
        return hash_of(lines[0])

    def seal(self, candidate: Candidate) -> str:
        """A candidate's root; the receipt."""
        top = root(candidate_leaves(IDENTITY, candidate))
        self.roots.append(top.hex())
        code = receipt_code(top)
        signature = STATION.sign(signed_message(top)).hex()
        self.add(CandidateSealed(candidate.name, top.hex(), code, STATION.key_id, signature))
        return code

    def close(self) -> None:
        """The session's root."""
        top = root(session_leaves(IDENTITY, self.roots))
        signature = STATION.sign(signed_message(top)).hex()
        self.add(SessionClosed("dr-b", top.hex(), receipt_code(top), STATION.key_id, signature))


def write(folder: Path, files: SessionFiles) -> Path:
    """A record's files in a folder."""
    (folder / ATTEMPTS).mkdir(parents=True, exist_ok=True)
    (folder / LOG).write_bytes(files.log)
    (folder / SEALS).write_bytes(files.seals)
    if files.marks:
        (folder / MARKS).write_bytes(files.marks)
    for name, data in files.attempts.items():
        (folder / ATTEMPTS / name).write_bytes(data)
    return folder
