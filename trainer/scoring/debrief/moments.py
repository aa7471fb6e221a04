"""The three moments that teach most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trainer.scoring.debrief.advice_by_error import ERROR_ADVICE
from trainer.scoring.debrief.advice_by_metric import METRIC_ADVICE
from trainer.scoring.debrief.course import Course, Entry
from trainer.scoring.debrief.good import good_decisions
from trainer.scoring.debrief.losses import Loss, dearest, losses
from trainer.scoring.debrief.places import place_of_loss
from trainer.scoring.debrief.truth import Truth, truth_of
from trainer.scoring.debrief.words import amount, marks
from trainer.scoring.error_kinds import Happened
from trainer.scoring.errors import ERRORS
from trainer.scoring.score import Major, Score

MOST = 3  # teaching.md 2 and 5: three moment cards
NEAR_MS = 2_000  # what lies so near is one moment (design value)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment worth looking at again.

    kind : "critical", "major", "loss" or "good". id : of the error or metric. seq : the record.
    exposure : number of the picture that was on the monitor then, 0 = none. needle : in hand, 0 =
    none. depth_um, tissue : how it stood. truth : what was so. lost : marks of a hundred, in
    thousandths of the mark.
    """

    kind: str
    id: str
    t_ms: int
    seq: int
    exposure: int
    needle: int
    depth_um: int
    tissue: str
    title: str
    words: str
    truth: Truth | None
    lost: int = 0


def moments(course: Course, score: Score) -> tuple[Moment, ...]:
    """At most three, in order of time: errors first, then the dearest losses, the best decision.

    One place is kept for a good decision where there is one, unless three errors were critical;
    without losses good decisions fill the rest.
    """
    good = list(good_decisions(course))
    bad = _apart([*_errors(course, score), *_losses(course, score)], MOST)
    critical = sum(moment.kind == "critical" for moment in bad)
    praised = (
        [_moment(course, "good", name, entry, title, words) for entry, name, title, words in good]
        if critical < MOST
        else []
    )
    chosen = _apart([*bad[: MOST - bool(praised)], *praised], MOST)
    return tuple(sorted(chosen, key=lambda moment: (moment.t_ms, moment.id)))


def _apart(found: Iterable[Moment], most: int) -> list[Moment]:
    """The first of those that are not the same moment."""
    kept: list[Moment] = []
    for moment in found:
        if len(kept) < most and all(_differ(moment, one) for one in kept):
            kept.append(moment)
    return kept


def _differ(one: Moment, other: Moment) -> bool:
    """Whether two moments teach different things, at different times and pictures."""
    same_picture = one.exposure == other.exposure != 0
    apart = abs(one.t_ms - other.t_ms) >= NEAR_MS
    return apart and not same_picture and _theme(one) != _theme(other)


def _theme(moment: Moment) -> str:
    table = METRIC_ADVICE if moment.kind == "loss" else ERROR_ADVICE
    return table[moment.id].theme if moment.id in table else moment.id


def _errors(course: Course, score: Score) -> Iterator[Moment]:
    named: tuple[tuple[str, tuple[Happened | Major, ...]], ...] = (
        ("critical", score.critical),
        ("major", dearest(score.major)),
    )
    for kind, found in named:
        for error in found:
            entry = entry_at(course, error.t_ms)
            if entry is not None:
                title = ERRORS[error.id].title
                yield _moment(course, kind, error.id, entry, title, error.why)


def _losses(course: Course, score: Score) -> Iterator[Moment]:
    for loss in losses(course.view, score):
        entry = place_of_loss(course, loss.id)
        if entry is not None:
            yield _moment(course, "loss", loss.id, entry, loss.title, _told(loss), loss.lost)


def _told(loss: Loss) -> str:
    cost = marks(loss.lost // 100)
    if loss.value is None:
        return f"{loss.title}: nothing to measure, {cost} of 100 marks lost."
    return f"{loss.title}: {amount(loss.value, loss.unit)}, {cost} of 100 marks lost."


def entry_at(course: Course, t_ms: int) -> Entry | None:
    """The last thing that happened up to a time; the first where it lies before everything."""
    before = tuple(entry for entry in course.entries if entry.t_ms <= t_ms)
    found = before[-1:] or course.entries[:1]
    return found[0] if found else None


def _moment(
    course: Course, kind: str, id: str, entry: Entry, title: str, words: str, lost: int = 0
) -> Moment:
    needle = entry.needle
    return Moment(
        kind=kind,
        id=id,
        t_ms=entry.t_ms,
        seq=entry.seq,
        exposure=entry.exposure,
        needle=needle.number if needle else 0,
        depth_um=needle.depth_um if needle else 0,
        tissue=needle.move.tissue if needle and needle.move else "",
        title=title,
        words=words,
        truth=truth_of(course.view.header, needle),
        lost=lost,
    )
