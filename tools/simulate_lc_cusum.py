"""How often LC-CUSUM declares trainees who are not adequate, and who are: simulated and exact.

`python -m tools.simulate_lc_cusum [--runs N] [--seed N]` prints the table of docs/statistics.md;
with --acceptable, --unacceptable and --attempts the lowest limit for one plan, and its row.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

import numpy as np

from trainer.assessment.lc_cusum import LcPlan
from trainer.assessment.lc_declared import chance_declared, limit_for, simulated

# The plans of the reliability notes, the practice default (p0 .10, p1 .30, n 30) among them.
PLANS = (
    LcPlan(0.10, 0.20, 2.25, 30),
    LcPlan(0.10, 0.20, 2.85, 50),
    LcPlan(0.10, 0.20, 3.70, 100),
    LcPlan(0.10, 0.25, 2.95, 30),
    LcPlan(0.10, 0.30, 3.05, 20),
    LcPlan(0.10, 0.30, 3.55, 30),
    LcPlan(0.05, 0.15, 2.45, 30),
    LcPlan(0.15, 0.30, 2.85, 30),
)
HEADS = (
    "acceptable", "unacceptable", "attempts", "limit", "false, exact", "false, simulated",
    "true, exact", "true, simulated", "median attempts", "least passes in a row",
)  # fmt: skip


def row_of(plan: LcPlan, runs: int, seed: int) -> tuple[str, ...]:
    """One line of the table. seed : of this line alone, so that lines can be made in any order."""
    found = simulated(plan, runs, np.random.default_rng(seed))
    return (
        f"{plan.acceptable_failure:.2f}",
        f"{plan.unacceptable_failure:.2f}",
        str(plan.attempts),
        f"{plan.limit:.2f}",
        f"{chance_declared(plan, plan.unacceptable_failure):.4f}",
        f"{found.false_declared:.4f}",
        f"{chance_declared(plan, plan.acceptable_failure):.4f}",
        f"{found.true_declared:.4f}",
        "-" if found.median_attempts is None else f"{found.median_attempts:.0f}",
        str(plan.least_row),
    )


def table(plans: tuple[LcPlan, ...], runs: int, seed: int) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield f"| {' | '.join(HEADS)} |"
    yield "|" + "---:|" * len(HEADS)
    for plan in plans:
        yield f"| {' | '.join(row_of(plan, runs, seed))} |"


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=40_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acceptable", type=float)
    parser.add_argument("--unacceptable", type=float)
    parser.add_argument("--attempts", type=int, default=30)
    given = parser.parse_args(arguments)
    plans: tuple[LcPlan, ...] = PLANS
    if given.acceptable is not None and given.unacceptable is not None:
        rates = given.acceptable, given.unacceptable
        plans = (LcPlan(*rates, limit_for(*rates, given.attempts), given.attempts),)
    print("\n".join(table(plans, given.runs, given.seed)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
