"""Save paths of an exam: the session's log, marks, seals with their anchor, and the keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.assessment.test_marking import MARK
from tests.trust.save_path import STORE_SHARE, SavePath, Say, Wrong, nothing
from tests.trust.sealed_records import (
    DEFINITION,
    EXAMINER,
    IDENTITY,
    KEYS,
    LATER,
    NONCE,
    NOW,
    STATION,
    sealed,
)
from trainer.assessment.exams.events import CandidateEnrolled, SessionEvent, SessionOpened
from trainer.assessment.exams.session_log import SessionHeader, SessionRecord
from trainer.assessment.exams.time_charged import Reading
from trainer.assessment.keys import Role, is_signed
from trainer.assessment.record.session_record import session_report
from trainer.assessment.record.trust import Trust
from trainer.refusal import Refusal
from trainer.storage.chained_file import ChainedFile
from trainer.storage.exam_folder import ExamFolder
from trainer.storage.marks_file import MarksFolder
from trainer.storage.session_seals import SessionSeals
from trainer.storage.signing_keys import SigningKeys

RECORDS = 5
SESSION = "0a1b2c3d-0001"
HEADER = SessionHeader(
    *(SESSION, NONCE, NOW, "room-3", "1", "b" * 64), DEFINITION, IDENTITY.definition_sha256
)


# --- the log of a session ---


def _happened(seq: int) -> SessionRecord:
    enrolled: SessionEvent = CandidateEnrolled(f"amber-{seq}", "form-a", 0, "dr-b")
    at = Reading(seq * 1000, seq * 1000, seq * 1000, "boot")
    return SessionRecord(seq, at, (enrolled if seq > 1 else SessionOpened("dr-b", "room-3"),))


def _hold(root: Path, say: Say) -> None:
    writer = ExamFolder(root / "exams").create(HEADER)
    try:
        say(1)
        for seq in range(1, RECORDS + 1):
            writer.append(_happened(seq))
            say(1 + seq)
    finally:
        writer.close()


def _held(root: Path, said: int) -> Wrong:
    store = ExamFolder(root / "exams")
    if SESSION not in store.sessions():
        if said:
            yield f"{said} was said to be safe, and there is no session"
        store.create(HEADER).close()
    log, writer = store.reopen(SESSION)
    if log.header != HEADER:
        yield "its header is another one"
    if len(log.records) < said - 1:
        yield f"{said - 1} records were safe, {len(log.records)} are there"
    writer.append(_happened(len(log.records) + 1))
    writer.close()
    if len(store.read(SESSION).records) != len(log.records) + 1:
        yield "it did not go on"


def _next_sitting(root: Path) -> None:
    store = ExamFolder(root / "exams")
    for each in store.sessions():
        store.reopen(each)[1].close()


# --- marks ---


def _mark(root: Path, say: Say) -> None:
    for number in range(1, RECORDS + 1):
        MarksFolder(root / "exams").sign_off(_a_mark(number))
        say(number)


def _a_mark(number: int):  # type: ignore[no-untyped-def]
    return replace(MARK, mark_id=f"m-{number}", session_id=SESSION, comment="calm " * 140)


def _marked(root: Path, said: int) -> Wrong:
    folder = MarksFolder(root / "exams")
    kept = folder.marks(SESSION)
    if len(kept) < said:
        yield f"{said} marks were signed off, {len(kept)} are there"
    wanted = [_a_mark(number + 1) for number in range(len(kept))]
    if list(kept) not in (wanted, [*wanted[:-1], _a_mark(98)]):  # what a recovery adds is the last
        yield "a mark is another one"
    folder.sign_off(_a_mark(99))
    if len(folder.marks(SESSION)) != len(kept) + 1:
        yield "it did not go on"


def _mark_again(root: Path) -> None:
    MarksFolder(root / "exams").sign_off(_a_mark(98))


# --- the seal of a session, and its anchor ---


def _sealed_twice(root: Path) -> None:
    sealed(root / "session")


def _seal(root: Path, say: Say) -> None:
    seals = SessionSeals()
    anchor = seals.seal(root / "session", STATION, EXAMINER, LATER)
    say(1)
    seals.keep_anchor(root / "anchor.txt", anchor)
    say(2)


def _sealed(root: Path, said: int) -> Wrong:
    seals, folder = SessionSeals(), root / "session"
    path = root / "anchor.txt"
    if said == 2 and not path.exists():
        yield "the anchor is gone"
    anchors = (seals.anchor(path),) if path.exists() else ()
    found = session_report(seals.files(folder), Trust(KEYS, anchors), replay=False)
    yield from (str(each) for each in found.findings)
    number = seals.seal(folder, STATION, EXAMINER, LATER).seal_number
    if number not in (3, 4)[min(said, 1) :]:
        yield f"the next seal is number {number}"


def _look_at_seals(root: Path) -> None:
    session_report(SessionSeals().files(root / "session"), Trust(KEYS), replay=False)


# --- signing keys ---


def _enrolled(root: Path) -> None:
    SigningKeys(root / "keys").enrol("station", "Room 3", NOW)


def _rekey(root: Path, say: Say) -> None:
    keys = SigningKeys(root / "keys")
    keys.rotate("station", LATER, "every year")
    say(1)
    examiner = keys.enrol("examiner", "Dr B", LATER)
    say(2)
    keys.revoke(examiner.public_key, LATER, "he left")
    say(3)


def _keyed(root: Path, said: int) -> Wrong:
    keys = SigningKeys(root / "keys")
    yield from _signs(keys, "station")
    known = keys.known().values()
    station = [one for one in known if one.role == "station"]
    examiner = [one for one in known if one.role == "examiner"]
    if said >= 2 and not examiner:
        yield "the examiner has no key any more"
        return
    if said >= 2 and not examiner[0].revoked_utc:
        yield from _signs(keys, "examiner")
    private = [path for path in keys.folder.glob("*.key") if path.stat().st_mode & 0o077]
    if private:
        yield f"{len(private)} private keys are open to others"
    if said >= 1 and len(station) != 2:
        yield "the key was changed and is not"
    if said >= 3 and not examiner[0].revoked_utc:
        yield "the key was revoked and counts"
    keys.rotate("station", LATER, "once more")
    yield from _signs(keys, "station")
    if not examiner or examiner[0].revoked_utc:
        keys.enrol("examiner", "Dr C", LATER)


def _signs(keys: SigningKeys, role: Role) -> Wrong:
    try:
        signer = keys.signer(role)
    except Refusal as refusal:
        yield f"the {role} cannot sign: {refusal}"
        return
    public = signer.public_bytes.hex()
    if public not in keys.known() or not is_signed(public, b"x", signer.sign(b"x").hex()):
        yield f"the {role} signs with a key that nobody knows"


def _use_keys(root: Path) -> None:
    SigningKeys(root / "keys").signer("station")


# --- the same writer, with lines longer than a sector ---


def _chain(root: Path, say: Say) -> None:
    for number in range(1, RECORDS + 1):
        ChainedFile(root / "c" / "chain.jsonl").append([{"number": number, "text": "m" * 700}])
        say(number)


def _chained(root: Path, said: int) -> Wrong:
    file = ChainedFile(root / "c" / "chain.jsonl")
    kept = len(file.lines())
    if kept < said:
        yield f"{said} lines were safe, {kept} are there"
    file.append([{"number": 99}])
    if len(file.lines()) != kept + 1:
        yield "it did not go on"


def _read_chain(root: Path) -> None:
    ChainedFile(root / "c" / "chain.jsonl").append([{"number": 98}])


EXAMS = (
    SavePath("session", nothing, _hold, _held, _next_sitting),
    SavePath("marks", nothing, _mark, _marked, _mark_again),
    SavePath("seal", _sealed_twice, _seal, _sealed, _look_at_seals, STORE_SHARE),
    SavePath("keys", _enrolled, _rekey, _keyed, _use_keys),
    SavePath("chain", nothing, _chain, _chained, _read_chain),
)
