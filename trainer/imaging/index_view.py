"""A pinhole view in the index space of one voxel grid, where the grid is a box of unit voxels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray, PinholeView

# Slice normal (i=0, j=1, k=2) -> the index axes that run across and down its slices.
ACROSS_DOWN = {0: (1, 2), 1: (0, 2), 2: (0, 1)}


@dataclass(frozen=True, slots=True, eq=False)
class IndexView:
    """Source and rays as voxel indices.

    source : shape (3,). rays_index, rays_world_mm : shape (3, 3); the vector from the source to
    pixel (c, r) is rays @ (c, r, 1). size_px : (columns, rows).
    """

    source: FloatArray
    rays_index: FloatArray
    rays_world_mm: FloatArray
    size_px: tuple[int, int]

    @classmethod
    def of(cls, view: PinholeView, grid: VoxelGrid) -> IndexView:
        """The view as the grid sees it."""
        to_corner = view.pixel00_world_mm - view.source_world_mm
        rays = np.stack([view.column_step_mm, view.row_step_mm, to_corner], axis=1)
        linear = grid.index_from_world[:3, :3]
        return cls(grid.index_of(view.source_world_mm), linear @ rays, rays, view.size_px)

    def best_axis(self) -> int:
        """The axis whose slices the rays cross most often: 0 = i, 1 = j, 2 = k.

        Counted in slices per mm for the worst of the four corner rays, so that thick slices are
        looked along only where no other axis serves. For cubic voxels it is the axis nearest the
        central ray.
        """
        corners = self._corners
        lengths = np.linalg.norm(self.rays_world_mm @ corners, axis=0)
        per_mm = (self.rays_index @ corners) / lengths
        same_side = np.abs(np.sign(per_mm).sum(axis=1)) == 4
        return int(np.argmax(np.abs(per_mm).min(axis=1) * same_side))

    def drift_per_slice(self, normal: int) -> float:
        """Voxels that the central ray moves sideways from one slice to the next."""
        ray = np.abs(self.rays_index @ self._middle)
        return float(np.delete(ray, normal).max() / ray[normal])

    @property
    def _middle(self) -> FloatArray:
        return np.array([(self.size_px[0] - 1) / 2.0, (self.size_px[1] - 1) / 2.0, 1.0])

    @property
    def _corners(self) -> FloatArray:
        """The four corner pixels as (c, r, 1); shape (3, 4)."""
        right, bottom = self.size_px[0] - 1.0, self.size_px[1] - 1.0
        return np.array([[0, 0, 1], [right, 0, 1], [0, bottom, 1], [right, bottom, 1.0]]).T

    def slice_from_pixel(self, normal: int, index: float) -> FloatArray:
        """Homography from (column, row, 1) to (across, down, 1) of one slice; shape (3, 3)."""
        across, down = ACROSS_DOWN[normal]
        to_slice = index - self.source[normal]
        rays = self.rays_index
        return np.stack(
            [
                to_slice * rays[across] + self.source[across] * rays[normal],
                to_slice * rays[down] + self.source[down] * rays[normal],
                rays[normal],
            ]
        )

    def share_of_way(self, normal: int) -> Callable[[float], float]:
        """How far along the central ray a slice lies: 0 at the source, 1 at the receptor."""
        reach = float(self.rays_index[normal] @ self._middle)
        start = float(self.source[normal])
        return lambda index: (index - start) / reach

    def mm_per_slice(self, normal: int) -> NDArray[np.float32]:
        """Length of each pixel's ray from one slice to the next; shape (rows, columns)."""
        columns, rows = self.size_px
        c = np.arange(columns, dtype=np.float64)[None, :]
        r = np.arange(rows, dtype=np.float64)[:, None]
        squared = np.zeros((rows, columns))
        for part in self.rays_world_mm:
            squared += np.square(part[0] * c + part[1] * r + part[2])
        along = self.rays_index[normal]
        per_slice = np.sqrt(squared) / np.abs(along[0] * c + along[1] * r + along[2])
        return np.asarray(per_slice, dtype=np.float32)
