"""What is done with the shared store as a whole: fill it from files, check it, index it, export it.

The files are the truth: an empty store that was filled from them says the same as the old one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from trainer.assessment.record.trust import Trust
from trainer.attempt.log import hash_of, parse
from trainer.refusal import Refusal
from trainer.scoring.score import score_of
from trainer.scoring.view import view_of
from trainer.session.ports import RecordStore
from trainer.session.progress_facts import document_of, facts_of
from trainer.session.record_exams import exam_fault, tries_in
from trainer.session.record_lines import (
    RecordHeader,
    RecordLines,
    check_chain,
    check_whole,
    header_of_line,
    lines_of,
    record_uuid,
    short_text,
)
from trainer.session.record_sending import send
from trainer.session.records import Fault, IndexRow, Mark, StoredRecord, StoreRefusal, Void
from trainer.session.waiting import IN_SILENCE, Waiting

VOIDED = "Voided"  # trainer.assessment.exams.events
_TOLD = ("session", "marks")
_HEADER = tuple(field.name for field in fields(RecordHeader))


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that was sent. new : lines the store did not have. refused : why it was not taken."""

    path: Path
    record: UUID | None
    new: int
    complete: bool
    refused: Refusal | None = None


def upload(
    store: RecordStore, files: Iterable[tuple[Path, bytes]], waiting: Waiting = IN_SILENCE
) -> tuple[Uploaded, ...]:
    """Send every file; one that is refused keeps no other from being sent.

    Raises Refusal STORAGE where the store itself fails.
    """
    done = []
    for path, data in files:
        if waiting.cancelled():
            break
        done.append(_uploaded(store, path, data))
    return tuple(done)


def _uploaded(store: RecordStore, path: Path, data: bytes) -> Uploaded:
    try:
        lines = lines_of(data, path.name)
    except Refusal as refusal:
        return Uploaded(path, None, 0, False, refusal)
    try:
        sent = send(store, lines)
    except StoreRefusal:
        raise
    except Refusal as refusal:
        return Uploaded(path, lines.header.record, 0, False, refusal)
    return Uploaded(path, lines.header.record, sent.new, sent.complete)


def rebuild(store: RecordStore, scoring: str, waiting: Waiting = IN_SILENCE) -> int:
    """Make the index anew from the lines in the store; tell voids and marks beside the attempts.

    Returns the rows made. scoring : which program computes. A record that cannot be judged has no
    row.
    """
    rows: list[IndexRow] = []
    records = store.records()
    for number, record in enumerate(records):
        if waiting.cancelled():
            return 0
        waiting.progress(number / len(records), record.header.subject_id)
        if record.header.kind in _TOLD:
            _tell(store, record, records)
        elif record.head is not None and (row := index_row(store, record, scoring)):
            rows.append(row)
    store.set_index(rows, afresh=True)
    return len(rows)


def index_row(store: RecordStore, record: StoredRecord, scoring: str) -> IndexRow | None:
    """What follows from a record's lines; None where they cannot be judged."""
    try:
        log = parse(b"".join(store.lines(record.header.record)), record.header.subject_id)
        facts = facts_of(log)
        digest = "" if facts.drill else score_of(view_of(log)).digest
    except StoreRefusal:
        raise
    except (Refusal, ValueError, KeyError, TypeError):
        return None
    document = json.dumps(document_of(facts), sort_keys=True, separators=(",", ":"))
    name = record.header.record
    return IndexRow(name, scoring, digest, facts.score, facts.passed, document)


def _tell(store: RecordStore, session: StoredRecord, known: Sequence[StoredRecord]) -> None:
    """What a session's files say of attempts, as rows beside those; told twice is once."""
    mine = {
        one.header.subject_id: one.header.record
        for one in known
        if one.header.session_id == session.header.subject_id and one.header.kind == "attempt"
    }
    for seq, line in enumerate(store.lines(session.header.record)):
        if session.header.kind == "marks":
            _tell_mark(store, line, mine)
            continue
        for place, event in enumerate(_events(line)):
            record = mine.get(str(event.get("attempt_id")))
            if event.get("event") == VOIDED and record is not None:
                void = uuid5(NAMESPACE_OID, f"{session.header.header_sha256} {seq} {place}")
                who = (short_text(event.get("by")), short_text(event.get("second")))
                store.add_void(Void(void, record, str(event.get("reason")), *who, _when(line)))


def _tell_mark(store: RecordStore, line: bytes, attempts: Mapping[str, UUID]) -> None:
    mark = json.loads(line)
    record = attempts.get(str(mark.get("attempt_id")))
    if record is not None and record == record_uuid(str(mark.get("header_sha256"))):
        name = uuid5(NAMESPACE_OID, hash_of(line))
        rater, when = (short_text(mark.get(key)) for key in ("rater", "at_utc"))
        store.add_mark(Mark(name, record, rater, when, line.decode("utf-8").replace("\0", "")))


def _events(line: bytes) -> Iterator[dict[str, object]]:
    body = json.loads(line)
    yield from (event for event in body.get("events", ()) if isinstance(event, dict))


def _when(line: bytes) -> str:
    at = json.loads(line).get("at")
    return str(at.get("wall_ms", "")) if isinstance(at, dict) else ""


def faults(
    store: RecordStore,
    *,
    scores: bool = False,
    waiting: Waiting = IN_SILENCE,
    trust: Trust | None = None,
) -> Iterator[Fault]:
    """Everything in the store that is not what was written; nothing is mended.

    Chains, heads and columns; scores : the index too. trust : also the signatures and sittings of
    exams' attempts, with these keys.
    """
    records = store.records()
    tries = {} if trust is None else tries_in(store, records)
    index = {row.record: row for row in store.index()} if scores else {}
    for number, record in enumerate(records):
        if waiting.cancelled():
            return
        waiting.progress(number / len(records), record.header.subject_id)
        try:
            lines = store.lines(record.header.record)
            fault = _fault_of(record, lines)
            if fault is None and trust is not None and record.head is not None:
                fault = exam_fault(record.header, lines, record.head, tries, trust)
        except StoreRefusal:
            raise
        except Refusal as refusal:
            fault = refusal.why
        if fault is None and record.header.record in index:
            fault = _score_fault(store, record, index[record.header.record])
        if fault is not None:
            yield Fault(record.header.record, record.header.subject_id, _line_in(fault), fault)


def _fault_of(record: StoredRecord, lines: tuple[bytes, ...]) -> str | None:
    name = record.header.subject_id
    if not lines:
        return "none of its lines is in the store"
    told = header_of_line(lines[0], name)
    for column in _HEADER:
        kept, true = getattr(record.header, column), getattr(told, column)
        if kept != true:
            return f"its column {column} says {kept!r}, its header {true!r}"
    if record.head is None:
        check_chain(lines, name)
        return None
    if check_whole(lines, name) != record.head:
        return "its head is not the one that was noted when it was complete"
    return None


def _score_fault(store: RecordStore, record: StoredRecord, row: IndexRow) -> str | None:
    true = index_row(store, record, row.scoring)
    if true is None or (true.digest, true.score, true.passed) != (
        row.digest,
        row.score,
        row.passed,
    ):
        return "the index says another score than its lines give; run 'records rebuild'"
    return None


def compared(store: RecordStore, files: Iterable[tuple[Path, bytes]]) -> Iterator[Fault]:
    """Where the store and the files beside it disagree; a file that the store lacks is no fault."""
    for path, data in files:
        try:
            lines = lines_of(data, path.name)
        except Refusal as refusal:
            yield Fault(UUID(int=0), path.name, _line_in(refusal.why), refusal.why)
            continue
        why = _difference(store, lines)
        if why is not None:
            yield Fault(lines.header.record, path.name, _line_in(why), why)


def _difference(store: RecordStore, file: RecordLines) -> str | None:
    kept = store.lines(file.header.record)
    for number, (mine, theirs) in enumerate(zip(file.lines, kept, strict=False), start=1):
        if mine != theirs:
            return f"line {number}: the file and the store hold different ones"
    if len(kept) > len(file.lines):
        return f"line {len(file.lines)}: the file ends here, the store holds {len(kept)} lines"
    return None


def _line_in(why: str) -> int | None:
    word, _, rest = why.partition(" ")
    number = rest.partition(":")[0]
    return int(number) if word == "line" and number.isdigit() else None


def exported(store: RecordStore, records: Iterable[StoredRecord]) -> Iterator[tuple[str, bytes]]:
    """The files of these records by relative name, byte for byte, and what was said of them."""
    taken: set[str] = set()
    for record in records:
        name = _file_name(record.header)
        if name in taken:  # two records that call themselves alike
            name = f"alike/{record.header.record}.{record.header.kind}"
        taken.add(name)
        yield name, b"".join(store.lines(record.header.record))
        said = {
            "marks": [asdict(mark) for mark in store.marks(record.header.record)],
            "voids": [asdict(void) for void in store.voids(record.header.record)],
        }
        if said["marks"] or said["voids"]:
            text = json.dumps(said, default=str, ensure_ascii=False, indent=1)
            yield f"{name}.said.json", f"{text}\n".encode()


def _file_name(header: RecordHeader) -> str:
    """As they lie in a home; what is no plain name becomes the record's."""
    own, session = _plain(header.subject_id, header), _plain(header.session_id, header)
    if header.kind != "attempt":
        return f"exams/{own}/{header.kind}.jsonl"
    return f"exams/{session}/attempts/{own}.attempt" if session else f"attempts/{own}.attempt"


def _plain(name: str, header: RecordHeader) -> str:
    plain = name.isascii() and all(letter.isalnum() or letter in "-_" for letter in name)
    return name if plain and len(name) <= 80 else str(header.record)
