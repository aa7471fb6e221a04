"""From value to mark."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer.scoring.value import mark_of

VALUES = st.integers(-(10**12), 10**12)


@given(VALUES, VALUES, VALUES)
def test_the_mark_is_the_straight_line_rounded_down(value, full_at, zero_at):
    assume(full_at != zero_at)
    line = Fraction(value - zero_at, full_at - zero_at) * 1000
    wanted = min(Fraction(1000), max(Fraction(0), line))
    assert mark_of(value, full_at, zero_at) == wanted.numerator // wanted.denominator


@given(VALUES, VALUES, VALUES, VALUES)
def test_a_better_value_never_gets_a_lower_mark(one, other, full_at, zero_at):
    assume(full_at != zero_at)
    worse, better = sorted((one, other), reverse=full_at < zero_at)
    assert mark_of(worse, full_at, zero_at) <= mark_of(better, full_at, zero_at)


@pytest.mark.parametrize(
    ("value", "mark"), [(0, 1000), (3000, 1000), (3001, 999), (5500, 500), (7999, 0), (8000, 0)]
)
def test_less_is_better_where_full_comes_before_zero(value, mark):
    assert mark_of(value, full_at=3000, zero_at=8000) == mark


def test_yes_earns_all_and_no_nothing():
    assert [mark_of(value, full_at=1, zero_at=0) for value in (0, 1)] == [0, 1000]


def test_a_line_needs_two_points():
    with pytest.raises(ValueError, match="differ"):
        mark_of(1, 5, 5)
