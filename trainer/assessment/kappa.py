"""Cohen's kappa: agreement of two raters beyond chance, plain or weighted."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS

Weight = Callable[[int, int, int], float]

# Agreement of categories i and j of k, 1 on the diagonal (Cohen 1968; Cicchetti and Allison 1971;
# Fleiss and Cohen 1973).
WEIGHTS: Mapping[str, Weight] = {
    "none": lambda i, j, _k: float(i == j),
    "linear": lambda i, j, k: 1.0 - abs(i - j) / (k - 1),
    "quadratic": lambda i, j, k: 1.0 - (i - j) ** 2 / (k - 1) ** 2,
}


@dataclass(frozen=True, slots=True)
class Kappa:
    """value : -1..1. observed, expected : weighted agreement. se : large samples. low, high : 95 %.

    weights : one of `WEIGHTS`.
    """

    n: int
    categories: int
    weights: str
    observed: float
    expected: float
    value: float
    se: float
    low: float
    high: float
    caveat: ClassVar[str] = CAVEATS["kappa"]


def kappa(
    first: Sequence[int], second: Sequence[int], categories: int, weights: str = "none"
) -> Kappa | None:
    """Kappa = (po - pe) / (1 - pe); se of Fleiss, Cohen and Everitt 1969. Ratings 0..categories-1.

    None where chance alone agrees wholly (both raters used one category): undefined, not 0 or 1.
    ValueError where the raters saw other numbers of people, nobody, or a category does not exist.
    """
    if len(first) != len(second) or not first:
        raise ValueError("both raters rate the same people")
    if categories < 2 or not all(0 <= one < categories for one in (*first, *second)):
        raise ValueError("every rating is one of at least two categories")
    share = _shares(first, second, categories)
    return _from_shares(share, len(first), weights)


def _shares(first: Sequence[int], second: Sequence[int], k: int) -> list[list[float]]:
    counts = [[0] * k for _ in range(k)]
    for a, b in zip(first, second, strict=True):
        counts[a][b] += 1
    return [[one / len(first) for one in row] for row in counts]


def _from_shares(p: list[list[float]], n: int, weights: str) -> Kappa | None:
    k, of = len(p), WEIGHTS[weights]
    w = [[of(i, j, k) for j in range(k)] for i in range(k)]
    rows, columns = [math.fsum(row) for row in p], [math.fsum(c) for c in zip(*p, strict=True)]
    cells = [(i, j) for i in range(k) for j in range(k)]
    observed = math.fsum(w[i][j] * p[i][j] for i, j in cells)
    expected = math.fsum(w[i][j] * rows[i] * columns[j] for i, j in cells)
    if 1.0 - expected <= 1e-12:
        return None
    value = (observed - expected) / (1.0 - expected)
    by_row = [math.fsum(columns[j] * w[i][j] for j in range(k)) for i in range(k)]
    by_column = [math.fsum(rows[i] * w[i][j] for i in range(k)) for j in range(k)]
    spread = math.fsum(
        p[i][j] * (w[i][j] - (by_row[i] + by_column[j]) * (1.0 - value)) ** 2 for i, j in cells
    )
    variance = (spread - (value - expected * (1.0 - value)) ** 2) / (n * (1.0 - expected) ** 2)
    se = math.sqrt(max(0.0, variance))
    low, high = max(-1.0, value - 1.96 * se), min(1.0, value + 1.96 * se)
    return Kappa(n, k, weights, observed, expected, value, se, low, high)
