"""A volume turned so that its axes run as the world's do, as far as they can. Pure.

After it i runs to the patient's left, j to the back, k to the head (nearest axis each), whatever
way the file stored them; no value is resampled.
"""

from __future__ import annotations

from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

MOST_SHEAR_DEG = 0.5  # as for CT series


def squared(world_from_index: FloatArray) -> tuple[FloatArray, float]:
    """The nearest matrix with axes at right angles, and how far it was off in degrees.

    world_from_index : shape (4, 4). Lengths of the axes and the origin stay.
    Raises ValueError where an axis has no length or two are parallel.
    """
    axes = np.asarray(world_from_index, dtype=np.float64)[:3, :3]
    lengths = np.linalg.norm(axes, axis=0)
    if not (lengths > 0.0).all():
        raise ValueError("an axis has no length")
    unit = axes / lengths
    left, sizes, right = np.linalg.svd(unit)
    if sizes[-1] < 1e-3:
        raise ValueError("axes are parallel")
    nearest = left @ right
    cosines = np.clip(np.abs(unit.T @ unit - np.eye(3)).max(), 0.0, 1.0)
    matrix = np.eye(4)
    matrix[:3, :3] = nearest * lengths
    matrix[:3, 3] = np.asarray(world_from_index)[:3, 3]
    return matrix, float(np.degrees(np.arcsin(cosines)))


def along_world(
    values_kji: NDArray[np.int16], world_from_index: FloatArray
) -> tuple[VoxelGrid, NDArray[np.int16]]:
    """The same voxels with axes in world order; any of the 48 storage orders comes out alike."""
    matrix = np.array(world_from_index, dtype=np.float64)
    order = _nearest_order(matrix[:3, :3])
    matrix[:, :3] = matrix[:, list(order)]
    values = values_kji.transpose([2 - order[2], 2 - order[1], 2 - order[0]])
    for axis in range(3):
        if matrix[axis, axis] < 0.0:
            last = values.shape[2 - axis] - 1
            matrix[:3, 3] += last * matrix[:3, axis]
            matrix[:3, axis] *= -1.0
            values = np.flip(values, axis=2 - axis)
    hu = np.ascontiguousarray(values)
    nk, nj, ni = hu.shape
    return VoxelGrid(matrix, (nk, nj, ni)), hu


def _nearest_order(axes: FloatArray) -> tuple[int, ...]:
    """Which index axis runs most nearly along x, y and z."""
    unit = np.abs(axes / np.linalg.norm(axes, axis=0))
    return max(permutations(range(3)), key=lambda o: sum(unit[w, i] for w, i in enumerate(o)))
