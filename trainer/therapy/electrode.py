"""The electrodes that make lesions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Outer diameters: ISO 9626 nominal (M).
DIAMETER_MM: Mapping[int, float] = {16: 1.65, 17: 1.47, 18: 1.27, 20: 0.91, 22: 0.72}


@dataclass(frozen=True, slots=True)
class Electrode:
    """A straight cannula whose last millimetres are bare; cooled : water flows inside it."""

    gauge: int
    active_tip_mm: float
    cooled: bool = False

    @property
    def radius_mm(self) -> float:
        """Outer radius. Raises KeyError for a gauge without a cannula."""
        return DIAMETER_MM[self.gauge] / 2.0
