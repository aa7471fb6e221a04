"""The case, and the decision that is right for it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from trainer.scenario.part import Part
from trainer.scenario.text import Prose


class Decision(StrEnum):
    """What to do with the case."""

    PROCEED = "proceed"
    POSTPONE = "postpone"
    DECLINE = "decline"


class Story(Part):
    """What is known about the patient before the procedure."""

    history: Prose = Field(description="The case as a referral would tell it.")
    decision: Decision = Field(description="The right decision on this case.")
