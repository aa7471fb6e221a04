"""CUSUM of failures: has a rate of failure become unacceptable, or shown itself acceptable?"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS


@dataclass(frozen=True, slots=True)
class CusumPlan:
    """What is compared, all rates 0..1, both errors below a half.

    alpha : chance to call an acceptable rate unacceptable; beta : the other way round.
    ValueError unless 0 < acceptable_failure < unacceptable_failure < 1.
    """

    acceptable_failure: float
    unacceptable_failure: float
    alpha: float = 0.10
    beta: float = 0.10

    def __post_init__(self) -> None:
        check_rates(self.acceptable_failure, self.unacceptable_failure)
        if not (0.0 < self.alpha < 0.5 and 0.0 < self.beta < 0.5):
            raise ValueError("both chances of error lie between 0 and a half")

    @property
    def fail_weight(self) -> float:
        """P = ln(p1 / p0)."""
        return math.log(self.unacceptable_failure / self.acceptable_failure)

    @property
    def pass_weight(self) -> float:
        """Q = ln((1 - p0) / (1 - p1))."""
        return math.log((1.0 - self.acceptable_failure) / (1.0 - self.unacceptable_failure))

    @property
    def step(self) -> float:
        """The step s = Q / (P + Q): what a success takes off; a failure adds 1 - s."""
        return self.pass_weight / (self.fail_weight + self.pass_weight)

    @property
    def upper(self) -> float:
        """h1 = ln((1 - beta) / alpha) / (P + Q): above it the rate is unacceptable."""
        return math.log((1.0 - self.beta) / self.alpha) / (self.fail_weight + self.pass_weight)

    @property
    def lower(self) -> float:
        """h0 = -ln((1 - alpha) / beta) / (P + Q): below it the rate is acceptable."""
        return -math.log((1.0 - self.alpha) / self.beta) / (self.fail_weight + self.pass_weight)


@dataclass(frozen=True, slots=True)
class Cusum:
    """A chart. path : after each attempt. too_many_at, acceptable_at : first crossing, from 1."""

    n: int
    failures: int
    plan: CusumPlan
    path: tuple[float, ...]
    too_many_at: int | None
    acceptable_at: int | None
    caveat: ClassVar[str] = CAVEATS["cusum"]


def cusum(failed: Sequence[bool], plan: CusumPlan) -> Cusum:
    """C_n = C_(n-1) + x_n - s, x = 1 for a failure and 0 for a success, C_0 = 0.

    Wald's sequential test as de Leval et al. 1994 and Bolsin and Colson 2000 draw it
    (reliability notes 6.1).
    """
    path = tuple(accumulate(float(one) - plan.step for one in failed))
    return Cusum(
        len(path),
        sum(failed),
        plan,
        path,
        first_at(path, lambda value: value >= plan.upper),
        first_at(path, lambda value: value <= plan.lower),
    )


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Page's chart after a skill was shown. signal_at : first attempt at or over the limit."""

    n: int
    plan: CusumPlan
    limit: float
    path: tuple[float, ...]
    signal_at: int | None
    caveat: ClassVar[str] = CAVEATS["cusum"]


def monitored(failed: Sequence[bool], plan: CusumPlan, limit: float) -> Monitoring:
    """S_n = max(0, S_(n-1) + w), w = ln(p1/p0) for a failure and ln((1-p1)/(1-p0)) for a success.

    Page 1954, with the weights of Steiner et al. 2000. limit > 0 (ValueError).
    """
    if limit <= 0.0:
        raise ValueError("the limit lies above 0")
    path = floored([plan.fail_weight if one else -plan.pass_weight for one in failed])
    return Monitoring(len(path), plan, limit, path, first_at(path, lambda value: value >= limit))


def check_rates(acceptable: float, unacceptable: float) -> None:
    """ValueError unless 0 < acceptable < unacceptable < 1: swapped rates certify the bad."""
    if not 0.0 < acceptable < unacceptable < 1.0:
        raise ValueError("0 < acceptable failure < unacceptable failure < 1")


def floored(weights: Sequence[float]) -> tuple[float, ...]:
    """The running sum of weights that never falls below 0."""
    return tuple(accumulate(weights, lambda sum_, w: max(0.0, sum_ + w), initial=0.0))[1:]


def first_at(path: Sequence[float], over: Callable[[float], bool]) -> int | None:
    """Number (from 1) of the first value that is over, None where none is."""
    return next((number for number, value in enumerate(path, 1) if over(value)), None)
