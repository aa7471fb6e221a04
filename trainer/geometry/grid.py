"""A regular voxel grid in the world."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class VoxelGrid:
    """Where the voxels of a volume stand.

    world_from_index : shape (4, 4); takes (i, j, k, 1), the *centre* of voxel (i, j, k), to the
        world in mm. The three axes are orthogonal.
    shape_kji : the array's shape; i (fastest in memory) is its last axis.
    """

    world_from_index: FloatArray
    shape_kji: tuple[int, int, int]

    def __post_init__(self) -> None:
        matrix = np.array(self.world_from_index, dtype=np.float64)
        if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
            raise ValueError("world_from_index must be a finite 4 x 4 matrix")
        axes = matrix[:3, :3]
        lengths = np.linalg.norm(axes, axis=0)
        if (lengths <= 0.0).any():
            raise ValueError("voxel edges must have a length")
        unit = axes / lengths
        if not np.allclose(unit.T @ unit, np.eye(3), atol=1e-4):
            raise ValueError("the axes of a voxel grid must be orthogonal")
        matrix.setflags(write=False)
        object.__setattr__(self, "world_from_index", matrix)

    @classmethod
    def aligned(
        cls,
        origin_world_mm: tuple[float, float, float],
        spacing_mm: tuple[float, float, float],
        shape_kji: tuple[int, int, int],
    ) -> VoxelGrid:
        """A grid along the world's axes; origin is the centre of voxel (0, 0, 0)."""
        matrix = np.diag([*spacing_mm, 1.0])
        matrix[:3, 3] = origin_world_mm
        return cls(matrix, shape_kji)

    @property
    def index_from_world(self) -> FloatArray:
        """Shape (4, 4), the inverse of `world_from_index`."""
        return np.asarray(np.linalg.inv(self.world_from_index), dtype=np.float64)

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Voxel edges along i, j, k."""
        i, j, k = np.linalg.norm(self.world_from_index[:3, :3], axis=0)
        return float(i), float(j), float(k)

    def index_of(self, points_world_mm: FloatArray) -> FloatArray:
        """Fractional (i, j, k) of world points; shape (..., 3) to (..., 3)."""
        matrix = self.index_from_world
        return np.asarray(np.asarray(points_world_mm) @ matrix[:3, :3].T + matrix[:3, 3])

    def world_of(self, indices_ijk: FloatArray) -> FloatArray:
        """World mm of fractional (i, j, k); shape (..., 3) to (..., 3)."""
        matrix = self.world_from_index
        return np.asarray(np.asarray(indices_ijk) @ matrix[:3, :3].T + matrix[:3, 3])

    @property
    def corners_world_mm(self) -> FloatArray:
        """The eight outer corners (voxel edges, not centres); shape (8, 3)."""
        nk, nj, ni = self.shape_kji
        ends = [(-0.5, n - 0.5) for n in (ni, nj, nk)]
        corners = [(i, j, k) for i in ends[0] for j in ends[1] for k in ends[2]]
        return self.world_of(np.array(corners))
