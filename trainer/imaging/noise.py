"""Chance of one exposure, seeded: the same exposure is always the same picture."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np

from trainer.imaging._cv import FloatImage
from trainer.imaging.detector import DetectorModel, spread

# Normal numbers drawn once and looked up from two places an exposure: 25 times faster than drawing
# a picture, and no two exposures alike (places squared: 10^11 pairs at 512 x 512).
TABLE_PX = 1536
LARGEST_PX = 1280  # above this edge the table has too few places, and numbers are drawn anew

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """Unit noise of one exposure: two windows of a table, each of half the variance, added.

    places : first row and column of each. shape : (rows, columns) of a window.
    """

    table: FloatImage
    places: tuple[Place, Place]
    shape: tuple[int, int]

    @property
    def map(self) -> FloatImage:
        """The noise of each pixel; shape (rows, columns)."""
        first, second = (self._window(place) for place in self.places)
        return np.asarray(first + second)

    def _window(self, place: Place) -> FloatImage:
        (top, left), (rows, columns) = place, self.shape
        return self.table[top : top + rows, left : left + columns]


def chance(
    shape: tuple[int, int], seed: int, exposure: int, model: DetectorModel, step_mm: float
) -> FloatImage:
    """Normal noise of one quantum's variance a pixel before the light spreads, zero mean.

    shape : (rows, columns). step_mm : pixel pitch. Its spectrum is the square of the scintillator's
    MTF. Deterministic in (seed, exposure), whatever else the program draws.
    """
    return chance_of(shape, seed, exposure, model, step_mm).map


def chance_of(
    shape: tuple[int, int], seed: int, exposure: int, model: DetectorModel, step_mm: float
) -> Chance:
    """The same, not yet looked up."""
    key = np.array([seed % 2**64, exposure % 2**64], dtype=np.uint64)
    dice = np.random.Generator(np.random.Philox(key=key))
    if max(shape) > LARGEST_PX:
        return _drawn_anew(shape, dice, model, step_mm)
    table = _table(model.light_spread, round(step_mm, 6))
    return Chance(table, (_place(shape, dice), _place(shape, dice)), shape)


def _drawn_anew(
    shape: tuple[int, int], dice: np.random.Generator, model: DetectorModel, step_mm: float
) -> Chance:
    """A table of one picture over an empty one."""
    drawn = spread(dice.standard_normal(shape, dtype=np.float32), model.light_spread, step_mm)
    table = np.concatenate([drawn, np.zeros_like(drawn)])
    table.setflags(write=False)
    return Chance(table, ((0, 0), (shape[0], 0)), shape)


def _place(shape: tuple[int, int], dice: np.random.Generator) -> Place:
    top, left = (int(dice.integers(TABLE_PX - edge + 1)) for edge in shape)
    return top, left


@functools.cache
def _white() -> FloatImage:
    dice = np.random.Generator(np.random.Philox(key=np.array([20, 26], dtype=np.uint64)))
    return dice.standard_normal((TABLE_PX, TABLE_PX), dtype=np.float32)


@functools.lru_cache(maxsize=4)
def _table(parts_mm: tuple[tuple[float, float], ...], step_mm: float) -> FloatImage:
    """Half the variance: two of it are added."""
    table = spread(_white(), parts_mm, step_mm) * np.float32(0.5**0.5)
    table.setflags(write=False)
    return table
