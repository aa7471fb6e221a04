"""What can be drawn into a syringe."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from trainer.scenario.part import Part
from trainer.scenario.profile_policies import AgentId, Microlitres
from trainer.scenario.text import Line, Slug

MilliGram = Annotated[int, Field(ge=1, le=5000)]


class AgentKind(StrEnum):
    """What an agent is for."""

    ANAESTHETIC = "anaesthetic"
    CONTRAST = "contrast"
    STEROID = "steroid"
    PARTICULATE = "particulate-steroid"
    SALINE = "saline"


class Agent(Part):
    """One agent with its strength and limits."""

    id: AgentId = Field(description='Its name in commands, e.g. "lidocaine-1" for 1 %.')
    title: Line = Field(description="Its name on the label.")
    kind: AgentKind = Field(description="What it is for.")
    ug_per_ml: int = Field(
        ge=0, le=1_000_000, description="Strength, micrograms a millilitre; iodine for contrast."
    )
    rate_ul_s: int = Field(ge=1, le=5000, description="Microlitres a second through a needle.")
    usual_ul: Microlitres = Field(description="Usual volume of one injection, [least, most].")
    onset_s: int = Field(default=0, ge=0, le=3600, description="Until a small nerve is numb.")
    lasts_s: int = Field(
        default=0, ge=0, le=172_800, description="How long it stays numb; 0: it numbs nothing."
    )
    most_mg: MilliGram | None = Field(default=None, description="Most in a session; none: no end.")
    most_ug_per_kg: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        default=None, description="Most in a session by weight, micrograms a kilogram."
    )
    vessel_mg: int = Field(
        default=0, ge=0, le=5000, description="In a vessel this brings the first signs; 0: none."
    )
    families: Annotated[tuple[Slug, ...], Field(max_length=8)] = Field(
        default=(), description="What an allergy may name."
    )

    def most_ug_for(self, weight_kg: int | None) -> int | None:
        """Most in a session for somebody of a weight (None: not known), micrograms; None: no end.

        The smaller of the two limits holds: a heavy person gets no more than an adult's most.
        """
        limits = [] if self.most_mg is None else [self.most_mg * 1000]
        if self.most_ug_per_kg is not None and weight_kg is not None:
            limits.append(self.most_ug_per_kg * weight_kg)
        return min(limits, default=None)

    @model_validator(mode="after")
    def _numbs_for_a_while(self) -> Agent:
        numbs = self.kind is AgentKind.ANAESTHETIC
        if numbs and not (self.lasts_s and self.most_mg):
            raise ValueError(f"{self.id} is an anaesthetic and needs lasts_s and most_mg")
        if not numbs and self.lasts_s:
            raise ValueError(f"{self.id} is no anaesthetic and numbs nothing: lasts_s must be 0")
        return self

    @property
    def numbs(self) -> bool:
        """Whether nerves sleep on it."""
        return self.kind is AgentKind.ANAESTHETIC

    @property
    def mg_per_ml(self) -> float:
        """Strength in milligrams a millilitre."""
        return self.ug_per_ml / 1000.0

    @property
    def hours(self) -> int:
        """How long it numbs, whole hours."""
        return self.lasts_s // 3600
