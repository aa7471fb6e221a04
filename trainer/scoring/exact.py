"""Vectors of integers, exactly: the only arithmetic that a score may use.

Python integers do not overflow and do not round, so the same log gives the same score on every
machine (reliability.md F8). Only `isqrt` and `angle_mdeg` approximate; each states its bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

from trainer.attempt.events import Vec3

# fmt: off
# arctan(2^-i) in 1e-9 degree, rounded; computed from the series (tests compute it again).
_ARCTAN_NDEG = (
    45_000_000_000, 26_565_051_177, 14_036_243_468, 7_125_016_349, 3_576_334_375, 1_789_910_608,
    895_173_710, 447_614_171, 223_810_500, 111_905_677, 55_952_892, 27_976_453, 13_988_227,
    6_994_114, 3_497_057, 1_748_528, 874_264, 437_132, 218_566, 109_283, 54_642, 27_321, 13_660,
    6_830, 3_415, 1_708, 854, 427, 213, 107, 53, 27, 13, 7, 3, 2, 1,
)
# fmt: on
_E18 = 1_000_000_000_000_000_000
_HALF_TURN_NDEG = 180_000_000_000
_HEADROOM_BITS = 64  # roots and shifts are taken this many bits below the unit


@dataclass(frozen=True, slots=True)
class Cone:
    """A half angle below 90 degrees as its squared cosine times 1e18, rounded."""

    cos_squared_e18: int


ONE_DEGREE = Cone(999_695_413_509_547_865)


def minus(a: Vec3, b: Vec3) -> Vec3:
    """The way from b to a: a less b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def dot(a: Vec3, b: Vec3) -> int:
    """Inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec3, b: Vec3) -> Vec3:
    """Vector product, right-handed."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec3) -> int:
    """Length, rounded down: less than 1 unit below the true one."""
    return isqrt(dot(a, a))


def distance_to_line(point: Vec3, origin: Vec3, direction: Vec3) -> int:
    """Perpendicular distance from a point to a line, rounded down: less than 1 unit too small.

    direction : any length but zero (ValueError); the line runs both ways.
    """
    squared = dot(direction, direction)
    if squared == 0:
        raise ValueError("a line needs a direction")
    normal = cross(minus(point, origin), direction)
    return isqrt(dot(normal, normal) // squared)


def angle_mdeg(a: Vec3, b: Vec3) -> int:
    """Angle between two vectors, 0..180,000 thousandths of a degree, within 0.5001 of the truth.

    Integer CORDIC: turn (a.b, |a x b|) onto the x axis by steps of arctan(2^-i) and add them up
    (Volder 1959, CORDIC). Raises ValueError on a zero vector.
    """
    if a == (0, 0, 0) or b == (0, 0, 0):
        raise ValueError("a zero vector has no direction")
    normal = cross(a, b)
    along = dot(a, b) << _HEADROOM_BITS
    across = isqrt(dot(normal, normal) << (2 * _HEADROOM_BITS))
    ndeg = _arctan_ndeg(abs(along), across)
    return ((ndeg if along >= 0 else _HALF_TURN_NDEG - ndeg) + 500_000) // 1_000_000


def turned_more_than(limit: Cone, a: Vec3, b: Vec3) -> bool:
    """Whether two vectors differ by more than a cone's half angle; exact, no root, no angle."""
    if a == b:
        return False
    (ax, ay, az), (bx, by, bz) = a, b  # written out: asked of most movements of a log
    along = ax * bx + ay * by + az * bz
    squared = (ax * ax + ay * ay + az * az) * (bx * bx + by * by + bz * bz)
    return along < 0 or along * along * _E18 < limit.cos_squared_e18 * squared


def _arctan_ndeg(x: int, y: int) -> int:
    turned = 0
    for i, step in enumerate(_ARCTAN_NDEG):
        if y > 0:
            x, y, turned = x + (y >> i), y - (x >> i), turned + step
        else:
            x, y, turned = x - (y >> i), y + (x >> i), turned - step
    return max(0, turned)
