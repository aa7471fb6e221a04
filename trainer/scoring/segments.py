"""Distances and directions of line segments, exactly, in integers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import isqrt

from trainer.attempt.events import Vec3
from trainer.scoring.exact import cross, dot, minus

Segment = tuple[Vec3, Vec3]


def segments(points: Sequence[Vec3]) -> Iterator[Segment]:
    """The pieces of a polyline that have a length."""
    return ((a, b) for a, b in pairwise(points) if a != b)


def squared_to(point: Vec3, piece: Segment) -> tuple[int, int]:
    """The squared distance of a point to a segment as a fraction (over, under)."""
    along, away = minus(piece[1], piece[0]), minus(point, piece[0])
    part, whole = dot(away, along), dot(along, along)
    if part <= 0 or whole == 0:
        return dot(away, away), 1
    if part >= whole:
        rest = minus(point, piece[1])
        return dot(rest, rest), 1
    return dot(away, away) * whole - part * part, whole


def squared_between(one: Segment, other: Segment) -> tuple[int, int]:
    """The squared distance of two segments as a fraction (over, under), both of some length."""
    found = [
        squared_to(point, piece)
        for point, piece in (
            *((end, other) for end in one),
            *((end, one) for end in other),
        )
    ]
    found += _inner(one, other)
    best = found[0]
    for over, under in found[1:]:
        if over * best[1] < best[0] * under:
            best = (over, under)
    return best


def root(over: int, under: int) -> int:
    """The root of a fraction, rounded down."""
    return isqrt(over // under)


def _inner(one: Segment, other: Segment) -> list[tuple[int, int]]:
    """The distance of the two lines, where its feet lie inside both segments."""
    u, v = minus(one[1], one[0]), minus(other[1], other[0])
    normal = cross(u, v)
    squared = dot(normal, normal)
    if squared == 0:
        return []  # parallel: an end is nearest
    way = minus(other[0], one[0])
    first, second = dot(cross(way, v), normal), dot(cross(way, u), normal)
    if 0 < first < squared and 0 < second < squared:
        gap = dot(way, normal)
        return [(gap * gap, squared)]
    return []
