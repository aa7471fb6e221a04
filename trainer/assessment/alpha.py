"""Cronbach's alpha: do the items of a mark go together?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scipy.special import fdtri

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.icc import Interval
from trainer.assessment.two_way import Table, two_way


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of k items with its 95 % interval (Feldt 1965)."""

    n: int
    k: int
    alpha: Interval
    caveat: ClassVar[str] = CAVEATS["alpha"]


def cronbach_alpha(table: Table) -> Alpha | None:
    """Alpha = k / (k-1) (1 - sum of item variances / variance of sums) = 1 - MSE / MSR.

    Cronbach 1951 in Hoyt's form of 1941. A row a person, a column an item. None where no person
    differs from another: undefined. ValueError where a cell is missing.
    """
    found = two_way(table)
    if found.rows <= 1e-12 * max(1.0, found.mean * found.mean):
        return None
    value = 1.0 - found.error / found.rows
    df = (found.n - 1, (found.n - 1) * (found.k - 1))
    low, high = (1.0 - (1.0 - value) * float(fdtri(*df, tail)) for tail in (0.975, 0.025))
    return Alpha(found.n, found.k, Interval(value, low, high))
