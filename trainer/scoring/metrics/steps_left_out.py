"""What was never done."""

from __future__ import annotations

from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import THERAPY
from trainer.scoring.steps_kept import WEIGHT_OF, missed_steps, of_the_performance, steps_kept
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    kept = of_the_performance(steps_kept(view))
    return sum(WEIGHT_OF[one.step.weight] for one in kept if one.left_out)


METRIC = Metric(
    id="steps_left_out",
    version=2,
    title="Steps left out",
    unit="count",
    better=Better.LOWER,
    formula="As order_broken, of the steps that something asked for and that were never done.",
    citation="DESIGN 7 (acts are scored by omission); weights are design values",
    measure=_measure,
    applies=THERAPY,
    inputs=missed_steps(late=False),
)
