"""Real lines of attempts and sessions, made without a patient."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.storage.records import act, header
from trainer.attempt.header import to_json
from trainer.attempt.log import NOTHING, hash_of, header_body, line_of, record_body
from trainer.attempt.seal import seal_body, signed_seal_body
from trainer.attempt.sitting import Sitting
from trainer.session.record_lines import RecordLines, lines_of


def chained(bodies: list[Mapping[str, Any]]) -> tuple[bytes, ...]:
    lines, head = [], NOTHING
    for body in bodies:
        lines.append(line_of(body, head))
        head = hash_of(lines[-1])
    return tuple(lines)


def attempt(
    name: str = "a-test", acts: int = 3, *, sealed: bool = True, sitting: Sitting | None = None
) -> tuple[bytes, ...]:
    """The lines of an attempt, of an exam's where it has a sitting."""
    heading = replace(header(name), sitting=sitting, mode="exam" if sitting else "practice")
    bodies: list[Mapping[str, Any]] = [header_body(to_json(heading))]
    bodies += [record_body(act(seq)) for seq in range(1, acts + 1)]
    if not sealed:
        return chained(bodies)
    if sitting is None:
        return chained([*bodies, seal_body(acts)])
    head = hash_of(chained(bodies)[-1])
    return chained([*bodies, signed_seal_body(acts, sitting, head, "0" * 64, lambda _: bytes(64))])


def sitting(session_id: str = "s-1", candidate: str = "P 1", station: str = "st-1") -> Sitting:
    return Sitting(session_id, "0" * 32, candidate, station, "d" * 64, 1)


def read(lines: tuple[bytes, ...], name: str = "a-test.attempt") -> RecordLines:
    return lines_of(b"".join(lines), name)


def session(name: str, events: Sequence[Mapping[str, Any]]) -> tuple[bytes, ...]:
    """The lines of a session's log, one event a record."""
    head = {
        "kind": "header", "format": "rhizotomy-exam-session", "format_version": 1,
        "session_id": name, "created_utc": "2026-01-01T00:00:00Z", "workstation": "ws-1",
    }  # fmt: skip
    records = [
        {"kind": "record", "seq": seq, "at": {"wall_ms": seq * 1000}, "events": [event]}
        for seq, event in enumerate(events, start=1)
    ]
    return chained([head, *records])
