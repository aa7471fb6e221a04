"""The ohms a generator reads before and during a lesion: by what the bare part lies in.

No clinical table was readable; muscle on a transverse process is typically 150-600 ohm, above
1,000 means an open circuit, air or bone, below 100 fluid or a short (clinical reference 3.5, M).
The factors
here are design values (X) that keep to those ranges.
"""

from __future__ import annotations

from collections.abc import Mapping

# Of the return path: pad, cable, the rest of the body (X).
RETURN_OHM = 110.0
OPEN_OHM = 9_999.0
# How much more than muscle the bare part meets, by what surrounds it (X; fat and bone from the
# ratio of conductivities, softened because current goes round them).
FACTOR: Mapping[str, float] = {
    "muscle": 1.0,
    "soft": 1.0,
    "fat": 3.5,
    "bone": 2.4,
    "fluid": 0.45,
    "vessel": 0.6,
    "lung": 9.0,
    "canal": 0.5,
    "foramen": 1.6,
}
DRY_FACTOR = 1.15  # without a drop of fluid at the tip (X)


def impedance_ohm(muscle_ohm: float, tissue: str, *, wetted: bool, pad: bool) -> float:
    """What the panel reads. muscle_ohm : of the electrode in muscle, from the lesion table.

    wetted : something was injected through this cannula. pad : the return pad is connected.
    Raises KeyError for a tissue without a factor.
    """
    if not pad:
        return OPEN_OHM
    return RETURN_OHM + muscle_ohm * FACTOR[tissue] * (1.0 if wetted else DRY_FACTOR)
