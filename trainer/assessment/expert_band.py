"""What experts did: a landmark beside a trainee's numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS
from trainer.assessment.distribution import Distribution, distribution

HELD = 0.90  # share of all experts that least to most shall hold


@dataclass(frozen=True, slots=True)
class ExpertBand:
    """spread : of the experts' numbers. sure : chance that least..most holds `held` of all."""

    n: int
    spread: Distribution
    held: float
    sure: float
    caveat: ClassVar[str] = CAVEATS["expert-band"]


def expert_band(numbers: Sequence[float]) -> ExpertBand:
    """Wilks 1941, of no distribution: sure = 1 - n b^(n-1) + (n-1) b^n, b the share held.

    ValueError where there is no number.
    """
    n = len(numbers)
    sure = 1.0 - n * HELD ** (n - 1) + (n - 1) * HELD**n if n else 0.0
    return ExpertBand(n, distribution(numbers), HELD, sure)
