"""A hub that nobody holds slips when something is pushed through it."""

from __future__ import annotations

from trainer.attempt.events import Event
from trainer.attempt.moment import Moment
from trainer.attempt.state import NeedleInHand


def slipped(_moment: Moment, _needle: NeedleInHand) -> tuple[Event, ...]:
    """The movement of the slip; none where the hub is gripped."""
    return ()
