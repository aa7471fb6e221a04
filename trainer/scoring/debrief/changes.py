"""At most three changes: what you did, what it risked, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.scoring.debrief.advice import Advice
from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.facts import facts_of
from trainer.scoring.debrief.losses import Loss, dearest, losses
from trainer.scoring.debrief.moments import entry_at
from trainer.scoring.debrief.places import place_of_loss
from trainer.scoring.error_kinds import Happened
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import Major, Score

MOST = 3  # teaching.md 2
RISK = " Risk: "  # a step's own sentence goes on so; here the table says what was risked


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do otherwise.

    kind : "critical", "major" or "loss". id : the error or metric that it rests on. value, unit :
    the number from the log, None for an act. lost : thousandths of a mark of a hundred. source,
    confidence : of what it risked. t_ms, seq, exposure : where it shows.
    """

    kind: str
    id: str
    theme: str
    did: str
    risked: str
    do: str
    source: str
    confidence: str
    value: int | None
    unit: str
    lost: int
    t_ms: int
    seq: int
    exposure: int


def changes(course: Course, score: Score) -> tuple[Change, ...]:
    """At most three, one of each theme: critical errors, then what shut a gate and failed the
    attempt, then major errors, then the dearest losses.
    """
    kept: dict[str, Change] = {}
    for change in _candidates(course, score):
        kept.setdefault(change.theme, change)
    return tuple(kept.values())[:MOST]


def _candidates(course: Course, score: Score) -> Iterator[Change]:
    lost = [one for one in losses(course.view, score) if one.id in METRIC_ADVICE]
    failing = _failing(score)
    yield from _of_errors(course, "critical", score.critical)
    yield from (_of_loss(course, one) for one in lost if one.id in failing)
    yield from _of_errors(course, "major", dearest(score.major))
    yield from (_of_loss(course, one) for one in lost if one.id not in failing)


def _failing(score: Score) -> frozenset[str]:
    """Metrics whose gates failed the attempt: whatever else went well, these decided.

    Where an unsafe act was set aside, a gate may shut that its number passes: the act is told.
    """
    case = score.judgement.gates if score.judgement is not None else ()
    gates = (*(score.gates if score.performed else ()), *case)
    aside = bool(score.critical)
    return frozenset(
        gate.metric for gate in gates if gate.fails and not (aside and METRICS[gate.metric].of_acts)
    )


def _of_errors(course: Course, kind: str, errors: Iterable[Happened | Major]) -> Iterator[Change]:
    for error in errors:
        if error.id in ERROR_ADVICE:
            yield _of_error(course, kind, error, ERROR_ADVICE[error.id])


def _of_error(course: Course, kind: str, error: Happened | Major, advice: Advice) -> Change:
    entry = entry_at(course, error.t_ms)
    did, _, _ = error.why.partition(RISK)
    return _change(kind, error.id, advice, did, entry, error.t_ms)


def _of_loss(course: Course, loss: Loss) -> Change:
    advice = METRIC_ADVICE[loss.id]
    entry = place_of_loss(course, loss.id)
    did = advice.did.format_map(facts_of(course, loss, entry))
    t_ms = entry.t_ms if entry else 0
    return _change("loss", loss.id, advice, did, entry, t_ms, loss)


def _change(
    kind: str,
    id: str,
    advice: Advice,
    did: str,
    entry: Entry | None,
    t_ms: int,
    loss: Loss | None = None,
) -> Change:
    return Change(
        kind=kind,
        id=id,
        theme=advice.theme,
        did=did,
        risked=advice.risked,
        do=advice.do,
        source=advice.source,
        confidence=advice.confidence,
        value=loss.value if loss else None,
        unit=loss.unit if loss else "",
        lost=loss.lost if loss else 0,
        t_ms=t_ms,
        seq=entry.seq if entry else 0,
        exposure=entry.exposure if entry else 0,
    )
