"""A chained file as bytes: its whole lines, their hashes, and where the chain breaks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from trainer.assessment.record.findings import Report
from trainer.attempt.chain import NOTHING, hash_of, is_written, json_object


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines up to the first that does not fit. heads : the hash of each. whole : none is bad.

    cut_bytes : of a partial last line.
    """

    bodies: tuple[Mapping[str, Any], ...]
    heads: tuple[str, ...]
    whole: bool
    cut_bytes: int

    @property
    def head(self) -> str:
        """The hash of the last line, of nothing where there is none."""
        return self.heads[-1] if self.heads else NOTHING


def chained_lines(data: bytes, name: str, report: Report) -> Lines:
    """Read a chained file; what breaks its chain is reported once, at its line."""
    *lines, tail = data.split(b"\n")
    bodies: list[Mapping[str, Any]] = []
    heads: list[str] = []
    prev = NOTHING
    for number, line in enumerate(lines, start=1):
        body = json_object(line)
        why = None if body is not None else "it is not a JSON object"
        if body is not None and body.get("prev") != prev:
            why = "it does not follow from the line before it"
        if body is None or why is not None:
            report.find(name, number, str(why))
            return Lines(tuple(bodies), tuple(heads), False, len(tail))
        bodies.append(body)
        prev = hash_of(line + b"\n")
        heads.append(prev)
    if bodies and not _as_written(bodies[-1], lines[-1]):
        report.find(name, len(lines), "it is not as it was written")
    if _more_than_a_line(tail):
        report.find(name, len(lines) + 1, "it is a whole line whose end was changed")
    return Lines(tuple(bodies), tuple(heads), True, len(tail))


def _as_written(body: Mapping[str, Any], line: bytes) -> bool:
    """No later line hashes the last one, so it must be byte for byte what a writer makes of it."""
    told = {name: value for name, value in body.items() if name != "prev"}
    return is_written(told, str(body["prev"]), line)


def _more_than_a_line(tail: bytes) -> bool:
    """Whether a last line without its end is a whole object and more: no crash leaves that."""
    try:
        body, end = json.JSONDecoder().raw_decode(tail.decode(errors="replace"))
    except (ValueError, RecursionError):
        return False
    return isinstance(body, dict) and end < len(tail.decode(errors="replace"))


def canonical(value: object) -> bytes:
    """Sorted keys, no blanks, ASCII: the one spelling that is hashed where no bytes are stored."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")


def canonical_sha256(value: object) -> str:
    """SHA-256 (hex) of the one spelling."""
    return hashlib.sha256(canonical(value)).hexdigest()
