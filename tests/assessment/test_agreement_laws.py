"""Laws of agreement and reliability, told on any table."""

from __future__ import annotations

import math
from itertools import permutations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from trainer.assessment.agreement import agreement
from trainer.assessment.alpha import cronbach_alpha
from trainer.assessment.d_study import d_study
from trainer.assessment.dif import Answer, mantel_haenszel
from trainer.assessment.generalizability import g_study, g_study_of_three
from trainer.assessment.icc import icc
from trainer.assessment.kappa import WEIGHTS, kappa

MANY = settings(max_examples=25, deadline=None)
marks = st.integers(0, 20)


@st.composite
def tables(draw: st.DrawFn) -> list[list[int]]:
    people, raters = draw(st.integers(3, 7)), draw(st.integers(2, 5))
    return [[draw(marks) for _ in range(raters)] for _ in range(people)]


@MANY
@given(tables(), st.integers(1, 9), st.integers(-50, 50))
def test_icc_does_not_know_the_unit(table: list[list[int]], scale: int, shift: int) -> None:
    first, moved = icc(table), icc([[scale * one + shift for one in row] for row in table])
    assume(first is not None and moved is not None)
    assert first is not None
    assert moved is not None
    assert moved.agreement.value == pytest.approx(first.agreement.value, abs=1e-9)
    assert moved.consistency.value == pytest.approx(first.consistency.value, abs=1e-9)


@MANY
@given(tables(), st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_a_stern_rater_costs_agreement_but_no_consistency(
    table: list[list[int]], sternness: list[int]
) -> None:
    first = icc(table)
    moved = icc([[one + away for one, away in zip(row, sternness, strict=False)] for row in table])
    assume(first is not None and moved is not None)
    assert first is not None
    assert moved is not None
    assert moved.consistency.value == pytest.approx(first.consistency.value, abs=1e-9)


def test_a_rater_against_itself_agrees_wholly_and_constant_marks_are_undefined() -> None:
    same = icc([[1, 1], [5, 5], [9, 9]])
    assert same is not None
    assert same.agreement.value == pytest.approx(1.0)
    assert same.words == "excellent"
    assert icc([[4, 4], [4, 4], [4, 4]]) is None
    assert cronbach_alpha([[1, 2], [1, 2], [1, 2]]) is None


@MANY
@given(tables())
def test_a_d_study_of_one_rater_is_the_icc_and_of_all_is_alpha(table: list[list[int]]) -> None:
    apart = [[one + 40 * p + 40 * r for r, one in enumerate(row)] for p, row in enumerate(table)]
    found, study = icc(apart), g_study(apart)  # so far apart that no component is negative
    assert found is not None
    assert study.negative == ()
    one, all_ = d_study(study, 1), d_study(study, len(table[0]))
    assert one.rho2 == pytest.approx(found.consistency.value, abs=1e-9)
    assert one.phi == pytest.approx(found.agreement.value, abs=1e-9)
    alpha = cronbach_alpha(apart)
    assert alpha is not None
    assert all_.rho2 == pytest.approx(alpha.alpha.value, abs=1e-9)


@MANY
@given(tables(), st.integers(1, 8))
def test_more_conditions_never_make_a_mark_worth_less(table: list[list[int]], count: int) -> None:
    study = g_study(table)
    fewer, more = d_study(study, count), d_study(study, count + 1)
    assume(fewer.phi is not None and more.phi is not None)
    assert fewer.phi is not None
    assert more.phi is not None
    assert fewer.rho2 is not None
    assert more.phi >= fewer.phi - 1e-12
    assert fewer.phi <= fewer.rho2 + 1e-12


def test_every_order_of_two_raters_has_a_coefficient_or_is_called_undefined() -> None:
    found = [
        icc(list(zip((1, 2, 3, 4), order, strict=True))) for order in permutations((1, 2, 3, 4))
    ]
    assert icc([[1, 4], [2, 3], [3, 2], [4, 1]]) is None, "reverse: no degrees of freedom"
    assert sum(one is None for one in found) == 2
    assert all(
        one.agreement.low <= one.agreement.value <= one.agreement.high for one in found if one
    )


def test_a_missing_mark_is_refused_and_nobody_is_dropped_in_silence() -> None:
    broken: list[list[list[float]]] = [[[1, 2], [3]], [[1, 2], [3, math.nan]], [[1, 2]], []]
    for table in broken:
        with pytest.raises(ValueError, match=r"row|two"):
            icc(table)


@MANY
@given(tables())
def test_occasions_that_repeat_exactly_carry_no_variance(table: list[list[int]]) -> None:
    twice = [[[one, one, one] for one in row] for row in table]
    flat, deep = g_study(table), g_study_of_three(twice)
    for effect in ("o", "po", "so", "pso"):
        assert deep.variance[effect] == pytest.approx(0.0, abs=1e-9)
    assert not set(flat.negative) - set(deep.negative)
    for effect in ("p", "s", "ps"):
        assert deep.variance[effect] == pytest.approx(flat.variance[effect], abs=1e-9)


def test_three_facets_find_the_effects_that_were_put_in() -> None:
    """One effect alone: every other component is nothing, and its own is the variance put in."""
    sizes, put_in = (4, 3, 5), (1.0, -1.0, 3.0, -3.0, 0.0)
    for effect, axis in (("p", 0), ("s", 1), ("o", 2)):
        cube = [
            [[put_in[cell[axis]] for cell in ((p, s, o) for o in range(sizes[2]))]
             for s in range(sizes[1])] for p in range(sizes[0])
        ]  # fmt: skip
        study = g_study_of_three(cube)
        used = put_in[: sizes[axis]]
        mean = sum(used) / len(used)
        variance = sum((one - mean) ** 2 for one in used) / (len(used) - 1)
        assert study.variance[effect] == pytest.approx(variance)
        rest = [value for name, value in study.variance.items() if name != effect]
        assert rest == pytest.approx([0.0] * 6, abs=1e-9)


def test_an_incomplete_cube_is_refused() -> None:
    with pytest.raises(ValueError, match="every person"):
        g_study_of_three([[[1, 2], [3, 4]], [[1, 2], [3]]])


ratings = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=4, max_size=40)


@MANY
@given(ratings, st.sampled_from(tuple(WEIGHTS)))
def test_kappa_takes_either_rater_first_and_never_exceeds_one(
    pairs: list[tuple[int, int]], weights: str
) -> None:
    a, b = [one for one, _ in pairs], [one for _, one in pairs]
    there, back = kappa(a, b, 4, weights), kappa(b, a, 4, weights)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.value == pytest.approx(back.value, abs=1e-9)
        assert there.value <= 1.0 + 1e-12
        assert there.low <= there.value <= there.high


def test_weighted_kappa_forgives_near_misses() -> None:
    a, b = [0, 1, 2, 3, 0, 1, 2, 3], [1, 2, 3, 2, 0, 1, 2, 3]
    plain, linear, square = (kappa(a, b, 4, name) for name in ("none", "linear", "quadratic"))
    assert plain is not None
    assert linear is not None
    assert square is not None
    assert plain.value < linear.value < square.value
    assert kappa([2, 2, 2], [2, 2, 2], 4) is None  # chance alone agrees wholly
    with pytest.raises(ValueError, match="at least two categories"):
        kappa([4], [0], 4)


@MANY
@given(st.lists(st.tuples(marks, marks), min_size=3, max_size=12), st.integers(-30, 30))
def test_limits_of_agreement_move_with_a_constant(pairs: list[tuple[int, int]], shift: int) -> None:
    a, b = [one for one, _ in pairs], [one for _, one in pairs]
    first, moved = agreement(a, b), agreement([one + shift for one in a], b)
    assert moved.bias == pytest.approx(first.bias + shift)
    assert moved.high - moved.low == pytest.approx(first.high - first.low)
    assert agreement(b, a).bias == pytest.approx(-first.bias)


answers = st.lists(st.builds(Answer, st.integers(0, 2), st.booleans(), st.booleans()), max_size=60)


@MANY
@given(answers)
def test_exchanging_the_groups_turns_the_difference_round(found: list[Answer]) -> None:
    there = mantel_haenszel(found)
    back = mantel_haenszel([one._replace(focal=not one.focal) for one in found])
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.delta == pytest.approx(-back.delta, abs=1e-9)
        assert there.level == back.level
        assert 0.0 <= there.p <= 1.0


def test_an_item_that_favours_one_language_is_called_large_and_an_even_one_negligible() -> None:
    even, uneven = [], []
    for level, focal, number in product(range(3), (False, True), range(40)):
        even.append(Answer(level, focal, number < 10 + 10 * level))
        uneven.append(Answer(level, focal, number < (8 if focal else 18) + 8 * level))
    a, c = mantel_haenszel(even), mantel_haenszel(uneven)
    assert a is not None
    assert c is not None
    assert (a.level, c.level) == ("A", "C")
    assert c.delta < 0.0  # against the focal group
    assert mantel_haenszel([Answer(0, True, True)]) is None
