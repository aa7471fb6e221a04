"""The procedure's table of steps, walked through a log."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.scoring.second.reading import Attempt, Event
from trainer.attempt.step_kinds import Mark, Step
from trainer.attempt.steps import STEPS

# Steps that a practice profile may not ask for: (part, setting).
LOCAL = {
    "depth-before-heat": ("views", "depth_after_last_move"),
    "sensory-test": ("stimulation", "sensory_required"),
    "motor-test": ("stimulation", "motor_required"),
    "anaesthetic-before-heat": ("lesion", "anaesthetic_first"),
    "check-after-electrode": ("lesion", "check_after_anaesthetic"),
    "contrast-first": ("blocks", "contrast_first"),
    "contrast-live": ("views", "contrast_live"),
}


@dataclass
class Walk:
    """missed_ms : each time it was asked for and not done. ever : it was done at some time."""

    step: Step
    missed_ms: list[int] = field(default_factory=list)
    ever: bool = False


def is_asked_for(attempt: Attempt, step: Step) -> bool:
    """By the procedure and by the local policy."""
    if attempt.procedure not in step.procedures:
        return False
    profile, place = attempt.profile, LOCAL.get(step.id)
    return profile is None or place is None or bool(profile[place[0]][place[1]])


def walks(attempt: Attempt) -> list[Walk]:
    """Each step that is asked for, in the table's order."""
    return list(attempt.once("walks", lambda: _walks(attempt)))


def _walks(attempt: Attempt) -> list[Walk]:
    aside = attempt.kept.get("fulfil nothing", frozenset())
    asked = (step for step in STEPS if is_asked_for(attempt, step))
    return [_walk(step, attempt.events, aside) for step in asked]


def _walk(step: Step, events: list[Event], aside: frozenset[int]) -> Walk:
    walk, done = Walk(step), False
    for event in events:
        if _is(event, step.before) and not done:
            walk.missed_ms.append(event["t_ms"])
        if step.since is not None and _is(event, step.since):
            done = False
        if id(event) not in aside and any(_is(event, mark) for mark in step.done_by):
            done = walk.ever = True
    return walk


def _is(event: Event, mark: Mark) -> bool:
    return event["event"] == mark.event and all(event[name] in ok for name, ok in mark.where)
