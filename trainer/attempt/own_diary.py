"""The block diary of an attempt: what the story tells, and a person's own earlier blocks.

A comparative block needs a first one. Where the trainee did it in an attempt of their own, the log
of the next attempt names that attempt and what its diary said; nothing is looked up later.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from trainer.attempt.own_block import OwnBlock
from trainer.scenario.case_file import DiaryEntry
from trainer.scenario.diary import diary_suffices
from trainer.scenario.profile import Profile

DAYS_A_WEEK = 7


def entries_of(block: OwnBlock, today: str) -> tuple[DiaryEntry, ...]:
    """The block as the diary holds it, one entry for each of its joints. today : ISO date."""
    days = max(0, (date.fromisoformat(today) - date.fromisoformat(block.day)).days)
    return tuple(
        DiaryEntry(
            joint=joint,
            agent=block.agent,
            volume_ul=block.volume_ul,
            weeks_ago=days // DAYS_A_WEEK,
            relief_percent=block.relief_percent,
            hours=block.hours,
        )
        for joint in block.joints
    )


def diary_of(
    scenario: Mapping[str, Any], own: tuple[OwnBlock, ...] | None, created_utc: str
) -> tuple[DiaryEntry, ...]:
    """The whole diary of an attempt: the story's entries, then the person's own.

    scenario, own, created_utc : as the header holds them.
    """
    told = (DiaryEntry.model_validate(one) for one in scenario["story"].get("diary", ()))
    mine = (entry for block in own or () for entry in entries_of(block, created_utc[:10]))
    return (*told, *mine)


def carried(
    scenario: Mapping[str, Any],
    own: tuple[OwnBlock, ...] | None,
    created_utc: str,
    profile: Profile,
) -> dict[str, bool]:
    """Whether the diary carries a rhizotomy, for each joint of the targets."""
    diary = diary_of(scenario, own, created_utc)
    joints = dict.fromkeys(f"{one['joint']} {one['side']}" for one in scenario["targets"])
    return {joint: diary_suffices(diary, joint, profile) for joint in joints}
