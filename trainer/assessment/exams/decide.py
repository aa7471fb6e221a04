"""What follows from a command: events, or a Refusal that says why not. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide_people import PEOPLE
from trainer.assessment.exams.decide_results import RESULTS
from trainer.assessment.exams.decide_stations import STATIONS
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.events import SessionEvent
from trainer.assessment.exams.state import SessionState

Decide = Callable[[ExamDefinition, SessionState, Any], tuple[SessionEvent, ...]]
_TABLE: Mapping[type, Decide] = {**PEOPLE, **STATIONS, **RESULTS}


def decide(
    definition: ExamDefinition, state: SessionState, command: c.SessionCommand
) -> tuple[SessionEvent, ...]:
    """The events of a command; () where nothing changes. Raises Refusal where it may not be."""
    return _TABLE[type(command)](definition, state, command)
