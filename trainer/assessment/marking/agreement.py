"""Do raters agree with each other, and with the automatic score? ICC, kappa, Bland and Altman."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from trainer.assessment.agreement import Agreement, agreement
from trainer.assessment.icc import Icc, icc
from trainer.assessment.kappa import Kappa, kappa
from trainer.assessment.marking.checklist import VERDICTS
from trainer.assessment.marking.mark import Mark, newest, points_permille

CAVEAT = (
    "Agreement is not validity: raters can agree on what does not matter. Few attempts give wide "
    "intervals; read these before the number."
)
_CATEGORIES = tuple(VERDICTS)


@dataclass(frozen=True, slots=True)
class PairKappa:
    """Two raters' verdicts, quadratic weights. None : undefined, both gave one verdict only."""

    first: str
    second: str
    n: int
    kappa: Kappa | None


@dataclass(frozen=True, slots=True)
class MarkAgreement:
    """What can be said of marks.

    raters : in the ICC's columns. complete : attempts marked by all of them, its rows. left_out :
    attempts with fewer marks. checklist, overall : ICC of the points and of the overall rating,
    None where undefined or too few. pairs : of verdicts. machine : mean of the raters' points less
    the automatic score, both in thousandths; None below three attempts.
    """

    raters: tuple[str, ...]
    complete: tuple[str, ...]
    left_out: tuple[str, ...]
    checklist: Icc | None
    overall: Icc | None
    pairs: tuple[PairKappa, ...]
    machine: Agreement | None
    caveat: str = CAVEAT


def mark_agreement(marks: Sequence[Mark], automatic: Mapping[str, int]) -> MarkAgreement:
    """Everything that the newest marks say. automatic : attempt id to score, thousandths."""
    table: dict[str, dict[str, Mark]] = {}
    for mark in newest(marks):
        table.setdefault(mark.attempt_id, {})[mark.rater] = mark
    raters = tuple(sorted({rater for row in table.values() for rater in row}))
    complete = tuple(one for one, row in table.items() if set(row) == set(raters))
    left_out = tuple(one for one in table if one not in complete)
    return MarkAgreement(
        raters,
        complete,
        left_out,
        _icc([[points_permille(table[one][rater]) for rater in raters] for one in complete]),
        _icc([[table[one][rater].overall for rater in raters] for one in complete]),
        tuple(_pair(table, *pair) for pair in combinations(raters, 2)),
        _machine(table, automatic),
    )


def _icc(rows: Sequence[Sequence[int | None]]) -> Icc | None:
    """Of the attempts that every rater could judge."""
    whole = [row for row in rows if None not in row]
    known = [[one for one in row if one is not None] for row in whole]
    if len(known) < 2 or len(known[0]) < 2:
        return None
    return icc(known)


def _pair(table: Mapping[str, Mapping[str, Mark]], first: str, second: str) -> PairKappa:
    both = [row for row in table.values() if first in row and second in row]
    one, other = ([_CATEGORIES.index(row[who].verdict) for row in both] for who in (first, second))
    found = kappa(one, other, len(_CATEGORIES), "quadratic") if both else None
    return PairKappa(first, second, len(both), found)


def _machine(
    table: Mapping[str, Mapping[str, Mark]], automatic: Mapping[str, int]
) -> Agreement | None:
    people, machine = [], []
    for attempt_id, row in table.items():
        given = [points_permille(mark) for mark in row.values()]
        points = [one for one in given if one is not None]
        if points and attempt_id in automatic:
            people.append(sum(points) / len(points))
            machine.append(float(automatic[attempt_id]))
    return agreement(people, machine) if len(people) >= 3 else None
