"""A mark's signature: of its stored line as it would be without it (docs/record-format.md).

That line holds the hash of the line before it, so a signature is also of every earlier mark.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from trainer.assessment.keys import Role, is_signed
from trainer.assessment.record.findings import Report
from trainer.assessment.record.session_log import SessionFacts
from trainer.assessment.record.trust import Trust
from trainer.attempt.chain import line_of

SIGNED = b"rhizotomy-mark 1\n"
MARKS = "marks.jsonl"
ROLES: tuple[Role, ...] = ("examiner", "station")
_SIGNATURE = ("key", "signature")


def signed_row(
    row: Mapping[str, Any], prev: str, key: str, sign: Callable[[bytes], bytes]
) -> dict[str, Any]:
    """A mark's row with who signed it. prev : hash of the line before it. key : public, hex."""
    body = {**row, "key": key}
    return {**body, "signature": sign(SIGNED + line_of(body, prev)).hex()}


def bare_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """The mark of a row, without the signature."""
    return {name: value for name, value in row.items() if name not in (*_SIGNATURE, "prev")}


def signature_problem(row: Mapping[str, Any], prev: str) -> str | None:
    """What is wrong with the signature of a row, None where nothing is, or there is none."""
    if not any(name in row for name in _SIGNATURE):
        return None
    told = {name: value for name, value in row.items() if name not in ("signature", "prev")}
    try:
        message = SIGNED + line_of(told, prev)
    except UnicodeEncodeError:  # half a surrogate pair, which no writer writes
        return "it is not as it was written"
    if is_signed(str(row.get("key", "")), message, str(row.get("signature", ""))):
        return None
    return "the mark's signature is not of this"


def check_marks(
    rows: Sequence[Mapping[str, Any]], facts: SessionFacts, report: Report, trust: Trust
) -> None:
    """Every mark: of an attempt of this session, and signed once one before it is."""
    begun, unsigned = False, 0
    for number, row in enumerate(rows, start=1):
        begun = begun or "signature" in row
        unsigned += "signature" not in row
        problem = _of_something_else(row, facts)
        if problem is None and begun and trust.signatures:
            problem = _signature_problem(row, trust)
        if problem is not None:
            report.find(MARKS, number, problem)
    if unsigned:
        report.notes.append(f"{unsigned} of {len(rows)} marks are not signed")


def _of_something_else(row: Mapping[str, Any], facts: SessionFacts) -> str | None:
    tried = facts.tries.get(str(row.get("attempt_id")))
    same = tried is not None and (row.get("session_id"), row.get("header_sha256")) == (
        facts.session_id,
        tried.header_sha256,
    )
    return None if same else "it is a mark of something else"


def _signature_problem(row: Mapping[str, Any], trust: Trust) -> str | None:
    if "signature" not in row:
        return "it is not signed, as the marks before it are"
    wrong = signature_problem(row, str(row["prev"]))
    if wrong is not None:
        return wrong
    told = str(row["key"]), str(row.get("at_utc", ""))
    wrongs = [trust.key_problem(told[0], role, told[1]) for role in ROLES]
    return None if None in wrongs else wrongs[0]
