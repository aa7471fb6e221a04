"""A CT turned so that its axes run along the world's: i to the left, j backward, k to the head."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.ct import CtScan
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

OUTSIDE_HU = -1024
# A corner may lie this far off an aligned grid before the scan is resampled (design value).
TOLERANCE_MM = 0.1


def along_world(scan: CtScan) -> CtScan:
    """The same scan on an aligned grid with positive steps.

    Axes are swapped and flipped without touching a value; a scan that stands askew by more than
    `TOLERANCE_MM` at a corner is resampled linearly, and a note says so.
    """
    grid, hu = _swapped(scan)
    spacing = grid.spacing_mm
    straight = VoxelGrid.aligned(_triple(grid.world_from_index[:3, 3]), spacing, hu.shape)
    off = float(np.abs(straight.corners_world_mm - grid.corners_world_mm).max())
    if off <= TOLERANCE_MM:
        return CtScan(straight, hu, scan.notes)
    note = f"The scan stood askew by {off:.1f} mm at its corners and was resampled straight."
    return CtScan(*_resampled(grid, hu), (*scan.notes, note))


def _triple(values: FloatArray) -> tuple[float, float, float]:
    return float(values[0]), float(values[1]), float(values[2])


def _swapped(scan: CtScan) -> tuple[VoxelGrid, NDArray[np.int16]]:
    """Index axes reordered and flipped to the world axes they run along most."""
    matrix = scan.grid.world_from_index
    order = _dominant(matrix[:3, :3])
    turned = np.eye(4)
    turned[:3, :3] = matrix[:3, order]
    turned[:3, 3] = matrix[:3, 3]
    hu = scan.hu.transpose([2 - axis for axis in reversed(order)])
    for axis in range(3):
        if turned[axis, axis] < 0.0:
            last = hu.shape[2 - axis] - 1
            turned[:3, 3] += last * turned[:3, axis]
            turned[:3, axis] *= -1.0
            hu = np.flip(hu, 2 - axis)
    nk, nj, ni = hu.shape
    return VoxelGrid(turned, (nk, nj, ni)), np.ascontiguousarray(hu)


def _dominant(axes: FloatArray) -> list[int]:
    """For world x, y, z the index axis that runs along it most, each once."""
    left = np.abs(axes / np.linalg.norm(axes, axis=0))
    order = [0, 0, 0]
    for _ in range(3):
        world, index = np.unravel_index(int(left.argmax()), (3, 3))
        order[int(world)] = int(index)
        left[world, :] = -1.0
        left[:, index] = -1.0
    return order


def _resampled(grid: VoxelGrid, hu: NDArray[np.int16]) -> tuple[VoxelGrid, NDArray[np.int16]]:
    corners = grid.corners_world_mm
    low, high = corners.min(axis=0), corners.max(axis=0)
    spacing = np.array(grid.spacing_mm)
    ni, nj, nk = (int(count) for count in np.ceil((high - low) / spacing))
    origin = low + spacing / 2.0
    straight = VoxelGrid.aligned(_triple(origin), grid.spacing_mm, (nk, nj, ni))
    matrix = grid.index_from_world @ straight.world_from_index
    turned = ndimage.affine_transform(
        hu,
        matrix[:3, :3][::-1, ::-1],
        matrix[:3, 3][::-1],
        output_shape=(nk, nj, ni),
        order=1,
        cval=OUTSIDE_HU,
    )
    return straight, turned
