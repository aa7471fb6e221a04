"""What was decided about the case, held against its story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trainer.attempt.events import CaseDecided, ReasonGiven
from trainer.scoring.view import AttemptView


def decided_right(view: AttemptView) -> bool:
    """Whether the last decision is the story's, or one that it also accepts."""
    story = _story(view)
    made = [event.decision for event in view.events if type(event) is CaseDecided]
    return bool(made) and made[-1] in (story["decision"], *story.get("also_acceptable", ()))


def reasons_given(view: AttemptView, verdict: str) -> int:
    """How many different reasons of a verdict ("required", "wrong") were given."""
    judged = {one["reason"]: one["verdict"] for one in _story(view).get("reasons", ())}
    given = {event.reason for event in view.events if type(event) is ReasonGiven}
    return sum(judged.get(reason) == verdict for reason in given)


def _story(view: AttemptView) -> Mapping[str, Any]:
    story: Mapping[str, Any] = view.header.scenario["story"]
    return story
