"""The nearest the tip ever came to a danger zone."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.attempt.events import HazardEntered, NeedleMoved
from trainer.scoring.metric import Better, Metric
from trainer.scoring.nearest import nearest_um
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _clearances_um(view: AttemptView) -> Iterator[int]:
    margins_um = {hazard.structure: hazard.margin_um for hazard in view.header.hazards}
    for structure, distance_um in nearest_um(view).items():
        yield distance_um - margins_um.get(structure, 0)
    for entry in view.entries:
        yield -margins_um.get(entry.structure, 0)


def _has_hazards(view: AttemptView) -> bool:
    return bool(view.header.hazards)


def _measure(view: AttemptView) -> int | None:
    return min(_clearances_um(view), default=None)


METRIC = Metric(
    id="hazard_clearance_um",
    version=1,
    title="Least clearance of the tip beyond the hazards' margins",
    unit="um",
    better=Better.HIGHER,
    formula="The least, over all movements and hazards, of the distance between tip and hazard "
    "less that hazard's margin; negative inside the margin. None where no needle moved or the "
    "scenario names no hazard.",
    citation="no-go area touched: Johnson 2012 (field.md 2.3); margins are the scenario's",
    measure=_measure,
    applies=_has_hazards,
    inputs=both(of_events(NeedleMoved, "clearance_um"), of_events(HazardEntered, "structure")),
)
