"""Whether a rubric can be applied by this program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from trainer.refusal import Problem
from trainer.scenario.rubric import MarkedMetric, Rubric
from trainer.scenario.rubric_named import WholeRubric
from trainer.scenario.rubric_parts import Gate, RubricOfParts, ValuedMetric
from trainer.scenario.spelling import nearest
from trainer.scoring.critical import CRITICAL
from trainer.scoring.errors import ERRORS
from trainer.scoring.metric import Better
from trainer.scoring.metrics import METRICS


def rubric_problems(rubric: WholeRubric) -> tuple[Problem, ...]:
    """Everything that keeps a rubric from being applied, with its place; () where nothing does."""
    if isinstance(rubric, RubricOfParts):
        return tuple(_of_parts(rubric))
    return (*_metric_problems(rubric), *_error_problems("rubric.critical", rubric.critical))


def _metric_problems(rubric: Rubric) -> Iterator[Problem]:
    for index, entry in enumerate(rubric.metrics):
        where = f"rubric.metrics[{index}]"
        if entry.id not in METRICS:
            yield _unknown(where, entry.id)
        elif not _runs_the_right_way(entry):
            yield _wrong_way(where, entry.id)


def _runs_the_right_way(entry: MarkedMetric) -> bool:
    rising = entry.full_at > entry.zero_at
    return rising == (METRICS[entry.id].better is Better.HIGHER)


def _of_parts(rubric: RubricOfParts) -> Iterator[Problem]:
    for index, part in enumerate(rubric.parts):
        yield from _valued(f"rubric.parts[{index}].metrics", part.metrics)
    yield from _gated("rubric.gates", rubric.gates)
    if rubric.judgement is not None:
        yield from _valued("rubric.judgement.metrics", rubric.judgement.metrics)
        yield from _gated("rubric.judgement.gates", rubric.judgement.gates)
    yield from _error_problems("rubric.critical", rubric.critical)
    for index, one in enumerate(rubric.major):
        yield from _error_problem(f"rubric.major[{index}].id", one.id, ERRORS)


def _valued(where: str, metrics: Iterable[ValuedMetric]) -> Iterator[Problem]:
    for index, entry in enumerate(metrics):
        place = f"{where}[{index}]"
        if entry.id not in METRICS:
            yield _unknown(place, entry.id)
            continue
        marks = [mark for _, mark in entry.line]
        rising = METRICS[entry.id].better is Better.HIGHER
        if marks != sorted(marks, reverse=not rising):
            yield _wrong_way(place, entry.id, "knots" if entry.knots else "full_at")


def _gated(where: str, gates: Iterable[Gate]) -> Iterator[Problem]:
    for index, gate in enumerate(gates):
        if gate.metric not in METRICS:
            near = nearest(gate.metric, METRICS)
            why = f"nothing measures {gate.metric!r}{near}"
            yield Problem(f"{where}[{index}].metric", why)
        elif (gate.below is not None) != (METRICS[gate.metric].better is Better.HIGHER):
            better = METRICS[gate.metric].better
            side = "below" if better is Better.HIGHER else "above"
            why = f"{better} is better for {gate.metric}, so the gate shuts {side} a value"
            yield Problem(f"{where}[{index}].metric", why)


def _unknown(where: str, name: str) -> Problem:
    return Problem(f"{where}.id", f"nothing measures {name!r}{nearest(name, METRICS)}")


def _wrong_way(where: str, name: str, field: str = "full_at") -> Problem:
    better = METRICS[name].better
    if field == "knots":
        never = "fall" if better is Better.HIGHER else "rise"
        return Problem(f"{where}.knots", f"{better} is better, so the marks must never {never}")
    why = f"{better} is better for {name}, so full_at must be {better} than zero_at"
    return Problem(f"{where}.{field}", why)


def _error_problems(where: str, names: Sequence[str]) -> Iterator[Problem]:
    for index, name in enumerate(names):
        yield from _error_problem(f"{where}[{index}]", name, CRITICAL)


def _error_problem(where: str, name: str, likely: Iterable[str]) -> Iterator[Problem]:
    if name not in ERRORS:
        kind = "critical error" if likely is CRITICAL else "error"
        yield Problem(where, f"there is no {kind} {name!r}{nearest(name, tuple(likely))}")
