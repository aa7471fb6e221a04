"""Whether each treatment was aimed in the working view."""

from __future__ import annotations

from trainer.attempt.events import Exposed
from trainer.scenario.views import ViewRole
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import asks_for
from trainer.scoring.reached import permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.views import seen_since
from trainer.scoring.worked import treatments


def _measure(view: AttemptView) -> int | None:
    acts = [act for act in treatments(view) if act.stand is not None]
    if not acts:
        return None
    seen = sum(
        bool(seen_since(view, ViewRole.WORKING, act.stand.taken, act.index))
        for act in acts
        if act.stand is not None
    )
    return permille(seen, len(acts))


METRIC = Metric(
    id="view_working_permille",
    version=1,
    title="Treatments with a working view of the needle",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the treatments (anaesthetic injections of a block, lesions, the needle left "
    "of a placement) before which, since that needle was taken, an exposure served the scenario's "
    "working role with the tip in its field. None without a treatment.",
    citation="DESIGN 7; clinical.md 3.3 (AP trajectory view, S, Furman)",
    measure=_measure,
    of_acts=True,
    applies=asks_for(ViewRole.WORKING),
    inputs=of_events(Exposed, "number", "oblique_mdeg", "tilt_mdeg", "tip_in_field"),
)
