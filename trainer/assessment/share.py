"""A share of a group with the interval that its size allows."""

from __future__ import annotations

from dataclasses import dataclass

from scipy.special import betaincinv

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """hits of count as a share 0..1; low and high : exact interval, both sides together 95 %.

    Clopper and Pearson 1934. It is never narrower than it says; with none of N hit its upper end is
    1 - 0.025 ** (1 / N).
    """

    hits: int
    count: int
    share: float
    low: float
    high: float


def share_of(hits: int, count: int) -> Share:
    """The share; ValueError where nobody was counted or more were hit than counted."""
    if count < 1 or not 0 <= hits <= count:
        raise ValueError(f"{hits} of {count} is no share")
    tail = (1.0 - CONFIDENCE) / 2.0
    misses = count - hits
    low = float(betaincinv(hits, misses + 1, tail)) if hits else 0.0
    high = float(betaincinv(hits + 1, misses, 1.0 - tail)) if misses else 1.0
    return Share(hits, count, hits / count, low, high)
