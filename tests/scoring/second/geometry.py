"""Distances and angles from fractions and long decimals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from math import isqrt
from typing import Any

Vector = Sequence[Any]  # whole numbers; fractions and decimals where a text needs them
# cos 1 degree, to 30 places (tests of the first scorer derive the same from the series).
COS_ONE_DEGREE = Decimal("0.999847695156391239157011558814")


def less(a: Vector, b: Vector) -> list[Any]:
    """a minus b."""
    return [p - q for p, q in zip(a, b, strict=True)]


def inner(a: Vector, b: Vector) -> Any:
    """a times b."""
    return sum(p * q for p, q in zip(a, b, strict=True))


def distance(a: Vector, b: Vector) -> int:
    """Distance of two points, rounded down."""
    return isqrt(inner(less(a, b), less(a, b)))


def distance_to_line(point: Vector, on: Vector, along: Vector) -> int:
    """Distance from the foot of the perpendicular, rounded down."""
    way = less(point, on)
    share = Fraction(inner(way, along), inner(along, along))
    squared = sum((Fraction(p) - share * q) ** 2 for p, q in zip(way, along, strict=True))
    return isqrt(squared.numerator // squared.denominator)


def cosine(a: Vector, b: Vector) -> Decimal:
    """Cosine of the angle of two vectors, to 45 places."""
    with localcontext() as context:
        context.prec = 45
        found: Decimal = inner(a, b) / (Decimal(inner(a, a)) * Decimal(inner(b, b))).sqrt()
        return found


def within_one_degree(a: Vector, b: Vector) -> bool:
    """Whether two directions differ by at most one degree."""
    return list(a) == list(b) or cosine(a, b) >= COS_ONE_DEGREE


def degrees_between(a: Vector, b: Vector) -> Decimal:
    """The angle, 0 to 180, to 25 places: the turn is halved until its series is short."""
    with localcontext() as context:
        context.prec = 45
        cos = min(Decimal(1), max(Decimal(-1), cosine(a, b)))
        halvings = 12
        for _ in range(halvings):
            cos = ((1 + cos) / 2).sqrt()
        tangent = max(Decimal(0), 1 - cos * cos).sqrt() / cos
        turned: Decimal = 2**halvings * _arctan(tangent) * 180 / PI
        return turned


def _arctan(x: Decimal) -> Decimal:
    term, total, odd = x, Decimal(0), 1
    while abs(term) > Decimal(10) ** -44:
        total += term / odd
        term, odd = -term * x * x, odd + 2
    return total


with localcontext() as _context:
    _context.prec = 45
    PI = 16 * _arctan(Decimal(1) / 5) - 4 * _arctan(Decimal(1) / 239)  # Machin
