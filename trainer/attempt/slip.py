"""A hub that nobody holds slips back when something is drawn out of it or put into it."""

from __future__ import annotations

from trainer.attempt.events import Event
from trainer.attempt.moment import Moment
from trainer.attempt.push import pushed
from trainer.attempt.state import NeedleInHand

SLIP_UM = 700  # [X] teaching.md 1: "electrode out, inject, electrode in can shift the tip"


def slipped(moment: Moment, needle: NeedleInHand) -> tuple[Event, ...]:
    """The movement of the slip; none where the hub is gripped or the needle lies outside."""
    if moment.state.gripped or needle.depth_um <= SLIP_UM:
        return ()
    result = pushed(moment, needle, -SLIP_UM, how="slip")
    return () if isinstance(result, str) else result
