"""What reaches and what is absorbed by the receptor: energy per area, and per quantum."""

from __future__ import annotations

import functools

import numpy as np

from trainer.imaging.tables import FloatArray, physics_tables

MM2_PER_CM2 = 100.0
TABLE_DISTANCE_MM = 1000.0


def signal_kev_per_mm2(
    kvp: float, charge_mas: float, sid_mm: float, water_g_cm2: float = 0.0
) -> float:
    """Energy that the receptor absorbs of the primary beam behind water, per mm2.

    Raises ValueError where the voltage lies outside the table.
    """
    at_one_metre = float(_absorbed_kev(kvp) @ np.exp(-_water_cm2_g() * water_g_cm2))
    return at_one_metre / MM2_PER_CM2 * charge_mas * (TABLE_DISTANCE_MM / sid_mm) ** 2


def kev_per_quantum(kvp: float, water_g_cm2: float = 0.0) -> float:
    """Variance over mean of the energy absorbed: sum N E2 / sum N E, N absorbed quanta.

    So a signal of S keV has the noise of S / this many quanta, each of the same energy.
    """
    absorbed = _absorbed_kev(kvp) * np.exp(-_water_cm2_g() * water_g_cm2)
    return float(absorbed @ physics_tables().energy_kev / absorbed.sum())


@functools.lru_cache(maxsize=64)
def _absorbed_kev(kvp: float) -> FloatArray:
    """Per cm2 and mAs at 1 m, by photon energy."""
    return np.asarray(physics_tables().spectrum(kvp) * physics_tables().detector_response_kev)


def _water_cm2_g() -> FloatArray:
    return physics_tables().mass_attenuation_cm2_g["water"]
