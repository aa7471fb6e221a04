"""How much of each target nerve's stretch is coagulated."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY
from trainer.scoring.reached import least_over_targets, made, nerve_of, share_of
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    lesions = made(view)
    return least_over_targets(
        view,
        lambda target: max(
            (share_of(one.covered_permille, nerve_of(target)) for one in lesions), default=0
        ),
    )


METRIC = Metric(
    id="nerve_covered_permille",
    version=1,
    title="Nerve covered by the lesion",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of a target nerve's stretch on its bone that lies in the dead volume of one "
    "lesion, as settled when the lesion ended (the best of the accepted conventions); of each "
    "target the best lesion, of several targets the least. 0 where no lesion left anything dead, "
    "so pulsed current earns nothing.",
    citation="DESIGN 9; field.md 4, point 3; the bearing stretch is disputed (clinical.md 2.2)",
    measure=_measure,
    of_acts=True,
    applies=RHIZOTOMY,
    inputs=of_events(LesionEnded, "number", "covered_permille"),
)
