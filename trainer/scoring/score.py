"""The score of an attempt: a function of its log, the same on every machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from trainer.attempt.log import AttemptLog
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.rubric import MarkedMetric, Rubric
from trainer.scoring.critical import Critical, critical_errors
from trainer.scoring.metric import Metric
from trainer.scoring.metrics import METRICS
from trainer.scoring.rubric import rubric_problems
from trainer.scoring.value import mark_of
from trainer.scoring.view import AttemptView, view_of

SCORING_VERSION = 1  # counts up with every change of the document's shape or of the total's rule
PROVISIONAL = "provisional, not for decisions"


class MarkedValue(NamedTuple):
    """One line of the rubric: what was measured and what it earned.

    value : in `unit`, None where the log cannot say. mark : 0..1000. weight : its share of 100.
    """

    id: str
    version: int
    value: int | None
    unit: str
    mark: int
    weight: int


@dataclass(frozen=True, slots=True)
class Score:
    """What an attempt is worth.

    score and pass_mark : thousandths. passed : submitted, at or over the pass mark, and nothing
    critical. complete : the attempt was submitted. note : what the cut score rests on.
    """

    scenario_id: str
    scenario_sha256: str
    rubric_id: str
    rubric_version: int
    note: str
    complete: bool
    score: int
    pass_mark: int
    passed: bool
    critical: tuple[Critical, ...]
    metrics: tuple[MarkedValue, ...]

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical score document.

        Neither attempt id nor clock is part of it: the same acts on the same scenario agree.
        """
        text = json.dumps(self._judged(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("ascii")).hexdigest()

    @property
    def document(self) -> dict[str, Any]:
        """The score document (`attempt score --json`), digest included."""
        return {**self._judged(), "digest": self.digest}

    def _judged(self) -> dict[str, Any]:
        return {
            "scoring_version": SCORING_VERSION,
            "standing": PROVISIONAL,
            "note": self.note,
            "scenario": {"id": self.scenario_id, "sha256": self.scenario_sha256},
            "rubric": {"id": self.rubric_id, "version": self.rubric_version},
            "complete": self.complete,
            "score": self.score,
            "pass_mark": self.pass_mark,
            "passed": self.passed,
            "critical": [error._asdict() for error in self.critical],
            "metrics": [metric._asdict() for metric in self.metrics],
        }


def score(log: AttemptLog) -> Score:
    """Score a log by the rubric in its own header.

    An attempt that was not submitted is scored as it stands, `complete` false and never passed.
    Raises Refusal where the log's scenario cannot be judged by this program.
    """
    view = view_of(log)
    rubric = view.case.rubric
    _check(rubric)
    metrics = tuple(_marked(view, entry) for entry in rubric.metrics)
    critical = critical_errors(view, rubric.critical)
    total = total_of(metrics)
    complete = view.submitted_ms is not None
    return Score(
        scenario_id=view.case.scenario_id,
        scenario_sha256=view.header.provenance.scenario_sha256,
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        note=rubric.note,
        complete=complete,
        score=total,
        pass_mark=rubric.pass_mark,
        passed=complete and total >= rubric.pass_mark and not critical,
        critical=critical,
        metrics=metrics,
    )


def total_of(metrics: tuple[MarkedValue, ...]) -> int:
    """The weighted mean of the marks, thousandths, rounded down; 0 where nothing weighs."""
    weights = sum(metric.weight for metric in metrics)
    gained = sum(metric.mark * metric.weight for metric in metrics)
    return gained // weights if weights else 0


def _marked(view: AttemptView, entry: MarkedMetric) -> MarkedValue:
    metric = METRICS[entry.id]
    value = _measured(view, metric)
    earns = value is not None and (view.placed is not None or not metric.needs_needle)
    mark = mark_of(value, entry.full_at, entry.zero_at) if earns and value is not None else 0
    return MarkedValue(metric.id, metric.version, value, metric.unit, mark, entry.weight)


def _measured(view: AttemptView, metric: Metric) -> int | None:
    try:
        return metric.measure(view)
    except ValueError as impossible:
        raise Refusal(
            "This attempt cannot be scored",
            f"{metric.id} meets an impossible geometry: {impossible}",
            "Keep the file as it is and ask for the copy in the records",
            code=ExitCode.INTEGRITY,
        ) from None


def _check(rubric: Rubric) -> None:
    problems = rubric_problems(rubric)
    if problems:
        raise Refusal(
            "This attempt cannot be scored",
            f"this program cannot apply its rubric {rubric.id} version {rubric.version}",
            "Open it with a newer Rhizotomy Trainer; the file was left as it is",
            problems=problems,
        )
