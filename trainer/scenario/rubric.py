"""How an attempt is marked: integers only, so that the same log gives the same mark everywhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from trainer.scenario.part import Part
from trainer.scenario.text import Identifier, Line, Slug

WEIGHTS_SUM = 100
MARK_LIMIT = 1000  # marks are thousandths
PROVISIONAL = "provisional, not for decisions"  # DESIGN 9: every shipped cut score says so
VALUE_LIMIT = 10**12

MetricValue = Annotated[int, Field(ge=-VALUE_LIMIT, le=VALUE_LIMIT)]


class MarkedMetric(Part):
    """One measured quantity and what it is worth."""

    id: Identifier = Field(description='The metric, e.g. "tip_to_target_um".')
    weight: int = Field(
        ge=0, le=WEIGHTS_SUM, description="Its share of the mark; all weights add up to 100."
    )
    full_at: MetricValue = Field(description="The value that earns the full mark, in its own unit.")
    zero_at: MetricValue = Field(
        description="The value that earns nothing; in between the mark falls evenly."
    )

    @field_validator("zero_at")
    @classmethod
    def _differs(cls, zero_at: int, info: ValidationInfo) -> int:
        if zero_at == info.data.get("full_at"):
            raise ValueError(f"must differ from full_at, and both are {zero_at}")
        return zero_at


class Rubric(Part):
    """What is marked, what fails outright, and where the cut lies."""

    id: Slug = Field(description="The rubric's name.")
    version: int = Field(ge=1, le=100_000, description="A used rubric is never edited: count up.")
    pass_mark: int = Field(ge=0, le=MARK_LIMIT, description="The cut, in thousandths of the mark.")
    note: Line = Field(
        default=PROVISIONAL, description="What the cut score rests on; shown with every result."
    )
    metrics: tuple[MarkedMetric, ...] = Field(
        min_length=1, max_length=64, description="What is measured, and its worth."
    )
    critical: tuple[Identifier, ...] = Field(
        default=(), max_length=32, description="Acts that fail the attempt whatever the mark."
    )

    @field_validator("metrics")
    @classmethod
    def _add_up(cls, metrics: tuple[MarkedMetric, ...]) -> tuple[MarkedMetric, ...]:
        _all_different([metric.id for metric in metrics])
        total = sum(metric.weight for metric in metrics)
        if total != WEIGHTS_SUM:
            raise ValueError(f"the weights must add up to {WEIGHTS_SUM}, and add up to {total}")
        return metrics

    @field_validator("critical")
    @classmethod
    def _named_once(cls, critical: tuple[str, ...]) -> tuple[str, ...]:
        _all_different(critical)
        return critical


def _all_different(ids: list[str] | tuple[str, ...]) -> None:
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise ValueError(f"{twice[0]!r} is listed twice")
