"""Bland and Altman: how far two ways of measuring the same differ, in their own unit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from scipy.special import stdtrit

from trainer.assessment.caveats import CAVEATS

LIMITS_SD = 1.96


@dataclass(frozen=True, slots=True)
class Agreement:
    """bias : mean of first less second. low, high : limits of agreement, 95 % of differences.

    bias_error, limit_error : half widths of the 95 % intervals of the bias and of either limit.
    slope : of the differences over the means; away from 0 the limits do not hold everywhere. None
    where the means do not vary.
    """

    n: int
    bias: float
    sd: float
    low: float
    high: float
    bias_error: float
    limit_error: float
    slope: float | None
    caveat: ClassVar[str] = CAVEATS["bland-altman"]


def agreement(first: Sequence[float], second: Sequence[float]) -> Agreement:
    """Bias +- 1.96 SD of the differences (Bland and Altman 1986); intervals as in their 1999 paper:

    SE of a limit = SD sqrt(1/n + 1.96^2 / (2 (n-1))). ValueError for fewer than three pairs.
    """
    if len(first) != len(second) or len(first) < 3:
        raise ValueError("at least three pairs")
    n, apart = len(first), [a - b for a, b in zip(first, second, strict=True)]
    bias = math.fsum(apart) / n
    sd = math.sqrt(math.fsum((one - bias) ** 2 for one in apart) / (n - 1))
    t = float(stdtrit(n - 1, 0.975))
    middle = [(a + b) / 2.0 for a, b in zip(first, second, strict=True)]
    return Agreement(
        n,
        bias,
        sd,
        bias - LIMITS_SD * sd,
        bias + LIMITS_SD * sd,
        t * sd / math.sqrt(n),
        t * sd * math.sqrt(1.0 / n + LIMITS_SD**2 / (2.0 * (n - 1))),
        _slope(middle, apart),
    )


def _slope(x: Sequence[float], y: Sequence[float]) -> float | None:
    mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    across = math.fsum((one - mean_x) ** 2 for one in x)
    if across <= 1e-12 * max(1.0, mean_x * mean_x):
        return None
    return math.fsum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / across
