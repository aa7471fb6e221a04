"""How much radiation went into the patient, over what area."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return sum(shot.kap_pgym2 for shot in view.exposures)


METRIC = Metric(
    id="kap_pgym2",
    version=1,
    title="Kerma-area product",
    unit="pGym2",
    better=Better.LOWER,
    formula="Sum of the exposures' air kerma-area products over the open field; collimating lowers "
    "it and the kerma does not tell. Simulated and uncalibrated.",
    citation="IEC 60601-2-43 names the quantity; Joswig 2017 (field.md 2.4)",
    measure=_measure,
    inputs=of_events(Exposed, "number", "kap_pgym2"),
)
