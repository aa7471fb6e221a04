"""D-study: how many scenarios and occasions make marks worth a decision."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.generalizability import Components


@dataclass(frozen=True, slots=True)
class Decision:
    """What a station of so many scenarios and occasions would be worth.

    relative : variance of error in ranking; absolute : of error against a cut. rho2 : for ranking
    (E rho squared). phi : for pass or fail. None where people do not differ.
    """

    persons: int
    scenarios: int
    occasions: int
    relative: float
    absolute: float
    rho2: float | None
    phi: float | None
    caveat: ClassVar[str] = CAVEATS["generalizability"]


def d_study(found: Components, scenarios: int, occasions: int = 1) -> Decision:
    """Erho2 = s2_p / (s2_p + s2(delta)); Phi = s2_p / (s2_p + s2(Delta)) (Brennan 2001).

    s2(delta) holds what interacts with persons, s2(Delta) every effect but theirs, each over the
    conditions it is averaged over. ValueError for less than one condition.
    """
    if scenarios < 1 or occasions < 1:
        raise ValueError("at least one scenario and one occasion")
    sizes = {"p": 1, "s": scenarios, "o": occasions}
    shares = {
        effect: value / math.prod(sizes[letter] for letter in effect)
        for effect, value in found.variance.items()
    }
    person = shares.pop("p")
    relative = math.fsum(value for effect, value in shares.items() if "p" in effect)
    absolute = math.fsum(shares.values())
    return Decision(
        found.persons,
        scenarios,
        occasions,
        relative,
        absolute,
        _ratio(person, relative),
        _ratio(person, absolute),
    )


def phi_at(found: Components, plan: Decision, cut: float) -> float | None:
    """Phi(lambda) = (s2_p + (mean - cut)^2 - s2(mean)) / (the same + s2(Delta)), Brennan and Kane

    1977. None where it is undefined.
    """
    apart = found.variance["p"] + (found.grand - cut) ** 2 - found.mean_error
    return _ratio(max(0.0, apart), plan.absolute)


def _ratio(true: float, error: float) -> float | None:
    return true / (true + error) if true + error > 0.0 else None


def conditions_for(reliability: float, wanted: float, now: int) -> float:
    """Spearman and Brown 1910: n' = n R' (1 - R) / (R (1 - R')). Both in 0..1 (ValueError)."""
    if not (0.0 < reliability < 1.0 and 0.0 < wanted < 1.0) or now < 1:
        raise ValueError("reliabilities lie between 0 and 1")
    return now * wanted * (1.0 - reliability) / (reliability * (1.0 - wanted))
