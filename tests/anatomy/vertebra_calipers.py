"""Measuring a vertebra on its signed distance, as calipers would; knows nothing of its making."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.synthetic.bone import Bone
from trainer.anatomy.synthetic.frame import Frame
from trainer.geometry.pinhole import FloatArray

STEP_MM = 0.05
Corner = FloatArray | tuple[float, float, float]


class Calipers:
    """One bone, in a frame."""

    def __init__(self, bone: Bone, frame: Frame) -> None:
        self._bone, self._frame = bone, frame

    def distance(self, points_local_mm: FloatArray) -> FloatArray:
        """Mm to the surface of local points, shape (n, 3) to (n,)."""
        return self._bone.at(self._frame.world(points_local_mm))

    def edge(self, start: FloatArray, way: FloatArray, reach_mm: float = 60.0) -> float:
        """How far from a point to where the bone begins or ends along a way; nan if it does not."""
        along = np.arange(0.0, reach_mm, STEP_MM)
        inside = self.distance(np.asarray(start) + along[:, None] * np.asarray(way)) < 0.0
        changes = np.flatnonzero(inside != inside[0])
        return float(along[changes[0]]) if len(changes) else float("nan")

    def across(self, middle: FloatArray, way: FloatArray, reach_mm: float = 60.0) -> float:
        """The bone's, or from a hollow point the hollow's, extent along a way, both directions."""
        back = -np.asarray(way)
        return self.edge(middle, way, reach_mm) + self.edge(middle, back, reach_mm)

    def furthest(self, low: Corner, high: Corner, way: FloatArray, step: float) -> float:
        """Largest coordinate along a way of bone within a box."""
        axes = [np.arange(low[n], high[n] + step / 2.0, step) for n in range(3)]
        points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
        distance = self.distance(points)
        inside = points[distance < 0.0] @ np.asarray(way)
        if not len(inside):
            return float("nan")
        last = points[distance < 0.0][inside.argmax()]
        return float(inside.max() + self.edge(last, way, 2.0))


def thinnest(found: list[float]) -> float:
    """The least of several readings; those that met no bone do not count."""
    return float(np.nanmin(found))


def widest(calipers: Calipers, start: FloatArray, about_mm: float) -> float:
    """Distance from a point to the furthest bone behind it, near the mid-line."""
    y = np.arange(start[1] + 8.0, start[1] + about_mm + 6.0, 0.7)
    z = np.arange(start[2] - about_mm - 6.0, start[2] + 6.0, 0.7)
    axes = np.meshgrid(np.arange(-4.5, 5.0, 1.0), y, z, indexing="ij")
    points = np.stack(axes, axis=-1).reshape(-1, 3)
    reach = np.linalg.norm(points - start, axis=1)
    far = np.abs(reach - about_mm) < 6.0
    inside = calipers.distance(points[far]) < 0.0
    return float(reach[far][inside].max())
