"""The case: what is known, what is true, and which decision is right for it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from trainer.scenario.case_choices import HiddenVessel, JudgedReason, Plan, TalkPoint, Trait
from trainer.scenario.case_file import CaseFinding, CasePage, CasePain, CasePerson, DiaryEntry
from trainer.scenario.case_words import CaseTopic, Decision, Point
from trainer.scenario.part import Part
from trainer.scenario.text import Prose

__all__ = ["Decision", "Story"]


class Story(Part):
    """What is known about the patient before the procedure."""

    history: Prose = Field(
        description="The case as a referral would tell it; what one reads first."
    )
    decision: Decision = Field(description="The right decision on this case.")
    also_acceptable: Annotated[tuple[Decision, ...], Field(max_length=2)] = Field(
        default=(), description="Decisions that a careful colleague could also take."
    )
    person: CasePerson | None = Field(default=None, description="Who it is.")
    pages: Annotated[tuple[CasePage, ...], Field(max_length=10)] = Field(
        default=(), description="The case file, a page a topic; the referral is `history`."
    )
    diary: Annotated[tuple[DiaryEntry, ...], Field(max_length=16)] = Field(
        default=(), description="Diagnostic blocks so far, oldest first."
    )
    pain: CasePain | None = Field(default=None, description="Where the pain comes from.")
    reasons: Annotated[tuple[JudgedReason, ...], Field(max_length=32)] = Field(
        default=(), description="What can be said for a decision here; others are beside the point."
    )
    consent_needed: Annotated[tuple[Point, ...], Field(max_length=16)] = Field(
        default=(), description="What must be talked over before this patient can agree."
    )
    consent: Annotated[tuple[TalkPoint, ...], Field(max_length=16)] = Field(
        default=(), description="Points this patient talks over in other words than the usual ones."
    )
    plans: Annotated[tuple[Plan, ...], Field(max_length=8)] = Field(
        default=(), description="Medicines, implants, allergies, sedation that need a plan."
    )
    traits: Annotated[tuple[Trait, ...], Field(max_length=8)] = Field(
        default=(), description="What in this person makes complications happen."
    )
    vessels: Annotated[tuple[HiddenVessel, ...], Field(max_length=4)] = Field(
        default=(), description="Veins near the targets."
    )

    @field_validator("pages")
    @classmethod
    def _each_topic_once(cls, pages: tuple[CasePage, ...]) -> tuple[CasePage, ...]:
        topics = [page.topic for page in pages]
        if CaseTopic.REFERRAL in topics:
            raise ValueError("the referral is `history`, not a page")
        if len(set(topics)) < len(topics):
            raise ValueError("a topic has two pages")
        return pages

    def text_of(self, topic: CaseTopic) -> str | None:
        """What stands under a topic; None where nothing is noted."""
        if topic is CaseTopic.REFERRAL:
            return self.history
        return next((page.text for page in self.pages if page.topic is topic), None)

    @property
    def findings(self) -> tuple[CaseFinding, ...]:
        """The facts of all pages."""
        return tuple(finding for page in self.pages for finding in page.findings)
