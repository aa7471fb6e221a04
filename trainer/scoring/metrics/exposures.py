"""How many pictures were taken."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return len(view.exposures)


METRIC = Metric(
    id="exposures",
    version=1,
    title="Exposures",
    unit="count",
    better=Better.LOWER,
    formula="Number of pulses that made a picture, single pictures included. Never to be marked "
    "alone: fewer pictures are no merit where the needle is unseen (DESIGN 9).",
    citation="Luciano 2013, Shakur 2015, Koh 2023 (field.md 2.3)",
    measure=_measure,
    inputs=of_events(Exposed, "number"),
)
