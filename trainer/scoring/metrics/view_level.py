"""Whether the level was counted on a picture that shows it, before the needle."""

from __future__ import annotations

from trainer.attempt.events import Exposed, LevelDeclared, SkinPunctured
from trainer.scenario.views import ViewRole
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import asks_for
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.views import serves


def _measure(view: AttemptView) -> int | None:
    wanted = view.case.views_of(ViewRole.LEVEL)
    if not wanted:
        return None
    good = {shot.number for shot in view.exposures if any(serves(shot, one) for one in wanted)}
    for event in view.among(LevelDeclared, SkinPunctured):
        if isinstance(event, LevelDeclared) and event.exposure in good:
            return 1
        if isinstance(event, SkinPunctured):
            break
    return 0


METRIC = Metric(
    id="view_level",
    version=1,
    title="Level declared on a level view, before the needle",
    unit="1",
    better=Better.HIGHER,
    formula="1 where a level was declared before the first puncture while the monitor held an "
    "exposure that serves the scenario's level role; else 0.",
    citation="DESIGN 7; teaching.md 1 (views are roles)",
    measure=_measure,
    needs_needle=False,
    applies=asks_for(ViewRole.LEVEL),
    inputs=both(
        of_events(LevelDeclared),
        of_events(Exposed, "number", "oblique_mdeg", "tilt_mdeg"),
        of_events(SkinPunctured),
    ),
)
