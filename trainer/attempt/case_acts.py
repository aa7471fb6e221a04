"""The case: its file read, points talked over, reasons and decision given, pictures kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from trainer.attempt.acts import CASE_TOPICS, DECISIONS, POINTS, REASONS, ROLES
from trainer.attempt.commands import Command, DecideCase, Discuss, GiveReason, ReadCase, SaveImage
from trainer.attempt.events import (
    CaseDecided,
    CaseRead,
    Discussed,
    Event,
    ImageSaved,
    ReasonGiven,
)
from trainer.attempt.moment import Moment

NO_PICTURE = "no picture is held: take one first"


def read_case(moment: Moment, command: ReadCase) -> tuple[Event, ...]:
    """Open a part of the case file; each time it is opened counts."""
    return _one_of(moment, command, command.topic, CASE_TOPICS, CaseRead, ())


def discuss(moment: Moment, command: Discuss) -> tuple[Event, ...]:
    """Talk a point over; one that was talked over brings nothing."""
    done = moment.state.procedure.discussed
    return _one_of(moment, command, command.topic, POINTS, Discussed, done)


def give_reason(moment: Moment, command: GiveReason) -> tuple[Event, ...]:
    """Give a reason; one that was given brings nothing."""
    done = moment.state.procedure.reasons
    return _one_of(moment, command, command.reason, REASONS, ReasonGiven, done)


def decide_case(moment: Moment, command: DecideCase) -> tuple[Event, ...]:
    """Decide about the case; the last decision holds."""
    done = (moment.state.procedure.decision,)
    return _one_of(moment, command, command.decision, DECISIONS, CaseDecided, done)


def save_image(moment: Moment, command: SaveImage) -> tuple[Event, ...]:
    """Keep the held picture as evidence for a role."""
    held = moment.state.held
    if command.role not in ROLES:
        why = f"there is no role {command.role!r}; known: {', '.join(ROLES)}"
        return moment.refused(command, why)
    if held is None:
        return moment.refused(command, NO_PICTURE)
    if (command.role, held.number) in moment.state.procedure.saved:
        return ()
    return (ImageSaved(moment.now_ms, command.role, held.number),)


def _one_of(
    moment: Moment,
    command: Command,
    name: str,
    known: Collection[str],
    event: Callable[[int, str], Any],
    done: Collection[str],
) -> tuple[Event, ...]:
    if name not in known:
        return moment.refused(command, f"there is no {name!r}; known: {', '.join(known)}")
    return () if name in done else (event(moment.now_ms, name),)
