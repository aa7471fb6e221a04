"""End plates of a vertebral body, as planes through the ends of its columns of voxels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray

COLUMN_MM = 2.0  # the body is cut into columns this wide
LEAST_COLUMNS = 12
# Away from the rim, where the plate is rounded and spurs stand proud; of the half width and depth.
INNER_SHARE = 0.8
TRIMMED_MM = 2.5  # a column that ends this far off the plane is a spur, a rib or a hole
ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A plane z = height + slope_x x + slope_y y in the frame of the points; residual_mm RMS.

    low, high : the smallest and largest (x, y) of the body there.
    """

    height_mm: float
    slope: tuple[float, float]
    residual_mm: float
    low: tuple[float, float]
    high: tuple[float, float]

    @property
    def normal(self) -> FloatArray:
        """Unit normal toward the head, shape (3,)."""
        vector = np.array([-self.slope[0], -self.slope[1], 1.0])
        return np.asarray(vector / np.linalg.norm(vector))

    def at(self, xy_mm: FloatArray) -> float:
        """Height over a place, shape (2,)."""
        return self.height_mm + self.slope[0] * float(xy_mm[0]) + self.slope[1] * float(xy_mm[1])


def plates_of(body_local_mm: FloatArray, voxel_mm: float) -> tuple[Plate, Plate] | None:
    """Upper and lower plate of a body's voxel centres, (n, 3), z along its axis; None if too few.

    voxel_mm : the voxel's edge along z: its centre lies half of it inside the surface.
    """
    columns = _columns(body_local_mm)
    if columns is None:
        return None
    xy, low, high = columns
    half = voxel_mm / 2.0
    upper, lower = _plane(xy, high + half), _plane(xy, low - half)
    return (upper, lower) if upper is not None and lower is not None else None


def _columns(points: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray] | None:
    """(x, y) of each column's middle, its lowest and highest point."""
    if not len(points):
        return None
    cells = np.floor(points[:, :2] / COLUMN_MM).astype(np.int64)
    keys, index = np.unique(cells, axis=0, return_inverse=True)
    low, high = np.full(len(keys), np.inf), np.full(len(keys), -np.inf)
    index = index.reshape(-1)
    np.minimum.at(low, index, points[:, 2])
    np.maximum.at(high, index, points[:, 2])
    return np.asarray((keys + 0.5) * COLUMN_MM), np.asarray(low), np.asarray(high)


def _plane(xy: FloatArray, z: FloatArray) -> Plate | None:
    low, high = np.percentile(xy, 2, axis=0), np.percentile(xy, 98, axis=0)
    middle, half = (low + high) / 2.0, np.maximum((high - low) / 2.0, COLUMN_MM)
    inner = (((xy - middle) / half) ** 2).sum(axis=1) < INNER_SHARE**2
    for _ in range(ROUNDS):
        if np.count_nonzero(inner) < LEAST_COLUMNS:
            return None
        matrix = np.column_stack([np.ones(np.count_nonzero(inner)), xy[inner]])
        found = np.linalg.lstsq(matrix, z[inner], rcond=None)[0]
        off = z - (found[0] + xy @ found[1:])
        residual = float(np.sqrt(np.mean(off[inner] ** 2)))
        inner &= np.abs(off) < max(TRIMMED_MM, 2.0 * residual)
    corner = COLUMN_MM / 2.0
    return Plate(
        float(found[0]),
        (float(found[1]), float(found[2])),
        residual,
        (float(low[0]) - corner, float(low[1]) - corner),
        (float(high[0]) + corner, float(high[1]) + corner),
    )
