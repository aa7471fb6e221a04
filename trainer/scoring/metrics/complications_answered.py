"""Whether what went wrong was answered in time."""

from __future__ import annotations

from trainer.attempt.events import ComplicationBegan, ComplicationEnded, Responded
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    began = len(view.among(ComplicationBegan))
    answered = sum(
        1
        for event in view.among(ComplicationEnded)
        if isinstance(event, ComplicationEnded) and event.how == "answered"
    )
    return permille(answered, began) if began else 1000


METRIC = Metric(
    id="complications_answered_permille",
    version=1,
    title="Complications answered in time",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the complications that showed and were ended by the right responses before "
    "they passed, worsened or the attempt ended; 1000 where none showed.",
    citation="teaching.md 1; responses and times are design values (procedure.md)",
    measure=_measure,
    inputs=both(
        of_events(ComplicationBegan),
        of_events(Responded),
        of_events(ComplicationEnded),
    ),
)
