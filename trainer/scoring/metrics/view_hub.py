"""Whether each treatment's needle was looked at end-on."""

from __future__ import annotations

from trainer.attempt.events import Exposed, Vec3
from trainer.scenario.views import ViewRole
from trainer.scoring.acts import TreatmentAct
from trainer.scoring.exact import Cone, turned_more_than
from trainer.scoring.metric import Better, Metric
from trainer.scoring.metrics.coaxial import needles_seen
from trainer.scoring.procedures import asks_for
from trainer.scoring.reached import permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments

# Half angle of the cone round the shaft: 5 degrees (design value; drill 7 asks for 2).
FIVE_DEGREES = Cone(992_403_876_506_104_000)


def _end_on(shot: Exposed, axis_e9: Vec3) -> bool:
    """Whether the central ray lies in a cone about the shaft, from either end."""
    x, y, z = shot.direction_e9
    return not (
        turned_more_than(FIVE_DEGREES, shot.direction_e9, axis_e9)
        and turned_more_than(FIVE_DEGREES, (-x, -y, -z), axis_e9)
    )


def _seen(view: AttemptView, act: TreatmentAct) -> bool:
    if act.stand is None:
        return False
    return any(
        _end_on(shot, axis_e9)
        for place, shot, (_, axis_e9) in needles_seen(view)
        if act.stand.taken <= place < act.index
    )


def _measure(view: AttemptView) -> int | None:
    acts = treatments(view)
    return permille(sum(_seen(view, act) for act in acts), len(acts)) if acts else None


METRIC = Metric(
    id="view_hub_permille",
    version=1,
    title="Treatments with a view down the hub",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the treatments before which, since that needle was taken, an exposure with "
    "the tip in its field had its central ray within 5 degrees of the shaft as it then pointed. "
    "None without a treatment.",
    citation="DESIGN 9 (hub role); the 5 degrees are a design value",
    measure=_measure,
    of_acts=True,
    applies=asks_for(ViewRole.HUB),
    inputs=of_events(Exposed, "number", "direction_e9", "tip_in_field"),
)
