"""Does an item treat people of equal ability unlike, by device or by language? Mantel-Haenszel."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from scipy.special import chdtrc

from trainer.assessment.caveats import CAVEATS

ETS = -2.35  # delta of a log odds ratio (Holland and Thayer 1988)


class Answer(NamedTuple):
    """One person at one item. level : of ability, e.g. the rest of the mark in bands."""

    level: int
    focal: bool
    passed: bool


@dataclass(frozen=True, slots=True)
class Dif:
    """odds_ratio : > 1 favours the reference group. delta : ETS scale, < 0 against the focal one.

    chi_square : with continuity correction, 1 degree of freedom. p : of it. se : of delta.
    level : "A" negligible, "B" moderate, "C" large (Zieky 1993). levels : strata that
    told anything.
    """

    reference: int
    focal: int
    levels: int
    odds_ratio: float
    delta: float
    se: float
    chi_square: float
    p: float
    level: str
    caveat: ClassVar[str] = CAVEATS["dif"]


class _Stratum(NamedTuple):
    """a, b : reference passed, failed; c, d : focal."""

    a: int
    b: int
    c: int
    d: int

    @property
    def n(self) -> int:
        return sum(self)


def mantel_haenszel(answers: Sequence[Answer]) -> Dif | None:
    """Odds ratio alpha = sum(a d / n) / sum(b c / n) over levels; delta = -2.35 ln alpha.

    Mantel and Haenszel 1959; Holland and Thayer 1988; variance of Phillips and Holland 1987. None
    where it is undefined: no level holds both groups with passes against fails both ways.
    """
    strata = [one for one in _strata(answers) if _tells(one)]
    up = math.fsum(s.a * s.d / s.n for s in strata)
    down = math.fsum(s.b * s.c / s.n for s in strata)
    if up <= 0.0 or down <= 0.0:
        return None
    ratio, (chi, p) = up / down, _chi_square(strata)
    delta, se = ETS * math.log(ratio), -ETS * math.sqrt(_log_variance(strata, ratio, up))
    return Dif(
        sum(not one.focal for one in answers),
        sum(one.focal for one in answers),
        len(strata),
        ratio,
        delta,
        se,
        chi,
        p,
        _level(delta, se, p),
    )


def _strata(answers: Iterable[Answer]) -> list[_Stratum]:
    found: dict[int, list[int]] = {}
    for one in answers:
        cell = 2 * one.focal + (not one.passed)
        found.setdefault(one.level, [0, 0, 0, 0])[cell] += 1
    return [_Stratum(*found[level]) for level in sorted(found)]


def _tells(s: _Stratum) -> bool:
    """Both groups are there, and somebody passed and somebody failed."""
    return min(s.a + s.b, s.c + s.d, s.a + s.c, s.b + s.d) > 0


def _chi_square(strata: Sequence[_Stratum]) -> tuple[float, float]:
    expected = math.fsum((s.a + s.b) * (s.a + s.c) / s.n for s in strata)
    variance = math.fsum(
        (s.a + s.b) * (s.c + s.d) * (s.a + s.c) * (s.b + s.d) / (s.n**2 * (s.n - 1)) for s in strata
    )
    away = max(0.0, abs(sum(s.a for s in strata) - expected) - 0.5)
    value = away * away / variance
    return value, float(chdtrc(1, value))


def _log_variance(strata: Sequence[_Stratum], ratio: float, up: float) -> float:
    total = math.fsum(
        (s.a * s.d + ratio * s.b * s.c) * (s.a + s.d + ratio * (s.b + s.c)) / s.n**2 for s in strata
    )
    return total / (2.0 * up * up)


def _level(delta: float, se: float, p: float) -> str:
    """C : over 1.5 and certainly over 1; A : under 1 or not significant; else B."""
    size = abs(delta)
    if size < 1.0 or p >= 0.05:
        return "A"
    return "C" if size >= 1.5 and size - 1.645 * se > 1.0 else "B"
