"""Whether the decision was made for its reasons, as a share."""

from __future__ import annotations

from trainer.attempt.events import CaseDecided, ReasonGiven
from trainer.scoring.judgement import decided_right, reasons_given
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _required(view: AttemptView) -> int:
    return sum(one.get("verdict") == "required" for one in view.case.story.get("reasons", ()))


def _asked(view: AttemptView) -> bool:
    return _required(view) > 0


def _measure(view: AttemptView) -> int | None:
    if not decided_right(view) or not _asked(view):
        return 0
    right = reasons_given(view, "required") - reasons_given(view, "wrong")
    return permille(max(0, right), _required(view))


METRIC = Metric(
    id="reasons_permille",
    version=1,
    title="Reasons for the decision",
    unit="permille",
    better=Better.HIGHER,
    formula="Reasons given that the story requires, less those it calls wrong, not under 0, as a "
    "share of those it requires; 0 where the decision is wrong.",
    citation="DESIGN 7 and 9: case judgement; design value",
    measure=_measure,
    needs_needle=False,
    applies=_asked,
    inputs=both(of_events(ReasonGiven), of_events(CaseDecided)),
)
