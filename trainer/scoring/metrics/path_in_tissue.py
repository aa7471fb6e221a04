"""How much tissue the tip went through."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return sum(move.in_tissue_um for move in view.moves)


METRIC = Metric(
    id="path_in_tissue_um",
    version=1,
    title="Path of the tip in tissue",
    unit="um",
    better=Better.LOWER,
    formula="Sum of the tip's path inside the skin, forth, back and sideways. A movement through "
    "the skin counts from where it crosses: PerkTutor adds the whole step, so its value grows with "
    "the step (field.md 2.2, defect 6).",
    citation="PerkTutor Path in Tissue (field.md 2.1), mended; Johnson 2012",
    measure=_measure,
    inputs=of_events(NeedleMoved, "how", "in_tissue_um"),
)
