"""A session's whole record: its log, its attempts, its seals, and what was brought to check it.

One function answers for the command line, the screens and the tests. The stand-alone verifier does
the same from docs/record-format.md alone and shares no line with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from trainer.assessment.keys import is_signed, key_id
from trainer.assessment.marking.signed import MARKS, check_marks
from trainer.assessment.receipt import receipt_code, same_receipt
from trainer.assessment.record.attempt_record import AttemptRecord, check_attempt
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import Lines, canonical_sha256, chained_lines
from trainer.assessment.record.session_log import (
    ROOT_SIGNED,
    Begun,
    Rooted,
    SessionFacts,
    read_session,
)
from trainer.assessment.record.session_seals import check_seals
from trainer.assessment.record.trust import NOTHING_BROUGHT, Trust

LOG, SEALS, ATTEMPTS = "session.jsonl", "seals.jsonl", "attempts"


@dataclass(frozen=True, slots=True)
class SessionFiles:
    """A session's folder as bytes. attempts : by file name. locked : ids of those not unlocked.

    marks : what raters signed off.
    """

    log: bytes
    attempts: Mapping[str, bytes]
    seals: bytes = b""
    locked: frozenset[str] = frozenset()
    marks: bytes = b""


def session_report(
    files: SessionFiles, trust: Trust = NOTHING_BROUGHT, *, replay: bool = True
) -> Report:
    """Everything that can be asked of a session's record. replay : also every attempt's states."""
    report = Report()
    lines = chained_lines(files.log, LOG, report)
    facts = _facts(lines, report)
    if facts is None:
        return report
    if lines.cut_bytes:
        report.notes.append(f"{LOG} ends in {lines.cut_bytes} bytes of an unfinished line")
    records = _attempts(files, facts, report, trust, replay)
    _check_presence(facts, records, files.locked, report)
    for rooted in facts.roots:
        _check_root(rooted, records, report, trust)
    marks = chained_lines(files.marks, MARKS, report)
    check_seals(files.seals, SEALS, (lines, marks), facts, report, trust)
    _check_receipts(facts, report, trust)
    check_marks(marks.bodies, facts, report, trust)
    report.facts.update(
        session=facts.session_id,
        attempts=str(len(records)),
        submitted=str(len(facts.submitted)),
        log_lines=str(len(lines.bodies)),
    )
    if not trust.keys:
        report.notes.append("No list of keys was given: compare the fingerprints by eye")
    return report


def _facts(lines: Lines, report: Report) -> SessionFacts | None:
    try:
        facts = read_session(lines)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        report.find(LOG, None, f"it cannot be read as a session's log: {error}")
        return None
    if canonical_sha256(facts.definition) != facts.definition_sha256:
        report.find(LOG, 1, "the exam's definition is not the one whose hash it states")
    return facts


def _attempts(
    files: SessionFiles, facts: SessionFacts, report: Report, trust: Trust, replay: bool
) -> dict[str, AttemptRecord]:
    """The readable attempts by id, each held against the log."""
    found: dict[str, AttemptRecord] = {}
    for name, data in sorted(files.attempts.items()):
        record = check_attempt(data, name, report, trust, replay=replay)
        if record is None:
            continue
        attempt_id = record.header.attempt_id
        if attempt_id in found:
            report.find(name, None, f"it is the same attempt as {found[attempt_id].name}")
        elif attempt_id not in facts.tries:
            report.find(name, None, "the session's log knows no such attempt")
        else:
            _check_against_log(record, facts.tries[attempt_id], facts, report)
            found[attempt_id] = record
    return found


def _check_against_log(
    record: AttemptRecord, tried: Begun, facts: SessionFacts, report: Report
) -> None:
    sitting, name = record.header.sitting, record.name
    wanted = {
        **{"session_id": facts.session_id, "nonce": facts.nonce, "candidate": tried.candidate},
        **{"station": tried.station, "definition_sha256": facts.definition_sha256},
        "try_number": tried.try_number,
    }
    if sitting is None:
        report.find(name, 1, "it is no exam's attempt: its header holds no sitting")
        return
    told = asdict(sitting)
    for part, value in wanted.items():
        if told[part] != value:
            report.find(name, 1, f"its {part} is {told[part]!r}, the session's log says {value!r}")
    if record.header_sha256 != tried.header_sha256:
        report.find(name, 1, "its header is not the one that the session's log saw when it began")
    if not tried.is_warm_up:
        _check_station(record, tried, facts, report)
    if tried.head and record.log.head != tried.head:
        why = "it is not the file that was submitted" if record.log.sealed else "its seal is gone"
        report.find(name, None, f"{why}: {LOG}, line {tried.line}, names another head")
    if record.log.sealed and not tried.head and not tried.is_warm_up:
        report.notes.append(f"{name} is sealed, but {LOG} does not say that it was submitted")


def _check_station(
    record: AttemptRecord, tried: Begun, facts: SessionFacts, report: Report
) -> None:
    station = facts.station_of(tried.candidate, tried.station)
    if not station:
        report.find(record.name, 1, f"the definition has no {tried.station!r} for its candidate")
        return
    if station["scenario_sha256"] != record.header.provenance.scenario_sha256:
        report.find(record.name, 1, "its scenario is not the one of the exam's definition")
    rubric = record.log.header["scenario"].get("rubric")
    if rubric is not None and canonical_sha256(rubric) != station["rubric_sha256"]:
        report.find(record.name, 1, "its rubric is not the one of the exam's definition")
    if station["seed"] != record.header.seed:
        report.find(record.name, 1, "its seed is not the one of the exam's definition")


def _check_presence(
    facts: SessionFacts,
    records: Mapping[str, AttemptRecord],
    locked: frozenset[str],
    report: Report,
) -> None:
    """Every submitted attempt is there; until the session is closed it may be locked."""
    still = locked if not facts.is_closed else frozenset[str]()
    if still:
        report.notes.append(f"{len(still)} attempts are locked until the session is closed")
    for tried in facts.submitted:
        if tried.attempt_id not in records and tried.attempt_id not in still:
            why = f"attempt {tried.attempt_id} of {tried.candidate} is missing or cannot be read"
            report.find(LOG, tried.line, why)


def _check_root(
    rooted: Rooted, records: Mapping[str, AttemptRecord], report: Report, trust: Trust
) -> None:
    if rooted.stated != rooted.expected:
        report.find(LOG, rooted.line, "its root is not the one of the attempts before it")
        return
    if receipt_code(bytes.fromhex(rooted.stated)) != rooted.receipt:
        report.find(LOG, rooted.line, "its receipt is not the one of its root")
    if not rooted.key_id or not trust.signatures:
        return
    public = {str(one.log.seal["key"]) for one in records.values() if one.log.seal is not None}
    key = next((one for one in (*public, *trust.keys) if key_id(one) == rooted.key_id), None)
    message = ROOT_SIGNED + bytes.fromhex(rooted.stated)
    if key is None:
        report.notes.append(f"{LOG}, line {rooted.line}: key {rooted.key_id} is not known here")
    elif not is_signed(key, message, rooted.signature):
        report.find(LOG, rooted.line, "the root's signature is not of this root")


def _check_receipts(facts: SessionFacts, report: Report, trust: Trust) -> None:
    codes = [rooted.receipt for rooted in facts.roots] + report.facts.get("receipts", "").split()
    for typed in trust.receipts:
        if not any(same_receipt(typed, code) for code in codes):
            report.find(LOG, None, f"receipt {typed} belongs to nothing in this record")
