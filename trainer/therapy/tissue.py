"""Heat and current in tissue: constants, each with its source and how sure it is.

Confidence as in the project's clinical reference: S read at the source, M from memory (to be
verified), X design value of this teaching model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BODY_C = 37.0
# Rise of conductivity per kelvin (M; stays inside the 0.36-1.28 S/m that Kumru 2022,
# doi 10.1115/1.4056516, measured in porcine spinal muscle between 20 and 90 C, S).
CONDUCTIVITY_RISE_PER_K = 0.02
# Above this water boils off and the tissue stops conducting (X; generators stop near 95-100 C).
BOILING_C = 100.0
BLOOD_DENSITY_KG_M3, BLOOD_HEAT_J_KG_K = 1050.0, 3617.0  # M, IT'IS data base
ML_PER_MIN_KG = 1.0e-6 / 60.0  # m3/s per kg


@dataclass(frozen=True, slots=True)
class Tissue:
    """One tissue at 37 C.

    conductivity_w_mk : heat. density_kg_m3, heat_j_kg_k. sigma_s_m : current, about 500 kHz.
    perfusion_ml_min_kg : blood flow. source : where each number is from.
    """

    name: str
    conductivity_w_mk: float
    density_kg_m3: float
    heat_j_kg_k: float
    sigma_s_m: float
    perfusion_ml_min_kg: float
    source: str

    @property
    def stored_j_m3_k(self) -> float:
        """Heat stored in a cubic metre per kelvin."""
        return self.density_kg_m3 * self.heat_j_kg_k

    @property
    def sink_w_m3_k(self) -> float:
        """Heat that blood takes from a cubic metre per kelvin (Pennes)."""
        flow = self.perfusion_ml_min_kg * ML_PER_MIN_KG * self.density_kg_m3
        return flow * BLOOD_DENSITY_KG_M3 * BLOOD_HEAT_J_KG_K


_COMSOL = "k, density, heat: COMSOL bioheat library 6.0 (S)"
_ITIS = "sigma: Gabriel (M); perfusion: IT'IS (M)"
# Source and confidence (S, M) stand in each row.
TISSUES: Mapping[str, Tissue] = {
    one.name: one
    for one in (
        Tissue("muscle", 0.49, 1090.0, 3421.0, 0.45, 37.0, f"{_COMSOL}; {_ITIS}"),
        Tissue("fat", 0.21, 911.0, 2348.0, 0.044, 33.0, f"{_COMSOL}; {_ITIS}"),
        Tissue("cortical-bone", 0.32, 1908.0, 1313.0, 0.022, 10.0, f"{_COMSOL}; {_ITIS}"),
        Tissue("cancellous-bone", 0.31, 1178.0, 2274.0, 0.087, 30.0, "all M"),
        Tissue("nerve", 0.49, 1075.0, 3613.0, 0.11, 160.0, "all M, IT'IS"),
        # Muscle that does not bleed: what ex vivo measurements are made in.
        Tissue("muscle-ex-vivo", 0.49, 1090.0, 3421.0, 0.45, 0.0, f"{_COMSOL}; no perfusion"),
    )
}
