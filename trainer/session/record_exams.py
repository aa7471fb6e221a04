"""What is asked of an exam's attempt in the store, beyond its chain: who signed it, whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.assessment.record.attempt_record import attempt_report
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import chained_lines
from trainer.assessment.record.session_log import Begun, read_session
from trainer.assessment.record.trust import Trust
from trainer.session.ports import RecordStore
from trainer.session.record_lines import RecordHeader
from trainer.session.records import StoredRecord

EXAM = "exam"
Tries = dict[tuple[str, str], Begun]  # by session and attempt


def tries_in(store: RecordStore, records: Sequence[StoredRecord]) -> Tries:
    """What the sessions' logs in the store say of their tries; one that cannot be read says none.

    Raises StoreRefusal.
    """
    found: Tries = {}
    for record in records:
        if record.header.kind != "session":
            continue
        lines = chained_lines(b"".join(store.lines(record.header.record)), "", Report())
        try:
            facts = read_session(lines)
        except (ValueError, KeyError, TypeError, AttributeError):
            continue  # its own chain is asked elsewhere
        found |= {(facts.session_id, name): tried for name, tried in facts.tries.items()}
    return found


def exam_fault(
    header: RecordHeader, lines: Sequence[bytes], head: str, tries: Tries, trust: Trust
) -> str | None:
    """What is wrong with a complete attempt of an exam; None for practice.

    Its signature (by a key of `trust` where that holds any), its scenario's hash, its states; and
    whether its session's log, if the store has it, submitted this file under this sitting.
    """
    if header.kind != "attempt" or header.mode != EXAM:
        return None
    if not header.session_id:
        return "line 1: it is an exam's and names no sitting"
    report = attempt_report(b"".join(lines), header.subject_id, trust)
    if report.findings:
        first = report.findings[0]
        return first.why if first.line is None else f"line {first.line}: {first.why}"
    tried = tries.get((header.session_id, header.subject_id))
    return None if tried is None else _other_than(tried, header, head)


def _other_than(tried: Begun, header: RecordHeader, head: str) -> str | None:
    if (tried.candidate, tried.station) != (header.candidate, header.station):
        return "line 1: the session's log names another candidate or station for it"
    if tried.header_sha256 != header.header_sha256:
        return "line 1: the session's log began it with another header"
    if tried.head and tried.head != head:
        return "the session's log submitted it with another head"
    return None
