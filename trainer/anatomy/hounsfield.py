"""Hounsfield units to the two materials the beam is computed from.

Rule (anatomy.md 2, used for every reference picture): below 60 HU water 1 + HU/1000 g/cm3 and no
bone; above, f = (HU - 60)/1526, bone 1.92 f, water 1.06 (1 - f). 1586 HU is solid cortex at
120 kVp; what is denser (iodine, metal) is held there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume, ByteVolume
from trainer.geometry.grid import VoxelGrid

SOFT_CEILING_HU = 60
CORTEX_HU = 1586
CORTEX_BONE_G_CM3 = 1.92
SOFT_WATER_G_CM3 = 1.06
WATER_G_CM3_PER_COUNT = SOFT_WATER_G_CM3 / 255.0
BONE_G_CM3_PER_COUNT = CORTEX_BONE_G_CM3 / 255.0

FloatField = NDArray[np.float32]


def basis_densities(hu: NDArray[np.int16]) -> tuple[FloatField, FloatField]:
    """Water and bone density in g/cm3 of Hounsfield units, held to -1000..1586; any shape."""
    held = np.clip(hu, -1000, CORTEX_HU).astype(np.float32)
    part = np.maximum(held - SOFT_CEILING_HU, 0.0) / (CORTEX_HU - SOFT_CEILING_HU)
    below = 1.0 + np.minimum(held, SOFT_CEILING_HU) / 1000.0
    water = np.where(held < SOFT_CEILING_HU, below, SOFT_WATER_G_CM3 * (1.0 - part))
    return water.astype(np.float32), (CORTEX_BONE_G_CM3 * part).astype(np.float32)


def basis_volumes(
    grid: VoxelGrid, hu: NDArray[np.int16], share: FloatField | None = None
) -> tuple[BasisVolume, BasisVolume]:
    """Water and bone volumes of Hounsfield units on a grid.

    hu : int16 of the grid's shape. share : 0..1, broadcastable to it; the part of the density that
    this volume holds where another volume holds the rest.
    """
    water_of, bone_of = _count_tables()
    index = np.clip(hu, -1000, CORTEX_HU) + np.int16(1000)
    water, bone = np.take(water_of, index), np.take(bone_of, index)
    return (
        BasisVolume(Basis.WATER, grid, _shared(water, share), WATER_G_CM3_PER_COUNT),
        BasisVolume(Basis.BONE, grid, _shared(bone, share), BONE_G_CM3_PER_COUNT),
    )


def _count_tables() -> tuple[ByteVolume, ByteVolume]:
    """Counts for each of -1000..1586 HU, shape (2587,)."""
    water, bone = basis_densities(np.arange(-1000, CORTEX_HU + 1, dtype=np.int16))
    scales = ((water, WATER_G_CM3_PER_COUNT), (bone, BONE_G_CM3_PER_COUNT))
    first, second = (np.rint(density / scale).astype(np.uint8) for density, scale in scales)
    return first, second


def _shared(counts: ByteVolume, share: FloatField | None) -> ByteVolume:
    if share is None:
        return counts
    return np.rint(counts * np.asarray(share, dtype=np.float32)).astype(np.uint8)
