"""The result of a drill: what its log came to, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trainer.attempt import header as headers
from trainer.attempt.events import AidSet, Event, NotPossible
from trainer.attempt.header import Header
from trainer.attempt.log import AttemptLog
from trainer.refusal import Refusal
from trainer.scoring.drills.answers import contrast, corners, generator, tips
from trainer.scoring.drills.needle import (
    bullseye,
    down_the_beam,
    first_minute,
    skin_mark,
    walk_off,
)
from trainer.scoring.drills.outcome import DrillView, Measure, Outcome
from trainer.scoring.drills.views import count, depth_view, end_plate, true_ap

MEASURES: Mapping[str, Measure] = {
    "first-minute": first_minute,
    "count": count,
    "end-plate": end_plate,
    "true-ap": true_ap,
    "depth-view": depth_view,
    "corners": corners,
    "skin-mark": skin_mark,
    "bullseye": bullseye,
    "down-the-beam": down_the_beam,
    "walk-off": walk_off,
    "tips": tips,
    "contrast": contrast,
    "generator": generator,
}


@dataclass(frozen=True, slots=True)
class DrillResult:
    """What a drill came to. counts : unaided, and begun at its own beginning."""

    drill_id: str
    outcome: Outcome
    counts: bool


def result_of(log: AttemptLog) -> DrillResult | None:
    """The result of a log, None where it is no drill. Raises Refusal where it cannot be judged."""
    try:
        header = headers.from_json(log.header)
    except (ValueError, KeyError) as error:
        raise _unread(str(error)) from None
    return None if header.drill is None else judged(header, log.events)


def judged(header: Header, events: Iterable[Event]) -> DrillResult:
    """The result of a drill as far as it has gone. Raises Refusal."""
    task = header.drill
    if task is None or task.measure not in MEASURES:
        raise _unread(f"nothing measures {'it' if task is None else task.measure!r}")
    happened = tuple(event for event in events if not isinstance(event, NotPossible))
    outcome = MEASURES[task.measure](DrillView(header, task, happened))
    return DrillResult(task.id, outcome, not is_aided(header, happened))


def is_aided(header: Header, events: Iterable[Event]) -> bool:
    """Whether an aid was on or a step was taken back: such attempts enter no curve (DESIGN 10)."""
    return header.parent is not None or any(
        isinstance(event, AidSet) and event.on for event in events
    )


def _unread(why: str) -> Refusal:
    return Refusal(
        "This drill cannot be judged", why, "Open it with a newer Rhizotomy Trainer; it is unharmed"
    )
