"""How far from the target the tip was left."""

from __future__ import annotations

from trainer.attempt.events import NeedleMoved, Vec3
from trainer.attempt.header import Target
from trainer.scoring.exact import length, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import in_space
from trainer.scoring.tip import known_in_space, worst_over_targets
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _from_target(target: Target, tip_um: Vec3) -> int | None:
    return length(minus(tip_um, target.point_um)) if known_in_space(target) else None


def _measure(view: AttemptView) -> int | None:
    return worst_over_targets(view, _from_target)


METRIC = Metric(
    id="tip_to_target_um",
    version=1,
    title="Tip to target",
    unit="um",
    better=Better.LOWER,
    formula="Distance in space between the tip as it was left and the target; of several targets "
    "the farthest. Rounded down. None where no needle was left or depth is unknown. Only the final "
    "place counts: PerkTutor's Targets Hit counts passing by (field.md 2.2, defect 3).",
    citation="Luciano 2013, Shakur 2015 (field.md 2.3); 5 mm for blocks, 3 mm for RF are design "
    "values (clinical.md 6)",
    measure=_measure,
    inputs=of_events(NeedleMoved, "tip_um", "depth_um"),
    applies=in_space,
)
