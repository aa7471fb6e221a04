"""The trainee's own call: after the end, once for each target, and no score sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.attempt.worlds import START, WORLD
from tests.scoring.attempts import careful, log_of, scored
from trainer.attempt import commands
from trainer.attempt.commands import Expose, OwnCall, Submit
from trainer.attempt.decide import decide
from trainer.attempt.events import NotPossible, OwnCallMade
from trainer.attempt.evolve import evolve
from trainer.attempt.own_call import DIRECTIONS
from trainer.attempt.state import State
from trainer.attempt.step import run
from trainer.scoring.score import score

OVER = replace(START, submitted=True)
GOOD = OwnCall(10, 1, "deep", 4_000, False, 90)


def why_not(command: OwnCall, state: State = OVER) -> str:
    (event,) = decide(state, command, WORLD)
    assert isinstance(event, NotPossible)
    return event.why


def test_it_is_recorded_after_submit() -> None:
    records, state = run(START, [Submit(0), GOOD], WORLD)
    assert records[-1].events == (OwnCallMade(10, 1, "deep", 4_000, False, 90),)
    assert state.called == (1,)


def test_before_submit_it_is_refused() -> None:
    assert "not been submitted" in why_not(GOOD, START)


def test_it_is_made_once_for_each_target() -> None:
    two = replace(WORLD, target_count=2)
    records, state = run(START, [Submit(0), GOOD, GOOD, replace(GOOD, target=2)], two)
    assert [type(record.events[0]).__name__ for record in records[1:]] == [
        "OwnCallMade",
        "NotPossible",
        "OwnCallMade",
    ]
    assert state.called == (1, 2)
    with pytest.raises(ValueError, match="once"):
        evolve(state, OwnCallMade(10, 2, "deep", 1, True, 50))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"target": 2}, "no target 2"),
        ({"target": 0}, "no target 0"),
        ({"direction": "upward"}, "no direction 'upward'; known: on-target, short"),
        ({"off_um": -1}, "between 0 and 100000"),
        ({"off_um": 0}, "on target is 0 off"),
        ({"direction": "on-target"}, "on target is 0 off"),
        ({"sure_percent": 49}, "50 (a guess) and 100"),
        ({"sure_percent": 101}, "50 (a guess) and 100"),
    ],
)
def test_a_call_that_makes_no_sense_is_refused_with_its_limit(
    changes: dict[str, Any], words: str
) -> None:
    assert words in why_not(replace(GOOD, **changes))


def test_nothing_else_can_be_done_afterwards() -> None:
    _, state = run(START, [Submit(0), GOOD], WORLD)
    (event,) = decide(state, Expose(20), WORLD)
    assert isinstance(event, NotPossible)


def test_the_state_of_older_logs_keeps_its_hash() -> None:
    assert OVER.sha256 != replace(OVER, called=(1,)).sha256
    assert OVER.sha256 == replace(OVER, called=()).sha256


@given(st.sampled_from(DIRECTIONS), st.booleans(), st.integers(50, 100))
def test_no_score_sees_it(direction: str, safe: bool, sure: int) -> None:
    events = careful()
    off = 0 if direction == "on-target" else 3_000
    call = OwnCallMade(events[-1].t_ms + 5, 1, direction, off, safe, sure)
    assert score(log_of([*events, call])).digest == scored(events).digest


def test_its_script_line_is_read() -> None:
    line = commands.to_json(GOOD)
    assert commands.from_json(line) == GOOD
