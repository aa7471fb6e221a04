"""Mean squares of a complete two-way table with one number a cell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Table = Sequence[Sequence[float]]  # one row a person, one column a rater or scenario


@dataclass(frozen=True, slots=True)
class TwoWay:
    """rows, columns, error : mean squares. within : of rows, one-way. mean : of all cells."""

    n: int
    k: int
    mean: float
    rows: float
    columns: float
    error: float
    within: float


def two_way(table: Table) -> TwoWay:
    """MSR, MSC and MSE of a table with at least 2 x 2 cells.

    A missing cell (a short row or NaN) is refused by ValueError, never dropped with its person.
    """
    n, k = len(table), len(table[0]) if table else 0
    if n < 2 or k < 2:
        raise ValueError("at least two rows and two columns")
    if any(len(row) != k or any(math.isnan(one) for one in row) for row in table):
        raise ValueError("every row needs a number in every column")
    mean = math.fsum(one for row in table for one in row) / (n * k)
    row_means = [math.fsum(row) / k for row in table]
    column_means = [math.fsum(column) / n for column in zip(*table, strict=True)]
    rows = k * _squares(row_means, mean)
    columns = n * _squares(column_means, mean)
    within = math.fsum(
        (one - own) ** 2 for row, own in zip(table, row_means, strict=True) for one in row
    )
    left = math.fsum(
        (one - own - other + mean) ** 2
        for row, own in zip(table, row_means, strict=True)
        for one, other in zip(row, column_means, strict=True)
    )
    return TwoWay(
        n,
        k,
        mean,
        rows / (n - 1),
        columns / (k - 1),
        left / ((n - 1) * (k - 1)),
        within / (n * (k - 1)),
    )


def _squares(means: Sequence[float], mean: float) -> float:
    return math.fsum((one - mean) ** 2 for one in means)
