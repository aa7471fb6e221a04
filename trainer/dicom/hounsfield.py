"""Stored values to Hounsfield units, slab by slab. Pure; runs in the child."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# reliability.md 5.3: what is kept of the scale.
LOWEST_HU, HIGHEST_HU = -2048, 8191
AIR_HU = -1024
# Nothing is less dense than air (-1000 HU); lower values mark what the scanner did not see
# (padding, outside the circle). 500 HU of room for noise: design value.
OUTSIDE_HU = -1500
# Far outside any scanner's habits; design values.
STEEPEST_SLOPE, FARTHEST_INTERCEPT = 100.0, 32768.0
_SLAB_VALUES = 1 << 22


@dataclass(frozen=True, slots=True)
class Counts:
    """Voxels changed: above the scale, outside what was scanned, not finite."""

    clipped: int = 0
    outside: int = 0
    not_finite: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.clipped + other.clipped,
            self.outside + other.outside,
            self.not_finite + other.not_finite,
        )


def rescale_problem(slope: float | None, intercept: float | None) -> str | None:
    """Why a rescale is no Hounsfield rescale, None where it may be one."""
    if slope is None or intercept is None:
        return "rescale slope or intercept (0028,1053/1052) is missing"
    if not 0.0 < slope <= STEEPEST_SLOPE:
        return f"rescale slope (0028,1053) {slope:g} is outside 0 to {STEEPEST_SLOPE:g}"
    if not abs(intercept) <= FARTHEST_INTERCEPT:
        return f"rescale intercept (0028,1052) {intercept:g} is outside ±{FARTHEST_INTERCEPT:g}"
    return None


def hounsfield(
    stored: NDArray[np.generic], slope: float, intercept: float
) -> tuple[NDArray[np.int16], Counts]:
    """int16 HU of the same shape: rescaled, rounded, clipped, outside and NaN turned to air."""
    out = np.empty(stored.shape, dtype=np.int16)
    source, target = stored.reshape(-1), out.reshape(-1)
    total = Counts()
    for start in range(0, source.size, _SLAB_VALUES):
        slab = source[start : start + _SLAB_VALUES]
        target[start : start + _SLAB_VALUES], counts = _slab(slab, slope, intercept)
        total += counts
    return out, total


def _slab(
    stored: NDArray[np.generic], slope: float, intercept: float
) -> tuple[NDArray[np.int16], Counts]:
    values = np.rint(stored.astype(np.float64) * slope + intercept)
    lost = ~np.isfinite(values)
    outside = values < OUTSIDE_HU
    high = values > HIGHEST_HU
    values[lost | outside] = AIR_HU
    values[high & ~lost] = HIGHEST_HU
    counts = Counts(int((high & ~lost).sum()), int((outside & ~lost).sum()), int(lost.sum()))
    return values.astype(np.int16), counts
