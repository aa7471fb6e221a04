"""The part of the tip's error that the working view shows."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, Vec3
from trainer.attempt.header import Target
from trainer.scoring.exact import distance_to_line
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import in_space
from trainer.scoring.tip import known_in_space, worst_over_targets
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.views import working_exposure


def _measure(view: AttemptView) -> int | None:
    shot = working_exposure(view)
    if shot is None:
        return None

    def from_target(target: Target, tip_um: Vec3) -> int | None:
        if not known_in_space(target):
            return None
        return distance_to_line(tip_um, target.point_um, shot.direction_e9)

    return worst_over_targets(view, from_target)


METRIC = Metric(
    id="tip_lateral_um",
    version=1,
    title="Tip error across the working view",
    unit="um",
    better=Better.LOWER,
    formula="Distance of the tip as it was left from the line through the target along the central "
    "ray of the last exposure in the working view (where the scenario names none: of the last "
    "exposure); of several targets the farthest. Rounded down. None without such an exposure.",
    citation="a part of tip_to_target_um; design value",
    measure=_measure,
    inputs=of_events(NeedleMoved, "tip_um", "depth_um"),
    applies=in_space,
)
