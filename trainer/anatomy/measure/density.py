"""A patient's density of one material, anywhere in the world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from trainer.anatomy.patient import Basis, BasisVolume, Patient
from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The sum of all volumes of one basis material, as path lengths sum them."""

    volumes: tuple[BasisVolume, ...]

    @classmethod
    def of(cls, patient: Patient, basis: Basis = Basis.BONE) -> Density:
        """The density of a patient. Raises ValueError where it has no such volume."""
        volumes = tuple(volume for volume in patient.volumes if volume.basis is basis)
        if not volumes:
            raise ValueError(f"the patient has no {basis} volume")
        return cls(volumes)

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Density in g/cm3, trilinear; shape (..., 3) to (...). Nothing outside the volumes."""
        points = np.asarray(points_world_mm, dtype=np.float64)
        total = np.zeros(points.shape[:-1])
        for volume in self.volumes:
            index = volume.grid.index_of(points).reshape(-1, 3)[:, ::-1].T
            counts = ndimage.map_coordinates(
                volume.counts, index, output=np.float64, order=1, mode="constant", cval=0.0
            )
            total += counts.reshape(total.shape) * volume.g_cm3_per_count
        return total
