"""The session log as bytes: header and records, one JSON line each, chained as an attempt's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from trainer.assessment.exams.canonical import definition_sha256, from_document, to_document
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.events import SessionEvent
from trainer.assessment.exams.events_json import from_json, to_json
from trainer.assessment.exams.evolve import fold
from trainer.assessment.exams.leaves import Identity
from trainer.assessment.exams.state import SessionState
from trainer.assessment.exams.time_charged import Reading
from trainer.attempt.chain import is_written, json_object
from trainer.attempt.log import NOTHING, damaged, hash_of, line_of
from trainer.attempt.shapes import reader_of
from trainer.refusal import Refusal

FORMAT, FORMAT_VERSION = "rhizotomy-exam-session", 1


@dataclass(frozen=True, slots=True)
class SessionHeader:
    """What is fixed when a session opens; the definition is frozen in it."""

    session_id: str
    nonce: str
    created_utc: str
    workstation: str
    version: str
    build_sha256: str
    definition: ExamDefinition
    definition_sha256: str

    @property
    def identity(self) -> Identity:
        """What ties receipts to this session."""
        return Identity(self.session_id, self.nonce, self.definition_sha256)


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What happened at one moment. seq counts from 1."""

    seq: int
    at: Reading
    events: tuple[SessionEvent, ...]


@dataclass(frozen=True, slots=True)
class SessionLog:
    """A parsed log. head : hash of its last whole line. cut_bytes : dropped partial tail."""

    header: SessionHeader
    records: tuple[SessionRecord, ...]
    head: str
    state: SessionState
    cut_bytes: int = 0


_TEXTS = ("session_id", "nonce", "created_utc", "workstation", "version", "build_sha256")
_READING = reader_of(Reading)


def header_line(header: SessionHeader) -> bytes:
    """The first stored line."""
    body = {name: getattr(header, name) for name in (*_TEXTS, "definition_sha256")}
    what = {"kind": "header", "format": FORMAT, "format_version": FORMAT_VERSION}
    return line_of({**what, **body, "definition": to_document(header.definition)}, NOTHING)


def record_line(record: SessionRecord, prev: str) -> bytes:
    """The stored line of a record."""
    events = [to_json(event) for event in record.events]
    body = {"kind": "record", "seq": record.seq, "at": asdict(record.at), "events": events}
    return line_of(body, prev)


def parse(data: bytes, name: str = "session.jsonl") -> SessionLog:
    """Read a log, check its chain and its definition's hash, fold its events.

    A partial last line (a crash while writing) is dropped and counted. Raises Refusal: BAD_INPUT
    where it is no session or a newer one, INTEGRITY where a whole line does not fit.
    """
    *lines, tail = data.split(b"\n")
    if not lines:
        raise _no_session(name, "it holds no header line")
    header = _header(lines[0], name)
    records, state, prev = [], SessionState(), hash_of(lines[0] + b"\n")
    for number, line in enumerate(lines[1:], start=2):
        body = _fitting(line, prev, name, number)
        record = _record(body, number - 1, name)
        state = _folded(header.definition, state, record.events, name, number)
        records.append(record)
        prev = hash_of(line + b"\n")
    return SessionLog(header, tuple(records), prev, state, len(tail))


def _folded(
    definition: ExamDefinition,
    state: SessionState,
    events: Sequence[SessionEvent],
    name: str,
    number: int,
) -> SessionState:
    try:
        return fold(definition, state, events)
    except (ValueError, KeyError) as error:
        raise damaged(name, f"line {number}", str(error)) from None


def _header(line: bytes, name: str) -> SessionHeader:
    body = json_object(line)
    if body is None or body.get("format") != FORMAT:
        raise _no_session(name, f"its first line is no {FORMAT} header")
    if body.get("format_version") != FORMAT_VERSION:
        why = f"its format is version {body.get('format_version')}, known is {FORMAT_VERSION}"
        step = "Open it with a newer Rhizotomy Trainer; the file was left as it is"
        raise Refusal(f"{name} cannot be read", why, step)
    _check_bytes(body, line, NOTHING, name, 1)
    texts = {part: body.get(part) for part in _TEXTS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise damaged(name, "line 1", "a part of the header is missing")
    definition = from_document(body.get("definition") or {}, name)
    stated = body.get("definition_sha256")
    if stated != definition_sha256(definition):
        raise damaged(name, "line 1", "the definition is not the one whose hash is stated")
    return SessionHeader(definition=definition, definition_sha256=str(stated), **texts)  # type: ignore[arg-type]


def _fitting(line: bytes, prev: str, name: str, number: int) -> dict[str, Any]:
    body = json_object(line)
    if body is None:
        raise damaged(name, f"line {number}", "it is not a JSON object")
    _check_bytes(body, line, prev, name, number)
    return body


def _check_bytes(body: Mapping[str, Any], line: bytes, prev: str, name: str, number: int) -> None:
    """Byte for byte what a writer makes of it: also the last line, which no later one hashes."""
    content = {key: value for key, value in body.items() if key != "prev"}
    if body.get("prev") != prev:
        raise damaged(name, f"line {number}", "it does not follow from the line before it")
    if not is_written(content, prev, line):
        raise damaged(name, f"line {number}", "it is not as it was written")


def _record(body: Mapping[str, Any], seq: int, name: str) -> SessionRecord:
    if body.get("kind") != "record" or body.get("seq") != seq:
        raise damaged(name, f"line {seq + 1}", f"record {seq} was expected")
    try:
        at = _READING(body["at"], "at")
        return SessionRecord(seq, at, tuple(from_json(one) for one in body["events"]))
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(name, f"line {seq + 1}", f"record {seq}: {error}") from None


def _no_session(name: str, why: str) -> Refusal:
    return Refusal(f"{name} is not an exam session", why, "Choose another file")
