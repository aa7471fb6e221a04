"""A drill: one skill, a few minutes, generated patients, one number at once (teaching.md 3)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from trainer.anatomy.levels import Procedure, Side
from trainer.scenario.part import Part
from trainer.scenario.patient import SyntheticPatient
from trainer.scenario.text import Identifier, Line, Slug

MeanDeg = Annotated[float, Field(ge=0.0, le=90.0)]


class TaskKind(StrEnum):
    """How a drill's task is drawn from its seed (`trainer.session.drill_tasks`)."""

    FIRST = "first-minute"
    COUNT = "count"
    END_PLATE = "end-plate"
    TRUE_AP = "true-ap"
    LATERAL = "lateral"
    CORNERS = "corners"
    POINTER = "pointer"
    HUB = "hub"
    ADVANCE = "advance"
    WALK_OFF = "walk-off"
    TIPS = "tips"
    CONTRAST = "contrast"
    GENERATOR = "generator"


class DrillDraw(Part):
    """What the seed draws from.

    off_deg : how far the start is off what is wanted, least and most. items : how many pictures,
    runs or cases there are, 0 where the room itself is the task.
    """

    kind: TaskKind = Field(description="Which task is drawn.")
    levels: tuple[str, ...] = Field(min_length=1, max_length=12, description="Levels it may be at.")
    sides: tuple[Side, ...] = Field(
        default=(Side.LEFT, Side.RIGHT), min_length=1, description="Sides it may be on."
    )
    off_deg: tuple[MeanDeg, MeanDeg] = Field(default=(6.0, 14.0), description="Start off by.")
    items: int = Field(default=0, ge=0, le=40, description="Pictures, runs or cases.")


class Drill(Part):
    """One drill, as its file says it."""

    id: Slug = Field(description='Its name, e.g. "d02".')
    version: int = Field(ge=1, le=100_000, description="Counts up with every change.")
    title: Line = Field(description="What is practised, in three words.")
    skill: Line = Field(description="The one skill.")
    ask: Line = Field(description="What to do; {level} and {side} are filled in.")
    minutes: int = Field(ge=1, le=3, description="How long it takes about.")
    procedure: Procedure = Field(default=Procedure.PLACEMENT, description="Which room it is in.")
    needles: tuple[str, ...] = Field(default=("spinal-22g-90",), description="The tray.")
    measure: Slug = Field(description="What is measured (`trainer.scoring.drills`).")
    limits: dict[Identifier, int] = Field(description="The criterion: each number and its unit.")
    headline: Identifier = Field(description="The one number that is shown.")
    live: tuple[Identifier, ...] = Field(default=(), description="Commands that may be given.")
    groups: tuple[Line, ...] = Field(default=(), description="Groups of actions that are shown.")
    task: DrillDraw = Field(description="What the seed draws.")
    says: dict[Slug, Line] = Field(description="One sentence for each outcome.")
    source: Line = Field(description="Where the criterion comes from, with its confidence.")


class BasePatient(Part):
    """One of the few people whom all drills share, so that one is at hand when a drill opens."""

    name: Line = Field(description="How lists call them.")
    patient: SyntheticPatient = Field(description="Who it is.")
