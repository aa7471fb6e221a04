"""Whether the decision was made for its reasons."""

from __future__ import annotations

from trainer.attempt.events import CaseDecided, ReasonGiven
from trainer.scoring.judgement import decided_right, reasons_given
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    if not decided_right(view):
        return 0
    return max(0, reasons_given(view, "required") - reasons_given(view, "wrong"))


METRIC = Metric(
    id="case_reasons",
    version=1,
    title="Reasons for the decision",
    unit="1",
    better=Better.HIGHER,
    formula="Reasons given that the story requires, less those it calls wrong, not under 0; none "
    "count where the decision is wrong, so luck and lists of every reason earn nothing.",
    citation="DESIGN 7 and 9: case judgement; design value",
    measure=_measure,
    inputs=both(of_events(ReasonGiven), of_events(CaseDecided)),
    needs_needle=False,
)
