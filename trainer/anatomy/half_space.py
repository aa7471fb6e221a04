"""The skin of a patient who is only a picture: a plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True)
class HalfSpace:
    """Everything anterior of the plane y = `y_mm` is the body."""

    y_mm: float

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Signed distance in mm, negative inside; shape (n, 3) to (n,)."""
        return np.asarray(points_world_mm, dtype=np.float64)[..., 1] - self.y_mm
