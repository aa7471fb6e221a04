"""Every golden value of the reliability notes, section 6, by name: the statistic equals it to 1e-9.

The notes print three or four digits. `printed` is what stands there, and is what the exact value
rounds to; `exact` is worked out here with fractions, 40-digit decimals or by counting every case,
and shares nothing with the program. What the notes got by simulation says so in `note`: there the
program is held against the count of all sequences, and the printed value against chance.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, getcontext
from fractions import Fraction

import pytest

from tests.assessment.test_goldens import LC_TABLE, MSC, MSE, MSR, SHROUT_FLEISS
from trainer.assessment.angoff import angoff
from trainer.assessment.contrasting_groups import Crossing, crossing
from trainer.assessment.cusum import CusumPlan, monitored
from trainer.assessment.d_study import conditions_for, d_study, phi_at
from trainer.assessment.generalizability import g_study, g_study_of_three
from trainer.assessment.icc import Icc, icc
from trainer.assessment.lc_cusum import LcPlan
from trainer.assessment.lc_declared import chance_declared
from trainer.assessment.measurement_error import measurement_error

getcontext().prec = 40
TO = 1e-9
PEOPLE, RATERS = (MSR - MSE) / 4, (MSC - MSE) / 6  # variance components of the 6 x 4 table
PLAN = CusumPlan(0.10, 0.20)
SHORT = LcPlan(0.10, 0.30, 2.0, 12)  # short enough to count every sequence


@dataclass(frozen=True)
class Golden:
    """printed : as the notes print it, "" where they give the formula alone."""

    name: str
    source: str
    printed: str
    exact: float | Fraction | Decimal
    program: Callable[[], float | None]
    note: str = ""


def ln(value: str) -> Decimal:
    return Decimal(value).ln()


def _icc() -> Icc:
    found = icc(SHROUT_FLEISS)
    assert found is not None
    return found


def _crossing() -> Crossing:
    found = crossing(40.0, 12.0, 75.0, 8.0)
    assert found is not None
    return found


def _cut() -> Decimal:
    """The root between the means of A c^2 + B c + C = 0, forty digits."""
    m1, s1, m2, s2 = (Decimal(one) for one in (40, 12, 75, 8))
    a = 1 / (2 * s1**2) - 1 / (2 * s2**2)
    b = m2 / s2**2 - m1 / s1**2
    c = m1**2 / (2 * s1**2) - m2**2 / (2 * s2**2) - (s2 / s1).ln()
    root = (b * b - 4 * a * c).sqrt()
    (between,) = [one for one in ((-b - root) / (2 * a), (-b + root) / (2 * a)) if m1 < one < m2]
    return between


def _above(z: Decimal) -> float:
    return math.erfc(float(z) / math.sqrt(2.0)) / 2.0


def _counted(plan: LcPlan, rate: float) -> float:
    """The chance that a plan declares somebody, by every sequence of passes and failures."""
    up = math.log((1 - plan.acceptable_failure) / (1 - plan.unacceptable_failure))
    down = math.log(plan.acceptable_failure / plan.unacceptable_failure)
    chances = []
    for story in itertools.product((False, True), repeat=plan.attempts):
        level, reached = 0.0, False
        for failed in story:
            level = max(0.0, level + (down if failed else up))
            reached = reached or level >= plan.limit - 1e-12
        if reached:
            chances.append(rate ** sum(story) * (1 - rate) ** (plan.attempts - sum(story)))
    return math.fsum(chances)


def _phi_at_seven() -> Fraction:
    of_mean = PEOPLE / 6 + RATERS / 4 + MSE / 24
    signal = PEOPLE + (Fraction(127, 24) - 7) ** 2 - of_mean
    return signal / (signal + (RATERS + MSE) / 4)


def _d(raters: int, rho2: str, phi: str) -> list[Golden]:
    """One row of the D-study."""
    plan, many = d_study(g_study(SHROUT_FLEISS), raters), f"{raters} rater(s)"
    return [
        Golden(f"Erho2, {many}", "6.5", rho2, PEOPLE / (PEOPLE + MSE / raters), lambda: plan.rho2),
        Golden(
            f"Phi, {many}",
            "6.5",
            phi,
            PEOPLE / (PEOPLE + (RATERS + MSE) / raters),
            lambda: plan.phi,
        ),
    ]


def _lc(row: tuple[float, ...]) -> list[Golden]:
    """One row of the table of LC-CUSUM: what is exact in it, and what was simulated."""
    good, bad, attempts, limit, *_, least = row
    plan = LcPlan(good, bad, limit, int(attempts))
    up = Decimal(str(1 - good)) / Decimal(str(round(1 - bad, 2)))
    name = f"p0 {good:.2f}, p1 {bad:.2f}, n {attempts:.0f}, h {limit:.2f}"
    return [
        Golden(f"{name}: weight of a success", "6.2", "", up.ln(), lambda: plan.pass_weight),
        Golden(f"{name}: least successes in a row", "6.2", f"{least:.0f}", least, plan_row(plan)),
    ]


def plan_row(plan: LcPlan) -> Callable[[], float]:
    return lambda: float(plan.least_row)


SIMULATED = "simulated in the notes; here every sequence of a shorter plan is counted"
CUT = _cut()
SEM = Decimal(1) - Decimal("0.91")
GOLDENS: tuple[Golden, ...] = (
    Golden("CUSUM P", "6.1", "0.6931", ln("2"), lambda: PLAN.fail_weight),
    Golden("CUSUM Q", "6.1", "0.1178", ln("1.125"), lambda: PLAN.pass_weight),
    Golden("CUSUM s", "6.1", "0.1452", ln("1.125") / ln("2.25"), lambda: PLAN.step),
    Golden("CUSUM h0", "6.1", "-2.710", -ln("9") / ln("2.25"), lambda: PLAN.lower),
    Golden("CUSUM h1", "6.1", "2.710", ln("9") / ln("2.25"), lambda: PLAN.upper),
    Golden(
        "monitoring, failure then success",
        *("6.1", "", ln("2") - ln("1.125")),
        lambda: monitored([True, False], PLAN, 5.0).path[-1],
    ),
    *(one for row in LC_TABLE for one in _lc(row)),
    Golden(
        "LC-CUSUM, declared though inadequate",
        *("6.2", "", _counted(SHORT, 0.30)),
        lambda: chance_declared(SHORT, 0.30),
        SIMULATED,
    ),
    Golden(
        "LC-CUSUM, declared and adequate",
        *("6.2", "", _counted(SHORT, 0.10)),
        lambda: chance_declared(SHORT, 0.10),
        SIMULATED,
    ),
    Golden("MSR", "6.3", "11.2417", MSR, lambda: _icc().squares.rows),
    Golden("MSC", "6.3", "32.4861", MSC, lambda: _icc().squares.columns),
    Golden("MSE", "6.3", "1.0194", MSE, lambda: _icc().squares.error),
    Golden(
        "ICC(1,1)",
        *("6.3", "0.1657"),
        # one way: within = (SS columns + SS error) / (n (k - 1))
        (MSR - (3 * MSC + 15 * MSE) / 18) / (MSR + 3 * (3 * MSC + 15 * MSE) / 18),
        lambda: _icc().one_way,
    ),
    Golden(
        "ICC(2,1)",
        *("6.3", "0.2898", (MSR - MSE) / (MSR + 3 * MSE + 4 * (MSC - MSE) / 6)),
        lambda: _icc().agreement.value,
    ),
    Golden(
        "ICC(3,1)",
        *("6.3", "0.7148", (MSR - MSE) / (MSR + 3 * MSE)),
        lambda: _icc().consistency.value,
    ),
    Golden(
        "ICC(2,k)",
        *("6.3", "0.6201", (MSR - MSE) / (MSR + (MSC - MSE) / 6)),
        lambda: _icc().agreement_mean,
    ),
    Golden("SEM", "6.3", "", 10 * SEM.sqrt(), lambda: measurement_error(10.0, 0.91, 40).sem),
    Golden(
        "MDC95",
        *("6.3", "", Decimal("1.96") * Decimal(2).sqrt() * 10 * SEM.sqrt()),
        lambda: measurement_error(10.0, 0.91, 40).smallest_change,
    ),
    Golden("contrasting groups, cut", "6.4", "59.9", CUT, lambda: _crossing().cut),
    Golden(
        "contrasting groups, false positive",
        *("6.4", "0.049", _above((CUT - 40) / 12)),
        lambda: _crossing().false_positive,
    ),
    Golden(
        "contrasting groups, false negative",
        *("6.4", "0.030", _above((75 - CUT) / 8)),
        lambda: _crossing().false_negative,
    ),
    Golden(
        "Angoff, three judges and two items",
        *("6.4", "", Fraction(6 + 5 + 7 + 4 + 8 + 6, 30)),
        lambda: angoff([[0.6, 0.5], [0.7, 0.4], [0.8, 0.6]]).cut / 1.0,
    ),
    *(
        one
        for row in (
            *((1, "0.7148", "0.2898"), (2, "0.8337", "0.4493")),
            *((4, "0.9093", "0.6201"), (8, "0.9525", "0.7655")),
        )
        for one in _d(*row)
    ),
    Golden(
        "Phi at the cut 7",
        *("6.5", "", _phi_at_seven()),
        lambda: phi_at(g_study(SHROUT_FLEISS), d_study(g_study(SHROUT_FLEISS), 4), 7.0),
    ),
    Golden("Spearman-Brown", "6.5", "", Fraction(32, 3), lambda: conditions_for(0.6, 0.8, 4)),
    Golden(
        "G = 0.65 to 0.80, times", *("1d", "2.15", Fraction(28, 13)),
        lambda: conditions_for(0.65, 0.80, 1),
    ),
    Golden(
        "G = 0.65 to 0.90, times", *("1d", "4.85", Fraction(63, 13)),
        lambda: conditions_for(0.65, 0.90, 1),
    ),
)  # fmt: skip


@pytest.mark.parametrize("golden", GOLDENS, ids=lambda one: f"{one.source} {one.name}")
def test_a_statistic_equals_its_golden_value(golden: Golden) -> None:
    found = golden.program()
    assert found is not None
    assert abs(found - float(golden.exact)) <= TO
    if golden.printed:
        digits = len(golden.printed.partition(".")[2])
        assert abs(float(golden.exact) - float(golden.printed)) <= 0.5 * 10.0**-digits + 1e-12


def test_every_golden_stands_once() -> None:
    names = [one.name for one in GOLDENS]
    assert len(names) == len(set(names))
    assert {one.source for one in GOLDENS} == {"6.1", "6.2", "6.3", "6.4", "6.5", "1d"}


def test_the_components_of_a_cube_without_interactions_are_those_of_its_effects() -> None:
    """Additive effects alone: persons 1 apart, scenarios 4, occasions 2; nothing interacts."""
    cube = (((2.0, 4.0), (6.0, 8.0)), ((1.0, 3.0), (5.0, 7.0)))
    found = g_study_of_three(cube).variance
    by_hand = {"p": 0.5, "s": 8.0, "o": 2.0, "ps": 0.0, "po": 0.0, "so": 0.0, "pso": 0.0}
    assert found == pytest.approx(by_hand, abs=TO)
