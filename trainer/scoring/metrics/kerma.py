"""How much radiation the patient got."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return sum(shot.kerma_ngy for shot in view.exposures)


METRIC = Metric(
    id="kerma_ngy",
    version=1,
    title="Reference air kerma",
    unit="nGy",
    better=Better.LOWER,
    formula="Sum of the exposures' air kerma at the patient entrance reference point; simulated "
    "and uncalibrated.",
    citation="IEC 60601-2-43 names the quantity; benchmarks Soucy 2024 (field.md 2.4)",
    measure=_measure,
    inputs=of_events(Exposed, "number", "kerma_ngy"),
)
