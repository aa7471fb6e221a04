"""What a metric is: a named, versioned, cited function of an attempt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from trainer.scoring.view import AttemptView


class Better(StrEnum):
    """Which way a metric is good. PerkTutor has none, so more hits scored worse (field.md 2.2)."""

    LOWER = "lower"
    HIGHER = "higher"


class Validity(StrEnum):
    """What is known about a metric's meaning as a measure of skill."""

    UNVALIDATED = "unvalidated"


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure.

    id : as rubrics name it; version : counts up with every change of what it computes.
    unit : "um", "mdeg", "ms", "nGy", "count", or "1" for yes (1) and no (0).
    formula : what `measure` computes, in words. citation : where it comes from.
    measure : None where the log cannot say. needs_needle : it earns a mark only where a needle is
    in the patient at the end, so that doing nothing is neither safe nor sparing.
    """

    id: str
    version: int
    title: str
    unit: str
    better: Better
    formula: str
    citation: str
    measure: Callable[[AttemptView], int | None]
    needs_needle: bool = True
    validity: Validity = Validity.UNVALIDATED
