"""What is right in a case: reasons, the talk before consent, plans for medicines and devices."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from trainer.anatomy.levels import Side
from trainer.scenario.case_words import Point, Reason, Verdict
from trainer.scenario.part import Part
from trainer.scenario.target import Level
from trainer.scenario.text import Line, Prose, Slug

Millimetres = Annotated[float, Field(ge=-30.0, le=30.0)]


class JudgedReason(Part):
    """A reason, and what it is worth here."""

    reason: Reason = Field(description="Which one.")
    verdict: Verdict = Field(description="Must be given, may be given, or is wrong in this case.")
    rests_on: Annotated[tuple[Slug, ...], Field(max_length=8)] = Field(
        default=(), description="The findings that make it so."
    )
    teaching: Prose = Field(description="What the debrief says about it.")


class TalkPoint(Part):
    """One point of the conversation before consent: question, answer, and what comes back."""

    point: Point = Field(description="Which one.")
    asked: Line | Literal[""] = Field(
        default="", description="How the patient asks for it; empty where it is for the physician."
    )
    told: Prose = Field(description="What the physician says.")
    answered: Line | Literal[""] = Field(default="", description="What the patient says then.")


class PlanSubject(StrEnum):
    """What needs a plan."""

    MEDICATION = "medication"
    DEVICE = "device"
    ALLERGY = "allergy"
    SEDATION = "sedation"


class PlannedAct(Part):
    """An act of the room with the details that will do; none named: any."""

    act: Slug = Field(description="Which act, as in the table of acts (commands.md).")
    details: Annotated[tuple[Slug, ...], Field(max_length=16)] = Field(
        default=(), description="The details meant."
    )


class Plan(Part):
    """What is right to do about a medicine, an implant, an allergy or the wish to sleep."""

    subject: PlanSubject = Field(description="What it is about.")
    what: Line = Field(description="Which medicine or implant, and where.")
    right: Prose = Field(description="The plan that a careful team makes; the debrief quotes it.")
    needed: Annotated[tuple[PlannedAct, ...], Field(max_length=8)] = Field(
        default=(), description="Acts that belong to it."
    )
    wrong: Annotated[tuple[PlannedAct, ...], Field(max_length=8)] = Field(
        default=(), description="Acts that contradict it."
    )


class Trait(StrEnum):
    """What in this person makes something happen that does not happen in others."""

    FAINTS_EASILY = "faints-easily"
    IMPLANT = "implant"  # a pacemaker, defibrillator or stimulator that current can disturb
    ANTICOAGULATED = "anticoagulated"
    ALLERGY_IODINE = "allergy-iodine"
    ALLERGY_AMIDE = "allergy-amide"
    ALLERGY_CHLORHEXIDINE = "allergy-chlorhexidine"
    PAD_LIFTS = "pad-lifts"


class HiddenVessel(Part):
    """A vein near a target that no picture shows before contrast does.

    It runs up and down past the target's point, moved by the offsets (design values).
    """

    bone: Level = Field(description="At which target: its bone.")
    side: Side = Field(description="And its side.")
    lateral_mm: Millimetres = Field(description="Outward from the target.")
    posterior_mm: Millimetres = Field(description="Backward from it.")
    cranial_mm: Millimetres = Field(description="Upward from it: where the vein passes nearest.")
    radius_mm: float = Field(ge=0.3, le=3.0, description="A vein under 0.8 mm aspirates dry.")
    length_mm: float = Field(default=40.0, ge=10.0, le=120.0, description="How long a stretch.")
