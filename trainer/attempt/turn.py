"""Turning the gripped hub: the notch, and with it bevel and bent tip."""

from __future__ import annotations

from trainer.attempt.commands import RotateHub
from trainer.attempt.events import Event, HubTurned
from trainer.attempt.hand import gripped_needle
from trainer.attempt.moment import Moment

WHOLE_TURN_MDEG = 360_000


def rotate_hub(moment: Moment, command: RotateHub) -> tuple[Event, ...]:
    """Turn the hub about the needle's axis; clockwise as seen from the hub."""
    needle = gripped_needle(moment)
    if isinstance(needle, str):
        return moment.refused(command, needle)
    notch_mdeg = (needle.notch_mdeg + command.turn_mdeg) % WHOLE_TURN_MDEG
    if notch_mdeg == needle.notch_mdeg:
        return ()
    return (HubTurned(moment.now_ms, notch_mdeg),)
