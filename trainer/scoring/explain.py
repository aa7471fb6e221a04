"""Why a score is what it is: every metric of the rubric with the events it came from."""

from __future__ import annotations

from typing import Any, NamedTuple

from trainer.scoring.marks import MarkedValue
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Score, score_of
from trainer.scoring.trace import SHOWN, Trace
from trainer.scoring.view import AttemptView


class Explained(NamedTuple):
    """One metric: what it measured and earned, how it is computed, and what it looked at.

    inputs : at most `SHOWN` events, in the order of the log.
    """

    marked: MarkedValue
    title: str
    formula: str
    inputs: tuple[Trace, ...]

    @property
    def document(self) -> dict[str, Any]:
        """As `score --explain --json` tells it."""
        return {
            **self.marked._asdict(),
            "title": self.title,
            "formula": self.formula,
            "inputs": [
                {"place": one.place, "t_ms": one.t_ms, "event": one.event, **dict(one.parts)}
                for one in self.inputs
            ],
        }


def explain(view: AttemptView, scored: Score | None = None) -> tuple[Explained, ...]:
    """Every line of the rubric, the judgement's after the performance's. Raises Refusal.

    scored : the score of the same view, where it is known already.
    """
    found = score_of(view) if scored is None else scored
    judged = () if found.judgement is None else found.judgement.metrics
    return tuple(_explained(view, marked) for marked in (*found.metrics, *judged))


def _explained(view: AttemptView, marked: MarkedValue) -> Explained:
    metric = METRICS[marked.id]
    inputs = metric.inputs(view)[:SHOWN] if marked.applies else ()
    return Explained(marked, metric.title, metric.formula, inputs)
