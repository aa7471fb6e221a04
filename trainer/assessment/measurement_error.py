"""What a mark is uncertain by, in its own unit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from trainer.assessment.caveats import CAVEATS


@dataclass(frozen=True, slots=True)
class MeasurementError:
    """sem : in the unit of the marks. smallest_change : MDC95, below which a change is noise."""

    n: int
    sd: float
    reliability: float
    sem: float
    smallest_change: float
    caveat: ClassVar[str] = CAVEATS["sem"]

    def near(self, mark: float, cut: float) -> bool:
        """Within one SEM of the cut: released only after a person has looked (DESIGN 9)."""
        return abs(mark - cut) <= self.sem


def measurement_error(sd: float, reliability: float, n: int) -> MeasurementError:
    """SEM = SD sqrt(1 - R); MDC95 = 1.96 sqrt(2) SEM (Weir 2005). R : 0..1 (ValueError)."""
    if sd < 0.0 or not 0.0 <= reliability <= 1.0:
        raise ValueError("a standard deviation is not negative, a reliability lies in 0..1")
    sem = sd * math.sqrt(1.0 - reliability)
    return MeasurementError(n, sd, reliability, sem, 1.96 * math.sqrt(2.0) * sem)
