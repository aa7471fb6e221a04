"""How numbers are spread: five of them, mean and standard deviation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Distribution:
    """Of one group's numbers, in their own unit.

    sd : of the sample (n - 1), None for a single number. quarter, median, three_quarters : linear
    between order statistics (Hyndman and Fan 1996, type 7).
    """

    count: int
    mean: float
    sd: float | None
    least: float
    quarter: float
    median: float
    three_quarters: float
    most: float


def distribution(numbers: Sequence[float]) -> Distribution:
    """The spread of at least one number (ValueError)."""
    if not numbers:
        raise ValueError("no numbers have no distribution")
    ordered = sorted(numbers)
    mean = math.fsum(ordered) / len(ordered)
    return Distribution(
        count=len(ordered),
        mean=mean,
        sd=_sd(ordered, mean),
        least=ordered[0],
        quarter=quantile(ordered, 0.25),
        median=quantile(ordered, 0.5),
        three_quarters=quantile(ordered, 0.75),
        most=ordered[-1],
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The number below which a share (0..1) of rising numbers lies."""
    at = share * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def _sd(numbers: Sequence[float], mean: float) -> float | None:
    if len(numbers) < 2:
        return None
    squares = math.fsum((one - mean) ** 2 for one in numbers)
    return math.sqrt(squares / (len(numbers) - 1))
