"""The part of the tip's error at the act that only a depth view shows."""

from __future__ import annotations

from trainer.attempt.header import Target
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.metric import Better, Metric
from trainer.scoring.metrics.tip_depth import POSTERIOR
from trainer.scoring.reached import in_space, nearest_then_farthest
from trainer.scoring.view import AttemptView


def _gap_um(target: Target, act: TreatmentAct) -> int | None:
    if act.stand is None:
        return None
    return abs(act.stand.tip_um[POSTERIOR] - target.point_um[POSTERIOR])


def _measure(view: AttemptView) -> int | None:
    return nearest_then_farthest(view, _gap_um)


METRIC = Metric(
    id="tip_at_act_depth_um",
    version=1,
    title="Tip error in depth when it was treated",
    unit="um",
    better=Better.LOWER,
    formula="As tip_at_act_um, but along the patient's back-to-front axis alone, too deep or too "
    "shallow alike.",
    citation="a part of tip_at_act_um; design value",
    measure=_measure,
    of_acts=True,
    applies=in_space,
)
