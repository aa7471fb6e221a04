"""How many nerves a block numbed that it was not meant for."""

from __future__ import annotations

from trainer.attempt.events import Injected
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import BLOCK
from trainer.scoring.reached import nerve_of
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView

HALF_PERMILLE = 500  # design value: a nerve that sleeps less than half still speaks


def _measure(view: AttemptView) -> int | None:
    wanted = {nerve_of(target) for target in view.header.targets}
    numbed = {
        nerve
        for act in view.acts
        if act.injected is not None
        for nerve, share in act.injected.numbed_permille
        if share >= HALF_PERMILLE
    }
    return len(numbed - wanted)


METRIC = Metric(
    id="others_numbed",
    version=1,
    title="Other nerves numbed",
    unit="count",
    better=Better.LOWER,
    formula="Number of nerves that are no target and sleep by half or more at the peak of any "
    "injection: a block that spreads tests more than it says.",
    citation="aberrant spread 7 against 16 events with 0.25 and 0.5 mL, Cohen 2010 (clinical.md "
    "3.1); the half is a design value",
    measure=_measure,
    of_acts=True,
    applies=BLOCK,
    inputs=of_events(Injected, "agent", "volume_ul", "numbed_permille"),
)
