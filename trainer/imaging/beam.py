"""From matter to signal: the polyenergetic transmission of a filtered tungsten beam.

I / I0 = sum S(E) eta(E) exp(-sum mu_i(E) L_i) / sum S(E) eta(E), never one mu per tissue: between a
thin and a thick patient the effective mu of bone changes by a third (dependencies.md).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging.projector import PathMap
from trainer.imaging.tables import physics_tables

# Steps and ends of the table, g/cm2: ln(I) read from it is within 5e-4 of the sum (tested). The
# ends lie beyond any patient (60 cm of shoulders, 15 cm of cortex); what is thicker reads as them.
WATER_STEP, WATER_END = 0.2, 70.0
BONE_STEP, BONE_END = 0.1, 30.0
ROWS_AT_ONCE = 32  # of a picture, so that what is between stays in the processor's cache
MIN_SHARE = 1e-6  # energies that carry less of the open signal than this are left out

Paths = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Beam:
    """One tube voltage: each energy's share of the open-field signal, attenuation, table.

    share, *_cm2_g, steel_per_mm : shape (energies,). log_signal : ln(I / I0) over (bone, water).
    """

    kvp: float
    share: Paths
    water_cm2_g: Paths
    bone_cm2_g: Paths
    iodine_cm2_g: Paths
    steel_per_mm: Paths
    log_signal: Paths

    def log_transmission(self, water_g_cm2: PathMap, bone_g_cm2: PathMap) -> PathMap:
        """ln(I / I0) of anatomy alone, by table; shapes (rows, columns)."""
        found = np.empty(water_g_cm2.shape, np.float32)
        for first in range(0, len(found), ROWS_AT_ONCE):
            band = slice(first, first + ROWS_AT_ONCE)
            found[band] = self._from_table(water_g_cm2[band], bone_g_cm2[band])
        return found

    def _from_table(self, water_g_cm2: PathMap, bone_g_cm2: PathMap) -> PathMap:
        table = self.log_signal
        row, down = _split(bone_g_cm2, BONE_STEP, table.shape[0])
        column, across = _split(water_g_cm2, WATER_STEP, table.shape[1])
        first = row * table.shape[1] + column
        flat = table.ravel()
        upper = flat[first] * (1 - across) + flat[first + 1] * across
        first += table.shape[1]
        lower = flat[first] * (1 - across) + flat[first + 1] * across
        return np.asarray(upper * (1 - down) + lower * down, dtype=np.float32)

    def darkening(
        self,
        water_g_cm2: Paths,
        bone_g_cm2: Paths,
        *,
        steel_mm: Paths | None = None,
        iodine_g_cm2: Paths | None = None,
    ) -> Paths:
        """What steel and iodine add to ln(I / I0) behind this much water and bone; shape (n,).

        Summed over all energies, so the beam that the anatomy has hardened meets the metal.
        """
        arriving = np.exp(
            -np.multiply.outer(water_g_cm2, self.water_cm2_g)
            - np.multiply.outer(bone_g_cm2, self.bone_cm2_g)
        )
        arriving *= self.share
        passing = np.zeros_like(arriving)
        if steel_mm is not None:
            passing -= np.multiply.outer(steel_mm, self.steel_per_mm)
        if iodine_g_cm2 is not None:
            passing -= np.multiply.outer(iodine_g_cm2, self.iodine_cm2_g)
        left = (arriving * np.exp(passing)).sum(axis=1) / arriving.sum(axis=1)
        return np.asarray(np.log(np.maximum(left, np.float32(1e-12))), dtype=np.float32)


@functools.lru_cache(maxsize=32)
def beam_at(kvp: float) -> Beam:
    """The beam of a tube voltage. Raises ValueError outside the table's range."""
    tables = physics_tables()
    return beam_of(kvp, tables.spectrum(kvp) * tables.detector_response_kev)


def beam_of(kvp: float, signal: NDArray[np.float64]) -> Beam:
    """The beam whose open field gives this signal at each energy of the table; shape (m,)."""
    tables = physics_tables()
    share = signal / signal.sum()
    kept = share > MIN_SHARE
    share = share[kept] / share[kept].sum()
    mu = {name: values[kept] for name, values in tables.mass_attenuation_cm2_g.items()}
    steel_per_mm = mu["steel"] * tables.densities_g_cm3["steel"] / 10.0
    return Beam(
        kvp=kvp,
        share=share.astype(np.float32),
        water_cm2_g=mu["water"].astype(np.float32),
        bone_cm2_g=mu["bone"].astype(np.float32),
        iodine_cm2_g=mu["iodine"].astype(np.float32),
        steel_per_mm=steel_per_mm.astype(np.float32),
        log_signal=_table(share, mu["water"], mu["bone"]),
    )


def _split(path_g_cm2: PathMap, step: float, size: int) -> tuple[NDArray[np.intp], Paths]:
    """Table place below each path and the share of the next one, held to the table."""
    place = np.clip(path_g_cm2 * np.float32(1.0 / step), 0.0, np.float32(size - 1))
    whole = np.minimum(place.astype(np.intp), size - 2)
    return whole, place - whole.astype(np.float32)


def _table(
    share: NDArray[np.float64], water: NDArray[np.float64], bone: NDArray[np.float64]
) -> Paths:
    water_path = np.arange(0.0, WATER_END + WATER_STEP, WATER_STEP)
    bone_path = np.arange(0.0, BONE_END + BONE_STEP, BONE_STEP)
    through_water = np.exp(-np.outer(water_path, water)) * share
    through_bone = np.exp(-np.outer(bone_path, bone))
    return np.asarray(np.log(through_bone @ through_water.T), dtype=np.float32)
