"""The seal of a session: one root over its log and all its sealed attempts, and who signed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from trainer.assessment import merkle
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.lines import canonical

KIND, FORMAT = "session_seal", "rhizotomy-session-seal"
FORMAT_VERSION, BEFORE_MARKS = 2, 1  # a seal of version 1 says nothing of marks
MARKED = ("marks_lines", "marks_head")
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

    attempts : every submitted one, in the order of the log. marks_lines, marks_head : of what was
    marked by then, None in a seal of an older program.
    """

    session_id: str
    nonce: str
    definition_sha256: str
    number: int
    at_utc: str
    log_lines: int
    log_head: str
    attempts: tuple[SealedAttempt, ...]
    marks_lines: int | None = None
    marks_head: str | None = None

    @property
    def told(self) -> dict[str, Any]:
        """What it says, by name; of marks only where it does."""
        said = asdict(self)
        return said if self.marks_lines is not None else _without_marks(said)

    @property
    def leaves(self) -> tuple[bytes, ...]:
        """The session first, then each attempt."""
        told = {**self.told, "attempts": len(self.attempts)}
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
    told = {**statement.told, "attempts": [asdict(one) for one in statement.attempts]}
    version = BEFORE_MARKS if statement.marks_lines is None else FORMAT_VERSION
    return {
        **{"kind": KIND, "format": FORMAT, "format_version": version},
        **told,
        "root": statement.root.hex(),
        "receipt": receipt_code(statement.root),
        "signatures": [asdict(one) for one in signatures],
    }


def read_seal(line: Mapping[str, Any]) -> tuple[Statement, tuple[Signature, ...]]:
    """Statement and signatures of a line. Raises ValueError where it is none."""
    version = line.get("format_version")
    if line.get("kind") != KIND or version not in (BEFORE_MARKS, FORMAT_VERSION):
        raise ValueError("it is no seal that this program knows")
    try:
        attempts = tuple(_of(SealedAttempt, one) for one in line["attempts"])
        signatures = tuple(_of(Signature, one) for one in line["signatures"])
        parts = {**line, "attempts": attempts}
        statement = _of(Statement, parts, exact=False, left=MARKED * (version == BEFORE_MARKS))
    except (KeyError, TypeError) as error:
        raise ValueError(f"a part of it is missing or bent ({error})") from None
    return statement, signatures


def _without_marks(said: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in MARKED}


def _of(
    kind: Any, stored: Mapping[str, Any], *, exact: bool = True, left: tuple[str, ...] = ()
) -> Any:
    names = {field.name: str(field.type) for field in fields(kind) if field.name not in left}
    if exact and set(stored) != set(names):
        raise TypeError(f"{sorted(set(stored) ^ set(names))}")
    parts = {name: stored[name] for name in names}
    for name, type_name in names.items():
        wanted = {"str": str, "int": int}.get(type_name.removesuffix(" | None"), tuple)
        if type(parts[name]) is not wanted:
            raise TypeError(name)
    return kind(**parts)
