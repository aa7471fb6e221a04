"""The scenario: who the patient is, what must be reached, how it is judged."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from trainer.anatomy.levels import Procedure
from trainer.scenario.brought import MOST, BroughtConvention
from trainer.scenario.conventions import ConventionId
from trainer.scenario.draft import Draft
from trainer.scenario.machine import Equipment, Machine
from trainer.scenario.part import Part
from trainer.scenario.patient import Patient
from trainer.scenario.profile import Profile
from trainer.scenario.profile_changes import ProfileChange, changed_profile
from trainer.scenario.rubric_named import AnyRubric, WholeRubric
from trainer.scenario.rubric_tables import whole_rubric
from trainer.scenario.rules import broken_rules
from trainer.scenario.story import Story
from trainer.scenario.tables import NO_PROFILE, profile_named
from trainer.scenario.target import Hazard, Target
from trainer.scenario.text import Line, Prose, Slug
from trainer.scenario.views import RequiredView, StartPose

SCHEMA_VERSION = 1


class Scenario(Part):
    """A whole scenario; one that breaks a rule cannot be built."""

    schema_version: Literal[1] = Field(description="The version of this format.")
    id: Slug = Field(description="The scenario's name: small letters, digits and hyphens.")
    version: int = Field(ge=1, le=100_000, description="Counts up with every published change.")
    order: int = Field(
        default=1000, ge=0, le=100_000, description="Its place in lists; equal places go by id."
    )
    title: Line = Field(description="The title shown in practice.")
    exam_title: Line = Field(
        description="The title shown in exams; tells neither level, side nor procedure."
    )
    authors: Annotated[tuple[Line, ...], Field(min_length=1, max_length=32)] = Field(
        description="Who wrote it."
    )
    language: Literal["en"] = Field(default="en", description="The language of its texts.")
    summary: Line = Field(description="One sentence for the list.")
    patient: Patient = Field(description="Who lies on the table.")
    procedure: Procedure = Field(description="What is to be done.")
    targets: Annotated[tuple[Target, ...], Field(min_length=1, max_length=16)] = Field(
        description="What must be reached, in order."
    )
    accepted_conventions: Annotated[tuple[ConventionId, ...], Field(min_length=1, max_length=8)] = (
        Field(description="Where the nerve is taken to run; the best of these counts.")
    )
    brought_conventions: Annotated[tuple[BroughtConvention, ...], Field(max_length=MOST)] = Field(
        default=(),
        description="Conventions of other packages (plugins.md), whole: the case needs no package.",
    )
    tolerance_mm: float = Field(
        ge=0.5, le=20.0, description="How near counts as reached; includes the uncertainty."
    )
    target_uncertainty_mm: float = Field(
        ge=0.0, le=20.0, description="How well the target itself is known."
    )
    hazards: Annotated[tuple[Hazard, ...], Field(max_length=8)] = Field(
        default=(),
        description="What must not be entered; not for radiographs, which show no depth.",
    )
    machine: Machine = Field(default=Machine(), description="The C-arm's fixed numbers.")
    equipment: Equipment = Field(description="What lies on the table.")
    start_pose: StartPose = Field(description="How the machine stands at the start.")
    story: Story = Field(description="The case.")
    practice_profile: Slug = Field(
        default=NO_PROFILE,
        description='The local policy the score follows (profiles.md); "none" where nothing '
        "depends on one: the house's values then stand in.",
    )
    profile_changes: Annotated[tuple[ProfileChange, ...], Field(max_length=32)] = Field(
        default=(), description="Where this case differs from that policy."
    )
    stated_profile: Profile | None = Field(
        default=None,
        description="The whole policy, for one that does not ship: practice_profile bears its id. "
        "The program writes it into every attempt, changes included.",
    )
    required_views: Annotated[tuple[RequiredView, ...], Field(max_length=16)] = Field(
        default=(), description="The views a careful operator takes."
    )
    rubric: AnyRubric = Field(
        description="How the attempt is marked: a shipped rubric by name (scoring.md), or a whole "
        "one of parts. The program writes the whole of it into every attempt."
    )
    time_limit_s: Annotated[int, Field(ge=10, le=86_400)] | None = Field(
        default=None, description="How long an attempt may last; none where it is left out."
    )
    teaching: Prose = Field(description="What the debrief says about this case.")

    @model_validator(mode="after")
    def _breaks_no_rule(self) -> Scenario:
        broken = broken_rules(Draft.whole(self))
        if broken:
            raise ValueError("; ".join(message for _, message in broken))
        return self

    @model_serializer(mode="wrap")
    def _without_nothing(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A case that brings no convention is written as before it could: hashes stay."""
        written: dict[str, Any] = handler(self)
        if not self.brought_conventions:
            written.pop("brought_conventions", None)
        return written

    @property
    def profile(self) -> Profile:
        """The practice profile this case is run and scored by, changes included."""
        if self.stated_profile is not None:
            return self.stated_profile
        named = profile_named(self.practice_profile)
        if named is None:  # the rules let no such scenario be built
            raise ValueError(f"there is no practice profile {self.practice_profile!r}")
        return changed_profile(named, self.profile_changes)

    @property
    def whole_rubric(self) -> WholeRubric:
        """The rubric this case is marked by, changes included."""
        return whole_rubric(self.rubric)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the targets, each once, in order."""
        return tuple(dict.fromkeys(target.bone for target in self.targets))

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides of the targets, each once, in order."""
        return tuple(dict.fromkeys(target.side.value for target in self.targets))
