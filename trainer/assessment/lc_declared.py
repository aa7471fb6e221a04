"""How often LC-CUSUM calls trainees adequate who are not, and who are: exact and simulated."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import ClassVar

from numpy.random import Generator

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.lc_cusum import LcPlan, lc_cusum


@functools.cache
def chance_declared(plan: LcPlan, failure_rate: float) -> float:
    """Exact chance to reach the limit within the plan's attempts, failing at `failure_rate`.

    The score is fully told by successes and failures since it last stood at 0, so their joint
    distribution is carried from attempt to attempt: no simulation error. Takes about n cubed / 6.
    """
    standing, declared = {(0, 0): 1.0}, 0.0
    for _ in range(plan.attempts):
        after: dict[tuple[int, int], float] = {}
        for (passes, fails), chance in standing.items():
            up = (passes + 1, fails)
            if _score(plan, up) >= plan.limit - 1e-12:
                declared += chance * (1.0 - failure_rate)
            else:
                after[up] = after.get(up, 0.0) + chance * (1.0 - failure_rate)
            down = (passes, fails + 1)
            kept = down if _score(plan, down) > 0.0 else (0, 0)
            after[kept] = after.get(kept, 0.0) + chance * failure_rate
        standing = after
    return declared


def _score(plan: LcPlan, counts: tuple[int, int]) -> float:
    return counts[0] * plan.pass_weight + counts[1] * plan.fail_weight


@dataclass(frozen=True, slots=True)
class Simulated:
    """Shares of simulated trainees who reach the limit. false_declared : truly inadequate ones."""

    runs: int
    plan: LcPlan
    false_declared: float
    true_declared: float
    median_attempts: float | None
    caveat: ClassVar[str] = CAVEATS["lc-cusum"]


def simulated(plan: LcPlan, runs: int, rng: Generator) -> Simulated:
    """`runs` trainees who fail at either rate. median_attempts : of the adequate who reach it."""
    false = _reached(plan, plan.unacceptable_failure, runs, rng)
    true = sorted(at for at in _reached(plan, plan.acceptable_failure, runs, rng) if at)
    middle = float(true[len(true) // 2]) if true else None
    return Simulated(
        runs, plan, sum(at is not None for at in false) / runs, len(true) / runs, middle
    )


def _reached(plan: LcPlan, rate: float, runs: int, rng: Generator) -> list[int | None]:
    failed = rng.random((runs, plan.attempts)) < rate
    return [lc_cusum(row, plan).reached_at for row in failed.tolist()]


def limit_for(
    acceptable: float, unacceptable: float, attempts: int, most_false: float = 0.05
) -> float:
    """The lowest limit, in steps of 0.05, whose false declarations stay at or under `most_false`.

    ValueError where none does.
    """
    for twentieths in range(1, 400):
        plan = LcPlan(acceptable, unacceptable, twentieths / 20.0, attempts)
        if chance_declared(plan, unacceptable) <= most_false:
            return plan.limit
    raise ValueError("no limit keeps false declarations that rare")
