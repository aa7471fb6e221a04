"""Whether the lesion lies along the nerve or like a nail through it."""

from __future__ import annotations

from trainer.attempt.events import LesionEnded
from trainer.attempt.header import Target
from trainer.scoring.exact import angle_mdeg, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.metrics.axis_to_nerve import nearest_piece
from trainer.scoring.procedures import RHIZOTOMY, all_of, has_nerves
from trainer.scoring.reached import made
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

HALF_TURN_MDEG = 180_000


def _angle_mdeg(view: AttemptView, target: Target, lesions: tuple[LesionEnded, ...]) -> int:
    best = None
    for lesion in lesions:
        (over, under), piece = nearest_piece(view, target, lesion)
        if best is None or over * best[0][1] < best[0][0] * under:
            best = (over, under), piece, lesion
    if best is None:
        raise ValueError("no lesion")
    _, (start, end), lesion = best
    angle = angle_mdeg(minus(end, start), lesion.axis_e9)
    return min(angle, HALF_TURN_MDEG - angle)


def _measure(view: AttemptView) -> int | None:
    lesions = made(view)
    if not lesions:
        return None
    return max(_angle_mdeg(view, target, lesions) for target in view.header.targets)


METRIC = Metric(
    id="parallel_mdeg",
    version=1,
    title="Angle between lesion and nerve",
    unit="mdeg",
    better=Better.LOWER,
    formula="Angle, 0 to 90 degrees, between the long axis of the lesion nearest to a target's "
    "nerve and that nerve's nearest segment; of several targets the greatest. Nearest is as in "
    "axis_to_nerve_um, before rounding; of equally near ones the earlier lesion, and the earlier "
    "segment. Only lesions count that left something dead. Within 0.5001 mdeg. None without one.",
    citation="DESIGN 9; the lesion grows sideways and little beyond the tip (field.md 2.4)",
    measure=_measure,
    of_acts=True,
    applies=all_of(RHIZOTOMY, has_nerves),
    inputs=of_events(LesionEnded, "number", "centre_um", "axis_e9"),
)
