"""The packaged table of lesions, read once; `python -m tools.make_lesions` writes it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

import numpy as np

from trainer.therapy.electrode import Electrode
from trainer.therapy.lesion_grid import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class LesionRows:
    """One electrode: rows by temperature (rising), samples by time.

    temperature_c : (m,). sample_s : seconds between samples. coagulated_mm, isotherm_mm :
    (m, n, 3). watt, ohm, electrode_c, hottest_c : (m, n).
    """

    temperature_c: FloatArray
    sample_s: float
    coagulated_mm: FloatArray
    isotherm_mm: FloatArray
    watt: FloatArray
    ohm: FloatArray
    electrode_c: FloatArray
    hottest_c: FloatArray


@functools.cache
def lesion_tables() -> dict[Electrode, LesionRows]:
    """Every tabulated electrode."""
    path = resources.files("trainer.therapy") / "lesions.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        held = {name: stored[name] for name in stored.files}
    keys = [
        Electrode(int(gauge), float(tip), bool(cooled))
        for gauge, tip, cooled in zip(held["gauge"], held["tip_mm"], held["cooled"], strict=True)
    ]
    return {key: _rows(held, np.array([one == key for one in keys])) for key in dict.fromkeys(keys)}


_BY_ROW = ("coagulated_mm", "isotherm_mm", "watt", "ohm", "electrode_c", "hottest_c")


def _rows(held: dict[str, np.ndarray], here: np.ndarray) -> LesionRows:
    parts = {name: held[name][here].astype(np.float64) for name in _BY_ROW}
    warm = held["temperature_c"][here].astype(np.float64)
    return LesionRows(temperature_c=warm, sample_s=float(held["sample_s"]), **parts)
