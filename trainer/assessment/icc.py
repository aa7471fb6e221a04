"""Intraclass correlation: how far several raters, or two occasions, give people the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scipy.special import fdtri

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.two_way import Table, TwoWay, two_way

CONFIDENCE = 0.95
NOTHING = 1e-12  # a mean square below this share of the numbers' size is rounding


@dataclass(frozen=True, slots=True)
class Interval:
    """A coefficient with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Icc:
    """Coefficients of n people and k raters.

    agreement : ICC(2,1), random raters, one rating, absolute: what a mark by one rater is worth.
    agreement_mean : ICC(2,k). consistency : ICC(3,1), raters may differ by a constant.
    one_way : ICC(1,1), other raters for each person.
    """

    n: int
    k: int
    squares: TwoWay
    agreement: Interval
    consistency: Interval
    agreement_mean: float
    one_way: float
    caveat: ClassVar[str] = CAVEATS["icc"]

    @property
    def words(self) -> str:
        """Band of the lower end, Koo and Li 2016: poor, moderate (.5), good (.75), excellent."""
        low = self.agreement.low
        bands = ((0.9, "excellent"), (0.75, "good"), (0.5, "moderate"))
        return next((name for least, name in bands if low >= least), "poor")


def icc(table: Table) -> Icc | None:
    """Shrout and Fleiss 1979, intervals of McGraw and Wong 1996; a row a person, a column a rater.

    ICC(2,1) = (MSR - MSE) / (MSR + (k-1) MSE + k (MSC - MSE) / n)
    ICC(3,1) = (MSR - MSE) / (MSR + (k-1) MSE)
    ICC(2,k) = (MSR - MSE) / (MSR + (MSC - MSE) / n)

    None where it or its interval is undefined (nothing varies; raters in reverse order), never 0.
    ValueError where a cell is missing.
    """
    found = two_way(table)
    size = max(1.0, found.mean * found.mean)
    if max(found.rows, found.columns, found.error) <= NOTHING * size:
        return None
    n, k, msr, msc, mse = found.n, found.k, found.rows, found.columns, found.error
    agreement = _share(msr - mse, msr + (k - 1) * mse + k * (msc - mse) / n)
    consistency = _share(msr - mse, msr + (k - 1) * mse)
    mean = _share(msr - mse, msr + (msc - mse) / n)
    one_way = _share(msr - found.within, msr + (k - 1) * found.within)
    if agreement is None or consistency is None or mean is None or one_way is None:
        return None
    interval = _agreement_interval(found, agreement)
    if interval is None:
        return None
    return Icc(
        n,
        k,
        found,
        interval,
        _consistency_interval(found, consistency),
        mean,
        one_way,
    )


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _consistency_interval(found: TwoWay, value: float) -> Interval:
    n, k = found.n, found.k
    if found.error <= 0.0:
        return Interval(value, value, value)
    ratio, tail = found.rows / found.error, (1.0 + CONFIDENCE) / 2.0
    df = ((n - 1), (n - 1) * (k - 1))
    low = ratio / float(fdtri(*df, tail))
    high = ratio * float(fdtri(*df[::-1], tail))
    return Interval(value, (low - 1.0) / (low + k - 1.0), (high - 1.0) / (high + k - 1.0))


def _agreement_interval(found: TwoWay, value: float) -> Interval | None:
    """None where it has no degrees of freedom: raters who order people in reverse."""
    n, k, msr, msc, mse = found.n, found.k, found.rows, found.columns, found.error
    if value >= 1.0 or (msc <= 0.0 and mse <= 0.0):
        return Interval(value, value, value)
    a = k * value / (n * (1.0 - value))
    b = 1.0 + k * value * (n - 1) / (n * (1.0 - value))
    below = (a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1))
    if below <= 0.0:
        return None
    df = (a * msc + b * mse) ** 2 / below
    tail, rest = (1.0 + CONFIDENCE) / 2.0, k * msc + (k * n - k - n) * mse
    over, under = float(fdtri(n - 1, df, tail)), float(fdtri(df, n - 1, tail))
    low = n * (msr - over * mse) / (over * rest + n * msr)
    high = n * (under * msr - mse) / (rest + n * under * msr)
    return Interval(value, low, high)
