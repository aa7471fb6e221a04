"""A CT scan as numbers: what an import hands over, before it becomes a patient."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.grid import VoxelGrid


@dataclass(frozen=True, slots=True, eq=False)
class CtScan:
    """Hounsfield units on a grid.

    hu : int16, shape (nk, nj, ni), read-only. notes : what was found and mended; no identifiers.
    """

    grid: VoxelGrid
    hu: NDArray[np.int16]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.hu.dtype != np.int16 or self.hu.shape != self.grid.shape_kji:
            raise ValueError("hu must be int16 of the grid's shape")
        self.hu.setflags(write=False)
