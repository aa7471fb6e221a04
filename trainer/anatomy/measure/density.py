"""A patient's density of one material, anywhere in the world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.patient import Basis, BasisVolume, Patient
from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The sum of all volumes of one basis material, as path lengths sum them."""

    volumes: tuple[BasisVolume, ...]
    indices_from_world: tuple[FloatArray, ...]  # of each volume, (4, 4)

    @classmethod
    def of(cls, patient: Patient, basis: Basis = Basis.BONE) -> Density:
        """The density of a patient. Raises ValueError where it has no such volume."""
        volumes = tuple(volume for volume in patient.volumes if volume.basis is basis)
        if not volumes:
            raise ValueError(f"the patient has no {basis} volume")
        return cls(volumes, tuple(volume.grid.index_from_world for volume in volumes))

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Density in g/cm3, trilinear; shape (..., 3) to (...). Nothing outside the volumes."""
        from trainer.anatomy.measure.sampling import add_samples

        points = np.asarray(points_world_mm, dtype=np.float64)
        flat = np.ascontiguousarray(points.reshape(-1, 3))
        total = np.zeros(len(flat))
        for one, matrix in zip(self.volumes, self.indices_from_world, strict=True):
            add_samples(one.counts, matrix, flat, one.g_cm3_per_count, total)
        return total.reshape(points.shape[:-1])
