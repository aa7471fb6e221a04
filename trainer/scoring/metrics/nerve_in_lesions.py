"""How much of the nerve's known course lies in all lesions together, computed anew."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.scoring.ellipsoids import covered_permille
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import RHIZOTOMY, all_of, has_nerves
from trainer.scoring.reached import least_over_targets, made
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    lesions = made(view)
    return least_over_targets(view, lambda target: covered_permille(target.nerve_um, lesions))


METRIC = Metric(
    id="nerve_in_lesions_permille",
    version=1,
    title="Course of the nerve inside the lesions",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the length of the header's nerve polyline (all of it, far beyond the bone) "
    "that lies inside the union of the lesions' dead ellipsoids; of several targets the least. A "
    "second opinion on nerve_covered_permille from geometry alone: each crossing of a segment with "
    "an ellipsoid is the root of an integer quadratic, good to a millionth of the segment.",
    citation="DESIGN 9 (coverage by integer discriminant and isqrt)",
    measure=_measure,
    of_acts=True,
    applies=all_of(RHIZOTOMY, has_nerves),
    inputs=of_events(LesionEnded, "number", "centre_um", "axis_e9", "semi_um"),
)
