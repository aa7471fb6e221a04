"""The lesion as a volume: how wide, how long, how far ahead of the tip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.therapy.lesion_grid import FloatArray, LesionGrid


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a field exceeds a level round the electrode; mm. 0 everywhere where it does not.

    radius_mm : largest distance from the axis. distal_mm : beyond the tip. proximal_mm : from the
    tip toward the hub.
    """

    radius_mm: float
    distal_mm: float
    proximal_mm: float

    @property
    def width_mm(self) -> float:
        """Across the needle."""
        return 2.0 * self.radius_mm

    @property
    def length_mm(self) -> float:
        """Along the needle."""
        return self.distal_mm + self.proximal_mm


NOTHING = Extent(0.0, 0.0, 0.0)


def extent_above(grid: LesionGrid, field: FloatArray, level: float) -> Extent:
    """Extent of the place where `field`, shape (nz, nr), exceeds `level`, between cell middles.

    A level that spans decades (damage) should be given by its logarithm.
    """
    reach = np.array([_last_crossing(grid.r_m, row, level) for row in field])
    touched = np.flatnonzero(reach > 0.0)
    if touched.size == 0:
        return NOTHING
    along = field.max(axis=1)
    low, high = _ends(grid.z_m, along, level)
    return Extent(float(reach.max()) * 1000.0, -low * 1000.0, high * 1000.0)


def _last_crossing(places: FloatArray, values: FloatArray, level: float) -> float:
    """The outermost place where values fall through the level, 0 where none exceeds it."""
    above = np.flatnonzero(values > level)
    if above.size == 0:
        return 0.0
    n = int(above[-1])
    if n + 1 == len(places):
        return float(places[n])
    part = (values[n] - level) / (values[n] - values[n + 1])
    return float(places[n] + part * (places[n + 1] - places[n]))


def _ends(places: FloatArray, values: FloatArray, level: float) -> tuple[float, float]:
    """First and last place where values exceed the level."""
    last = _last_crossing(places, values, level)
    first = -_last_crossing(-places[::-1], values[::-1], level)
    return first, last
