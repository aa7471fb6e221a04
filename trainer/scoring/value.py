"""From a measured value to a mark: straight between two points, flat outside them."""

from __future__ import annotations

FULL_MARK = 1000  # marks are thousandths


def mark_of(value: int, full_at: int, zero_at: int) -> int:
    """The mark 0..1000, rounded down.

    full_at and zero_at are in the metric's unit, in either order; equal ones are a ValueError.
    """
    if full_at == zero_at:
        raise ValueError("full_at and zero_at must differ")
    sign = 1 if full_at > zero_at else -1
    gained, width = sign * (value - zero_at), sign * (full_at - zero_at)
    return min(FULL_MARK, max(0, gained * FULL_MARK // width))
