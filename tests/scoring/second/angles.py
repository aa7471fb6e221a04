"""Values that a metric promises within a bound: the first scorer is right where it is that near."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Near(NamedTuple):
    """A value as exactly as it can be had, and how far off the text allows."""

    value: Decimal
    within: Decimal


Value = int | Near | None


def mdeg(degrees: Decimal) -> Near:
    """An angle in thousandths of a degree, within the half one that every angle promises."""
    return Near(degrees * 1000, Decimal("0.5001"))


def settled(value: Value, stated: int | None) -> int | None:
    """A value as a whole number: the stated one, if it is as near as is promised."""
    if not isinstance(value, Near):
        return value
    if stated is not None and abs(value.value - stated) <= value.within:
        return stated
    return round(value.value)
