"""The needles one can take in hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeedleModel:
    """A straight needle. Outer diameter and length in mm; active_tip_mm 0 for a block needle."""

    id: str
    title: str
    gauge: int
    outer_diameter_mm: float
    length_mm: float
    active_tip_mm: float = 0.0


# Outer diameters: ISO 9626 nominal, from memory (clinical.md 3.2, marked to verify); lengths and
# active tips as that section lists for blocks and RF cannulae.
NEEDLES: Mapping[str, NeedleModel] = {
    needle.id: needle
    for needle in (
        NeedleModel("spinal-22g-90", "22 G spinal needle, 90 mm", 22, 0.72, 90.0),
        NeedleModel("spinal-25g-90", "25 G spinal needle, 90 mm", 25, 0.51, 90.0),
        NeedleModel("rf-20g-100-10", "20 G RF cannula, 100 mm, 10 mm tip", 20, 0.91, 100.0, 10.0),
        NeedleModel("rf-18g-100-10", "18 G RF cannula, 100 mm, 10 mm tip", 18, 1.27, 100.0, 10.0),
        NeedleModel("rf-18g-150-10", "18 G RF cannula, 150 mm, 10 mm tip", 18, 1.27, 150.0, 10.0),
    )
}
