"""From a measured value to a mark: straight between knots, flat outside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

FULL_MARK = 1000  # marks are thousandths
Knot = tuple[int, int]  # value in the metric's unit, mark


def mark_of(value: int, full_at: int, zero_at: int) -> int:
    """The mark 0..1000 on one straight line, rounded down.

    full_at and zero_at are in the metric's unit, in either order; equal ones are a ValueError.
    """
    if full_at == zero_at:
        raise ValueError("full_at and zero_at must differ")
    sign = 1 if full_at > zero_at else -1
    gained, width = sign * (value - zero_at), sign * (full_at - zero_at)
    return min(FULL_MARK, max(0, gained * FULL_MARK // width))


def mark_on(value: int, line: Sequence[Knot], times: int = 1) -> int:
    """The mark 0..1000 on a line of knots with rising values, rounded down.

    times : every knot's value is multiplied by it (values for one target, several targets).
    Raises ValueError on fewer than two knots.
    """
    if len(line) < 2:
        raise ValueError("a line needs two knots")
    scaled = [(at * times, mark) for at, mark in line]
    if value <= scaled[0][0]:
        return scaled[0][1]
    for (left, low), (right, high) in pairwise(scaled):
        if value < right:
            return low + (value - left) * (high - low) // (right - left)
    return scaled[-1][1]
