"""Angoff: the cut as judges see a borderline candidate, in one round or two."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.distribution import distribution

LEAST_DISCRIMINATION = 0.10  # [X] an item below it does not separate: the house's choice


@dataclass(frozen=True, slots=True)
class Angoff:
    """cut : expected mark of a borderline candidate, in items. share : of all items, 0..1.

    sd, se : of the judges' own cuts; None for a single judge. judge_cuts : in their order.
    """

    judges: int
    items: int
    cut: float
    share: float
    sd: float | None
    se: float | None
    judge_cuts: tuple[float, ...]
    caveat: ClassVar[str] = CAVEATS["angoff"]


def angoff(ratings: Sequence[Sequence[float]]) -> Angoff:
    """Cut = sum over items of the judges' mean P(borderline candidate succeeds); SE = SD / sqrt(J).

    Angoff 1971. ratings : a row a judge, a column an item, 0..1. ValueError where one is missing.
    """
    judges, items = len(ratings), len(ratings[0]) if ratings else 0
    if not items or any(len(row) != items for row in ratings):
        raise ValueError("every judge rates every item")
    if not all(0.0 <= one <= 1.0 for row in ratings for one in row):
        raise ValueError("a rating is a chance, 0 to 1")
    cuts = tuple(math.fsum(row) for row in ratings)
    spread = distribution(cuts)
    se = None if spread.sd is None else spread.sd / math.sqrt(judges)
    return Angoff(judges, items, spread.mean, spread.mean / items, spread.sd, se, cuts)


@dataclass(frozen=True, slots=True)
class ModifiedAngoff:
    """Two rounds with data shown between them. left_out : items that do not discriminate.

    moved : mean absolute change of a rating; closer : the second round's SD over the first's.
    """

    first: Angoff
    second: Angoff
    left_out: tuple[str, ...]
    moved: float
    closer: float | None
    caveat: ClassVar[str] = CAVEATS["angoff"]


def modified_angoff(
    first: Mapping[str, Sequence[float]],
    second: Mapping[str, Sequence[float]],
    discrimination: Mapping[str, float | None],
) -> ModifiedAngoff:
    """The second round decides; items that do not separate count in neither (Hambleton and

    Plake 1995 for the rounds; leaving items out is the house's rule). Ratings by item, a judge
    each. discrimination : corrected item-rest correlation, None where it is not known: such items
    stay. ValueError where the rounds have other items or none is left.
    """
    if set(first) != set(second):
        raise ValueError("both rounds rate the same items")
    left_out = tuple(name for name in first if _flat(discrimination.get(name)))
    kept = [name for name in first if name not in left_out]
    if not kept:
        raise ValueError("no item is left")
    one, two = (_sheet(table, kept) for table in (first, second))
    changes = [
        abs(b - a)
        for before, after in zip(one, two, strict=True)
        for a, b in zip(before, after, strict=True)
    ]
    a, b = angoff(one), angoff(two)
    closer = b.sd / a.sd if a.sd and b.sd is not None else None
    return ModifiedAngoff(a, b, left_out, math.fsum(changes) / len(changes), closer)


def _flat(value: float | None) -> bool:
    return value is not None and value < LEAST_DISCRIMINATION


def _sheet(table: Mapping[str, Sequence[float]], kept: Sequence[str]) -> list[list[float]]:
    return [list(row) for row in zip(*(table[name] for name in kept), strict=True)]
