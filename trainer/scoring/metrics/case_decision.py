"""Whether the case was decided right."""

from __future__ import annotations

from trainer.attempt.events import CaseDecided
from trainer.scoring.judgement import decided_right
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return int(decided_right(view))


METRIC = Metric(
    id="case_decision",
    version=1,
    title="Case decided right",
    unit="1",
    better=Better.HIGHER,
    formula="1 where the last decision (proceed, postpone, decline) is the story's or one that it "
    "also accepts; 0 where it is another or was never said.",
    citation="DESIGN 7 and 9: case judgement; design value",
    measure=_measure,
    inputs=of_events(CaseDecided),
    needs_needle=False,
)
