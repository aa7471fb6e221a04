"""What a metric is: a named, versioned, cited function of an attempt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from trainer.scoring.trace import Inputs, nothing_traced
from trainer.scoring.view import AttemptView


class Better(StrEnum):
    """Which way a metric is good. PerkTutor has none, so more hits scored worse (field.md 2.2)."""

    LOWER = "lower"
    HIGHER = "higher"


class Validity(StrEnum):
    """What is known about a metric's meaning as a measure of skill."""

    UNVALIDATED = "unvalidated"


Applies = Callable[[AttemptView], bool]


def everywhere(_view: AttemptView) -> bool:
    """It can be measured in every scenario."""
    return True


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure.

    id : as rubrics name it; version : counts up with every change of what it computes.
    unit : "um", "mdeg", "ms", "nGy", "pGym2", "pSv", "permille", "count", or "1" for yes (1) and
    no (0).
    formula : what `measure` computes, in words. citation : where it comes from.
    measure : None where the log cannot say. needs_needle : it earns a mark only where the work was
    done (`worked`), so that doing nothing is neither safe nor sparing.
    of_acts : it measures injections and lesions, so unsafe ones may lower its mark and never raise
    it (`weighed`).
    applies : whether this scenario can be measured so. It asks header and scenario, never what the
    trainee did; where it does not apply, its weight goes to the other metrics of its part.
    inputs : the events that it looked at, for `score --explain`.
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
    of_acts: bool = False
    validity: Validity = Validity.UNVALIDATED
    applies: Applies = everywhere
    inputs: Inputs = nothing_traced
