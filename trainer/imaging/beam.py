"""From matter to signal: the polyenergetic transmission of a filtered tungsten beam.

I / I0 = sum S(E) eta(E) exp(-sum mu_i(E) L_i) / sum S(E) eta(E), never one mu per tissue: between a
thin and a thick patient the effective mu of bone changes by a third (dependencies.md).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import read_table
from trainer.imaging.projector import PathMap
from trainer.imaging.tables import physics_tables

# Steps of the table, g/cm2; at these the bilinear error of ln(I) stays under 1e-3 (tested).
WATER_STEP, WATER_END = 0.25, 70.0
BONE_STEP, BONE_END = 0.25, 30.0
MIN_SHARE = 1e-4  # energies that carry less of the open signal than this are left out


@dataclass(frozen=True, slots=True, eq=False)
class Beam:
    """One tube voltage: energies, their share of the open-field signal, attenuation."""

    kvp: float
    share: NDArray[np.float64]
    water_cm2_g: NDArray[np.float64]
    bone_cm2_g: NDArray[np.float64]
    iodine_cm2_g: NDArray[np.float64]
    steel_per_mm: NDArray[np.float64]
    log_signal: NDArray[np.float32]

    def log_transmission(self, water_g_cm2: PathMap, bone_g_cm2: PathMap) -> PathMap:
        """ln(I / I0) of anatomy alone, by table; shapes (rows, columns)."""
        columns = water_g_cm2 / np.float32(WATER_STEP)
        rows = bone_g_cm2 / np.float32(BONE_STEP)
        return read_table(self.log_signal, columns, rows)

    def exact_log_transmission(
        self,
        water_g_cm2: NDArray[np.floating],
        bone_g_cm2: NDArray[np.floating],
        steel_mm: NDArray[np.floating],
    ) -> NDArray[np.float32]:
        """ln(I / I0) by the sum over energies, steel included; arrays of one shape (n,)."""
        exponent = (
            np.multiply.outer(water_g_cm2, self.water_cm2_g)
            + np.multiply.outer(bone_g_cm2, self.bone_cm2_g)
            + np.multiply.outer(steel_mm, self.steel_per_mm)
        )
        return np.asarray(np.log(np.exp(-exponent) @ self.share), dtype=np.float32)


@functools.lru_cache(maxsize=8)
def beam_at(kvp: float) -> Beam:
    """The beam of a tube voltage. Raises ValueError outside the table's range."""
    tables = physics_tables()
    signal = tables.spectrum(kvp) * tables.detector_response_kev
    share = signal / signal.sum()
    kept = share > MIN_SHARE
    share = share[kept] / share[kept].sum()
    mu = {name: values[kept] for name, values in tables.mass_attenuation_cm2_g.items()}
    return Beam(
        kvp=kvp,
        share=share,
        water_cm2_g=mu["water"],
        bone_cm2_g=mu["bone"],
        iodine_cm2_g=mu["iodine"],
        steel_per_mm=mu["steel"] * tables.densities_g_cm3["steel"] / 10.0,
        log_signal=_table(share, mu["water"], mu["bone"]),
    )


def _table(
    share: NDArray[np.float64], water: NDArray[np.float64], bone: NDArray[np.float64]
) -> NDArray[np.float32]:
    water_path = np.arange(0.0, WATER_END + WATER_STEP, WATER_STEP)
    bone_path = np.arange(0.0, BONE_END + BONE_STEP, BONE_STEP)
    through_water = np.exp(-np.outer(water_path, water)) * share
    through_bone = np.exp(-np.outer(bone_path, bone))
    return np.asarray(np.log(through_bone @ through_water.T), dtype=np.float32)
