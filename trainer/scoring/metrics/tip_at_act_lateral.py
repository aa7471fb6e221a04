"""The part of the tip's error at the act that a picture from behind shows."""

from __future__ import annotations

from math import isqrt

from trainer.attempt.header import Target
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import in_space, nearest_then_farthest
from trainer.scoring.view import AttemptView


def _gap_um(target: Target, act: TreatmentAct) -> int | None:
    if act.stand is None:
        return None
    dx = act.stand.tip_um[0] - target.point_um[0]
    dz = act.stand.tip_um[2] - target.point_um[2]
    return isqrt(dx * dx + dz * dz)


def _measure(view: AttemptView) -> int | None:
    return nearest_then_farthest(view, _gap_um)


METRIC = Metric(
    id="tip_at_act_lateral_um",
    version=1,
    title="Tip error seen from behind when it was treated",
    unit="um",
    better=Better.LOWER,
    formula="As tip_at_act_um, but across the patient's back-to-front axis. Rounded down.",
    citation="a part of tip_at_act_um; design value",
    measure=_measure,
    of_acts=True,
    applies=in_space,
)
