"""The decision about a case and its reasons, read from the log and the story alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.attempt.events import CaseDecided, Event, ReasonGiven
from trainer.scoring.metrics import METRICS
from trainer.scoring.view import AttemptView

STORY = {
    "decision": "decline",
    "also_acceptable": ["postpone"],
    "reasons": [
        {"reason": "red-flag", "verdict": "required"},
        {"reason": "other-source", "verdict": "acceptable"},
        {"reason": "wish", "verdict": "wrong"},
    ],
}


def measured(*events: Event, story: dict[str, Any] = STORY) -> tuple[int | None, int | None]:
    header = SimpleNamespace(scenario={"story": story})
    view = cast(AttemptView, SimpleNamespace(header=header, events=events))
    return METRICS["case_decision"].measure(view), METRICS["case_reasons"].measure(view)


def said(*reasons: str) -> tuple[Event, ...]:
    return tuple(ReasonGiven(1, reason) for reason in reasons)


@pytest.mark.parametrize(
    ("reasons", "decisions", "worth"),
    [
        ((), (), (0, 0)),
        (("red-flag",), (), (0, 0)),
        (("red-flag",), ("decline",), (1, 1)),
        (("red-flag",), ("postpone",), (1, 1)),
        (("red-flag",), ("proceed",), (0, 0)),
        (("red-flag",), ("proceed", "decline"), (1, 1)),
        (("red-flag",), ("decline", "proceed"), (0, 0)),
        (("red-flag", "red-flag"), ("decline",), (1, 1)),
        (("red-flag", "other-source", "device"), ("decline",), (1, 1)),
        (("red-flag", "wish"), ("decline",), (1, 0)),
        (("wish",), ("decline",), (1, 0)),
    ],
)
def test_a_decision_counts_with_its_reasons(
    reasons: tuple[str, ...], decisions: tuple[str, ...], worth: tuple[int, int]
) -> None:
    made = tuple(CaseDecided(2, decision) for decision in decisions)
    assert measured(*said(*reasons), *made) == worth


def test_a_story_of_an_older_log_has_a_decision_and_no_reasons() -> None:
    old = {"history": "Back pain.", "decision": "proceed"}
    assert measured(CaseDecided(2, "proceed"), story=old) == (1, 0)


@given(st.permutations(["red-flag", "other-source", "wish", "device"]))
def test_naming_every_reason_there_is_earns_nothing(order: list[str]) -> None:
    assert measured(*said(*order), CaseDecided(2, "decline")) == (1, 0)
