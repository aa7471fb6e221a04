"""How well a number tells two groups apart: the area under the ROC curve, with an interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

CONFIDENCE = 0.95
RESAMPLES = 2_000
LEAST_EACH = 2  # one number cannot be drawn anew in another way


@dataclass(frozen=True, slots=True)
class Separation:
    """area : 0..1, chance that one of the better group has more than one of the other.

    low, high : percentile bootstrap, 95 %, None where a group is too small. complete : the groups
    do not overlap at all; then every resample says so too, and the interval says nothing.
    """

    area: float
    low: float | None
    high: float | None
    complete: bool


def area_under_curve(lesser: Sequence[float], better: Sequence[float]) -> float:
    """P(better > lesser) + P(equal) / 2 over all pairs (Hanley and McNeil 1982).

    ValueError where a group is empty.
    """
    return float(_in_order(lesser, better).mean())


def separation(lesser: Sequence[float], better: Sequence[float], rng: Generator) -> Separation:
    """The area and its interval, each group drawn anew with replacement. rng : fixes the draws."""
    pairs = _in_order(lesser, better)
    area = float(pairs.mean())
    complete = area in (0.0, 1.0)
    if min(pairs.shape) < LEAST_EACH:
        return Separation(area, None, None, complete)
    a, b = (_drawn(size, rng) for size in pairs.shape)
    areas = ((a @ pairs) * b).sum(axis=1) / pairs.size
    tail = (1.0 - CONFIDENCE) / 2.0
    low, high = np.clip(np.quantile(areas, (tail, 1.0 - tail)), 0.0, 1.0)
    return Separation(area, float(low), float(high), complete)


def _in_order(lesser: Sequence[float], better: Sequence[float]) -> NDArray[np.float64]:
    """1 for each pair in order, 0.5 for a tie; shape (lesser, better)."""
    if not lesser or not better:
        raise ValueError("both groups need somebody")
    a, b = np.array(lesser, dtype=np.float64)[:, None], np.array(better, dtype=np.float64)
    return np.asarray((b > a) + 0.5 * (b == a))


def _drawn(size: int, rng: Generator) -> NDArray[np.float64]:
    """How often each of a group is drawn; shape (resamples, size)."""
    return rng.multinomial(size, np.full(size, 1.0 / size), RESAMPLES).astype(np.float64)
