"""Which steps of the procedure a log shows: in their place, too late, or left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trainer.attempt.events import Event
from trainer.attempt.step_kinds import Step
from trainer.attempt.steps import STEPS


@dataclass(frozen=True, slots=True)
class Walked:
    """What became of one step.

    asked : how often something asked for it. kept : how often it had been done by then.
    missed_ms : when it was first asked for and not done, None = never. late : where it was missed,
    it was done afterwards. first_ms : when it was first done, None = never.
    """

    step: Step
    asked: int
    kept: int
    missed_ms: int | None
    late: bool
    first_ms: int | None

    @property
    def left_out(self) -> bool:
        """Asked for at least once and never done."""
        return self.missed_ms is not None and self.first_ms is None


def walked(
    events: Iterable[Event], procedure: str, steps: Sequence[Step] = STEPS
) -> tuple[Walked, ...]:
    """What became of each step of a procedure ("block" or "rhizotomy"), in the table's order."""
    happened = tuple(events)
    return tuple(_of(step, happened) for step in steps if procedure in step.procedures)


def _of(step: Step, events: tuple[Event, ...]) -> Walked:
    done, asked, kept = False, 0, 0
    first_ms: int | None = None
    missed_ms: int | None = None
    last_ms = -1
    for event in events:
        if step.before.fits(event):
            asked += 1
            kept += done
            if not done and missed_ms is None:
                missed_ms = event.t_ms
        if step.since is not None and step.since.fits(event):
            done = False
        if any(one.fits(event) for one in step.done_by):
            done, last_ms = True, event.t_ms
            first_ms = event.t_ms if first_ms is None else first_ms
    late = missed_ms is not None and last_ms >= missed_ms
    return Walked(step, asked, kept, missed_ms, late, first_ms)
