"""An attempt as it went: each event with its record, the needle in hand and the last picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from trainer.attempt.events import (
    Event,
    Exposed,
    NeedleLeft,
    NeedleMoved,
    NeedleRemoved,
    NeedleTaken,
    NeedleTakenUp,
    NotPossible,
    OwnCallMade,
    Submitted,
    Vec3,
    Waited,
)
from trainer.attempt.log import AttemptLog
from trainer.scoring.view import AttemptView, view_of


class Standing(NamedTuple):
    """A needle as it stands. move : its last movement, None before it first moved."""

    number: int
    model: str
    tip_um: Vec3
    axis_e9: Vec3
    depth_um: int
    move: NeedleMoved | None


class Entry(NamedTuple):
    """An event and what it met.

    seq : of its record. exposure : number of the last picture, its own where it is one, 0 before
    any. needle : the one in hand after the event (of one that was put away: as it was put away),
    None without.
    """

    seq: int
    event: Event
    exposure: int
    needle: Standing | None

    @property
    def t_ms(self) -> int:
        """When it happened."""
        return self.event.t_ms


@dataclass(frozen=True, slots=True)
class Course:
    """entries : up to and including submit, as scoring sees them; calls : what was said after."""

    view: AttemptView
    entries: tuple[Entry, ...]
    calls: tuple[OwnCallMade, ...]

    @property
    def waits(self) -> tuple[Entry, ...]:
        """Every time that simulated time was let pass."""
        return tuple(entry for entry in self.entries if isinstance(entry.event, Waited))


def course_of(log: AttemptLog) -> Course:
    """Sort a log for the debrief. Raises Refusal where it cannot be judged."""
    calls = tuple(event for event in log.events if isinstance(event, OwnCallMade))
    return Course(view_of(log), tuple(_entries(log)), calls)


@dataclass(slots=True)
class _Hands:
    """Which needle is in hand, which stand in the patient."""

    held: Standing | None = None
    left: dict[int, Standing] = field(default_factory=dict)

    def after(self, event: Event) -> Standing | None:
        """The needle that the event is about."""
        before = self.held
        if isinstance(event, NeedleTaken):
            self.held = Standing(event.number, event.needle, event.tip_um, event.axis_e9, 0, None)
        elif isinstance(event, NeedleMoved) and before is not None:
            where = event.tip_um, event.axis_e9, event.depth_um
            self.held = Standing(before.number, before.model, *where, event)
        elif isinstance(event, NeedleLeft):
            self.held = None
            if before is not None:
                self.left[event.number] = before
        elif isinstance(event, NeedleTakenUp):
            self.held = self.left.pop(event.number, None)
        elif isinstance(event, NeedleRemoved):
            self.held = None
        return self.held if self.held is not None else before


def _entries(log: AttemptLog) -> Iterator[Entry]:
    hands, exposure = _Hands(), 0
    for record in log.records:
        for event in record.events:
            if isinstance(event, NotPossible):
                continue
            exposure = event.number if isinstance(event, Exposed) else exposure
            yield Entry(record.seq, event, exposure, hands.after(event))
            if isinstance(event, Submitted):
                return
