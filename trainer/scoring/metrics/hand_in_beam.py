"""How often the operator's hand was in the beam."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return sum(1 for shot in view.exposures if shot.hand_in_beam)


METRIC = Metric(
    id="hand_in_beam",
    version=1,
    title="Exposures with a hand in the beam",
    unit="count",
    better=Better.LOWER,
    formula="Number of exposures while the gripped hub lay inside the collimated field.",
    citation="DESIGN 5; clinical.md 5",
    measure=_measure,
    inputs=of_events(Exposed, "number", "hand_in_beam"),
)
