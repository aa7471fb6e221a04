"""The half plane round an electrode: cells of a cylinder, fine at the tip, coarse far away.

r from the needle's axis outward, z along it: 0 at the tip, + toward the hub.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.therapy.electrode import Electrode

FloatArray = NDArray[np.float64]
Mask = NDArray[np.bool_]
REACH_MM = 45.0  # far wall: three times what heat travels in three minutes (X)
FINE_MM = 0.25  # along z where the tip and the end of the bare part lie (X)
GROWTH = 1.12  # of cells away from there (X)
ACROSS_RADIUS = 4  # cells between axis and surface (X)


@dataclass(frozen=True, slots=True, eq=False)
class LesionGrid:
    """Cell faces in metres: r_face (nr + 1,), z_face (nz + 1,)."""

    r_face_m: FloatArray
    z_face_m: FloatArray

    @property
    def shape(self) -> tuple[int, int]:
        """(nz, nr)."""
        return len(self.z_face_m) - 1, len(self.r_face_m) - 1

    @property
    def r_m(self) -> FloatArray:
        """Middles of cells in r, shape (nr,)."""
        return (self.r_face_m[1:] + self.r_face_m[:-1]) / 2.0

    @property
    def z_m(self) -> FloatArray:
        """Middles of cells in z, shape (nz,)."""
        return (self.z_face_m[1:] + self.z_face_m[:-1]) / 2.0

    @property
    def volume_m3(self) -> FloatArray:
        """Shape (nz, nr)."""
        return np.outer(np.diff(self.z_face_m), self._ring_m2)

    @property
    def ring_face_m2(self) -> FloatArray:
        """Area of each cell's faces across z, shape (nz, nr): a ring."""
        return np.broadcast_to(self._ring_m2, self.shape)

    @property
    def wall_m2(self) -> FloatArray:
        """Area of the cylinder walls at the r faces, shape (nz, nr + 1)."""
        return np.outer(np.diff(self.z_face_m), 2.0 * np.pi * self.r_face_m)

    @property
    def _ring_m2(self) -> FloatArray:
        return np.asarray(np.pi * np.diff(self.r_face_m**2))


def grid_round(electrode: Electrode) -> LesionGrid:
    """A grid whose faces coincide with the electrode's surface, tip and end of the bare part."""
    radius, tip = electrode.radius_mm, electrode.active_tip_mm
    r = [*np.linspace(0.0, radius, ACROSS_RADIUS + 1), *_outward(radius, radius / ACROSS_RADIUS)]
    bare = np.linspace(0.0, tip, round(tip / FINE_MM) + 1)
    away = np.array(_outward(0.0, FINE_MM))
    z = [*(-away[::-1]), *bare, *(tip + away)]
    return LesionGrid(np.array(r) / 1000.0, np.array(z) / 1000.0)


def _outward(start_mm: float, first_mm: float) -> list[float]:
    """Growing cells from a place to `REACH_MM` beyond it, without the place itself."""
    faces, step = [], first_mm
    at = start_mm
    while at < start_mm + REACH_MM:
        at += step
        faces.append(at)
        step = min(step * GROWTH, 4.0)
    return faces
