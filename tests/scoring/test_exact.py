"""Integer vectors: exact where they can be, within the stated bound where they cannot."""

from __future__ import annotations

import math
from decimal import Decimal, getcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer.scoring import exact
from trainer.scoring.exact import (
    ONE_DEGREE,
    angle_mdeg,
    cross,
    distance_to_line,
    dot,
    length,
    minus,
    turned_more_than,
)

MICROMETRES = st.integers(-10_000_000, 10_000_000)
E9 = st.integers(-1_000_000_000, 1_000_000_000)
POINTS = st.tuples(MICROMETRES, MICROMETRES, MICROMETRES)
DIRECTIONS = st.tuples(E9, E9, E9).filter(any)


@given(POINTS, POINTS)
def test_a_cross_product_is_perpendicular_to_both_and_changes_sign(a, b):
    normal = cross(a, b)
    assert dot(normal, a) == dot(normal, b) == 0
    assert cross(b, a) == tuple(-part for part in normal)
    assert dot(normal, normal) == dot(a, a) * dot(b, b) - dot(a, b) ** 2  # Lagrange


@given(POINTS)
def test_a_length_is_less_than_one_unit_short(a):
    true_squared = sum(Fraction(part) ** 2 for part in a)
    assert length(a) ** 2 <= true_squared < (length(a) + 1) ** 2


@given(POINTS, POINTS, DIRECTIONS)
def test_a_distance_to_a_line_is_less_than_one_unit_short(point, origin, direction):
    way = [Fraction(p - o) for p, o in zip(point, origin, strict=True)]
    along = sum(w * d for w, d in zip(way, direction, strict=True))
    foot = [along * d / dot(direction, direction) for d in direction]
    squared = sum((w - f) ** 2 for w, f in zip(way, foot, strict=True))
    found = distance_to_line(point, origin, direction)
    assert found**2 <= squared < (found + 1) ** 2


@given(POINTS, DIRECTIONS, st.integers(1, 1000))
def test_a_line_has_no_length_and_no_sense(point, direction, times):
    longer = tuple(-times * part for part in direction)
    assert distance_to_line(point, (0, 0, 0), direction) == distance_to_line(
        point, (0, 0, 0), longer
    )


def test_a_line_without_direction_is_an_error():
    with pytest.raises(ValueError, match="direction"):
        distance_to_line((1, 2, 3), (0, 0, 0), (0, 0, 0))


@given(DIRECTIONS, DIRECTIONS)
def test_an_angle_is_within_half_a_thousandth_of_a_degree(a, b):
    normal = cross(a, b)
    truth = math.degrees(math.atan2(math.sqrt(dot(normal, normal)), dot(a, b))) * 1000
    assert abs(angle_mdeg(a, b) - truth) <= 0.5001


@given(st.tuples(*[st.integers(-3, 3)] * 3).filter(any), DIRECTIONS)
def test_short_vectors_have_angles_as_good_as_long_ones(a, b):
    long = tuple(part * 1_000_000_000 for part in a)
    assert angle_mdeg(a, b) == angle_mdeg(long, b)


@pytest.mark.parametrize(
    ("a", "b", "mdeg"),
    [
        ((1, 0, 0), (1, 0, 0), 0),
        ((1, 0, 0), (0, 7, 0), 90_000),
        ((1, 0, 0), (-1, 0, 0), 180_000),
        ((1, 0, 0), (1, 1, 0), 45_000),
        ((1, 0, 0), (1, 1, 1), 54_736),
        ((1, 0, 0), (-1, 1, 0), 135_000),
    ],
)
def test_known_angles(a, b, mdeg):
    assert angle_mdeg(a, b) == angle_mdeg(b, a) == mdeg


def test_a_zero_vector_has_no_angle():
    with pytest.raises(ValueError, match="direction"):
        angle_mdeg((0, 0, 0), (1, 0, 0))


@given(DIRECTIONS, DIRECTIONS)
def test_the_cone_agrees_with_the_angle(a, b):
    angle = angle_mdeg(a, b)
    assume(abs(angle - 1000) > 1)
    assert turned_more_than(ONE_DEGREE, a, b) == (angle > 1000)


@given(st.integers(0, 3_000), st.floats(0, 6.28))
def test_the_cone_agrees_with_the_angle_near_its_edge(mdeg, about):
    assume(abs(mdeg - 1000) > 1)
    a = (0, -1_000_000_000, 0)
    tilt = math.radians(mdeg / 1000)
    aside, along = math.sin(tilt) * 1e9, math.cos(tilt) * 1e9
    b = (round(aside * math.cos(about)), -round(along), round(aside * math.sin(about)))
    assert turned_more_than(ONE_DEGREE, a, b) == (mdeg > 1000)
    assert abs(angle_mdeg(a, b) - mdeg) <= 1


@given(POINTS, POINTS, POINTS)
def test_ways_add_up(a, b, c):
    first, second, whole = minus(b, a), minus(c, b), minus(c, a)
    assert tuple(x + y for x, y in zip(first, second, strict=True)) == whole


def test_the_arctangent_table_is_the_series():
    getcontext().prec = 40

    def arctan(x: Decimal) -> Decimal:
        term, total, n = x, Decimal(0), 0
        while abs(term) > Decimal(10) ** -36:
            total += term / (2 * n + 1) * (-1) ** n
            term, n = term * x * x, n + 1
        return total

    quarter_pi = 4 * arctan(Decimal(1) / 5) - arctan(Decimal(1) / 239)  # Machin
    ndeg = Decimal(45_000_000_000) / quarter_pi
    wanted = [45_000_000_000] + [
        int((arctan(Decimal(1) / 2**i) * ndeg).to_integral_value())
        for i in range(1, len(exact._ARCTAN_NDEG))
    ]
    assert list(exact._ARCTAN_NDEG) == wanted
