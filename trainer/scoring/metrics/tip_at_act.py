"""How far from its target the tip was when the target was treated."""

from __future__ import annotations

from trainer.attempt.events import InjectionBegan, LesionStarted, NeedleMoved
from trainer.attempt.header import Target
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.exact import length, minus
from trainer.scoring.metric import Better, Metric
from trainer.scoring.reached import in_space, nearest_then_farthest
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView


def _gap_um(target: Target, act: TreatmentAct) -> int | None:
    return None if act.stand is None else length(minus(act.stand.tip_um, target.point_um))


def _measure(view: AttemptView) -> int | None:
    return nearest_then_farthest(view, _gap_um)


METRIC = Metric(
    id="tip_at_act_um",
    version=1,
    title="Tip to target when it was treated",
    unit="um",
    better=Better.LOWER,
    formula="Distance in space between tip and target at the moment when plunger (of an "
    "anaesthetic) or heat began; in a placement, as the needle was left. Of each target the "
    "nearest act, of several targets the farthest. Rounded down. None where nothing was treated. "
    "Passing by counts for nothing: PerkTutor's Targets Hit counts it (field.md 2.2, defect 3).",
    citation="Luciano 2013, Shakur 2015 (field.md 2.3); 5 mm for blocks, 3 mm for RF are design "
    "values (clinical.md 7)",
    measure=_measure,
    of_acts=True,
    applies=in_space,
    inputs=both(
        of_events(InjectionBegan, "agent", "tip_um"),
        of_events(LesionStarted, "needle"),
        of_events(NeedleMoved, "tip_um"),
    ),
)
