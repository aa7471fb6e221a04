"""How deep each target nerve will sleep."""

from __future__ import annotations

from trainer.attempt.events import Injected
from trainer.scoring.metric import Better, Metric
from trainer.scoring.procedures import BLOCK
from trainer.scoring.reached import least_over_targets, nerve_of, share_of
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    given = [act.injected for act in view.acts if act.injected is not None]
    return least_over_targets(
        view,
        lambda target: max(
            (share_of(one.numbed_permille, nerve_of(target)) for one in given), default=0
        ),
    )


METRIC = Metric(
    id="block_covered_permille",
    version=1,
    title="Nerve numbed by the block",
    unit="permille",
    better=Better.HIGHER,
    formula="How deep a target's nerve sleeps at the peak of an injection, as settled when the "
    "plunger came to rest; of each target the best injection, of several targets the least.",
    citation="DESIGN 9 (coverage of every target); the spread is a teaching model",
    measure=_measure,
    of_acts=True,
    applies=BLOCK,
    inputs=of_events(Injected, "agent", "volume_ul", "pattern", "numbed_permille"),
)
