"""From values to marks: straight lines between knots, weighted means, caps. All rounded down."""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import floor
from typing import Any

FULL = 1000


def mark_between(value: int, full_at: int, zero_at: int) -> int:
    """Thousandths on one straight line."""
    share = Fraction(value - zero_at, full_at - zero_at)
    return floor(FULL * min(Fraction(1), max(Fraction(0), share)))


def mark_on_knots(value: int, knots: list[tuple[int, int]]) -> int:
    """Thousandths on a line of knots, flat outside."""
    at = Fraction(value)
    if at <= knots[0][0]:
        return knots[0][1]
    for (x0, y0), (x1, y1) in itertools.pairwise(knots):
        if at < x1:
            return floor(y0 + (at - x0) * Fraction(y1 - y0, x1 - x0))
    return knots[-1][1]


def line_of(entry: dict[str, Any], targets: int) -> list[tuple[int, int]]:
    """The knots of a rubric's line; values for one target are multiplied by their number."""
    knots = entry["knots"] or sorted([[entry["zero_at"], 0], [entry["full_at"], FULL]])
    times = max(1, targets) if entry["per_target"] else 1
    return [(value * times, mark) for value, mark in knots]


def mean(weighted: list[tuple[int, int]]) -> int:
    """Of (mark, weight), rounded down; 0 where nothing weighs."""
    weights = sum(weight for _, weight in weighted)
    if not weights:
        return 0
    return floor(Fraction(sum(mark * weight for mark, weight in weighted), weights))
