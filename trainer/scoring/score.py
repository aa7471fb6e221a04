"""The score of an attempt: a function of its log, the same on every machine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any, NamedTuple

from trainer.attempt.log import AttemptLog
from trainer.refusal import Refusal
from trainer.scenario.rubric import PROVISIONAL, Rubric
from trainer.scenario.rubric_named import WholeRubric
from trainer.scenario.rubric_parts import RubricOfParts
from trainer.scenario.rubric_tables import rubric_sha256
from trainer.scoring.error_kinds import Happened
from trainer.scoring.errors import errors_of
from trainer.scoring.marks import (
    JudgementValue,
    MarkedValue,
    PartValue,
    ShutGate,
    judgement_of,
    marked_flat,
    performance_of,
    total_of,
)
from trainer.scoring.rubric import rubric_problems
from trainer.scoring.view import AttemptView, view_of
from trainer.scoring.weighed import laid_aside
from trainer.scoring.worked import stood_back

SCORING_VERSION = 2  # counts up with every change of the document's shape or of the total's rule
FLAT_SCORING_VERSION = 1  # of a rubric without parts: its document stays as it was

__all__ = [
    "PROVISIONAL",
    "SCORING_VERSION",
    "Major",
    "MarkedValue",
    "Score",
    "score",
    "score_of",
    "total_of",
]


class Major(NamedTuple):
    """A major error that happened. cost : thousandths that this act took off the mark."""

    id: str
    t_ms: int
    exposure: int
    why: str
    cost: int


@dataclass(frozen=True, slots=True)
class Score:
    """What an attempt is worth.

    score and pass_mark : of the performance, thousandths. passed : submitted, both marks at or over
    their cuts, no gate that fails, nothing critical. complete : the attempt was submitted. note :
    what the rubric rests on. standing : what the cut may be used for. gates : those that shut.
    parts, major, judgement : of a rubric of parts; () and None for one without.
    performed : False where the case was rightly not gone on with; the score is the judgement's.
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
    critical: tuple[Happened, ...]
    metrics: tuple[MarkedValue, ...]
    standing: str = PROVISIONAL
    rubric_sha256: str = ""
    major: tuple[Major, ...] = ()
    parts: tuple[PartValue, ...] = ()
    gates: tuple[ShutGate, ...] = ()
    judgement: JudgementValue | None = None
    performed: bool = True
    version: int = FLAT_SCORING_VERSION

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
        flat = self.version == FLAT_SCORING_VERSION
        return self._flat() if flat else {**self._flat(), **self._of_parts()}

    def _flat(self) -> dict[str, Any]:
        return {
            "scoring_version": self.version,
            "standing": self.standing,
            "note": self.note,
            "scenario": {"id": self.scenario_id, "sha256": self.scenario_sha256},
            "rubric": {"id": self.rubric_id, "version": self.rubric_version},
            "complete": self.complete,
            "score": self.score,
            "pass_mark": self.pass_mark,
            "passed": self.passed,
            "critical": [
                {"id": error.id, "t_ms": error.t_ms, "why": error.why} for error in self.critical
            ],
            "metrics": [metric.plain for metric in self.metrics],
        }

    def _of_parts(self) -> dict[str, Any]:
        rubric = {"id": self.rubric_id, "version": self.rubric_version}
        return {
            "rubric": {**rubric, "sha256": self.rubric_sha256},
            "performed": self.performed,
            "critical": [error._asdict() for error in self.critical],
            "major": [error._asdict() for error in self.major],
            "parts": [part._asdict() for part in self.parts],
            "gates": [gate._asdict() for gate in self.gates],
            "judgement": None if self.judgement is None else self.judgement.document,
            "metrics": [metric._asdict() for metric in self.metrics],
        }


def score(log: AttemptLog) -> Score:
    """Score a log by the rubric in its own header.

    An attempt that was not submitted is scored as it stands, `complete` false and never passed.
    Raises Refusal where the log's scenario cannot be judged by this program.
    """
    return score_of(view_of(log))


def score_of(view: AttemptView) -> Score:
    """Score a log that was sorted already. Raises Refusal."""
    rubric = view.case.rubric
    _check(rubric)
    if isinstance(rubric, RubricOfParts):
        return _by_parts(view, rubric)
    return _by_lines(view, rubric)


def _by_lines(view: AttemptView, rubric: Rubric) -> Score:
    metrics = tuple(marked_flat(view, entry) for entry in rubric.metrics)
    critical = errors_of(view, rubric.critical)
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


def _by_parts(view: AttemptView, rubric: RubricOfParts) -> Score:
    judgement = None if rubric.judgement is None else judgement_of(view, rubric.judgement)
    performed = judgement is None or not stood_back(view)
    critical = errors_of(view, rubric.critical)
    weighing = laid_aside(view, critical)
    done, (major, cost) = performance_of(weighing, rubric), _major(weighing, rubric)
    total = max(0, done.mark - cost)
    if judgement is not None and not performed:
        total = judgement.score
    complete = view.submitted_ms is not None
    over = total >= rubric.pass_mark and not (performed and any(gate.fails for gate in done.gates))
    judged_well = judgement is None or judgement.passed
    return Score(
        scenario_id=view.case.scenario_id,
        scenario_sha256=view.header.provenance.scenario_sha256,
        rubric_id=rubric.id,
        rubric_version=rubric.version,
        note=rubric.note,
        complete=complete,
        score=total,
        pass_mark=rubric.pass_mark,
        passed=complete and over and judged_well and not critical,
        critical=critical,
        metrics=done.metrics,
        standing=rubric.standing,
        rubric_sha256=rubric_sha256(rubric),
        major=major,
        parts=done.parts,
        gates=done.gates,
        judgement=judgement,
        performed=performed,
        version=SCORING_VERSION,
    )


def _major(view: AttemptView, rubric: RubricOfParts) -> tuple[tuple[Major, ...], int]:
    """The major errors with what each act cost, and what all of them took off."""
    costs = {one.id: one for one in rubric.major}
    spent = dict.fromkeys(costs, 0)
    left, found = rubric.major_most, []
    for error in errors_of(view, costs):
        known = costs[error.id]
        cost = min(known.cost, known.limit - spent[error.id], left)
        spent[error.id], left = spent[error.id] + cost, left - cost
        found.append(Major(error.id, error.t_ms, error.exposure, error.why, cost))
    return tuple(found), rubric.major_most - left


def _check(rubric: WholeRubric) -> None:
    problems = rubric_problems(rubric)
    if problems:
        raise Refusal(
            "This attempt cannot be scored",
            f"this program cannot apply its rubric {rubric.id} version {rubric.version}",
            "Open it with a newer Rhizotomy Trainer; the file was left as it is",
            problems=problems,
        )
