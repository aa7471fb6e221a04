"""Whether a rubric can be applied by this program."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.refusal import Problem
from trainer.scenario.rubric import MarkedMetric, Rubric
from trainer.scenario.spelling import nearest
from trainer.scoring.critical import CRITICAL
from trainer.scoring.metric import Better
from trainer.scoring.metrics import METRICS


def rubric_problems(rubric: Rubric) -> tuple[Problem, ...]:
    """Everything that keeps a rubric from being applied, with its place; () where nothing does."""
    return (*_metric_problems(rubric), *_critical_problems(rubric))


def _metric_problems(rubric: Rubric) -> Iterator[Problem]:
    for index, entry in enumerate(rubric.metrics):
        where = f"rubric.metrics[{index}]"
        if entry.id not in METRICS:
            near = nearest(entry.id, METRICS)
            yield Problem(f"{where}.id", f"nothing measures {entry.id!r}{near}")
        elif not _runs_the_right_way(entry):
            better = METRICS[entry.id].better
            why = f"{better} is better for {entry.id}, so full_at must be {better} than zero_at"
            yield Problem(f"{where}.full_at", why)


def _runs_the_right_way(entry: MarkedMetric) -> bool:
    rising = entry.full_at > entry.zero_at
    return rising == (METRICS[entry.id].better is Better.HIGHER)


def _critical_problems(rubric: Rubric) -> Iterator[Problem]:
    for index, name in enumerate(rubric.critical):
        if name not in CRITICAL:
            why = f"there is no critical error {name!r}{nearest(name, CRITICAL)}"
            yield Problem(f"rubric.critical[{index}]", why)
