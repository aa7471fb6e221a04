"""What was done before what it should have followed."""

from __future__ import annotations

from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import THERAPY
from trainer.scoring.steps_kept import WEIGHT_OF, missed_steps, of_the_performance, steps_kept
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    kept = of_the_performance(steps_kept(view))
    return sum(WEIGHT_OF[one.step.weight] for one in kept if one.late)


METRIC = Metric(
    id="order_broken",
    version=2,
    title="Steps out of their order",
    unit="count",
    better=Better.LOWER,
    formula="Of the steps of procedure.md that the practice profile asks for, those of the case "
    "left aside: each that was missing at least once when something asked for it, and done at "
    "another time, counts its weight: critical 5, major 3, minor 1. Unsafe acts ask for steps and "
    "fulfil none.",
    citation="DESIGN 9 (order of acts); field.md 4, point 7; weights are design values",
    measure=_measure,
    applies=THERAPY,
    inputs=missed_steps(late=True),
)
