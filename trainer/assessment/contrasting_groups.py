"""Contrasting groups: the cut where novices and experts are equally likely."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from numpy.random import Generator
from scipy.special import ndtr

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.distribution import distribution, quantile

LEAST_GROUP = 8  # fewer make no standard: the house's choice (reliability notes 6.4)
MOST_WIDTH_SD = 1.0  # of the interval of the cut, in pooled standard deviations; same source
RESAMPLES = 1_000


@dataclass(frozen=True, slots=True)
class Crossing:
    """Where two normal densities are equal between their means; errors by theory, 0..1."""

    cut: float
    false_positive: float
    false_negative: float


def crossing(mean_1: float, sd_1: float, mean_2: float, sd_2: float) -> Crossing | None:
    """Root of A c^2 + B c + C between the means, group 1 the lesser.

    A = 1/(2 s1^2) - 1/(2 s2^2); B = m2/s2^2 - m1/s1^2;
    C = m1^2/(2 s1^2) - m2^2/(2 s2^2) - ln(s2/s1); s1 = s2: the middle. Jorgensen et al. 2018.
    Assumes equal group sizes and equal cost of both errors. None where the densities do not cross
    between the means. ValueError where a spread is not above 0 or group 1 is not the lesser.
    """
    if sd_1 <= 0.0 or sd_2 <= 0.0 or mean_1 >= mean_2:
        raise ValueError("spreads above 0 and a lesser first group")
    a = 1.0 / (2.0 * sd_1**2) - 1.0 / (2.0 * sd_2**2)
    b = mean_2 / sd_2**2 - mean_1 / sd_1**2
    c = mean_1**2 / (2.0 * sd_1**2) - mean_2**2 / (2.0 * sd_2**2) - math.log(sd_2 / sd_1)
    between = [root for root in _roots(a, b, c) if mean_1 < root < mean_2]
    if len(between) != 1:
        return None
    cut = between[0]
    return Crossing(
        cut, float(1.0 - ndtr((cut - mean_1) / sd_1)), float(ndtr((cut - mean_2) / sd_2))
    )


def _roots(a: float, b: float, c: float) -> tuple[float, ...]:
    """Real roots, without losing digits where a is nearly 0."""
    inside = b * b - 4.0 * a * c
    if inside < 0.0:
        return ()
    far = -(b + math.copysign(math.sqrt(inside), b)) / 2.0
    roots = [far / a] if a else []
    return (*roots, *([c / far] if far else ()))


@dataclass(frozen=True, slots=True)
class ContrastingGroups:
    """The cut with its interval, and both errors by theory and as observed.

    low, high : percentile bootstrap, 95 %; None where too many resamples have no cut. problems :
    why it is no standard; () where nothing speaks against calling it one.
    """

    novices: int
    experts: int
    cut: float | None
    low: float | None
    high: float | None
    theory: Crossing | None
    observed_false_positive: float | None
    observed_false_negative: float | None
    problems: tuple[str, ...]
    caveat: ClassVar[str] = CAVEATS["contrasting-groups"]


def contrasting_groups(
    novices: Sequence[float], experts: Sequence[float], rng: Generator
) -> ContrastingGroups:
    """The cut of two groups of marks. rng : fixes the resamples. ValueError: nobody in a group."""
    found = _crossing_of(novices, experts)
    n, m = len(novices), len(experts)
    if found is None:
        why = "the densities do not cross once between the means"
        return ContrastingGroups(n, m, None, None, None, None, None, None, (why,))
    again = [
        _crossing_of([novices[i] for i in rng.integers(n, size=n)],
                     [experts[i] for i in rng.integers(m, size=m)])
        for _ in range(RESAMPLES)
    ]  # fmt: skip
    cuts = sorted(one.cut for one in again if one is not None)
    known = len(cuts) >= 0.9 * RESAMPLES
    low, high = (quantile(cuts, share) if known else None for share in (0.025, 0.975))
    return ContrastingGroups(
        n,
        m,
        found.cut,
        low,
        high,
        found,
        sum(one >= found.cut for one in novices) / n,
        sum(one < found.cut for one in experts) / m,
        tuple(_problems(novices, experts, low, high)),
    )


def _crossing_of(novices: Sequence[float], experts: Sequence[float]) -> Crossing | None:
    a, b = distribution(novices), distribution(experts)
    if not a.sd or not b.sd or a.mean >= b.mean:
        return None
    return crossing(a.mean, a.sd, b.mean, b.sd)


def _problems(
    novices: Sequence[float], experts: Sequence[float], low: float | None, high: float | None
) -> list[str]:
    found = []
    if min(len(novices), len(experts)) < LEAST_GROUP:
        found.append(f"a group has fewer than {LEAST_GROUP} people")
    a, b = distribution(novices).sd or 0.0, distribution(experts).sd or 0.0
    pooled = math.sqrt((a * a + b * b) / 2.0)
    if low is None or high is None:
        found.append("the cut cannot be found in one resample of ten or more")
    elif high - low > MOST_WIDTH_SD * pooled:
        found.append("the interval of the cut is wider than one standard deviation")
    return found
