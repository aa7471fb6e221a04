"""The packaged physics table, read once."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class PhysicsTables:
    """What tools/make_physics.py computed; provenance says with what.

    kvp : shape (n,), energy_kev : shape (m,), bin centres 1 keV wide.
    photons_per_cm2_mas_at_1m : shape (n, m). air_kerma_ugy_per_mas_at_1m : shape (n,), free in air.
    detector_response_kev : shape (m,), signal per photon.
    """

    kvp: FloatArray
    energy_kev: FloatArray
    photons_per_cm2_mas_at_1m: FloatArray
    air_kerma_ugy_per_mas_at_1m: FloatArray
    detector_response_kev: FloatArray
    mass_attenuation_cm2_g: dict[str, FloatArray]
    densities_g_cm3: dict[str, float]
    provenance: dict[str, Any]
    content_sha256: str

    def spectrum(self, kvp: float) -> FloatArray:
        """Photons per keV, cm2 and mAs at 1 m; linear between the table's voltages; shape (m,).

        Raises ValueError outside the table's range.
        """
        below, share = self._between(kvp)
        rows = self.photons_per_cm2_mas_at_1m
        return np.asarray(rows[below] * (1.0 - share) + rows[below + 1] * share)

    def air_kerma_ugy(self, kvp: float) -> float:
        """Free-in-air kerma per mAs at 1 m; linear between voltages, as the spectrum is.

        Raises ValueError outside the table's range.
        """
        below, share = self._between(kvp)
        low, high = self.air_kerma_ugy_per_mas_at_1m[below : below + 2]
        return float(low * (1.0 - share) + high * share)

    def _between(self, kvp: float) -> tuple[int, float]:
        """The table's voltage below, and the share of the one above."""
        if not self.kvp[0] <= kvp <= self.kvp[-1]:
            raise ValueError(f"kvp must lie in {self.kvp[0]:g}..{self.kvp[-1]:g}, got {kvp:g}")
        above = int(np.searchsorted(self.kvp, kvp).clip(1, self.kvp.size - 1))
        low, high = self.kvp[above - 1], self.kvp[above]
        return above - 1, float((kvp - low) / (high - low))


ARRAYS = (
    "air_kerma_ugy_per_mas_at_1m",
    "detector_response_kev",
    "energy_kev",
    "kvp",
    "mass_attenuation_cm2_g",
    "photons_per_cm2_mas_at_1m",
)


@functools.cache
def physics_tables() -> PhysicsTables:
    """The table beside this file. Raises ValueError where its content is not what it claims."""
    with resources.files(__package__).joinpath("physics.npz").open("rb") as file:
        stored = np.load(file, allow_pickle=False)
        arrays = {name: stored[name].astype(np.float64) for name in ARRAYS}
        provenance = json.loads(str(stored["provenance"]))
    content = hashlib.sha256(b"".join(arrays[name].tobytes() for name in ARRAYS)).hexdigest()
    if content != provenance["content_sha256"]:
        raise ValueError("physics.npz does not hold what its provenance claims")
    for array in arrays.values():
        array.setflags(write=False)
    return PhysicsTables(
        kvp=arrays["kvp"],
        energy_kev=arrays["energy_kev"],
        photons_per_cm2_mas_at_1m=arrays["photons_per_cm2_mas_at_1m"],
        air_kerma_ugy_per_mas_at_1m=arrays["air_kerma_ugy_per_mas_at_1m"],
        detector_response_kev=arrays["detector_response_kev"],
        mass_attenuation_cm2_g=dict(
            zip(provenance["materials"], arrays["mass_attenuation_cm2_g"], strict=True)
        ),
        densities_g_cm3=provenance["densities_g_cm3"],
        provenance=provenance,
        content_sha256=content,
    )


def tables_sha256() -> str:
    """Hash of all packaged tables of this room, for an attempt's header."""
    return physics_tables().content_sha256
