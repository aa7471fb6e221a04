"""What each line of a rubric does: how hard it is, and whether it goes with the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

OUTER_GROUPS = 0.27  # of all, at either end (Kelley 1939)


@dataclass(frozen=True, slots=True)
class Item:
    """facility : mean mark as a share of the full one, 0..1; difficulty is 1 less it.

    rest_correlation : with the sum of the other items (corrected, so that no item correlates with
    itself). outer_difference : facility in the best 27 % by the whole less that in the worst. Both
    None where they are undefined (fewer than three people, or nothing varies), never 0 or NaN.
    """

    id: str
    facility: float
    rest_correlation: float | None
    outer_difference: float | None

    @property
    def difficulty(self) -> float:
        """1 less facility."""
        return 1.0 - self.facility


def items(marks: Mapping[str, Sequence[float]], full: float) -> tuple[Item, ...]:
    """Each item's statistics. marks : by item, one a person, in the same order of people.

    full : the full mark of each. ValueError where items have other numbers of people, or nobody.
    """
    counts = {len(column) for column in marks.values()}
    if len(counts) != 1 or 0 in counts:
        raise ValueError("every item needs a mark of every person")
    table = np.array(list(marks.values()), dtype=np.float64) / full
    whole = table.sum(axis=0)
    return tuple(_item(name, row, whole) for name, row in zip(marks, table, strict=True))


def _item(name: str, own: NDArray[np.float64], whole: NDArray[np.float64]) -> Item:
    return Item(name, float(own.mean()), correlation(own, whole - own), _outer(own, whole))


def correlation(a: NDArray[np.float64], b: NDArray[np.float64]) -> float | None:
    """Pearson's, None where one of them does not vary or there are fewer than three."""
    if a.size < 3 or _flat(a) or _flat(b):
        return None
    return float(np.clip(np.corrcoef(a, b)[0, 1], -1.0, 1.0))


def _flat(values: NDArray[np.float64]) -> bool:
    return bool(np.ptp(values) <= 1e-9 * max(1.0, float(np.abs(values).max())))


def _outer(own: NDArray[np.float64], whole: NDArray[np.float64]) -> float | None:
    size = max(1, round(OUTER_GROUPS * whole.size))
    if whole.size < 3 or _flat(whole):
        return None
    order = np.argsort(whole, kind="stable")
    return float(own[order[-size:]].mean() - own[order[:size]].mean())
