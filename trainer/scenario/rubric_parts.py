"""A rubric of parts: value functions, gates, major errors with their cost, and two marks.

The second form of a rubric. One of the first form (`rubric.Rubric`) is read and scored as ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from trainer.scenario.part import Part
from trainer.scenario.rubric import MARK_LIMIT, PROVISIONAL, WEIGHTS_SUM, MetricValue
from trainer.scenario.text import Identifier, Line, Slug

RUBRIC_FORMAT = 2
Mark = Annotated[int, Field(ge=0, le=MARK_LIMIT)]
Knot = tuple[MetricValue, Mark]
Weight = Annotated[int, Field(ge=0, le=WEIGHTS_SUM)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class ValuedMetric(Part):
    """One measured quantity, its worth, and what each value of it earns."""

    id: Identifier = Field(description='The metric, e.g. "nerve_covered_permille" (scoring.md).')
    weight: Weight = Field(description="Its points of the mark; 0: shown and not marked.")
    full_at: MetricValue | None = Field(
        default=None, description="The value that earns the full mark, in its own unit."
    )
    zero_at: MetricValue | None = Field(
        default=None, description="The value that earns nothing; in between the mark falls evenly."
    )
    knots: Annotated[tuple[Knot, ...], Field(max_length=12)] = Field(
        default=(),
        description="Instead of the two: [value, mark in thousandths], values rising; straight in "
        "between and flat outside.",
    )
    per_target: bool = Field(
        default=False,
        description="The values are for one target: they are multiplied by the number of targets.",
    )

    @model_validator(mode="after")
    def _one_way_to_value(self) -> ValuedMetric:
        simple = self.full_at is not None and self.zero_at is not None
        given = self.full_at is not None or self.zero_at is not None
        if bool(self.knots) == given or given != simple:
            raise ValueError("needs full_at and zero_at, or knots instead")
        if simple and self.full_at == self.zero_at:
            raise ValueError(f"zero_at must differ from full_at, and both are {self.zero_at}")
        values = [value for value, _ in self.knots]
        if self.knots and (len(values) < 2 or values != sorted(set(values))):
            raise ValueError("knots are at least two, with rising values")
        return self

    @property
    def line(self) -> tuple[Knot, ...]:
        """The value function as knots with rising values."""
        if self.full_at is None or self.zero_at is None:
            return self.knots
        return tuple(sorted(((self.zero_at, 0), (self.full_at, MARK_LIMIT))))


class RubricPart(Part):
    """A part of the mark, e.g. the safety of the process."""

    id: Slug = Field(description="Its name, as gates use it.")
    title: Line = Field(description="What it is called in the debrief.")
    weight: Weight = Field(description="Its points; its metrics' points add up to it.")
    metrics: Annotated[tuple[ValuedMetric, ...], Field(min_length=1, max_length=64)] = Field(
        description="What is measured for it."
    )

    @model_validator(mode="after")
    def _adds_up(self) -> RubricPart:
        total = sum(metric.weight for metric in self.metrics)
        if total != self.weight:
            raise ValueError(f"weight is {self.weight}, and its metrics add up to {total}")
        return self


class Gate(Part):
    """A value that no other merit makes good: beyond it a part or the whole mark is capped."""

    metric: Identifier = Field(description="Which metric; it need not stand in a part.")
    below: MetricValue | None = Field(default=None, description="The gate shuts under this value.")
    above: MetricValue | None = Field(default=None, description="The gate shuts over this value.")
    part: Slug | Literal[""] = Field(
        default="", description="The part that is capped; empty: the whole mark."
    )
    cap: Mark = Field(default=MARK_LIMIT, description="The most it then earns, thousandths.")
    fails: bool = Field(default=False, description="The attempt does not pass, whatever the mark.")
    why: Line = Field(description="What the debrief says.")

    @model_validator(mode="after")
    def _one_limit(self) -> Gate:
        if (self.below is None) == (self.above is None):
            raise ValueError("needs either below or above")
        if self.cap == MARK_LIMIT and not self.fails:
            raise ValueError("must cap or fail, or it does nothing")
        return self


class MajorCost(Part):
    """A major error and what each of its acts takes off the mark."""

    id: Identifier = Field(description='The error, e.g. "no_aspiration" (scoring.md).')
    cost: Mark = Field(description="Thousandths off the mark for each act.")
    most: Mark | None = Field(
        default=None, description="No more than this for all acts of the kind; none: once."
    )

    @property
    def limit(self) -> int:
        """The most that this kind can take off."""
        return self.cost if self.most is None else max(self.cost, self.most)


class JudgementMark(Part):
    """The second mark: was the case decided well. Both marks must pass."""

    pass_mark: Mark = Field(description="Its cut, thousandths.")
    metrics: Annotated[tuple[ValuedMetric, ...], Field(min_length=1, max_length=16)] = Field(
        description="What is measured for it; all weights add up to 100."
    )
    gates: Annotated[tuple[Gate, ...], Field(max_length=8)] = Field(
        default=(), description="Values that no other merit makes good; part stays empty."
    )

    @model_validator(mode="after")
    def _adds_up(self) -> JudgementMark:
        _adds_up_to_all(metric.weight for metric in self.metrics)
        if any(gate.part for gate in self.gates):
            raise ValueError("a gate of the judgement names no part")
        return self


class StandardSetting(Part):
    """Who set the cut, how and when; without one a cut is provisional."""

    method: Literal["modified-angoff", "contrasting-groups", "borderline-regression"] = Field(
        description="How the cut was found."
    )
    judges: int = Field(ge=1, le=1000, description="How many people judged.")
    date: Day = Field(description="When, e.g. 2027-03-01.")
    cut: Mark = Field(description="The cut that they set, thousandths; the pass mark must be it.")
    who: Line = Field(description="Who answers for it.")


class RubricOfParts(Part):
    """What is marked, what it costs, what fails outright, and where the two cuts lie."""

    rubric_format: Literal[2] = Field(description="The version of this form: 2.")
    id: Slug = Field(description="The rubric's name.")
    version: int = Field(ge=1, le=100_000, description="A used rubric is never edited: count up.")
    title: Line = Field(description="What it judges.")
    pass_mark: Mark = Field(description="The cut of the performance, thousandths.")
    note: Line = Field(default=PROVISIONAL, description="What it rests on; shown with results.")
    parts: Annotated[tuple[RubricPart, ...], Field(min_length=1, max_length=12)] = Field(
        description="The parts of the performance; their weights add up to 100."
    )
    gates: Annotated[tuple[Gate, ...], Field(max_length=32)] = Field(
        default=(), description="Values that no other merit makes good."
    )
    critical: Annotated[tuple[Identifier, ...], Field(max_length=64)] = Field(
        default=(), description="Acts that fail the attempt whatever the mark."
    )
    major: Annotated[tuple[MajorCost, ...], Field(max_length=64)] = Field(
        default=(), description="Acts that cost a fixed part of the mark."
    )
    major_most: Mark = Field(
        default=MARK_LIMIT, description="All major errors together take off no more than this."
    )
    judgement: JudgementMark | None = Field(
        default=None, description="The mark for the case; none where there is no case to judge."
    )
    standard_setting: StandardSetting | None = Field(
        default=None, description="Where it is missing the cut is provisional."
    )

    @field_validator("parts")
    @classmethod
    def _parts_add_up(cls, parts: tuple[RubricPart, ...]) -> tuple[RubricPart, ...]:
        _all_different("part", [part.id for part in parts])
        _all_different("metric", [metric.id for part in parts for metric in part.metrics])
        _adds_up_to_all(part.weight for part in parts)
        return parts

    @model_validator(mode="after")
    def _fits_together(self) -> RubricOfParts:
        _all_different("error", [*self.critical, *(one.id for one in self.major)])
        known = {"", *(part.id for part in self.parts)}
        unknown = [gate.part for gate in self.gates if gate.part not in known]
        if unknown:
            raise ValueError(f"a gate names the part {unknown[0]!r}, which there is not")
        if self.standard_setting is not None and self.standard_setting.cut != self.pass_mark:
            raise ValueError(
                f"pass_mark is {self.pass_mark}, and the standard was set at "
                f"{self.standard_setting.cut}"
            )
        return self

    @property
    def standing(self) -> str:
        """What the cut may be used for: "provisional, not for decisions", or who set it."""
        known = self.standard_setting
        if known is None:
            return PROVISIONAL
        return f"cut set by {known.method}, {known.judges} judges, {known.date}: {known.who}"


def _adds_up_to_all(weights: Iterable[int]) -> None:
    total = sum(weights)
    if total != WEIGHTS_SUM:
        raise ValueError(f"the weights must add up to {WEIGHTS_SUM}, and add up to {total}")


def _all_different(what: str, ids: list[str]) -> None:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise ValueError(f"{what} {twice[0]!r} is listed twice")
