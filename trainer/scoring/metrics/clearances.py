"""The nearest the tip ever came to each danger zone; one metric a structure."""

from __future__ import annotations

from collections.abc import Callable

from trainer.attempt.events import HazardEntered, NeedleMoved
from trainer.scoring.metric import Better, Metric
from trainer.scoring.nearest import nearest_um
from trainer.scoring.procedures import has_hazard
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _to(structure: str) -> Callable[[AttemptView], int | None]:
    def measure(view: AttemptView) -> int | None:
        known = [um for what, um in nearest_um(view).items() if what == structure]
        known += [0 for entry in view.entries if entry.structure == structure]
        return min(known, default=None)

    return measure


def _clearance(structure: str) -> Metric:
    return Metric(
        id=f"clearance_{structure}_um",
        version=1,
        title=f"Least clearance to the {structure}",
        unit="um",
        better=Better.HIGHER,
        formula=f"The least signed distance between the swept tip and the {structure} over all "
        "movements, margins left aside; 0 at most where it was entered, negative inside. None "
        "where no needle moved.",
        citation="time in a no-go area and touching it: Johnson 2012 (field.md 2.3)",
        measure=_to(structure),
        applies=has_hazard(structure),
        inputs=both(of_events(NeedleMoved, "clearance_um"), of_events(HazardEntered, "structure")),
    )


METRICS = tuple(_clearance(structure) for structure in ("pleura", "canal", "foramen"))
