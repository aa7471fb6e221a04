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


# How long an agent numbs a small nerve (M; lidocaine and bupivacaine are the pair of Manchikanti
# 2004, S), and how long a placebo lasts (X).
HOURS: Mapping[str, int] = {
    "lidocaine-1": 2,
    "lidocaine-2": 2,
    "bupivacaine-0.25": 5,
    "bupivacaine-0.5": 6,
    "ropivacaine-0.2": 5,
}
PLACEBO_HOURS = 3


def block_result(pain: PainSource, asleep: Mapping[str, float], agent: str) -> BlockResult:
    """Relief of a block. asleep : nerve with side to 0..1. An unknown agent numbs nothing."""
    hours = HOURS.get(agent, 0)
    true = share_silenced(pain, asleep) if hours else 0.0
    felt = true + (1.0 - true) * pain.placebo_permille / 1000.0
    lasting = hours if true * 1000.0 >= pain.placebo_permille else PLACEBO_HOURS
    return BlockResult(round(100.0 * felt), lasting if felt > 0.0 else 0)


def comparative(first: BlockResult, second: BlockResult, longer_second: bool) -> bool:
    """Whether two blocks agree: both help by 80 %, and the longer agent lasts longer.

    80 % and two blocks: US Medicare LCDs (S, quoted in a forum); a profile may ask for less.
    """
    both = min(first.relief_percent, second.relief_percent) >= 80
    return both and ((second.hours > first.hours) is longer_second)
