"""Whether the final depth was looked at."""

from __future__ import annotations

from trainer.attempt.events import Exposed, NeedleMoved
from trainer.scenario.views import ViewRole
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import asks_for
from trainer.scoring.trace import both, of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.views import depth_was_seen


def _measure(view: AttemptView) -> int | None:
    seen = depth_was_seen(view)
    return None if seen is None else int(seen)


METRIC = Metric(
    id="view_depth",
    version=1,
    title="Depth seen after the last movement",
    unit="1",
    better=Better.HIGHER,
    formula="1 where an exposure that serves the scenario's depth role, with the tip in its field, "
    "was taken after the needle last moved or turned; else 0. None where the scenario asks for no "
    "depth view.",
    citation="teaching.md 1 (views are roles); PIJN checks (field.md 2.4)",
    measure=_measure,
    inputs=both(
        of_events(Exposed, "number", "oblique_mdeg", "tilt_mdeg", "tip_in_field"),
        of_events(NeedleMoved, "tip_um"),
    ),
    applies=asks_for(ViewRole.DEPTH),
)
