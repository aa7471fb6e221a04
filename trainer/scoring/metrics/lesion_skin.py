"""How far under the skin the heat stayed."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.scoring.acts import lesions
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return min(
        (
            um
            for lesion in lesions(view.acts)
            if lesion.isotherm_um != (0, 0)
            for what, um in lesion.clearance_um
            if what == "skin"
        ),
        default=None,
    )


METRIC = Metric(
    id="lesion_skin_um",
    version=1,
    title="Least clearance of the 45 C isotherm to the skin",
    unit="um",
    better=Better.HIGHER,
    formula="As lesion_clearance_um, to the skin.",
    citation="teaching.md 1 (skin burn with thoracic cooled RF, M)",
    measure=_measure,
    of_acts=True,
    applies=RHIZOTOMY,
    inputs=of_events(LesionEnded, "number", "isotherm_um", "clearance_um"),
)
