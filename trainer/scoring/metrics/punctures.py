"""How often the skin was punctured."""

from __future__ import annotations

from trainer.attempt.events import SkinPunctured
from trainer.scoring.metric import Better, Metric
from trainer.scoring.trace import of_events
from trainer.scoring.view import AttemptView


def _measure(view: AttemptView) -> int | None:
    return len(view.among(SkinPunctured))


METRIC = Metric(
    id="punctures",
    version=1,
    title="Skin punctures",
    unit="count",
    better=Better.LOWER,
    formula="Number of times that a tip went through the skin, each settled when it happened: "
    "PerkTutor's count depends on the sampling, for a step over its band of points goes unseen "
    "(field.md 2.1).",
    citation="PerkTutor Tissue Punctures (field.md 2.1), mended; Ali 2018",
    measure=_measure,
    inputs=of_events(SkinPunctured),
)
