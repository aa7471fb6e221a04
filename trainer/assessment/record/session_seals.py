"""The seals of a session held against its log, its attempts, the keys and the anchors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.assessment.keys import ROLES, is_signed, key_id
from trainer.assessment.receipt import receipt_code
from trainer.assessment.record.anchor import Anchor
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import Lines, chained_lines
from trainer.assessment.record.session_log import Begun, SessionFacts
from trainer.assessment.record.session_seal import (
    SealedAttempt,
    Signature,
    Statement,
    read_seal,
    signed_bytes,
)
from trainer.assessment.record.trust import Trust
from trainer.attempt.chain import NOTHING


def sealed_attempts(facts: SessionFacts, log_lines: int) -> tuple[SealedAttempt, ...]:
    """What a seal after so many lines of the log must list."""
    return tuple(_sealed(one) for one in facts.submitted if one.line <= log_lines)


def _sealed(one: Begun) -> SealedAttempt:
    return SealedAttempt(one.attempt_id, one.candidate, one.station, one.try_number, one.head)


def check_seals(
    data: bytes,
    name: str,
    record: tuple[Lines, Lines],
    facts: SessionFacts,
    report: Report,
    trust: Trust,
) -> None:
    """Every seal, the anchors, and what came after the last seal. record : the log, the marks."""
    seals = chained_lines(data, name, report)
    log, marks = record
    receipts: list[str] = []
    covered = marked = 0
    for number, body in enumerate(seals.bodies, start=1):
        try:
            statement, signatures = read_seal(body)
        except ValueError as error:
            report.find(name, number, str(error))
            continue
        _check_statement(statement, name, number, log, facts, report)
        _check_marked(statement, name, number, marks, report)
        _check_root(statement, body, name, number, report)
        _check_signatures(statement, signatures, name, number, report, trust)
        receipts.append(str(body.get("receipt")))
        covered = max(covered, statement.log_lines)
        marked = max(marked, statement.marks_lines or 0)
    _check_anchors(seals, name, facts, report, trust)
    report.facts.update(seals=str(len(seals.bodies)), receipts=" ".join(receipts))
    if not seals.bodies:
        report.notes.append(
            "The session is not sealed: only its chain and the attempts' seals hold"
        )
    elif covered < len(log.bodies):
        count = len(log.bodies) - covered
        report.notes.append(f"{count} lines of the log came after the last seal")
    if seals.bodies and marked < len(marks.bodies):
        count = len(marks.bodies) - marked
        report.notes.append(f"{count} marks came after the last seal: no seal would miss them")


def _check_statement(
    statement: Statement, name: str, number: int, log: Lines, facts: SessionFacts, report: Report
) -> None:
    same = (
        (statement.session_id, facts.session_id, "session"),
        (statement.nonce, facts.nonce, "nonce"),
        (statement.definition_sha256, facts.definition_sha256, "definition"),
        (statement.number, number, "number"),
    )
    for told, wanted, what in same:
        if told != wanted:
            report.find(name, number, f"its {what} is {told!r}, the record's is {wanted!r}")
    if statement.log_lines > len(log.heads):
        why = f"the log has {len(log.heads)} lines of the {statement.log_lines} that were sealed"
        report.find(name, number, why)
        return
    if statement.log_lines < 1 or log.heads[statement.log_lines - 1] != statement.log_head:
        report.find(name, number, "the log up to there is not the one that was sealed")
    if statement.attempts != sealed_attempts(facts, statement.log_lines):
        report.find(name, number, "it lists other attempts than the log had submitted by then")


def _check_marked(
    statement: Statement, name: str, number: int, marks: Lines, report: Report
) -> None:
    """The marks that were there when it was made are there, to the last."""
    sealed, head = statement.marks_lines, statement.marks_head
    if sealed is None:
        return
    if sealed > len(marks.heads):
        why = f"there are {len(marks.heads)} marks of the {sealed} that were sealed"
        report.find(name, number, why)
    elif head != (marks.heads[sealed - 1] if sealed > 0 else NOTHING):
        report.find(name, number, "the marks up to there are not the ones that were sealed")


def _check_root(
    statement: Statement, body: Mapping[str, Any], name: str, number: int, report: Report
) -> None:
    if body.get("root") != statement.root.hex():
        report.find(name, number, "its root is not the one of what it lists")
    elif body.get("receipt") != receipt_code(statement.root):
        report.find(name, number, "its receipt is not the one of its root")


def _check_signatures(
    statement: Statement,
    signatures: tuple[Signature, ...],
    name: str,
    number: int,
    report: Report,
    trust: Trust,
) -> None:
    if not trust.signatures:
        return
    if "station" not in {one.role for one in signatures}:
        report.find(name, number, "no station signed it")
    if "examiner" not in {one.role for one in signatures}:
        report.notes.append(f"{name}, line {number}: no examiner signed it")
    for one in signatures:
        problem: str | None = "the signature is not of this root"
        if one.role in ROLES and is_signed(one.key, signed_bytes(statement.root), one.signature):
            role = next(role for role in ROLES if role == one.role)
            problem = trust.key_problem(one.key, role, statement.at_utc)
        if problem is not None:
            report.find(name, number, f"{one.role}: {problem}")
        else:
            report.facts[f"seal_{number}_{one.role}"] = key_id(one.key)


def _check_anchors(
    seals: Lines, name: str, facts: SessionFacts, report: Report, trust: Trust
) -> None:
    for anchor in trust.anchors:
        why = _anchor_problem(anchor, seals, facts)
        if why is not None:
            report.find(name, None, why)


def _anchor_problem(anchor: Anchor, seals: Lines, facts: SessionFacts) -> str | None:
    if anchor.session_id != facts.session_id:
        return f"the anchor is of session {anchor.session_id!r}"
    if anchor.seal_number > len(seals.heads):
        return (
            f"the anchor was made at seal {anchor.seal_number}, the record has "
            f"{len(seals.heads)}: it was turned back or cut off"
        )
    if seals.heads[anchor.seal_number - 1] != anchor.seal_sha256:
        return f"seal {anchor.seal_number} is not the one that the anchor was made of"
    return None
