"""One attempt as a record: its chain, its states, its scenario's hash, its seal and signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trainer.assessment.keys import is_signed, key_id
from trainer.assessment.record.findings import Report
from trainer.assessment.record.lines import canonical_sha256, chained_lines
from trainer.assessment.record.trust import NOTHING_BROUGHT, Trust
from trainer.attempt.chain import hash_of
from trainer.attempt.header import Header, from_json
from trainer.attempt.log import AttemptLog, parse
from trainer.attempt.replay import states
from trainer.attempt.seal import signed_bytes
from trainer.refusal import ExitCode, Refusal

_PLACE = re.compile(r"line (\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """An attempt that could be read. header_sha256 : of its first stored line."""

    name: str
    header: Header
    header_sha256: str
    log: AttemptLog


def check_attempt(
    data: bytes, name: str, report: Report, trust: Trust = NOTHING_BROUGHT, *, replay: bool = True
) -> AttemptRecord | None:
    """Everything that can be asked of the file alone; None where it cannot be read further.

    replay : also fold the events and compare every state's hash.
    """
    before = len(report.findings)
    if not chained_lines(data, name, report).whole or len(report.findings) > before:
        return None
    try:
        log = parse(data, name)
        header = from_json(log.header)
        if replay:
            for _ in states(log, name):
                pass
    except Refusal as refused:
        _told(refused, name, report)
        return None
    except ValueError as error:
        report.find(name, 1, f"the header is bent: {error}")
        return None
    first = data[: data.index(b"\n") + 1]
    record = AttemptRecord(name, header, hash_of(first), log)
    if header.sitting is not None:
        _check_scenario(record, report)
        _check_signature(record, report, trust)
    return record


def attempt_report(data: bytes, name: str, trust: Trust = NOTHING_BROUGHT) -> Report:
    """The whole check of one file."""
    report = Report()
    record = check_attempt(data, name, report, trust)
    if record is None:
        return report
    log, sitting = record.log, record.header.sitting
    told = {"records": str(len(log.records)), "sealed": str(log.sealed).lower(), "head": log.head}
    report.facts.update(told)
    if sitting is not None:
        report.facts.update(candidate=sitting.candidate, station=sitting.station)
    if sitting is not None and log.seal is not None:
        report.facts["signed_by"] = key_id(str(log.seal["key"]))
        if not trust.keys:
            report.notes.append("No list of keys was given: compare the fingerprint by eye")
    if log.sealed and sitting is None:
        report.notes.append("Practice: nobody signed it, so only the head kept elsewhere proves it")
    if log.cut_bytes:
        report.notes.append(f"{log.cut_bytes} bytes of an unfinished line were not read")
    return report


def _told(refused: Refusal, name: str, report: Report) -> None:
    found = _PLACE.fullmatch(refused.why)
    if found is not None:
        report.find(name, int(found[1]), found[2])
    elif refused.code is ExitCode.INTEGRITY:
        report.find(name, None, refused.why)
    else:
        report.find(name, None, f"{refused.what}: {refused.why}")


def _check_scenario(record: AttemptRecord, report: Report) -> None:
    stated = record.header.provenance.scenario_sha256
    if canonical_sha256(record.log.header["scenario"]) != stated:
        report.find(record.name, 1, "its scenario is not the one whose hash it states")


def _check_signature(record: AttemptRecord, report: Report, trust: Trust) -> None:
    seal, line = record.log.seal, len(record.log.records) + 2
    if seal is None or not trust.signatures:
        return
    key = str(seal["key"])
    if not is_signed(key, signed_bytes(seal, str(seal["prev"])), str(seal["signature"])):
        report.find(record.name, line, "the seal's signature is not of these records")
        return
    problem = trust.key_problem(key, "station", record.header.created_utc)
    if problem is not None:
        report.find(record.name, line, problem)
