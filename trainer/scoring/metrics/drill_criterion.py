"""Whether a drill's own criterion was met."""

from __future__ import annotations

from trainer.scoring.drills.result import MEASURES, judged
from trainer.scoring.metric import Better, Metric
from trainer.scoring.view import AttemptView


def _applies(view: AttemptView) -> bool:
    task = view.header.drill
    return task is not None and task.measure in MEASURES


def _measure(view: AttemptView) -> int | None:
    if not _applies(view):
        return None
    return int(judged(view.header, view.events).outcome.passed)


METRIC = Metric(
    id="drill_criterion",
    version=1,
    title="The drill's criterion",
    unit="1",
    better=Better.HIGHER,
    formula="1 where the drill in the header was done as its criterion asks: its measure's rule "
    "(`Drills`, below) holds with the limits in the header; otherwise 0.",
    citation="drills and their limits, teaching.md 3; mastery is judged by a criterion, not by "
    "a mean (DESIGN 10)",
    measure=_measure,
    needs_needle=False,
    applies=_applies,
)
