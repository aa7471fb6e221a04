"""How far the heat stayed from what must not be heated."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.scoring.acts import lesions
from trainer.scoring.critical_acts import REACHED
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
            if what in REACHED
        ),
        default=None,
    )


METRIC = Metric(
    id="lesion_clearance_um",
    version=1,
    title="Least clearance of the 45 C isotherm",
    unit="um",
    better=Better.HIGHER,
    formula="The least signed distance, over all lesions, between the surface of 45 C and ventral "
    "ramus, nerve root, foramen, canal and pleura, as settled when the lesion ended; negative: "
    "reached. None without a lesion.",
    citation="teaching.md 1 (the isotherm over the whole active tip); 45 C for 20-30 s "
    "(clinical.md 4.2, M)",
    measure=_measure,
    of_acts=True,
    applies=RHIZOTOMY,
    inputs=of_events(LesionEnded, "number", "isotherm_um", "clearance_um"),
)
