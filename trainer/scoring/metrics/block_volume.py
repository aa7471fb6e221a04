"""Whether each injection of a block kept to the practice profile's volume."""

from __future__ import annotations

from trainer.attempt.events import Injected
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import BLOCK
from trainer.scoring.reached import permille
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView
from trainer.scoring.worked import treatments


def _measure(view: AttemptView) -> int | None:
    acts, profile = treatments(view), view.case.profile
    given = [act.injected.volume_ul for act in acts if act.injected is not None]
    if not given or profile is None:
        return None
    least, most = profile.blocks.volume_ul
    return permille(sum(least <= ul <= most for ul in given), len(given))


METRIC = Metric(
    id="block_volume_permille",
    version=1,
    title="Injections within the profile's volume",
    unit="permille",
    better=Better.HIGHER,
    formula="Share of the anaesthetic injections whose volume lies within the practice profile's. "
    "None without one.",
    citation="0.3-0.5 mL (clinical.md 3.1, M: SIS, ASRA); the practice profile (profiles.md)",
    measure=_measure,
    of_acts=True,
    applies=BLOCK,
    inputs=of_events(Injected, "agent", "volume_ul", "stopped"),
)
