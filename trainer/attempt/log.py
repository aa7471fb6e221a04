"""The attempt log as bytes: one JSON line each for header, records and seal, chained by SHA-256.

Each line carries `prev`, the SHA-256 of the *stored bytes* of the line before it, newline
included; the header carries the hash of nothing. So any later change to a byte shows, and the seal
names how many records there are. The format is specified in docs/attempt-format.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from trainer.attempt import commands, events
from trainer.attempt.chain import NOTHING, hash_of, is_written, json_object, line_of
from trainer.attempt.commands import Command
from trainer.attempt.events import Event
from trainer.attempt.seal import seal_body, sitting_problem
from trainer.refusal import ExitCode, Problem, Refusal

__all__ = [
    "NOTHING",
    "AttemptLog",
    "Record",
    "damaged",
    "hash_of",
    "header_body",
    "line_of",
    "parse",
    "record_body",
    "seal_body",
]

FORMAT = "rhizotomy-attempt"
# 2 knows the events of the whole procedure; every file of version 1 is read as it was written.
# 3 is an exam's: a sitting in the header, a signature in the seal. A file says the lowest version
# that reads it whole, so practice stays 2.
FORMAT_VERSION, EXAM_VERSION = 2, 3
READABLE = (1, FORMAT_VERSION, EXAM_VERSION)


@dataclass(frozen=True, slots=True)
class Record:
    """One command and what came of it. seq counts from 1; state : hash of the state after it."""

    seq: int
    command: Command
    events: tuple[Event, ...]
    state: str

    @property
    def is_motion(self) -> bool:
        """Whether it may wait up to 250 ms to be written."""
        return bool(self.events) and all(type(event) in events.MOTION for event in self.events)


@dataclass(frozen=True, slots=True)
class AttemptLog:
    """A parsed log. head : hash of the last whole line. cut_bytes : dropped partial tail.

    seal : the seal line's content, None where there is none.
    """

    header: Mapping[str, Any]
    records: tuple[Record, ...]
    sealed: bool
    head: str
    cut_bytes: int = 0
    seal: Mapping[str, Any] | None = None

    @property
    def events(self) -> Iterable[Event]:
        """All events in order."""
        return (event for record in self.records for event in record.events)


def header_body(header: Mapping[str, Any]) -> dict[str, Any]:
    """The header line's content."""
    version = FORMAT_VERSION if header.get("sitting") is None else EXAM_VERSION
    return {"kind": "header", "format": FORMAT, "format_version": version, **header}


def record_body(record: Record) -> dict[str, Any]:
    """A record line's content."""
    return {
        "kind": "record",
        "seq": record.seq,
        "command": commands.to_json(record.command),
        "events": [events.to_json(event) for event in record.events],
        "state": record.state,
    }


def parse(data: bytes, name: str = "attempt") -> AttemptLog:
    """Read a log and check its chain.

    A partial last line (a crash while writing) is dropped and counted. Raises Refusal: BAD_INPUT
    where it is no attempt or a newer one, INTEGRITY where a whole line does not fit its chain.
    """
    *lines, tail = data.split(b"\n")
    if not lines:
        raise Refusal(f"{name} is not an attempt", "it holds no header line", "Choose another file")
    header = _header(lines[0], name)
    records: list[Record] = []
    seal: Mapping[str, Any] | None = None
    prev = hash_of(lines[0] + b"\n")
    for number, line in enumerate(lines[1:], start=2):
        body = _body(line, name, number)
        if seal is not None:
            raise damaged(name, f"line {number}", "it stands after the seal")
        if body.get("prev") != prev:
            raise damaged(name, f"line {number}", "it does not follow from the line before it")
        if body.get("kind") == "seal":
            _check_seal(body, line, len(records), name, number)
            problem = sitting_problem(body, header)
            if problem is not None:
                raise damaged(name, f"line {number}", problem)
            seal = body
        else:
            records.append(_record(body, name, number, len(records) + 1))
        prev = hash_of(line + b"\n")
    if tail and (seal is not None or _was_sealed(tail)):
        raise damaged(name, f"line {len(lines) + 1}", "bytes stand after the seal")
    return AttemptLog(header, tuple(records), seal is not None, prev, len(tail), seal)


def _check_seal(body: Mapping[str, Any], line: bytes, count: int, name: str, number: int) -> None:
    if body.get("count") != count:
        raise damaged(name, f"line {number}", "it seals other records than there are")
    # No later line hashes this one, so it must be byte for byte what a writer makes of it.
    content = {key: value for key, value in body.items() if key != "prev"}
    if not is_written(content, str(body["prev"]), line):
        raise damaged(name, f"line {number}", "the seal is not as it was written")


def _was_sealed(tail: bytes) -> bool:
    """Whether a last line without its end is a whole seal and more: no crash leaves that."""
    try:
        body, end = json.JSONDecoder().raw_decode(tail.decode(errors="replace"))
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and body.get("kind") == "seal" and end < len(tail)


def _header(line: bytes, name: str) -> dict[str, Any]:
    body = json_object(line)
    if body is None or body.get("format") != FORMAT:
        raise Refusal(
            f"{name} is not an attempt",
            f"its first line is no {FORMAT} header",
            "Choose another file",
        )
    if body.get("format_version") not in READABLE:
        raise Refusal(
            f"{name} cannot be read",
            f"its format is version {body.get('format_version')}, known is {READABLE[-1]}",
            "Open it with a newer Rhizotomy Trainer; the file was left as it is",
        )
    if body.get("prev") != NOTHING:
        raise damaged(name, "line 1", "the header does not begin a chain")
    return body


def _body(line: bytes, name: str, number: int) -> dict[str, Any]:
    body = json_object(line)
    if body is None:
        raise damaged(name, f"line {number}", "it is not a JSON object")
    return body


def _record(body: Mapping[str, Any], name: str, number: int, seq: int) -> Record:
    place = f"line {number}"
    if body.get("kind") != "record" or body.get("seq") != seq:
        found = f"{body.get('kind')!r} {body.get('seq')!r}"
        raise damaged(name, place, f"record {seq} was expected, {found} stands there")
    try:
        command = commands.from_json(body["command"], f"record {seq}")
        happened = tuple(events.from_json(stored) for stored in body["events"])
        state = body["state"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(name, place, f"record {seq}: {error}") from None
    if isinstance(command, Problem):
        raise damaged(name, place, str(command))
    if not isinstance(state, str):
        raise damaged(name, place, f"record {seq} has no state hash")
    return Record(seq, command, happened, state)


def damaged(name: str, place: str, why: str) -> Refusal:
    """The refusal of a log that is not what was written; place : e.g. "line 7" or "record 6"."""
    return Refusal(
        f"{name} has been damaged or changed",
        f"{place}: {why}",
        "Keep the file as it is and ask for the copy in the records",
        code=ExitCode.INTEGRITY,
    )
