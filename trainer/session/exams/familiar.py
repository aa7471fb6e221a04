"""Whether a warm-up was enough: counted from what was done in it."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.assessment.exams.definition import Familiarisation
from trainer.attempt.events import CArmMoved, Event, Exposed, NeedleMoved


def is_familiar(wanted: Familiarisation, events: Iterable[Event]) -> bool:
    """Whether the acts of a warm-up meet its criterion."""
    return not still_to_do(wanted, events)


def still_to_do(wanted: Familiarisation, events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    """What of the criterion is left: ("exposures" | "machine_moves" | "needle_moves", how many)."""
    done = list(events)
    left = (
        ("exposures", wanted.exposures - _count(done, Exposed)),
        ("machine_moves", wanted.machine_moves - _count(done, CArmMoved)),
        ("needle_moves", wanted.needle_moves - _count(done, NeedleMoved)),
    )
    return tuple((name, count) for name, count in left if count > 0)


def _count(events: list[Event], kind: type[Event]) -> int:
    return sum(isinstance(event, kind) for event in events)
