"""What is known about the person: topics that one opens, findings in them, the block diary."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from trainer.anatomy.levels import LEVELS, Side
from trainer.anatomy.synthetic.person import Sex
from trainer.scenario.case_words import CaseTopic
from trainer.scenario.part import Part
from trainer.scenario.profile_policies import AgentId
from trainer.scenario.text import Line, Prose, Slug
from trainer.therapy.pain import PainSource, nerves_of_joint

Permille = Annotated[int, Field(ge=0, le=1000)]


def _known_joint(joint: str) -> str:
    if joint.rpartition(" ")[2] not in tuple(Side) or not _is_joint(joint.rpartition(" ")[0]):
        raise ValueError(f"{joint!r} is no joint with a side, such as 'T7-T8 left'")
    return joint


def _is_joint(levels: str) -> bool:
    """Whether it is spelled as one of C7-T1 to T12-L1."""
    return levels in {f"{upper}-{lower}" for upper, lower in pairwise(LEVELS)}


JointSide = Annotated[
    str, StringConstraints(max_length=16), AfterValidator(_known_joint)
]  # "T7-T8 left"


class CasePerson(Part):
    """Who it is; invented, never a real person."""

    name: Line = Field(description='How the team calls them, e.g. "Mrs Adler"; invented.')
    age_years: int = Field(ge=18, le=95, description="As the synthetic patient's.")
    sex: Sex = Field(description="As the synthetic patient's.")
    weight_kg: int = Field(ge=35, le=200, description="For doses by weight.")
    work: Line = Field(description="What they do, in a few words.")


class CaseFinding(Part):
    """One fact that a reason can rest on."""

    id: Slug = Field(description="Its name within the case.")
    text: Line = Field(description="The fact, as the debrief quotes it.")


class CasePage(Part):
    """One part of the case file."""

    topic: CaseTopic = Field(description="Which one.")
    text: Prose = Field(description="What stands in it.")
    findings: Annotated[tuple[CaseFinding, ...], Field(max_length=16)] = Field(
        default=(), description="The facts in it that count for the decision."
    )


class DiaryEntry(Part):
    """One diagnostic block that was done, and what the patient wrote down."""

    joint: JointSide = Field(description='The joint with its side, e.g. "T7-T8 left".')
    agent: AgentId = Field(description="What was injected; an agent of the profile.")
    volume_ul: int = Field(ge=0, le=5000, description="At each nerve, microlitres.")
    weeks_ago: int = Field(ge=0, le=520, description="When.")
    relief_percent: int = Field(ge=0, le=100, description="The best relief.")
    hours: int = Field(ge=0, le=72, description="How long at least half of it lasted.")
    note: Line | Literal[""] = Field(default="", description="What else is written there.")


class CasePain(Part):
    """Where the pain comes from; the candidate never sees it."""

    joints_permille: dict[JointSide, Permille] = Field(
        max_length=8,
        description="Share of the pain that each joint makes; the rest comes from elsewhere and no "
        "block here helps it.",
    )
    placebo_permille: Permille = Field(
        default=0, description="What any injection takes away for a few hours in this person."
    )

    @property
    def source(self) -> PainSource:
        """As the therapy room takes it."""
        return PainSource(dict(self.joints_permille), self.placebo_permille)

    @property
    def nerves(self) -> tuple[str, ...]:
        """The medial branches that carry it, e.g. "T6-mb left", each once."""
        pairs = (nerves_of_joint(joint) for joint in self.joints_permille)
        return tuple(dict.fromkeys(nerve for pair in pairs for nerve in pair))
