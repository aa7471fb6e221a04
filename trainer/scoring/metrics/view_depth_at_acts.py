"""Whether the depth was proved before each treatment."""

from __future__ import annotations

from trainer.attempt.events import Exposed, NeedleMoved
from trainer.scenario.views import ViewRole
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import asks_for
from trainer.scoring.reached import permille
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.views import depth_seen_at
from trainer.scoring.worked import treatments


def _measure(view: AttemptView) -> int | None:
    acts = treatments(view)
    seen = sum(bool(depth_seen_at(view, act)) for act in acts)
    return permille(seen, len(acts)) if acts else None


METRIC = Metric(
    id="view_depth_permille",
    version=1,
    title="Treatments with the depth seen after the last movement",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the treatments before which an exposure served the scenario's depth role, "
    "with the tip in its field, after the needle last went anywhere else; a slip while the "
    "electrode was changed counts as going. None without a treatment.",
    citation="teaching.md 1 (depth counts only after the last movement); clinical.md 3.3 (S)",
    measure=_measure,
    of_acts=True,
    applies=asks_for(ViewRole.DEPTH),
    inputs=both(
        of_events(Exposed, "number", "oblique_mdeg", "tilt_mdeg", "tip_in_field"),
        of_events(NeedleMoved, "how", "tip_um"),
    ),
)
