"""Make trainer/imaging/physics.npz: spectra, attenuation, detector response, with provenance.

Development only: needs SpekPy and xraylib (dependency group `data`).
Run: uv run --group data python -m tools.make_physics
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

OUT = Path(__file__).resolve().parents[1] / "trainer" / "imaging" / "physics.npz"

KVP = np.arange(40, 121, 5)
ENERGY_KEV = np.arange(10.0, 121.0)  # bin centres, 1 keV wide
ANODE_DEG = 12.0  # mobile C-arm tubes, design value within the 10-15 degrees of spec sheets
FILTERS_MM = (("Al", 3.0), ("Cu", 0.1))  # dependencies.md's check spectrum
CSI_G_CM2 = 0.6 / 10.0 * 4.51 * 0.8  # 0.6 mm caesium iodide, 80 % packing (design values)


def detector_response_kev(csi_cm2_g: np.ndarray) -> np.ndarray:
    """Signal of one photon: its energy, times the chance that the caesium iodide stops it."""
    return ENERGY_KEV * (1.0 - np.exp(-csi_cm2_g * CSI_G_CM2))


# Mass fractions: ICRU-44 tissues and steel as listed with sources in clinical.md 5.4.
MATERIALS: dict[str, tuple[float, dict[str, float]]] = {
    "water": (1.0, {"H": 11.19, "O": 88.81}),
    "muscle": (
        1.05,
        {
            "H": 10.2, "C": 14.3, "N": 3.4, "O": 71.0, "Na": 0.1, "P": 0.2, "S": 0.3, "Cl": 0.1,
            "K": 0.4,
        },
    ),
    "adipose": (
        0.95,
        {"H": 11.4, "C": 59.8, "N": 0.7, "O": 27.8, "Na": 0.1, "S": 0.1, "Cl": 0.1},
    ),
    "lung": (
        0.26,
        {
            "H": 10.3, "C": 10.5, "N": 3.1, "O": 74.9, "Na": 0.2, "P": 0.2, "S": 0.3, "Cl": 0.3,
            "K": 0.2,
        },
    ),
    "blood": (
        1.06,
        {
            "H": 10.2, "C": 11.0, "N": 3.3, "O": 74.5, "Na": 0.1, "P": 0.1, "S": 0.2, "Cl": 0.3,
            "K": 0.2, "Fe": 0.1,
        },
    ),
    "skin": (
        1.10,
        {
            "H": 10.0, "C": 20.4, "N": 4.2, "O": 64.5, "Na": 0.2, "P": 0.1, "S": 0.2, "Cl": 0.3,
            "K": 0.1,
        },
    ),
    "bone": (
        1.92,
        {
            "H": 3.4, "C": 15.5, "N": 4.2, "O": 43.5, "Na": 0.1, "Mg": 0.2, "P": 10.3, "S": 0.3,
            "Ca": 22.5,
        },
    ),
    "steel": (7.9, {"Fe": 68.0, "Cr": 18.0, "Ni": 11.0, "Mn": 2.0, "Si": 1.0}),
    "iron": (7.874, {"Fe": 100.0}),
    "aluminium": (2.699, {"Al": 100.0}),
    "iodine": (4.93, {"I": 100.0}),
    "csi": (4.51, {"Cs": 51.15, "I": 48.85}),
}  # fmt: skip


def attenuation_cm2_g(material: str) -> np.ndarray:
    """Mass attenuation at every energy, by the mixture rule; xraylib's CS_Total."""
    import xraylib

    _, parts = MATERIALS[material]
    total = sum(parts.values())
    values = np.zeros_like(ENERGY_KEV)
    for symbol, percent in parts.items():
        number = xraylib.SymbolToAtomicNumber(symbol)
        element = np.array([xraylib.CS_Total(number, energy) for energy in ENERGY_KEV])
        values += percent / total * element
    return values


def filtered_tube(kvp: float) -> Any:
    """SpekPy's tube behind the shipped filtration, at 1 m and 1 mAs."""
    import spekpy

    tube = spekpy.Spek(kvp=kvp, th=ANODE_DEG, dk=1.0, z=100.0)
    for material, thickness_mm in FILTERS_MM:
        tube.filter(material, thickness_mm)
    return tube


def spectrum(kvp: float) -> np.ndarray:
    """Photons per keV, cm2 and mAs at 1 m, filtered."""
    energies, fluence = filtered_tube(kvp).get_spectrum(edges=False)
    return np.interp(ENERGY_KEV, energies, fluence, left=0.0, right=0.0)


def air_kerma_ugy(kvp: float) -> float:
    """Free-in-air kerma per mAs at 1 m, filtered."""
    return float(filtered_tube(kvp).get_kerma())


def main() -> None:
    """Compute everything and write the table."""
    materials = sorted(MATERIALS)
    mass_attenuation = np.array([attenuation_cm2_g(name) for name in materials])
    csi = mass_attenuation[materials.index("csi")]
    arrays = {
        "air_kerma_ugy_per_mas_at_1m": np.array([air_kerma_ugy(float(kvp)) for kvp in KVP]),
        "kvp": KVP.astype(np.float64),
        "energy_kev": ENERGY_KEV,
        "photons_per_cm2_mas_at_1m": np.array([spectrum(float(kvp)) for kvp in KVP]),
        "mass_attenuation_cm2_g": mass_attenuation,
        "detector_response_kev": detector_response_kev(csi),
    }
    content = hashlib.sha256(b"".join(arrays[name].tobytes() for name in sorted(arrays)))
    provenance = {
        "made": datetime.now(UTC).strftime("%Y-%m-%d"),
        "spekpy": version("spekpy"),
        "xraylib": version("xraylib"),
        "attenuation": "xraylib CS_Total, mixture rule; compositions ICRU-44 and steel 304",
        "spectra": f"tungsten, {ANODE_DEG:g} deg anode, 3 mm Al + 0.1 mm Cu, 1 m in vacuum",
        "air_kerma": "SpekPy get_kerma, the same tube and filtration",
        "detector": "0.6 mm CsI at 80 % packing, energy integrating: E (1 - exp(-mu t))",
        "materials": materials,
        "densities_g_cm3": {name: MATERIALS[name][0] for name in materials},
        "content_sha256": content.hexdigest(),
    }
    np.savez_compressed(OUT, provenance=json.dumps(provenance), **arrays)
    print(OUT.name, OUT.stat().st_size, "bytes", provenance["content_sha256"][:16])


if __name__ == "__main__":
    main()
