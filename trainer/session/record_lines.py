"""A record as the shared store holds it: the stored lines of one chained file, told by its header.

A *record* is one .attempt file, or the log, the seals or the marks of one exam session. Its lines
are copied byte for byte; what the store says beside them (who, which scenario) is read from the
header and can be read again at any time.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.assessment.record.session_log import FORMAT as SESSION_FORMAT
from trainer.assessment.record.session_seal import FORMAT as SEAL_FORMAT
from trainer.assessment.record.session_seal import KIND as SEAL_KIND
from trainer.attempt.log import FORMAT, NOTHING, damaged, hash_of, parse
from trainer.refusal import Refusal

# What may be stored, by `format` and `kind` of its first line: the kind of record, and its own id.
KINDS: Mapping[tuple[object, object], tuple[str, str]] = {
    (FORMAT, "header"): ("attempt", "attempt_id"),
    (SESSION_FORMAT, "header"): ("session", "session_id"),
    (SEAL_FORMAT, SEAL_KIND): ("seals", "session_id"),
}
_MARKS = ("marks", "session_id")  # a file of marks has no header: each line is a mark
_HASH_HEX = 64
MAX_TEXT = 200  # characters of a name in the store; headers hold less


@dataclass(frozen=True, slots=True)
class RecordHeader:
    """What the store says of a record beside its lines; every field follows from the header line.

    record : made from the header's hash, so that two machines name the same file alike. subject_id
    : the attempt's or session's own id. candidate : a pseudonym; station : of the exam, or
    "warm-up"; workstation : where a session was held. Empty texts where there is no such thing.
    """

    record: uuid.UUID
    kind: str
    subject_id: str
    header_sha256: str
    format_version: int
    created_utc: str
    mode: str
    session_id: str
    candidate: str
    station: str
    workstation: str
    scenario_id: str
    scenario_version: str
    scenario_sha256: str
    rubric_id: str
    rubric_version: str


@dataclass(frozen=True, slots=True)
class RecordLines:
    """The whole lines of a file, newline included. head : hash of the last one.

    cut_bytes : of a partial last line, which a crash leaves and nobody stores.
    """

    header: RecordHeader
    lines: tuple[bytes, ...]
    sealed: bool
    head: str
    cut_bytes: int


def record_uuid(header_sha256: str) -> uuid.UUID:
    """A UUID (version 8, RFC 9562: "vendor's own") of the first 122 bits of the header's hash."""
    if len(header_sha256) != _HASH_HEX or not set(header_sha256) <= set("0123456789abcdef"):
        return uuid.UUID(int=0)  # no record has it
    bits = int(header_sha256[:32], 16)
    bits = bits & ~(0xF << 76) | (8 << 76)
    return uuid.UUID(int=bits & ~(0x3 << 62) | (0x2 << 62))


def header_of_line(line: bytes, name: str) -> RecordHeader:
    """What the first stored line says. Raises Refusal where it heads no record."""
    body = _object(line)
    kind, key = _kind_of(body)
    if not kind:
        why = "its first line is no header of an attempt or a session"
        raise Refusal(f"{name} is no record", why, "Choose another file")
    if body.get("prev") != NOTHING:
        raise damaged(name, "line 1", "the header does not begin a chain")
    sha256 = hash_of(line)
    version = body.get("format_version")
    scenario, sitting = _part(body, "scenario"), _part(body, "sitting")
    rubric = _part(scenario, "rubric")
    return RecordHeader(
        record=record_uuid(sha256),
        kind=kind,
        subject_id=short_text(body.get(key)),
        header_sha256=sha256,
        format_version=version if isinstance(version, int) else 0,
        created_utc=short_text(body.get("created_utc")),
        mode=short_text(body.get("mode")) or kind,
        session_id=short_text(sitting.get("session_id", body.get("session_id"))),
        candidate=short_text(sitting.get("candidate")),
        station=short_text(sitting.get("station")),
        workstation=short_text(body.get("workstation")),
        scenario_id=short_text(scenario.get("id")),
        scenario_version=short_text(scenario.get("version")),
        scenario_sha256=short_text(_part(body, "provenance").get("scenario_sha256")),
        rubric_id=short_text(rubric.get("id")),
        rubric_version=short_text(rubric.get("version")),
    )


def _kind_of(body: Mapping[str, Any]) -> tuple[str, str]:
    if "format" not in body and {"answers", "attempt_id", "session_id"} <= set(body):
        return _MARKS
    named = (str(body.get("format")), str(body.get("kind")))
    return KINDS.get(named, ("", ""))


def lines_of(data: bytes, name: str) -> RecordLines:
    """The lines of a file, their chain checked. Raises Refusal: BAD_INPUT or INTEGRITY."""
    lines, cut = whole_lines(data)
    if not lines:
        raise Refusal(f"{name} is no record", "it holds no header line", "Choose another file")
    header = header_of_line(lines[0], name)
    return RecordLines(header, lines, ends(header, lines[-1]), check_chain(lines, name), cut)


def whole_lines(data: bytes) -> tuple[tuple[bytes, ...], int]:
    """The lines that are whole, newline included, and the bytes of what follows them."""
    *lines, tail = data.split(b"\n")
    return tuple(line + b"\n" for line in lines), len(tail)


def check_chain(
    lines: Sequence[bytes], name: str, head: str = NOTHING, first_number: int = 1
) -> str:
    """The head of lines that follow from each other. Raises Refusal INTEGRITY with the line.

    head, first_number : of what stands before them.
    """
    for number, line in enumerate(lines, start=first_number):
        if _object(line).get("prev") != head:
            raise damaged(name, f"line {number}", "it does not follow from the line before it")
        head = hash_of(line)
    return head


def check_whole(lines: Sequence[bytes], name: str) -> str:
    """The head of a finished record that its own reader accepts too. Raises Refusal."""
    if not lines:
        raise damaged(name, "line 1", "there is no line")
    header = header_of_line(lines[0], name)
    head = check_chain(lines, name)
    if header.kind == "attempt":
        parse(b"".join(lines), name)
    if not ends(header, lines[-1]):
        raise damaged(name, f"line {len(lines)}", "it has no seal")
    return head


def ends(header: RecordHeader, line: bytes) -> bool:
    """Whether a line ends its record; only attempts end, the files of a session may grow."""
    sealing = header.kind == "attempt" and b'"seal"' in line
    return sealing and _object(line).get("kind") == "seal"


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        body = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _part(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = body.get(key)
    return part if isinstance(part, dict) else {}


def short_text(value: object) -> str:
    """A short name; what PostgreSQL's text cannot hold (NUL, half a surrogate pair) is left out."""
    known = isinstance(value, str | int) and not isinstance(value, bool)
    text = str(value) if known else ""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")[:MAX_TEXT]
