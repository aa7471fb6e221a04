"""How long it took."""

from __future__ import annotations

from trainer.attempt.events import Submitted
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return view.end_ms


METRIC = Metric(
    id="time_ms",
    version=1,
    title="Time",
    unit="ms",
    better=Better.LOWER,
    formula="From the beginning of the attempt to submit; where it was not submitted, to the last "
    "thing that happened.",
    citation="Dias 2017, Koh 2023 (field.md 2.3)",
    measure=_measure,
    inputs=of_events(Submitted),
)
