"""How far the tip was left beside the target, where one radiograph is the patient."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, Vec3
from trainer.attempt.header import Target
from trainer.scoring.exact import distance_to_line, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.tip import worst_over_targets
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _from_target(target: Target, tip_um: Vec3) -> int | None:
    source_um = target.line_of_sight_um
    if source_um is None:
        return None
    return distance_to_line(tip_um, source_um, minus(target.point_um, source_um))


def _one_picture(view: AttemptView) -> bool:
    return any(target.line_of_sight_um is not None for target in view.header.targets)


def _measure(view: AttemptView) -> int | None:
    return worst_over_targets(view, _from_target)


METRIC = Metric(
    id="in_plane_um",
    version=1,
    title="Tip beside the line of sight to the target",
    unit="um",
    better=Better.LOWER,
    formula="Perpendicular distance of the tip as it was left from the ray from the X-ray source "
    "through the target, of several targets the farthest. Rounded down. Depth along the ray is "
    "unknown and not judged. None where the target is known in space.",
    citation="DESIGN 4 (one view: scored in the plane of the target)",
    measure=_measure,
    inputs=of_events(NeedleMoved, "tip_um", "depth_um"),
    applies=_one_picture,
)
