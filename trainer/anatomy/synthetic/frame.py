"""A vertebra's own axes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Origin in the middle of the body; columns left, posterior, up of `axes`, shape (3, 3).

    World and local millimetres are LPS-ordered: x left, y posterior, z up (anatomy.md 2).
    """

    centre_world_mm: FloatArray
    axes: FloatArray

    def world(self, local_mm: FloatArray) -> FloatArray:
        """World mm of local points; shape (..., 3)."""
        return np.asarray(np.asarray(local_mm) @ self.axes.T + self.centre_world_mm)

    def local(self, world_mm: FloatArray) -> FloatArray:
        """Local mm of world points; shape (..., 3)."""
        return np.asarray((np.asarray(world_mm) - self.centre_world_mm) @ self.axes)
