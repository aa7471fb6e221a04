"""What curves need of one finished attempt: small, whole numbers, a function of its log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from trainer.attempt import header as headers
from trainer.attempt.log import AttemptLog
from trainer.scoring.drills.result import is_aided, judged
from trainer.scoring.marks import measured
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import score_of
from trainer.scoring.view import view_of

MEASURED = ("time_ms", "kerma_ngy", "kap_pgym2", "exposures")


@dataclass(frozen=True, slots=True)
class Facts:
    """One attempt. drill : its id, "" for a whole task; then marks and measures are empty.

    aided, undone : such attempts enter no curve (DESIGN 10). complete : it was submitted.
    performed : False where the case was rightly not gone on with. critical : number of errors.
    score : thousandths. marks : by part of the rubric, thousandths, only parts that were marked.
    measures : by metric of `MEASURED`, in its unit, only where the log can say.
    """

    created_utc: str
    scenario_id: str
    title: str
    procedure: str
    levels: tuple[str, ...]
    patient_sha256: str
    seed: int
    aided: bool
    undone: bool
    drill: str
    complete: bool
    performed: bool
    passed: bool
    critical: int
    score: int
    marks: Mapping[str, int]
    measures: Mapping[str, int]


def facts_of(log: AttemptLog) -> Facts:
    """The facts of a log. Raises Refusal, ValueError or KeyError where it cannot be judged."""
    header = headers.from_json(log.header)
    scenario = header.scenario  # as it was then: a shipped rubric may have changed since
    known: dict[str, Any] = {
        "created_utc": header.created_utc,
        "scenario_id": str(scenario["id"]),
        "title": str(scenario["title"]),
        "procedure": str(scenario["procedure"]),
        "levels": tuple(dict.fromkeys(target.bone for target in header.targets)),
        "patient_sha256": header.provenance.patient_sha256,
        "seed": header.seed,
        "aided": header.parent is None and is_aided(header, log.events),
        "undone": header.parent is not None,
    }
    if header.drill is not None:
        return Facts(**known, **_drill(judged(header, log.events).outcome.passed, header.drill.id))
    return Facts(**known, **_scored(log))


def _drill(passed: bool, name: str) -> dict[str, Any]:
    return {
        "drill": name, "complete": True, "performed": True, "passed": passed, "critical": 0,
        "score": 0, "marks": {}, "measures": {},
    }  # fmt: skip


def _scored(log: AttemptLog) -> dict[str, Any]:
    view = view_of(log)
    score = score_of(view)
    values = {name: measured(view, METRICS[name]) for name in MEASURED}
    return {
        "drill": "",
        "complete": score.complete,
        "performed": score.performed,
        "passed": score.passed,
        "critical": len(score.critical),
        "score": score.score,
        "marks": {part.id: part.mark for part in score.parts if part.weight},
        "measures": {name: value for name, value in values.items() if value is not None},
    }


def document_of(facts: Facts) -> dict[str, Any]:
    """As the index holds it."""
    return asdict(facts)


def facts_from(document: Mapping[str, Any]) -> Facts:
    """Read back. Raises ValueError, KeyError or TypeError where something is missing or bent."""
    kept = {field.name: document[field.name] for field in fields(Facts)}
    return Facts(**{**kept, "levels": tuple(kept["levels"])})
