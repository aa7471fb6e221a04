"""A scored attempt, a released result and a rater's comment as xAPI 1.0.3 statements.

Source: Experience API 1.0.3, part two (data) and three (communication). Verbs are ADL's published
ones; activities and extensions are ours, under one IRI that belongs to nobody and never moves.
A statement's id is made of what it says, so that a repeat is the same statement.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from trainer import __version__
from trainer.assessment.exams.results import CandidateResult
from trainer.assessment.exams.session_log import SessionHeader
from trainer.assessment.marking.mark import Mark, points_permille
from trainer.attempt import header as headers
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.scoring.score import Score

VERSION = "1.0.3"
BASE = "https://rhizotomy-trainer.invalid/xapi/"  # RFC 2606: never anybody's address
PEOPLE = "https://rhizotomy-trainer.invalid/people"  # home page of the pseudonyms
ADL_VERB = "http://adlnet.gov/expapi/verbs/"
ADL_ACTIVITY = "http://adlnet.gov/expapi/activities/"
STANDING = (
    "Simulation, not a patient. For training; no validity evidence; provisional, not for decisions."
)
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, BASE)
MOST = 1000  # of a mark: thousandths
Statement = dict[str, Any]


def attempt_statement(log: AttemptLog, found: Score, pseudonym: str) -> Statement:
    """What somebody reached in an attempt: passed, failed, or left before the end (terminated).

    pseudonym : whose it is, never a name; an exam's attempt is its candidate's whatever it says.
    """
    header = headers.from_json(log.header)
    who = header.sitting.candidate if header.sitting else pseudonym
    verb = ("passed" if found.passed else "failed") if found.complete else "terminated"
    t_ms = max((event.t_ms for event in log.events), default=0)
    return _statement(
        (header.attempt_id, verb, found.digest, who),
        who,
        verb,
        _activity(f"scenario/{found.scenario_id}", "simulation", *_title(header)),
        {
            "score": _score(found.score),
            "success": found.passed,
            "completion": found.complete,
            "duration": duration(t_ms),
            "extensions": _extensions(found),
        },
        later(header.created_utc, t_ms),
        _context(header),
    )


def result_statement(
    session: SessionHeader, result: CandidateResult, at_utc: str
) -> Statement | None:
    """What a candidate reached in an exam; None before the release.

    at_utc : when the session began (a session's log tells no wall clock of its release).
    """
    outcome = result.outcome
    if outcome is None:
        return None
    verb = {True: "passed", False: "failed", None: "completed"}[outcome.passed]
    told: Statement = {"score": _score(outcome.mean_mark), "completion": True}
    if outcome.passed is not None:
        told["success"] = outcome.passed
    told["extensions"] = {
        BASE + "standing": outcome.standing,
        BASE + "notice": STANDING,
        BASE + "receipt": result.receipt,
        BASE + "stations-passed": outcome.stations_passed,
        BASE + "critical-fails": outcome.critical_fails,
    }
    definition = session.definition
    exam = _activity(f"exam/{session.definition_sha256}", "assessment", definition.title, "")
    content = json.dumps([told, result.candidate], sort_keys=True)
    made_of = (session.session_id, result.candidate, verb, content)
    context = {"registration": session.session_id, **_always()}
    return _statement(made_of, result.candidate, verb, exam, told, later(at_utc, 0), context)


def comment_statement(mark: Mark) -> Statement:
    """What a rater said of an attempt. The rater is who acts; of whom it is, is not told."""
    told: Statement = {"extensions": {BASE + "overall-rating": mark.overall}}
    if mark.comment:
        told["response"] = clean(mark.comment)
    points = points_permille(mark)
    if points is not None:
        told["extensions"][BASE + "checklist-permille"] = points
    return _statement(
        (mark.mark_id,),
        mark.rater,
        "commented",
        _activity(f"attempt/{mark.attempt_id}", "simulation", "An attempt", ""),
        told,
        later(mark.at_utc, 0),
        {"registration": mark.session_id, **_always()},
    )


def statements_bytes(statements: list[Statement]) -> bytes:
    """A list of statements as one JSON document, UTF-8."""
    return (json.dumps(statements, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def duration(ms: int) -> str:
    """ISO 8601 with hundredths of a second, which is what 4.6 lets a store keep."""
    return f"PT{ms // 1000}.{ms % 1000 // 10:02d}S"


def later(utc: str, ms: int) -> str:
    """A time stamp so many milliseconds later, in UTC."""
    at = datetime.fromisoformat(utc)
    at = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    return (at + timedelta(milliseconds=ms)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def clean(text: str) -> str:
    """Text that every JSON reader takes: half a surrogate pair becomes a replacement sign."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _statement(
    made_of: tuple[str, ...],
    who: str,
    verb: str,
    activity: Statement,
    result: Statement,
    at: str,
    context: Statement,
) -> Statement:
    account = {"homePage": PEOPLE, "name": clean(who)}
    return {
        "id": str(uuid.uuid5(_NAMES, "\n".join(clean(part) for part in made_of))),
        "actor": {"objectType": "Agent", "account": account},
        "verb": {"id": ADL_VERB + verb, "display": {"en": verb}},
        "object": activity,
        "result": result,
        "context": context,
        "timestamp": at,
        "version": VERSION,
    }


def _activity(name: str, kind: str, title: str, language: str) -> Statement:
    definition = {"type": ADL_ACTIVITY + kind, "name": {language or "en": clean(title)}}
    return {"objectType": "Activity", "id": BASE + name, "definition": definition}


def _title(header: Header) -> tuple[str, str]:
    scenario = header.scenario
    neutral = header.sitting is not None and scenario.get("exam_title")
    title = scenario["exam_title"] if neutral else scenario.get("title", scenario["id"])
    return str(title), str(scenario.get("language") or "en")


def _score(thousandths: int) -> Statement:
    return {"scaled": thousandths / MOST, "raw": thousandths, "min": 0, "max": MOST}


def _extensions(found: Score) -> Statement:
    return {
        BASE + "notice": STANDING,
        BASE + "standing": found.standing,
        BASE + "rubric": f"{found.rubric_id} {found.rubric_version}",
        BASE + "pass-mark": found.pass_mark,
        BASE + "digest": found.digest,
        BASE + "critical-errors": [
            {"id": error.id, "t_ms": error.t_ms, "why": clean(error.why)}
            for error in found.critical
        ],
        BASE + "metrics": {
            metric.id: {
                "version": metric.version,
                "value": metric.value,
                "unit": metric.unit,
                "mark": metric.mark,
                "weight": metric.weight,
            }
            for metric in found.metrics
        },
    }


def _always() -> Statement:
    return {"platform": f"Rhizotomy Trainer {__version__}"}


def _context(header: Header) -> Statement:
    context = {**_always(), "extensions": _provenance(header)}
    if header.sitting is not None:
        exam = {"objectType": "Activity", "id": f"{BASE}exam/{header.sitting.definition_sha256}"}
        context["registration"] = header.sitting.session_id
        context["contextActivities"] = {"parent": [exam]}
    return context


def _provenance(header: Header) -> Mapping[str, Any]:
    return {
        BASE + "attempt": header.attempt_id,
        BASE + "mode": header.mode,
        BASE + "scenario-sha256": header.provenance.scenario_sha256,
    }
