"""What a diagnostic block tells: relief and its hours, with all that makes it lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from trainer.therapy.pain import PainSource, share_silenced


@dataclass(frozen=True, slots=True)
class BlockResult:
    """What the diary says: relief in percent, and for how many hours."""

    relief_percent: int
    hours: int


PLACEBO_HOURS = 3  # X


def block_result(pain: PainSource, asleep: Mapping[str, float], hours: int) -> BlockResult:
    """Relief of a block. asleep : nerve with side to 0..1. hours : the agent's, 0 numbs nothing."""
    true = share_silenced(pain, asleep) if hours else 0.0
    felt = true + (1.0 - true) * pain.placebo_permille / 1000.0
    lasting = hours if true * 1000.0 >= pain.placebo_permille else PLACEBO_HOURS
    return BlockResult(round(100.0 * felt), lasting if felt > 0.0 else 0)
