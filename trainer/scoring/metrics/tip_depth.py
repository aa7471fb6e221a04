"""The part of the tip's error that only a depth view shows."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, Vec3
from trainer.attempt.header import Target
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import in_space
from trainer.scoring.tip import known_in_space, worst_over_targets
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

POSTERIOR = 1  # world +y points to the back (docs/conventions.md)


def _from_target(target: Target, tip_um: Vec3) -> int | None:
    if not known_in_space(target):
        return None
    return abs(tip_um[POSTERIOR] - target.point_um[POSTERIOR])


def _measure(view: AttemptView) -> int | None:
    return worst_over_targets(view, _from_target)


METRIC = Metric(
    id="tip_depth_um",
    version=1,
    title="Tip error in depth",
    unit="um",
    better=Better.LOWER,
    formula="Distance between the tip as it was left and the target along the patient's back-to-"
    "front axis, too deep or too shallow alike; of several targets the farthest.",
    citation="a part of tip_to_target_um; design value",
    measure=_measure,
    inputs=of_events(NeedleMoved, "tip_um", "depth_um"),
    applies=in_space,
)
