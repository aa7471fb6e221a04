"""Statistics of calibration: against brute force, against published numbers, and their laws."""

from __future__ import annotations

import statistics
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.assessment.distribution import distribution
from trainer.assessment.items import items
from trainer.assessment.separation import area_under_curve, separation
from trainer.assessment.share import share_of

marks = st.integers(0, 20)  # few values: many ties
groups = st.lists(marks, min_size=1, max_size=12)


# --- separation ----------------------------------------------------------------------------------


def by_counting_pairs(lesser: list[int], better: list[int]) -> float:
    pairs = list(product(lesser, better))
    return sum((b > a) + 0.5 * (a == b) for a, b in pairs) / len(pairs)


@given(groups, groups)
def test_the_area_is_the_share_of_pairs_in_order(lesser: list[int], better: list[int]) -> None:
    assert area_under_curve(lesser, better) == pytest.approx(by_counting_pairs(lesser, better))


@given(groups, groups)
def test_changing_sides_turns_the_area_round(lesser: list[int], better: list[int]) -> None:
    there, back = area_under_curve(lesser, better), area_under_curve(better, lesser)
    assert there + back == pytest.approx(1.0)


@given(groups)
def test_a_group_is_not_told_from_itself(group: list[int]) -> None:
    assert area_under_curve(group, group) == pytest.approx(0.5)


@given(groups, groups)
def test_the_area_knows_order_only(lesser: list[int], better: list[int]) -> None:
    bent = area_under_curve([3**one for one in lesser], [3**one for one in better])
    assert bent == pytest.approx(area_under_curve(lesser, better))


def test_a_small_example_with_a_tie_by_hand() -> None:
    # 3 x 2 pairs: 1<2, 1<4, 2=2, 2<4, 5>2, 5>4 -> 3 in order and half of one
    assert area_under_curve([1, 2, 5], [2, 4]) == pytest.approx(3.5 / 6)


@settings(max_examples=10)
@given(st.lists(marks, min_size=2, max_size=8), st.lists(marks, min_size=2, max_size=8))
def test_the_interval_holds_numbers_between_0_and_1_and_is_the_seed_s(
    lesser: list[int], better: list[int]
) -> None:
    first, again = (separation(lesser, better, np.random.default_rng(3)) for _ in range(2))
    assert first == again
    assert first.low is not None
    assert first.high is not None
    assert 0.0 <= first.low <= first.high <= 1.0


def test_the_interval_narrows_with_the_group() -> None:
    rng = np.random.default_rng(0)

    def width(count: int) -> float:
        lesser, better = rng.normal(0.0, 1.0, count), rng.normal(1.0, 1.0, count)
        found = separation(list(lesser), list(better), np.random.default_rng(1))
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.area <= found.high
        return found.high - found.low

    assert width(160) < 0.6 * width(20)


def test_groups_that_do_not_overlap_say_that_their_interval_says_nothing() -> None:
    found = separation([1, 2, 3], [4, 5], np.random.default_rng(0))
    assert (found.area, found.low, found.high, found.complete) == (1.0, 1.0, 1.0, True)
    assert separation([1], [4, 5], np.random.default_rng(0)).low is None
    with pytest.raises(ValueError, match="somebody"):
        area_under_curve([], [1])


# --- share ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [(0, 10, 0.0, 0.3085), (5, 10, 0.1871, 0.8129), (10, 10, 0.6915, 1.0), (1, 20, 0.0013, 0.2487)],
)
def test_exact_intervals_as_the_tables_have_them(
    hits: int, count: int, low: float, high: float
) -> None:
    found = share_of(hits, count)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(st.integers(1, 400))
def test_none_of_n_has_a_bound_in_closed_form(count: int) -> None:
    assert share_of(0, count).high == pytest.approx(1.0 - 0.025 ** (1.0 / count))


@given(st.integers(1, 200), st.data())
def test_hits_and_misses_mirror(count: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, count))
    found, other = share_of(hits, count), share_of(count - hits, count)
    assert found.low <= found.share <= found.high
    assert found.low == pytest.approx(1.0 - other.high)


def test_a_share_of_nobody_is_refused() -> None:
    for hits, count in ((0, 0), (3, 2), (-1, 4)):
        with pytest.raises(ValueError, match="no share"):
            share_of(hits, count)


# --- distribution --------------------------------------------------------------------------------


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=40))
def test_the_spread_agrees_with_two_other_libraries(numbers: list[int]) -> None:
    found = distribution(numbers)
    quartiles = np.percentile(numbers, [0, 25, 50, 75, 100])
    ours = (found.least, found.quarter, found.median, found.three_quarters, found.most)
    assert ours == pytest.approx(tuple(quartiles))
    assert found.mean == pytest.approx(statistics.fmean(numbers))
    assert found.sd == pytest.approx(statistics.stdev(numbers))


def test_one_number_has_no_spread_and_none_has_no_distribution() -> None:
    assert distribution([7]).sd is None
    with pytest.raises(ValueError, match="no numbers"):
        distribution([])


# --- items ---------------------------------------------------------------------------------------


def test_an_example_by_hand() -> None:
    """Four people; the sums of the other items are 1, 1, 1, 0 and 1, 1, 0, 0."""
    found = {one.id: one for one in items({"a": [10, 10, 0, 0], "b": [10, 10, 10, 0]}, 10)}
    assert (found["a"].facility, found["b"].facility) == (0.5, 0.75)
    assert found["b"].difficulty == 0.25
    assert found["a"].rest_correlation == pytest.approx(1.0 / np.sqrt(3.0))
    assert found["a"].outer_difference == 1.0


@given(st.lists(st.tuples(marks, marks, marks), min_size=3, max_size=15))
def test_statistics_are_bounded_or_absent(people: list[tuple[int, int, int]]) -> None:
    columns: dict[str, list[float]] = {
        name: [float(one[n]) for one in people] for n, name in enumerate("abc")
    }
    for one in items(columns, 20):
        assert 0.0 <= one.facility <= 1.0
        assert one.rest_correlation is None or -1.0 <= one.rest_correlation <= 1.0
        assert one.outer_difference is None or -1.0 <= one.outer_difference <= 1.0


@given(st.lists(marks, min_size=3, max_size=15))
def test_what_does_not_vary_correlates_with_nothing(column: list[int]) -> None:
    flat, _ = items({"flat": [5] * len(column), "other": column}, 20)
    assert flat.rest_correlation is None


def test_items_need_the_same_people() -> None:
    unequal: tuple[dict[str, list[float]], ...] = ({"a": [1, 2], "b": [1]}, {"a": []})
    for columns in unequal:
        with pytest.raises(ValueError, match="every person"):
            items(columns, 10)
