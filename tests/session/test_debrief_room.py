"""A finished attempt looked at again, and a new attempt from one of its moments."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.test_debriefing import CASE
from trainer.attempt.commands import Advance, Expose, Grip, LetGo, MovePointer, Submit, TakeNeedle
from trainer.attempt.events import Submitted
from trainer.refusal import Refusal
from trainer.session import playing
from trainer.session.debrief_room import DebriefRoom, state_at
from trainer.session.practice import Practice
from trainer.session.services import Services


@pytest.fixture
def attempt(services: Services, tmp_path: Path) -> Path:
    commands = (
        Expose(0),
        MovePointer(1_000, 30_000, 5_000),
        TakeNeedle(2_000, "spinal-22g-90"),
        Grip(3_000),
        Advance(3_500, 20_000),
        LetGo(4_000),
        Expose(5_000),
        Submit(6_000),
    )
    path = tmp_path / "own.attempt"
    playing.play_script(services, services.scenarios.load(CASE), commands, 0, path)
    return path


def test_a_picture_is_drawn_with_the_needle_that_stood_then(
    services: Services, attempt: Path
) -> None:
    room = DebriefRoom(services, attempt)
    before, after = room.picture("own", 1), room.picture("own", 2)
    assert before.tips_um == ()
    assert len(after.tips_um) == 1
    assert before.picture.shape == after.picture.shape
    assert (before.picture != after.picture).any()


def test_steel_stands_at_each_time_where_the_log_has_it(services: Services, attempt: Path) -> None:
    room = DebriefRoom(services, attempt)
    assert room.steel_at(1_500) == ()
    (line_mm,) = room.steel_at(99_000)
    tip_um = room.picture("own", 2).tips_um[0]
    assert line_mm[-1] * 1000.0 == pytest.approx(tip_um, abs=2.0)
    assert len(line_mm) > 1


def test_what_is_not_there_is_refused_in_words(services: Services, attempt: Path) -> None:
    room = DebriefRoom(services, attempt)
    for ask in (
        lambda: room.picture("own", 9),
        lambda: room.picture("expert", 999),
        lambda: room.inside(5_000, 0),  # radiographs have no inside
    ):
        with pytest.raises(Refusal):
            ask()


def test_a_time_has_its_state_and_its_record(services: Services, attempt: Path) -> None:
    room = DebriefRoom(services, attempt)
    assert state_at(room, 1_500).needle is None
    assert state_at(room, 5_500).needle is not None
    assert not state_at(room, 99_000).submitted
    assert room.seq_after(-1) == 1
    assert room.seq_after(99_000) == len(room.log.records) + 1


def test_a_retry_begins_before_that_record_and_names_its_parent(
    services: Services, attempt: Path
) -> None:
    room = DebriefRoom(services, attempt)
    seq = room.seq_after(2_500)  # the needle is taken, not yet advanced
    retried = Practice(services).retry(attempt, seq)
    try:
        state = retried.runner.snapshot.state
        assert state.needle is not None
        assert state.needle.depth_um == 0
        assert not state.submitted
        assert retried.header.parent == (room.log.head, seq - 1)
    finally:
        retried.forget()


def test_a_retry_from_the_end_stands_just_before_submit(services: Services, attempt: Path) -> None:
    room = DebriefRoom(services, attempt)
    retried = Practice(services).retry(attempt, 10_000)
    try:
        last = next(
            record.seq
            for record in room.log.records
            if any(isinstance(event, Submitted) for event in record.events)
        )
        assert retried.header.parent == (room.log.head, last - 1)
        assert not retried.runner.snapshot.state.submitted
    finally:
        retried.forget()
