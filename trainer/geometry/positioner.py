"""DICOM positioner angles and patient orientation for our C-arm, both ways.

(0018,1510) *Positioner Primary Angle* and (0018,1511) *Positioner Secondary Angle*,
PS3.3 C.8.7.5.1.2: primary +90 is the receptor at the patient's left (LAO), 0 in front of a supine
patient; secondary + is cranial.
"""

from __future__ import annotations

import numpy as np

from trainer.geometry.pinhole import FloatArray


def primary_angle_deg(oblique_deg: float) -> float:
    """Positioner Primary Angle of an oblique angle: 180 - oblique, wrapped to (-180, 180]."""
    return _wrapped(180.0 - oblique_deg)


def oblique_deg(primary_angle: float) -> float:
    """Oblique angle of a Positioner Primary Angle, wrapped to (-180, 180]."""
    return _wrapped(180.0 - primary_angle)


def _wrapped(angle_deg: float) -> float:
    wrapped = angle_deg % 360.0
    return wrapped - 360.0 if wrapped > 180.0 else wrapped


# (0020,0020) letters for + and - along x, y, z of LPS; PS3.3 C.7.6.1.1.1.
_LETTERS = (("L", "R"), ("P", "A"), ("H", "F"))


def orientation_letters(direction: FloatArray, least: float = 0.2) -> str:
    """Patient Orientation letters of a world direction, largest part first, e.g. ``"LP"``.

    direction : shape (3,). Parts under `least` of the largest are left out.
    """
    parts = np.asarray(direction, dtype=np.float64)
    largest = float(np.abs(parts).max())
    order = sorted(range(3), key=lambda axis: -abs(float(parts[axis])))
    kept = [axis for axis in order if abs(float(parts[axis])) >= least * largest]
    return "".join(_LETTERS[axis][0 if parts[axis] > 0 else 1] for axis in kept)


def direction_of_letters(letters: str) -> FloatArray:
    """World direction of Patient Orientation letters; only the first letter's axis, shape (3,).

    Raises ValueError where the first letter is not one of LRPAHF.
    """
    for axis, (plus, minus) in enumerate(_LETTERS):
        if letters[:1] in (plus, minus):
            direction = np.zeros(3)
            direction[axis] = 1.0 if letters[0] == plus else -1.0
            return direction
    raise ValueError(f"patient orientation must begin with one of LRPAHF, got {letters!r}")
