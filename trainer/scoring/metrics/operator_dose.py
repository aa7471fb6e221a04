"""How much scatter reached the operator."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return sum(shot.operator_psv for shot in view.exposures)


METRIC = Metric(
    id="operator_psv",
    version=1,
    title="Scatter at the operator",
    unit="pSv",
    better=Better.LOWER,
    formula="Sum over the exposures of the dose where the operator stood, unshielded; simulated "
    "and uncalibrated.",
    citation="DESIGN 5; clinical.md 5",
    measure=_measure,
    inputs=of_events(Exposed, "number", "operator_psv"),
)
