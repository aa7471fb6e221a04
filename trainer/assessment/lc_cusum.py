"""LC-CUSUM: from inadequate until shown otherwise. Practice only (DESIGN 10)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.cusum import check_rates, first_at, floored


@dataclass(frozen=True, slots=True)
class LcPlan:
    """H0: the failure rate is unacceptable; H1: it is acceptable. attempts : the limit is set for.

    The defaults are the house's for practice (reliability notes 6.2, by simulation); a limit holds
    for its number of attempts only. ValueError where rates are swapped or limits are not positive.
    """

    acceptable_failure: float = 0.10
    unacceptable_failure: float = 0.30
    limit: float = 3.55
    attempts: int = 30

    def __post_init__(self) -> None:
        check_rates(self.acceptable_failure, self.unacceptable_failure)
        if self.limit <= 0.0 or self.attempts < 1:
            raise ValueError("limit and attempts lie above 0")

    @property
    def pass_weight(self) -> float:
        """ln((1 - p0) / (1 - p1)), > 0."""
        return math.log((1.0 - self.acceptable_failure) / (1.0 - self.unacceptable_failure))

    @property
    def fail_weight(self) -> float:
        """ln(p0 / p1), < 0."""
        return math.log(self.acceptable_failure / self.unacceptable_failure)

    @property
    def least_row(self) -> int:
        """The fewest successes in a row that reach the limit."""
        return math.ceil(self.limit / self.pass_weight - 1e-12)


PRACTICE = LcPlan()


@dataclass(frozen=True, slots=True)
class LcCusum:
    """A chart. path : after each attempt; reached_at : first at or over the limit, from 1."""

    n: int
    failures: int
    plan: LcPlan
    path: tuple[float, ...]
    reached_at: int | None
    caveat: ClassVar[str] = CAVEATS["lc-cusum"]

    @property
    def beyond_plan(self) -> bool:
        """More attempts than the limit was set for: the rate of false alarms no longer holds."""
        return self.n > self.plan.attempts


def lc_cusum(failed: Sequence[bool], plan: LcPlan = PRACTICE) -> LcCusum:
    """S_n = max(0, S_(n-1) + W), W as in `LcPlan`; reached when S_n >= limit.

    Biau and Porcher 2010 (Stat Med), Biau et al. 2008 (BJS). With min instead of max, as one
    published text prints it, S would never leave 0.
    """
    path = floored([plan.fail_weight if one else plan.pass_weight for one in failed])
    return LcCusum(
        len(path),
        sum(failed),
        plan,
        path,
        first_at(path, lambda value: value >= plan.limit - 1e-12),
    )
