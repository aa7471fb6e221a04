"""Curves, CUSUM, standard setting, bands, re-tests: laws, then examples."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.assessment.angoff import angoff, modified_angoff
from trainer.assessment.caveats import CAVEATS
from trainer.assessment.contrasting_groups import contrasting_groups, crossing
from trainer.assessment.cusum import CusumPlan, cusum, monitored
from trainer.assessment.expert_band import expert_band
from trainer.assessment.lc_cusum import LcPlan, lc_cusum
from trainer.assessment.lc_declared import chance_declared
from trainer.assessment.learning_curve import LEAST_FITTED, learning_curve, moving_median
from trainer.assessment.mastery import RETEST_DAYS, Trial, mastery_of, retention_of

MANY = settings(max_examples=20, deadline=None)
outcomes = st.lists(st.booleans(), max_size=40)


@MANY
@given(outcomes)
def test_cusum_ends_at_failures_less_what_was_allowed(failed: list[bool]) -> None:
    plan = CusumPlan(0.1, 0.3)
    found = cusum(failed, plan)
    assert (found.n, found.failures) == (len(failed), sum(failed))
    if failed:
        assert found.path[-1] == pytest.approx(sum(failed) - len(failed) * plan.step)


@MANY
@given(outcomes, outcomes)
def test_what_comes_later_never_changes_what_was_shown(
    before: list[bool], after: list[bool]
) -> None:
    early, late = lc_cusum(before), lc_cusum(before + after)
    assert late.path[: early.n] == early.path
    assert early.reached_at in (None, late.reached_at)


@MANY
@given(outcomes)
def test_lc_cusum_never_stands_below_nothing_and_a_failure_never_lifts_it(
    failed: list[bool],
) -> None:
    path = lc_cusum(failed).path
    for before, now, fail in zip((0.0, *path), path, failed, strict=False):
        assert now >= 0.0
        assert (now <= before) if fail else (now > before)


def test_fifteen_passes_in_a_row_reach_the_practice_limit_and_fourteen_do_not() -> None:
    assert lc_cusum([False] * 14).reached_at is None
    assert lc_cusum([False] * 15).reached_at == 15
    assert lc_cusum([False] * 31).beyond_plan


def test_swapped_rates_are_refused() -> None:
    with pytest.raises(ValueError, match="acceptable"):
        LcPlan(0.3, 0.1)
    with pytest.raises(ValueError, match="acceptable"):
        CusumPlan(0.3, 0.1)


def test_a_higher_limit_declares_fewer() -> None:
    low, high = (chance_declared(LcPlan(limit=limit), 0.3) for limit in (2.0, 4.0))
    assert low > high > 0.0
    short = LcPlan(limit=1.0, attempts=2)  # out of four outcomes nothing reaches it in two
    assert chance_declared(short, 0.3) == 0.0
    one_pass = LcPlan(limit=0.2, attempts=1)
    assert chance_declared(one_pass, 0.3) == pytest.approx(0.7)


def test_monitoring_signals_after_a_run_of_failures_and_forgives_them_later() -> None:
    plan = CusumPlan(0.1, 0.3)
    found = monitored([False] * 5 + [True] * 4 + [False] * 40, plan, 4.0)
    assert found.signal_at == 9
    assert found.path[-1] == 0.0


# --- learning curves -----------------------------------------------------------------------------


def test_few_numbers_are_smoothed_and_never_fitted() -> None:
    assert learning_curve([50.0] * (LEAST_FITTED - 1)) is None
    found = moving_median([10, 90, 20, 80, 30, 70])
    assert list(found.values) == [10, 50, 20, 50, 30, 70]
    assert (found.n, found.window) == (6, 5)


@pytest.mark.parametrize(
    ("kind", "shape"),
    [("power", lambda k: k**-0.8), ("exponential", lambda k: np.exp(-0.3 * (k - 1)))],
)
def test_a_curve_finds_the_law_it_was_made_by(kind: str, shape: object) -> None:
    k = np.arange(1.0, 31.0)
    truth = 85.0 - 50.0 * shape(k)  # type: ignore[operator]
    noise = np.random.default_rng(4).normal(0.0, 0.5, k.size)
    found = learning_curve(list(truth + noise))
    assert found is not None
    assert found.kind == kind
    assert found.plateau == pytest.approx(85.0, abs=3.0)
    assert all(a <= t <= b for a, t, b in zip(found.low, truth, found.high, strict=True))


def test_marks_without_a_trend_are_a_flat_line_with_its_mean() -> None:
    numbers = [70.0, 72.0, 68.0, 71.0, 69.0] * 4
    found = learning_curve(numbers)
    assert found is not None
    assert (found.kind, found.better_by) == ("flat", 0.0)
    assert found.plateau == pytest.approx(70.0)
    assert found.low[0] < 70.0 < found.high[0]


def test_marks_exactly_on_a_line_do_not_break_it() -> None:
    flat = learning_curve([60.0] * 12)
    assert flat is not None
    assert flat.high[0] == pytest.approx(60.0)


def test_the_band_holds_the_true_curve_about_as_often_as_it_says() -> None:
    rng, k, held = np.random.default_rng(8), np.arange(1.0, 21.0), 0
    truth = 80.0 - 45.0 * k**-0.9
    for _ in range(40):
        found = learning_curve(list(truth + rng.normal(0.0, 4.0, k.size)))
        assert found is not None
        held += all(a <= t <= b for a, t, b in zip(found.low, truth, found.high, strict=True))
    assert held >= 33  # of 40 at 95 %; fewer has a chance of 0.1 %


@MANY
@given(st.lists(st.integers(0, 100), min_size=10, max_size=25), st.integers(-50, 50))
def test_a_curve_moves_with_its_numbers(numbers: list[int], shift: int) -> None:
    first = learning_curve(numbers)
    moved = learning_curve([one + shift for one in numbers])
    assert first is not None
    assert moved is not None
    assert moved.values == pytest.approx([one + shift for one in first.values], abs=1e-6)
    assert all(a - 1e-9 <= v <= b + 1e-9 for a, v, b in zip(
        first.low, first.values, first.high, strict=True))  # fmt: skip


# --- standards -----------------------------------------------------------------------------------


@MANY
@given(st.floats(10, 60), st.floats(2, 20), st.floats(5, 40), st.floats(2, 20))
def test_the_cut_lies_between_the_groups(m: float, s: float, apart: float, t: float) -> None:
    found = crossing(m, s, m + apart, t)
    if found is not None:
        assert m < found.cut < m + apart
        assert 0.0 < found.false_positive < 0.5
        assert 0.0 < found.false_negative < 0.5


def test_equal_spreads_meet_in_the_middle() -> None:
    found = crossing(40.0, 9.0, 70.0, 9.0)
    assert found is not None
    assert found.cut == pytest.approx(55.0)


def test_small_groups_make_no_standard_and_say_so() -> None:
    rng = np.random.default_rng(2)
    few = contrasting_groups([30, 40, 50], [70, 80, 90], rng)
    assert any("fewer than 8" in why for why in few.problems)
    many = contrasting_groups(
        list(rng.normal(40, 10, 30)), list(rng.normal(75, 10, 30)), np.random.default_rng(3)
    )
    assert many.problems == ()
    assert many.low is not None
    assert many.cut is not None
    assert many.high is not None
    assert many.low <= many.cut <= many.high
    same = contrasting_groups([50, 60, 70], [50, 60, 70], rng)
    assert same.cut is None
    assert "do not cross" in same.problems[0]


def test_angoff_of_three_judges_by_hand() -> None:
    found = angoff([[0.5, 0.7, 0.9], [0.4, 0.6, 0.8], [0.6, 0.8, 0.7]])
    assert found.judge_cuts == pytest.approx((2.1, 1.8, 2.1))
    assert found.cut == pytest.approx(2.0)
    assert found.sd == pytest.approx(math.sqrt(0.03))
    assert found.se == pytest.approx(0.1)
    assert found.share == pytest.approx(2.0 / 3.0)
    with pytest.raises(ValueError, match="chance"):
        angoff([[1.2]])


def test_the_second_round_decides_and_items_that_do_not_separate_are_left_out() -> None:
    first = {"view": [0.2, 0.8], "level": [0.5, 0.7], "luck": [0.9, 0.1]}
    second = {"view": [0.4, 0.6], "level": [0.6, 0.6], "luck": [0.5, 0.5]}
    found = modified_angoff(first, second, {"view": 0.4, "level": None, "luck": 0.02})
    assert found.left_out == ("luck",)
    assert found.second.items == 2
    assert found.second.cut == pytest.approx(1.1)
    assert found.closer is not None
    assert found.closer < 1.0
    assert found.moved == pytest.approx(0.15)


def test_ten_experts_are_not_enough_to_hold_nine_in_ten_for_sure() -> None:
    assert expert_band(range(1, 11)).sure == pytest.approx(1 - 10 * 0.9**9 + 9 * 0.9**10)
    assert expert_band(range(1, 11)).sure < 0.30
    assert expert_band(range(46)).sure > 0.95
    assert expert_band([5.0]).sure == pytest.approx(0.0)


# --- re-tests ------------------------------------------------------------------------------------


def tried(day: int, *, passed: bool = True, patient: str = "a") -> Trial:
    return Trial(day, patient, seed=day * 7 + len(patient), passed=passed, counts=True)


MASTERED = (tried(1), tried(2, patient="bb"), tried(3))


def test_a_mastered_drill_is_tested_after_a_week_a_month_and_three_months() -> None:
    start = retention_of(MASTERED)
    assert (start.mastered_on, start.next_due) == (3, 3 + RETEST_DAYS[0])
    assert not start.overdue(9)
    assert start.overdue(10)
    week = retention_of([*MASTERED, tried(10)])
    assert (week.passed, week.next_due) == (1, 33)
    month = retention_of([*MASTERED, tried(10), tried(40)])
    assert (month.passed, month.next_due) == (2, 94)
    done = retention_of([*MASTERED, tried(10), tried(40), tried(100)])
    assert (done.passed, done.next_due) == (3, None)


def test_practice_before_the_day_is_no_re_test_and_a_failed_one_lapses() -> None:
    assert retention_of([*MASTERED, tried(5, passed=False)]).next_due == 10
    lapsed = retention_of([*MASTERED, tried(12, passed=False)])
    assert (lapsed.mastered_on, lapsed.lapsed) == (None, True)
    again = [*MASTERED, tried(12, passed=False), tried(13), tried(14, patient="bb"), tried(15)]
    assert retention_of(again).mastered_on == 15


def test_a_late_re_test_leaves_a_day_before_the_next() -> None:
    late = retention_of([*MASTERED, tried(50)])
    assert (late.passed, late.next_due) == (1, 51)


@MANY
@given(st.lists(st.tuples(st.integers(1, 120), st.booleans(), st.sampled_from("ab")), max_size=15))
def test_who_never_lapsed_is_mastered_exactly_when_mastery_says_so(
    drawn: list[tuple[int, bool, str]],
) -> None:
    trials = [
        Trial(day, patient, number, passed, True)
        for number, (day, passed, patient) in enumerate(sorted(drawn))
    ]
    found = retention_of(trials)
    if not found.lapsed:
        assert (found.mastered_on is not None) == mastery_of(trials).mastered


def test_every_statistic_says_what_it_does_not_prove() -> None:
    said = {found.caveat for found in (
        cusum([], CusumPlan(0.1, 0.3)), lc_cusum([]), moving_median([1.0]),
        learning_curve([1.0] * 10), expert_band([1.0]), angoff([[0.5]]), retention_of(()),
    ) if found is not None}  # fmt: skip
    assert len(said) == 7
    assert said <= set(CAVEATS.values())
    assert all(sentence.endswith(".") for sentence in CAVEATS.values())
