"""What a block diary amounts to under a profile; whole numbers only."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.scenario.case_file import DiaryEntry
from trainer.scenario.profile import Profile


def positive_blocks(
    diary: Iterable[DiaryEntry], joint: str, profile: Profile
) -> tuple[DiaryEntry, ...]:
    """The blocks of a joint ("T7-T8 left") whose relief meets the profile."""
    least = profile.blocks.relief_percent
    return tuple(one for one in diary if one.joint == joint and one.relief_percent >= least)


def diary_suffices(diary: Iterable[DiaryEntry], joint: str, profile: Profile) -> bool:
    """Whether the diary carries a rhizotomy of this joint.

    Enough positive blocks; where the profile asks for comparative ones, two of them with different
    agents, of which the longer one lasted longer.
    """
    positive = positive_blocks(diary, joint, profile)
    if len(positive) < profile.blocks.count:
        return False
    return not profile.blocks.comparative or _some_agree(positive, profile)


def _some_agree(positive: tuple[DiaryEntry, ...], profile: Profile) -> bool:
    pairs = ((one, other) for one in positive for other in positive)
    return any(
        _lasts_s(one, profile) < _lasts_s(other, profile) and one.hours < other.hours
        for one, other in pairs
    )


def _lasts_s(entry: DiaryEntry, profile: Profile) -> int:
    agent = profile.agent(entry.agent)
    return 0 if agent is None else agent.lasts_s
