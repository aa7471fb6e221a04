"""What heat does to tissue: Arrhenius damage and equivalent minutes at 43 C.

No constants of nerve were found; the set for liver, which others use for muscle too, is taken as
it stands (clinical reference 4.2, X). Sets differ by 200 orders of magnitude in A: never mix them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.floating[Any]]

GAS_J_MOL_K = 8.314462618
KELVIN = 273.15
# Liver, COMSOL bioheat library (S): frequency factor 1/s and activation energy J/mol.
FREQUENCY_PER_S, ENERGY_J_MOL = 7.39e39, 2.577e5
LETHAL_DAMAGE = 1.0  # 63 % of proteins denatured (S)


def damage_rate_per_s(temperature_c: Field) -> Field:
    """Rate of Arrhenius damage at temperatures; any shape."""
    absolute = np.asarray(temperature_c, dtype=np.float64) + KELVIN
    return np.asarray(FREQUENCY_PER_S * np.exp(-ENERGY_J_MOL / (GAS_J_MOL_K * absolute)))


def seconds_to_kill(temperature_c: float) -> float:
    """How long a constant temperature takes to damage 1."""
    return float(LETHAL_DAMAGE / damage_rate_per_s(np.array(temperature_c)))


def cem43_rate_min_per_s(temperature_c: Field) -> Field:
    """Equivalent minutes at 43 C gained per second (Sapareto and Dewey; S: R 0.5 and 0.25).

    Unreliable far above the range it was found in (Dewhirst 2003, S): a read-out, no criterion.
    """
    above = np.asarray(temperature_c, dtype=np.float64) - 43.0
    base = np.where(above >= 0.0, 0.5, 0.25)
    return np.asarray(base ** (-above) / 60.0)
