"""From measured values to marks: lines, parts, gates, and the two marks of a rubric of parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from trainer.refusal import ExitCode, Refusal
from trainer.scenario.rubric import MarkedMetric
from trainer.scenario.rubric_parts import Gate, JudgementMark, RubricOfParts, ValuedMetric
from trainer.scoring.metric import Metric
from trainer.scoring.metrics import METRICS
from trainer.scoring.value import mark_of, mark_on
from trainer.scoring.view import AttemptView
from trainer.scoring.weighed import weighed
from trainer.scoring.worked import worked

Known = dict[tuple[int, str], int | None]  # values measured already, by view and metric
Views = Sequence[AttemptView]  # the whole one first, then those that its acts are marked in


class MarkedValue(NamedTuple):
    """One line of the rubric: what was measured and what it earned.

    value : in `unit`, None where the log cannot say. mark : 0..1000. weight : its share of 100.
    part : where it belongs, "" in a rubric without parts. applies : the scenario can be measured
    so; where it cannot, the line earns nothing and costs nothing.
    """

    id: str
    version: int
    value: int | None
    unit: str
    mark: int
    weight: int
    part: str = ""
    applies: bool = True

    @property
    def plain(self) -> dict[str, Any]:
        """The line as a document of version 1 holds it."""
        names = ("id", "version", "value", "unit", "mark", "weight")
        return {name: getattr(self, name) for name in names}


class PartValue(NamedTuple):
    """What a part earned. mark : 0..1000 after its gates. weight : its share of 100."""

    id: str
    title: str
    mark: int
    weight: int


class ShutGate(NamedTuple):
    """A gate that shut. part : "" = the whole mark. value : None where the log cannot say."""

    metric: str
    value: int | None
    part: str
    cap: int
    fails: bool
    why: str


class JudgementValue(NamedTuple):
    """The second mark: how well the case was decided, thousandths."""

    score: int
    pass_mark: int
    passed: bool
    metrics: tuple[MarkedValue, ...]
    gates: tuple[ShutGate, ...]

    @property
    def document(self) -> dict[str, Any]:
        """As the score document holds it."""
        return {
            "score": self.score,
            "pass_mark": self.pass_mark,
            "passed": self.passed,
            "metrics": [metric._asdict() for metric in self.metrics],
            "gates": [gate._asdict() for gate in self.gates],
        }


@dataclass(frozen=True, slots=True)
class Performance:
    """The first mark before major errors, thousandths."""

    mark: int
    metrics: tuple[MarkedValue, ...]
    parts: tuple[PartValue, ...]
    gates: tuple[ShutGate, ...]


def total_of(metrics: Iterable[MarkedValue]) -> int:
    """The weighted mean of the marks, thousandths, rounded down; 0 where nothing weighs."""
    counted = [metric for metric in metrics if metric.applies]
    weights = sum(metric.weight for metric in counted)
    gained = sum(metric.mark * metric.weight for metric in counted)
    return gained // weights if weights else 0


def marked_flat(view: AttemptView, entry: MarkedMetric) -> MarkedValue:
    """A line of a rubric without parts: it earns only with a needle in the patient at the end."""
    metric = METRICS[entry.id]
    value = measured(view, metric)
    earns = value is not None and (view.placed is not None or not metric.needs_needle)
    mark = mark_of(value, entry.full_at, entry.zero_at) if earns and value is not None else 0
    return MarkedValue(metric.id, metric.version, value, metric.unit, mark, entry.weight)


def performance_of(view: AttemptView, rubric: RubricOfParts) -> Performance:
    """The marks of all parts, each under its gates, and their weighted mean under the whole's."""
    known: Known = {}
    views = (view, *weighed(view))
    gates = _shut(views, rubric.gates, known)
    done = worked(views[1])
    metrics: list[MarkedValue] = []
    parts: list[PartValue] = []
    gained = weights = 0
    for part in rubric.parts:
        marked = [_marked(views, entry, done, part.id, known) for entry in part.metrics]
        mark = _capped(total_of(marked), gates, part.id)
        counts = any(one.applies and one.weight for one in marked)
        gained, weights = gained + mark * part.weight * counts, weights + part.weight * counts
        metrics += marked
        parts.append(PartValue(part.id, part.title, mark, part.weight if counts else 0))
    total = _capped(gained // weights if weights else 0, gates, "")
    return Performance(total, tuple(metrics), tuple(parts), gates)


def judgement_of(view: AttemptView, rubric: JudgementMark) -> JudgementValue:
    """The mark for the case: reading, reasons, consent, decision."""
    known: Known = {}
    views = (view, view)
    metrics = tuple(_marked(views, entry, True, "judgement", known) for entry in rubric.metrics)
    gates = _shut(views, rubric.gates, known)
    mark = _capped(total_of(metrics), gates, "")
    passed = mark >= rubric.pass_mark and not any(gate.fails for gate in gates)
    return JudgementValue(mark, rubric.pass_mark, passed, metrics, gates)


def _marked(views: Views, entry: ValuedMetric, done: bool, part: str, known: Known) -> MarkedValue:
    metric = METRICS[entry.id]
    applies = metric.applies(views[0])
    value = _value(views, 0, metric, known) if applies else None
    mark = 0
    if applies and (done or not metric.needs_needle):
        times = max(1, len(views[0].header.targets)) if entry.per_target else 1
        values = _weighed_values(views, metric, known)
        mark = min(0 if one is None else mark_on(one, entry.line, times) for one in values)
    return MarkedValue(
        metric.id, metric.version, value, metric.unit, mark, entry.weight, part, applies
    )


def _shut(views: Views, gates: Iterable[Gate], known: Known) -> tuple[ShutGate, ...]:
    found = []
    for gate in gates:
        metric = METRICS[gate.metric]
        if not metric.applies(views[0]):
            continue
        if any(_is_shut(gate, value) for value in _weighed_values(views, metric, known)):
            value = _value(views, 0, metric, known)
            found.append(ShutGate(gate.metric, value, gate.part, gate.cap, gate.fails, gate.why))
    return tuple(found)


def _is_shut(gate: Gate, value: int | None) -> bool:
    """Whether a value lies beyond the gate; what the log cannot say does."""
    if value is None:
        return True
    if gate.below is not None:
        return value < gate.below
    return gate.above is not None and value > gate.above


def _capped(mark: int, gates: Iterable[ShutGate], part: str) -> int:
    return min([mark, *(gate.cap for gate in gates if gate.part == part)])


def _weighed_values(views: Views, metric: Metric, known: Known) -> list[int | None]:
    """What the mark is taken from: of acts in every weighed view, else in the whole one."""
    places = range(1, len(views)) if metric.of_acts and views[1] is not views[0] else (0,)
    return [_value(views, place, metric, known) for place in places]


def _value(views: Views, place: int, metric: Metric, known: Known) -> int | None:
    if (place, metric.id) not in known:
        known[place, metric.id] = measured(views[place], metric)
    return known[place, metric.id]


def measured(view: AttemptView, metric: Metric) -> int | None:
    """A metric's value. Raises Refusal where the log holds an impossible geometry."""
    try:
        return metric.measure(view)
    except ValueError as impossible:
        raise Refusal(
            "This attempt cannot be scored",
            f"{metric.id} meets an impossible geometry: {impossible}",
            "Keep the file as it is and ask for the copy in the records",
            code=ExitCode.INTEGRITY,
        ) from None
