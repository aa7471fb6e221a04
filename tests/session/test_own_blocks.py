"""A first block of one's own stands in the diary of the second attempt at the same person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from trainer.attempt import header as headers
from trainer.attempt.events import BlockJudged
from trainer.attempt.header import Header
from trainer.attempt.own_block import OwnBlock
from trainer.attempt.own_diary import carried, diary_of
from trainer.session import playing
from trainer.session.own_blocks import blocks_in, person_of, with_own_blocks
from trainer.session.players.play import played
from trainer.session.practice import Practice
from trainer.session.services import Services
from trainer.ui.presenters.folder import CaseTexts

BLOCK = "mbb-t7-8"


def finished_block(services: Services) -> tuple[Path, BlockJudged]:
    """An expert's block among the user's own attempts, and what its diary said."""
    opening = playing.opened(services, services.scenarios.load(BLOCK), 3)
    journal = services.attempts.create(opening.header)
    played(opening, "expert", 3, journal)
    journal.seal()
    journal.close()
    events = services.attempts.load(journal.path).events
    return journal.path, next(one for one in events if isinstance(one, BlockJudged))


def test_the_second_attempt_names_the_first_block(services: Services, practice: Practice) -> None:
    path, told = finished_block(services)
    live = practice.start(BLOCK, seed=4)
    try:
        header = live.header
    finally:
        live.close()
    assert header.own_blocks is not None
    (block,) = header.own_blocks
    first = headers.from_json(services.attempts.load(path).header)
    assert (block.attempt_id, block.day) == (first.attempt_id, first.created_utc[:10])
    assert block.joints == ("T7-T8 left",)
    assert (block.agent, block.relief_percent, block.hours) == (
        told.agent,
        told.relief_percent,
        told.hours,
    )
    assert block.volume_ul > 0
    assert headers.from_json(headers.to_json(header)) == header
    page = CaseTexts(live.scenario.story, header.own_blocks).page("diary")
    assert f"Your own block of {block.day}" in page
    assert f"{block.relief_percent} %" in page
    path.unlink()


FIRST = OwnBlock("first", "2026-03-01", ("T7-T8 left",), "lidocaine-1", 500, 90, 1)


@pytest.fixture(scope="module")
def header(services: Services) -> Header:
    opening = playing.opened(services, services.scenarios.load(BLOCK), 0)
    return replace(opening.header, created_utc="2026-03-22T08:00:00Z")


def test_without_an_own_block_a_header_keeps_its_bytes(header: Header) -> None:
    assert "own_blocks" not in headers.to_json(header)
    assert with_own_blocks(header, ()) is header


def test_only_blocks_of_this_person_at_this_joint_count(header: Header) -> None:
    somebody, elsewhere = ("0" * 64, "Mr Other"), replace(FIRST, joints=("T3-T4 left",))
    assert with_own_blocks(header, [(somebody, (FIRST,))]) is header
    assert with_own_blocks(header, [(person_of(header), (elsewhere,))]) is header
    mine = with_own_blocks(header, [(person_of(header), (elsewhere, FIRST))])
    assert mine.own_blocks == (FIRST,)


def test_exams_tell_nothing_of_their_blocks(header: Header) -> None:
    judged = (BlockJudged(1, "lidocaine-1", 90, 1),)
    assert blocks_in(replace(header, mode="exam"), judged) == ()
    assert len(blocks_in(header, judged)) == 1


def test_two_own_blocks_that_agree_carry_a_rhizotomy_and_one_does_not(
    header: Header, services: Services
) -> None:
    profile = services.scenarios.load(BLOCK).profile
    assert profile.blocks.comparative
    longer = OwnBlock("second", "2026-03-15", ("T7-T8 left",), "bupivacaine-0.25", 500, 85, 6)
    told = {**header.scenario, "story": {**header.scenario["story"], "diary": ()}}
    diary = diary_of(told, (FIRST, longer), header.created_utc)
    assert [entry.weeks_ago for entry in diary] == [3, 1]
    assert carried(told, (FIRST,), header.created_utc, profile) == {"T7-T8 left": False}
    assert carried(told, (FIRST, longer), header.created_utc, profile) == {"T7-T8 left": True}
    shorter = replace(longer, hours=1)
    assert carried(told, (FIRST, shorter), header.created_utc, profile) == {"T7-T8 left": False}
