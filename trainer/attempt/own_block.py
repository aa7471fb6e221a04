"""A person's own earlier block of this patient, as the header of a later attempt keeps it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnBlock:
    """What the diary said at the end of an earlier attempt.

    attempt_id : that attempt; day : when it was begun, ISO date. joints : each with its side, e.g.
    "T7-T8 left". volume_ul : the most that was given at one place.
    """

    attempt_id: str
    day: str
    joints: tuple[str, ...]
    agent: str
    volume_ul: int
    relief_percent: int
    hours: int
