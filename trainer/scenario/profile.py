"""A practice profile: the local policy that an attempt is judged by, with its sources.

A profile is a versioned value. A published one is never edited: it gets a new version, and an
attempt carries the whole profile that it was played under.
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from trainer.anatomy.convention import CONFIDENCE
from trainer.scenario.agent import Agent
from trainer.scenario.part import Part, one_of
from trainer.scenario.profile_policies import (
    BleedingPolicy,
    BlockPolicy,
    DevicePolicy,
    LesionPolicy,
    RepeatPolicy,
    SedationPolicy,
    StimulationPolicy,
    ViewPolicy,
)
from trainer.scenario.text import Line, Prose, Slug

NAMES = frozenset({"id", "title", "kind", "mode"})  # what says which one, and needs no source

Tag = Annotated[
    str,
    AfterValidator(one_of(CONFIDENCE, "tag")),
    Field(json_schema_extra={"enum": list(CONFIDENCE)}),
]
Setting = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.*-]{1,80}$")]


class Evidence(Part):
    """What settings rest on, and how sure it is."""

    about: Annotated[tuple[Setting, ...], Field(min_length=1, max_length=64)] = Field(
        description='Which settings, e.g. "blocks.count"; * stands for anything.'
    )
    tag: Tag = Field(
        description="S read at the source, S2 quoted by a later one, D derived, M from memory, X "
        "design value."
    )
    claim: Prose = Field(description="What the source says, or why the value was chosen.")
    source: Line = Field(description="Where it was read.")


class Difference(Part):
    """A point on which societies differ; the debrief says so."""

    topic: Setting = Field(description="Which setting or section.")
    text: Prose = Field(description="Who says what.")
    tag: Tag = Field(description="How sure it is.")


class Profile(Part):
    """A whole practice profile."""

    id: Slug = Field(description="The profile's name.")
    version: int = Field(ge=1, le=100_000, description="Counts up with every change.")
    title: Line = Field(description="What the candidate reads first.")
    text: Prose = Field(description="In a few sentences, as shown before the attempt.")
    reviewer: Literal[""] | Line = Field(default="", description="The clinician who checked it.")
    blocks: BlockPolicy = Field(description="Diagnostic blocks.")
    repeat: RepeatPolicy = Field(description="Repeating.")
    agents: Annotated[tuple[Agent, ...], Field(min_length=1, max_length=32)] = Field(
        description="What can be injected."
    )
    stimulation: StimulationPolicy = Field(description="Stimulation.")
    lesion: LesionPolicy = Field(description="Lesion.")
    bleeding: BleedingPolicy = Field(description="Anticoagulants.")
    devices: DevicePolicy = Field(description="Implanted devices.")
    views: ViewPolicy = Field(description="Pictures.")
    sedation: SedationPolicy = Field(description="Sedation.")
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1, max_length=128)] = Field(
        description="What every setting rests on."
    )
    differences: Annotated[tuple[Difference, ...], Field(max_length=32)] = Field(
        default=(), description="Where societies differ."
    )

    @model_validator(mode="after")
    def _rests_on_something(self) -> Profile:
        ids = [agent.id for agent in self.agents]
        if len(set(ids)) < len(ids):
            raise ValueError("an agent is listed twice")
        bare = [path for path, _ in self.settings() if self.evidence_for(path) is None]
        if bare:
            raise ValueError(f"nothing in evidence is about {', '.join(bare[:5])}")
        return self

    def settings(self) -> Iterator[tuple[str, object]]:
        """Every setting with its path: "blocks.count", "agents.lidocaine-1.hours" ..."""
        for section in SECTIONS:
            yield from _settings(section, getattr(self, section))

    def evidence_for(self, setting: str) -> Evidence | None:
        """What a setting rests on: the first entry that is about it."""
        for entry in self.evidence:
            if any(fnmatchcase(setting, about) for about in entry.about):
                return entry
        return None

    def agent(self, name: str) -> Agent | None:
        """An agent by its id, or None where this profile has none of that name."""
        return next((agent for agent in self.agents if agent.id == name), None)


SECTIONS = (
    *("blocks", "repeat", "agents", "stimulation"),
    *("lesion", "bleeding", "devices", "views", "sedation"),
)


def _settings(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in NAMES:
                yield from _settings(f"{path}.{name}", getattr(value, name))
    elif isinstance(value, tuple) and value and isinstance(value[0], Part):
        for part in value:
            yield from _settings(f"{path}.{getattr(part, 'id', None) or part.mode}", part)
    else:
        yield path, value
