"""Whether the level and side were counted right."""

from __future__ import annotations

from trainer.attempt.events import LevelDeclared
from trainer.scoring.metric import Better, Metric
from trainer.scoring.places import wanted_places
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    wanted = wanted_places(view.header)
    if not wanted:
        return None
    right = (
        said.exposure > 0 and (said.level, said.side) in wanted for said in view.declarations[-1:]
    )
    return int(any(right))


METRIC = Metric(
    id="level_and_side",
    version=1,
    title="Level and side declared right",
    unit="1",
    better=Better.HIGHER,
    formula="1 where the last declaration names the level and side of a target and was made with "
    "a picture on the monitor; 0 where it names another, was made without a picture, or is "
    "missing.",
    citation="DESIGN 7; counting is wrong in 16-43 % (Heo 2017, ultrasound; field.md 2.4)",
    measure=_measure,
    inputs=of_events(LevelDeclared),
    needs_needle=False,
)
