"""Whether the case was read before it was decided."""

from __future__ import annotations

from trainer.attempt.events import CaseDecided, CaseRead
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _pages(view: AttemptView) -> frozenset[str]:
    return frozenset(str(page["topic"]) for page in view.case.story.get("pages", ()))


def _asked(view: AttemptView) -> bool:
    return bool(_pages(view))


def _measure(view: AttemptView) -> int | None:
    pages, read = _pages(view), set()
    for event in view.among(CaseRead, CaseDecided):
        if isinstance(event, CaseRead):
            read.add(event.topic)
        elif isinstance(event, CaseDecided):
            break
    return permille(len(pages & read), len(pages)) if pages else None


METRIC = Metric(
    id="pages_permille",
    version=1,
    title="Case file read before the decision",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the pages of the case file that were opened before the case was first "
    "decided.",
    citation="DESIGN 7 (individualised, not reflex); design value",
    measure=_measure,
    needs_needle=False,
    applies=_asked,
    inputs=both(of_events(CaseRead), of_events(CaseDecided)),
)
