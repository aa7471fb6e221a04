"""Golden values of the reliability notes (section 6) and of the papers, to 1e-9.

Where a source prints four digits, the exact value stands here as a fraction or as the formula done
by hand, and is checked against those digits too.
"""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest

from tests.conftest import REPOSITORY
from tools.simulate_lc_cusum import PLANS, main
from trainer.assessment.agreement import agreement
from trainer.assessment.alpha import cronbach_alpha
from trainer.assessment.contrasting_groups import crossing
from trainer.assessment.cusum import CusumPlan
from trainer.assessment.d_study import conditions_for, d_study, phi_at
from trainer.assessment.dif import Answer, mantel_haenszel
from trainer.assessment.generalizability import g_study
from trainer.assessment.icc import icc
from trainer.assessment.kappa import kappa
from trainer.assessment.lc_cusum import LcPlan
from trainer.assessment.lc_declared import chance_declared, limit_for, simulated
from trainer.assessment.measurement_error import measurement_error

EXACT = 1e-9
# Shrout and Fleiss 1979, table 2.
SHROUT_FLEISS = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)
MSR, MSC, MSE = Fraction(1349, 120), Fraction(2339, 72), Fraction(367, 360)


def near(value: float | Fraction) -> object:
    return pytest.approx(float(value), abs=EXACT)


def test_cusum_of_the_notes() -> None:
    plan = CusumPlan(0.10, 0.20)
    assert plan.fail_weight == near(math.log(2.0))
    assert plan.pass_weight == near(math.log(9.0 / 8.0))
    assert plan.step == near(math.log(9 / 8) / math.log(9 / 4))
    assert plan.upper == near(math.log(9.0) / math.log(9.0 / 4.0))
    assert plan.lower == near(-plan.upper)
    printed = (plan.fail_weight, plan.pass_weight, plan.step, plan.lower, plan.upper)
    assert printed == pytest.approx((0.6931, 0.1178, 0.1452, -2.710, 2.710), abs=6e-4)


def test_icc_of_shrout_and_fleiss() -> None:
    found = icc(SHROUT_FLEISS)
    assert found is not None
    squares = found.squares
    assert (squares.rows, squares.columns, squares.error) == (near(MSR), near(MSC), near(MSE))
    assert found.agreement.value == near((MSR - MSE) / (MSR + 3 * MSE + 4 * (MSC - MSE) / 6))
    assert found.consistency.value == near((MSR - MSE) / (MSR + 3 * MSE))
    assert found.agreement_mean == near((MSR - MSE) / (MSR + (MSC - MSE) / 6))
    printed = (found.one_way, found.agreement.value, found.consistency.value, found.agreement_mean)
    assert printed == pytest.approx((0.1657, 0.2898, 0.7148, 0.6201), abs=5e-5)


def test_intervals_of_shrout_and_fleiss_as_r_s_psych_prints_them() -> None:
    found = icc(SHROUT_FLEISS)
    assert found is not None
    assert (found.agreement.low, found.agreement.high) == pytest.approx((0.019, 0.761), abs=5e-4)
    assert (found.consistency.low, found.consistency.high) == pytest.approx(
        (0.342, 0.946), abs=5e-4
    )


@pytest.mark.parametrize(
    ("raters", "rho2", "phi"),
    [(1, 0.7148, 0.2898), (2, 0.8337, 0.4493), (4, 0.9093, 0.6201), (8, 0.9525, 0.7655)],
)
def test_d_study_of_the_notes(raters: int, rho2: float, phi: float) -> None:
    plan = d_study(g_study(SHROUT_FLEISS), raters)
    people, columns = (MSR - MSE) / 4, (MSC - MSE) / 6
    assert plan.rho2 == near(people / (people + MSE / raters))
    assert plan.phi == near(people / (people + (columns + MSE) / raters))
    assert (plan.rho2, plan.phi) == pytest.approx((rho2, phi), abs=5e-5)


def test_alpha_is_the_reliability_of_all_items_together() -> None:
    found = cronbach_alpha(SHROUT_FLEISS)
    assert found is not None
    assert found.alpha.value == near(1 - MSE / MSR)
    assert found.alpha.value == pytest.approx(0.9093, abs=5e-5)


def test_phi_at_a_cut_by_hand() -> None:
    study = g_study(SHROUT_FLEISS)
    plan = d_study(study, 4)
    people, columns, rest = (MSR - MSE) / 4, (MSC - MSE) / 6, MSE
    mean, cut = Fraction(127, 24), Fraction(7)
    of_mean = people / 6 + columns / 4 + rest / 24
    signal = people + (mean - cut) ** 2 - of_mean
    assert phi_at(study, plan, 7.0) == near(signal / (signal + (columns + rest) / 4))


def test_spearman_and_brown_double_back() -> None:
    assert conditions_for(0.6, 0.8, 4) == near(Fraction(32, 3))


def test_contrasting_groups_of_the_notes() -> None:
    found = crossing(40.0, 12.0, 75.0, 8.0)
    assert found is not None
    density = [
        math.exp(-(((found.cut - m) / s) ** 2) / 2) / s for m, s in ((40.0, 12.0), (75.0, 8.0))
    ]
    assert density[0] == pytest.approx(density[1], rel=EXACT)
    assert (found.cut, found.false_positive, found.false_negative) == pytest.approx(
        (59.9, 0.049, 0.030), abs=5e-3
    )
    assert found.false_positive == near(math.erfc((found.cut - 40.0) / 12.0 / math.sqrt(2.0)) / 2)


# acceptable, unacceptable, attempts, limit, P(declared | inadequate), P(declared | adequate), row:
# the notes' table of 40,000 simulations.
LC_TABLE = (
    (0.10, 0.20, 30, 2.25, 0.050, 0.353, 20),
    (0.10, 0.20, 50, 2.85, 0.048, 0.497, 25),
    (0.10, 0.20, 100, 3.70, 0.049, 0.749, 32),
    (0.10, 0.25, 30, 2.95, 0.048, 0.570, 17),
    (0.10, 0.30, 20, 3.05, 0.039, 0.560, 13),
    (0.10, 0.30, 30, 3.55, 0.040, 0.720, 15),
    (0.05, 0.15, 30, 2.45, 0.048, 0.413, 23),
    (0.15, 0.30, 30, 2.85, 0.046, 0.496, 15),
)


@pytest.mark.parametrize("row", LC_TABLE)
def test_lc_cusum_s_chances_agree_with_the_simulated_table(row: tuple[float, ...]) -> None:
    good, bad, attempts, limit, false, true, least = row
    plan = LcPlan(good, bad, limit, int(attempts))
    error = 4.0 * math.sqrt(0.25 / 40_000)  # four standard errors of their simulation at most
    assert chance_declared(plan, bad) == pytest.approx(false, abs=error)
    assert chance_declared(plan, good) == pytest.approx(true, abs=error)
    assert plan.least_row == least


def test_the_practice_limit_is_the_lowest_that_keeps_false_certificates_at_one_in_twenty() -> None:
    assert limit_for(0.10, 0.30, 30) == near(3.55)


def test_simulation_and_exact_chance_agree_and_the_seed_decides() -> None:
    plan = LcPlan()
    first, again = (simulated(plan, 2_000, np.random.default_rng(5)) for _ in range(2))
    assert first == again
    assert first.false_declared == pytest.approx(chance_declared(plan, 0.30), abs=0.02)
    assert first.true_declared == pytest.approx(chance_declared(plan, 0.10), abs=0.04)


def test_bland_and_altman_1986_peak_flow() -> None:
    wright = (494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427)
    mini = (512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451)
    found = agreement(wright, mini)
    apart = [Fraction(a - b) for a, b in zip(wright, mini, strict=True)]
    variance = sum((one - sum(apart) / 17) ** 2 for one in apart) / 16
    assert found.bias == near(sum(apart) / 17)
    assert found.sd == near(math.sqrt(variance))
    assert found.high == near(found.bias + 1.96 * math.sqrt(variance))
    assert (round(found.bias, 1), round(found.sd, 1)) == (-2.1, 38.8)  # as the paper prints


def test_kappa_of_fleiss_cohen_and_everitt_1969() -> None:
    counts = ((106, 10, 4), (22, 28, 10), (2, 12, 6))  # their shares times 200
    pairs = [(i, j) for i in range(3) for j in range(3) for _ in range(counts[i][j])]
    found = kappa([a for a, _ in pairs], [b for _, b in pairs], 3)
    assert found is not None
    assert found.value == near(Fraction(3, 7))
    assert found.se**2 == pytest.approx(0.002885, abs=5e-7)  # as the paper prints


def test_mantel_haenszel_of_two_tables_by_hand() -> None:
    tables = ((12, 8, 9, 11), (15, 5, 10, 10))
    answers = [
        Answer(level, focal, passed)
        for level, cells in enumerate(tables)
        for count, (focal, passed) in zip(
            cells, ((False, True), (False, False), (True, True), (True, False)), strict=True
        )
        for _ in range(count)
    ]
    found = mantel_haenszel(answers)
    assert found is not None
    assert found.odds_ratio == near(Fraction(12 * 11 + 15 * 10, 8 * 9 + 5 * 10))
    assert found.delta == near(-2.35 * math.log(282 / 122))
    variance = Fraction(20 * 20 * 21 * 19, 40 * 40 * 39) + Fraction(20 * 20 * 25 * 15, 40 * 40 * 39)
    away = abs(Fraction(27) - Fraction(21, 2) - Fraction(25, 2)) - Fraction(1, 2)
    assert found.chi_square == near(away**2 / variance)
    assert found.p == near(math.erfc(math.sqrt(found.chi_square / 2.0)))


def test_error_of_measurement() -> None:
    found = measurement_error(10.0, 0.91, 40)
    assert found.sem == near(3.0)
    assert found.smallest_change == near(1.96 * math.sqrt(18.0))
    assert found.near(67.5, 70.0)
    assert not found.near(66.5, 70.0)


def test_the_printed_table_holds_the_exact_chances() -> None:
    page = (REPOSITORY / "docs" / "statistics.md").read_text(encoding="utf-8")
    for plan in PLANS:
        exact = [f"{chance_declared(plan, rate):.4f}" for rate in _rates(plan)]
        line = (
            f"| {plan.acceptable_failure:.2f} | {plan.unacceptable_failure:.2f} | {plan.attempts} "
            f"| {plan.limit:.2f} | {exact[0]} |"
        )
        (printed,) = [each for each in page.splitlines() if each.startswith(line)]
        assert printed.split(" | ")[6] == exact[1]


def _rates(plan: LcPlan) -> tuple[float, float]:
    return plan.unacceptable_failure, plan.acceptable_failure


def test_the_command_prints_the_limit_of_one_plan(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["--acceptable", "0.1", "--unacceptable", "0.3", "--runs", "200", "--seed", "3"]
    assert main(wanted) == 0
    first = capsys.readouterr().out
    assert "| 0.10 | 0.30 | 30 | 3.55 | 0.0413 |" in first
    main(wanted)
    assert capsys.readouterr().out == first
