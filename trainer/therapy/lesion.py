"""The lesion that a program makes, and what the generator shows meanwhile: read off the table.

`lesion_run` solves the physics; solving takes seconds, so the table holds its answers, and between
its rows they are taken linearly (docs/physics/lesion.md states the difference).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion_grid import FloatArray
from trainer.therapy.lesion_program import Mode
from trainer.therapy.lesion_shape import NOTHING, Extent
from trainer.therapy.tables import LesionRows, lesion_tables

PULSED_C = 42.0  # pulses keep the mean below this (M)


@dataclass(frozen=True, slots=True)
class Lesion:
    """What is dead, and how far 45 C reached; both round the electrode, tip at 0."""

    coagulated: Extent
    isotherm: Extent
    hottest_c: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What a generator's panel shows."""

    electrode_c: float
    watt: float
    ohm: float


def lesion_of(electrode: Electrode, mode: Mode, temperature_c: float, seconds: float) -> Lesion:
    """The lesion after so many seconds at a set temperature. Pulsed current makes none.

    Beyond 180 s and beyond the tabulated temperatures the nearest value is taken.
    Raises ValueError for an electrode that is not tabulated.
    """
    if mode is Mode.PULSED:
        return Lesion(NOTHING, NOTHING, min(temperature_c, PULSED_C))
    rows = _rows_of(electrode)
    dead = _at(rows, rows.coagulated_mm, temperature_c, seconds)
    warm = _at(rows, rows.isotherm_mm, temperature_c, seconds)
    hottest = _at(rows, rows.hottest_c[:, :, None], temperature_c, seconds)
    return Lesion(_extent(dead), _extent(warm), float(hottest[0]))


def reading_of(electrode: Electrode, mode: Mode, temperature_c: float, seconds: float) -> Reading:
    """The panel so many seconds after the start, in muscle. Raises ValueError as `lesion_of`."""
    rows = _rows_of(electrode)
    if mode is Mode.PULSED:
        temperature_c = min(temperature_c, PULSED_C)
    stacked = np.stack([rows.electrode_c, rows.watt, rows.ohm], axis=2)
    warm, watt, ohm = _at(rows, stacked, temperature_c, seconds)
    return Reading(float(warm), float(watt), float(ohm))


def _rows_of(electrode: Electrode) -> LesionRows:
    found = lesion_tables().get(electrode)
    if found is None:
        raise ValueError(f"no lesions are tabulated for {electrode}")
    return found


def _extent(mm: FloatArray) -> Extent:
    radius, distal, proximal = (float(part) for part in mm)
    return Extent(radius, distal, proximal) if radius > 0.0 else NOTHING


def _at(rows: LesionRows, values: FloatArray, temperature_c: float, seconds: float) -> FloatArray:
    """Linear in temperature and time; values (m, n, k) to (k,)."""
    first, second, across = _between(rows.temperature_c, temperature_c)
    times = np.arange(values.shape[1], dtype=np.float64) * rows.sample_s
    before, after, along = _between(times, seconds)
    low = values[first, before] * (1.0 - along) + values[first, after] * along
    high = values[second, before] * (1.0 - along) + values[second, after] * along
    return np.asarray(low * (1.0 - across) + high * across)


def _between(places: FloatArray, at: float) -> tuple[int, int, float]:
    held = min(max(at, float(places[0])), float(places[-1]))
    second = int(np.clip(np.searchsorted(places, held), 1, len(places) - 1))
    part = (held - places[second - 1]) / (places[second] - places[second - 1])
    return second - 1, second, float(part)
