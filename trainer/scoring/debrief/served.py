"""Which needle, standing where, served which target."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainer.attempt.events import (
    Event,
    InjectionBegan,
    LesionStarted,
    NeedleMoved,
    NeedleRemoved,
    Submitted,
)
from trainer.attempt.header import Target
from trainer.scoring.debrief.course import Course, Entry, Standing
from trainer.scoring.debrief.truth import distance_um

# What shows best where a needle was used; the first kind that an attempt has decides.
_USES: tuple[tuple[type[Event], ...], ...] = ((LesionStarted,), (InjectionBegan,))


def stand_for(course: Course, target: Target) -> Entry | None:
    """The moment that a target was served: of the uses of a needle the one nearest to it.

    Heat counts before injections, and both before needles left standing or taken out; None where no
    needle was ever inside the patient.
    """
    stands = tuple(_stands(course))
    if not stands:
        return None
    return min(stands, key=lambda stand: distance_um(target, _tip(stand).tip_um))


def _stands(course: Course) -> Iterator[Entry]:
    for kinds in _USES:
        used = [e for e in course.entries if isinstance(e.event, kinds) and e.needle is not None]
        if used:
            yield from used
            return
    yield from _last_stands(course)


def _last_stands(course: Course) -> Iterator[Entry]:
    """Of each needle where it stood last; of one that was taken out, before it was drawn back."""
    stood: dict[int, Entry] = {}
    drawing: dict[int, Entry] = {}
    for entry in course.entries:
        needle, event = entry.needle, entry.event
        if needle is None:
            continue
        if isinstance(event, NeedleRemoved):
            drawing.pop(needle.number, None)
        elif isinstance(event, NeedleMoved) and event.pushed_um < 0:
            drawing[needle.number] = entry
        elif isinstance(event, NeedleMoved) and event.depth_um > 0:
            stood[needle.number] = entry
            drawing.pop(needle.number, None)
    for entry in {**stood, **drawing}.values():
        if entry.needle is not None and entry.needle.depth_um > 0:
            yield entry


def _tip(entry: Entry) -> Standing:
    assert entry.needle is not None
    return entry.needle


def first(
    course: Course, kind: type[Event], fits: Callable[[Entry], bool] = lambda _entry: True
) -> Entry | None:
    """The first entry of a kind that fits."""
    found = (e for e in course.entries if isinstance(e.event, kind) and fits(e))
    return next(found, None)


def last(
    course: Course, kind: type[Event], fits: Callable[[Entry], bool] = lambda _entry: True
) -> Entry | None:
    """The last entry of a kind that fits."""
    found = (e for e in reversed(course.entries) if isinstance(e.event, kind) and fits(e))
    return next(found, None)


def ended(course: Course) -> Entry | None:
    """The submit; None where there was none."""
    return last(course, Submitted)
