"""How long the pedal was down."""

from __future__ import annotations

from trainer.attempt.events import BeamStarted, BeamStopped
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    total, began = 0, None
    for event in view.among(BeamStarted, BeamStopped):
        if isinstance(event, BeamStarted):
            began = event.t_ms
        elif isinstance(event, BeamStopped) and began is not None:
            total, began = total + event.t_ms - began, None
    return total if began is None else total + view.end_ms - began


METRIC = Metric(
    id="beam_ms",
    version=1,
    title="Beam time",
    unit="ms",
    better=Better.LOWER,
    formula="Sum of the times from pedal down to pedal up; a pedal that is still down at the end "
    "(submit, else the last event) is down until then. Single pictures add none.",
    citation="Manchikanti 2002, Soucy 2024 (clinical.md 5.3)",
    measure=_measure,
    inputs=both(of_events(BeamStarted), of_events(BeamStopped, "reason")),
)
