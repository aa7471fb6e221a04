"""How steadily the needle was pushed: a measure of smoothness, never marked by default."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, NeedleRemoved, NeedleTaken
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

METRE_UM = 1_000_000


def _measure(view: AttemptView) -> int | None:
    turns, path_um, way = 0, 0, 0
    for event in view.events:
        if type(event) is NeedleMoved:  # most of a log
            if event.in_tissue_um and event.pushed_um:
                now = 1 if event.pushed_um > 0 else -1
                turns += way == -now
                path_um, way = path_um + event.in_tissue_um, now
        elif isinstance(event, NeedleTaken | NeedleRemoved):
            way = 0
    return METRE_UM * turns // path_um if path_um else None


METRIC = Metric(
    id="reversals_per_m",
    version=1,
    title="Reversals for each metre in tissue",
    unit="count",
    better=Better.LOWER,
    formula="Number of changes between pushing and withdrawing, per metre of path in tissue, "
    "rounded down. Only movements count that have both a path in tissue and travel along the "
    "shaft; a change is against the one before of the same needle in hand (taking or removing one "
    "begins anew). None without such a movement. Neither slowness, sampling nor the size of the "
    "task counts: PerkTutor's Motion Smoothness grows with the time taken and bears a wrong unit "
    "(field.md 2.2, defect 5). Not validated for any input device, so rubrics give it no "
    "weight (DESIGN 9).",
    citation="PerkTutor Motion Smoothness (field.md 2.1), replaced; design value",
    measure=_measure,
    inputs=of_events(NeedleMoved, "pushed_um", "in_tissue_um"),
)
