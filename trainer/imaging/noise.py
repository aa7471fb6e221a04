"""Chance of one exposure, seeded: the same exposure is always the same picture."""

from __future__ import annotations

import functools

import numpy as np

from trainer.imaging._cv import FloatImage
from trainer.imaging.detector import DetectorModel, spread

# Normal numbers drawn once and looked up from two places an exposure: 25 times faster than drawing
# a picture, and no two exposures alike (places squared: 10^11 pairs at 512 x 512).
TABLE_PX = 1536
LARGEST_PX = 1280  # above this edge the table has too few places, and numbers are drawn anew


def chance(
    shape: tuple[int, int], seed: int, exposure: int, model: DetectorModel, step_mm: float
) -> FloatImage:
    """Normal noise of one quantum's variance a pixel before the light spreads, zero mean.

    shape : (rows, columns). step_mm : pixel pitch. Its spectrum is the square of the scintillator's
    MTF. Deterministic in (seed, exposure), whatever else the program draws.
    """
    key = np.array([seed % 2**64, exposure % 2**64], dtype=np.uint64)
    dice = np.random.Generator(np.random.Philox(key=key))
    if max(shape) > LARGEST_PX:
        return spread(dice.standard_normal(shape, dtype=np.float32), model.light_spread, step_mm)
    table = _table(model.light_spread, round(step_mm, 6))
    first, second = (_window(table, shape, dice) for _ in range(2))
    return np.asarray(first + second)


def _window(table: FloatImage, shape: tuple[int, int], dice: np.random.Generator) -> FloatImage:
    top, left = (int(dice.integers(TABLE_PX - edge + 1)) for edge in shape)
    return table[top : top + shape[0], left : left + shape[1]]


@functools.lru_cache(maxsize=4)
def _table(parts_mm: tuple[tuple[float, float], ...], step_mm: float) -> FloatImage:
    """Half the variance: two of it are added."""
    dice = np.random.Generator(np.random.Philox(key=np.array([20, 26], dtype=np.uint64)))
    white = dice.standard_normal((TABLE_PX, TABLE_PX), dtype=np.float32)
    table = spread(white, parts_mm, step_mm) * np.float32(0.5**0.5)
    table.setflags(write=False)
    return table
