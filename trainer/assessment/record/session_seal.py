"""The seal of a session: one root over its log and all its sealed attempts, and who signed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from trainer.assessment import merkle
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.lines import canonical

KIND, FORMAT, FORMAT_VERSION = "session_seal", "rhizotomy-session-seal", 1
SIGNED = b"rhizotomy-session-seal 1\n"


@dataclass(frozen=True, slots=True)
class SealedAttempt:
    """A submitted attempt. head : the hash of its seal line, which holds the whole file."""

    attempt_id: str
    candidate: str
    station: str
    try_number: int
    head: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a seal says. number : from 1. log_lines, log_head : of the session's log by then.

    attempts : every submitted one, in the order of the log.
    """

    session_id: str
    nonce: str
    definition_sha256: str
    number: int
    at_utc: str
    log_lines: int
    log_head: str
    attempts: tuple[SealedAttempt, ...]

    @property
    def leaves(self) -> tuple[bytes, ...]:
        """The session first, then each attempt."""
        told = {**asdict(self), "attempts": len(self.attempts)}
        return (canonical(told), *(canonical(asdict(one)) for one in self.attempts))

    @property
    def root(self) -> bytes:
        """The 32 bytes that stand for all of it."""
        return merkle.root(self.leaves)


@dataclass(frozen=True, slots=True)
class Signature:
    """role : "station" or "examiner". key, signature : hexadecimal."""

    role: str
    key: str
    signature: str


def signed_bytes(root: bytes) -> bytes:
    """What station and examiner sign."""
    return SIGNED + root


def seal_line(statement: Statement, signatures: Sequence[Signature]) -> dict[str, Any]:
    """The content of a line of the seals' file."""
    told = {**asdict(statement), "attempts": [asdict(one) for one in statement.attempts]}
    return {
        **{"kind": KIND, "format": FORMAT, "format_version": FORMAT_VERSION},
        **told,
        "root": statement.root.hex(),
        "receipt": receipt_code(statement.root),
        "signatures": [asdict(one) for one in signatures],
    }


def read_seal(line: Mapping[str, Any]) -> tuple[Statement, tuple[Signature, ...]]:
    """Statement and signatures of a line. Raises ValueError where it is none."""
    if line.get("kind") != KIND or line.get("format_version") != FORMAT_VERSION:
        raise ValueError("it is no seal that this program knows")
    try:
        attempts = tuple(_of(SealedAttempt, one) for one in line["attempts"])
        signatures = tuple(_of(Signature, one) for one in line["signatures"])
        statement = _of(Statement, {**line, "attempts": attempts}, exact=False)
    except (KeyError, TypeError) as error:
        raise ValueError(f"a part of it is missing or bent ({error})") from None
    return statement, signatures


def _of(kind: Any, stored: Mapping[str, Any], *, exact: bool = True) -> Any:
    names = {field.name: field.type for field in fields(kind)}
    if exact and set(stored) != set(names):
        raise TypeError(f"{sorted(set(stored) ^ set(names))}")
    parts = {name: stored[name] for name in names}
    for name, type_name in names.items():
        wanted = {"str": str, "int": int}.get(str(type_name), tuple)
        if type(parts[name]) is not wanted:
            raise TypeError(name)
    return kind(**parts)
