"""Where marks were lost, the dearest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from trainer.scenario.rubric import MarkedMetric
from trainer.scenario.rubric_named import WholeRubric
from trainer.scenario.rubric_parts import RubricOfParts, ValuedMetric
from trainer.scoring.marks import MarkedValue
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Major, Score
from trainer.scoring.view import AttemptView

LEAST_LOST = 500  # half a mark of a hundred: less teaches nothing (design value)


class Loss(NamedTuple):
    """Marks that a metric did not earn. lost : thousandths of a mark of a hundred.

    full_at : the value from which on it earns everything, None where the rubric does not say.
    """

    id: str
    title: str
    value: int | None
    unit: str
    lost: int
    full_at: int | None


def losses(view: AttemptView, score: Score) -> tuple[Loss, ...]:
    """Every metric that lost half a mark or more, the dearest first, then in the rubric's order."""
    full_at = dict(_full_values(view))
    found = [_loss(metric, full_at.get(metric.id)) for metric in _weighed(score)]
    dear = (one for one in found if one.lost >= LEAST_LOST)
    return tuple(sorted(dear, key=lambda one: -one.lost))


def dearest(errors: tuple[Major, ...]) -> tuple[Major, ...]:
    """Major errors by what they cost, then in order of time."""
    return tuple(sorted(errors, key=lambda error: (-error.cost, error.t_ms)))


def _weighed(score: Score) -> Iterator[MarkedValue]:
    judged = () if score.judgement is None else score.judgement.metrics
    done = score.metrics if score.performed else ()
    return (metric for metric in (*done, *judged) if metric.weight > 0 and metric.applies)


def _loss(metric: MarkedValue, full_at: int | None) -> Loss:
    lost = (1000 - metric.mark) * metric.weight
    title = METRICS[metric.id].title
    return Loss(metric.id, title, metric.value, metric.unit, lost, full_at)


def _full_values(view: AttemptView) -> Iterator[tuple[str, int]]:
    for entry in _entries(view.case.rubric):
        if isinstance(entry, MarkedMetric):
            yield entry.id, entry.full_at
            continue
        best = max(mark for _, mark in entry.line)
        times = max(1, len(view.header.targets)) if entry.per_target else 1
        rising = entry.line[-1][1] > entry.line[0][1]
        values = [value for value, mark in entry.line if mark == best]
        yield entry.id, (min(values) if rising else max(values)) * times


def _entries(rubric: WholeRubric) -> Iterator[MarkedMetric | ValuedMetric]:
    if not isinstance(rubric, RubricOfParts):
        yield from rubric.metrics
        return
    for part in rubric.parts:
        yield from part.metrics
    if rubric.judgement is not None:
        yield from rubric.judgement.metrics
