"""Voxels laid out for the slab projector: one copy for each axis that is looked along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import BasisVolume, ByteVolume
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.index_view import ACROSS_DOWN

PAD = 2  # empty columns on either side of a voxel row
LANES = 32  # voxels are taken so many at a time, the last ones beyond the end of a row


@dataclass(frozen=True, slots=True, eq=False)
class Layered:
    """The volumes of one grid, seen along one axis.

    voxels : uint8, flat, LANES longer than `shape`: (material, row v + 2, slice k, column u + 2
    PAD), so that what one row of the picture meets in a slice lies side by side. One empty row and
    PAD empty columns on either side.
    extents : int16, shape (material, row pair v + 1, slice k, 2), the first and last column that
    holds anything in rows v - 1 and v; first > last where nothing does.
    box : first and last filled slice, row, column over all materials, shape (3, 2); None if empty.
    """

    normal: int
    voxels: ByteVolume
    shape: tuple[int, int, int, int]
    extents: NDArray[np.int16]
    box: NDArray[np.intp] | None

    @property
    def strides(self) -> tuple[int, int, int]:
        """Voxels from one material, row, slice to the next."""
        _, rows, slices, columns = self.shape
        return rows * slices * columns, slices * columns, columns


def layered(volumes: Sequence[BasisVolume], normal: int, *, skip_empty: bool = True) -> Layered:
    """Copy volumes of one grid for looking along an index axis (0 = i, 1 = j, 2 = k).

    skip_empty : False takes every voxel for filled; only for measuring what skipping saves.
    """
    across, down = ACROSS_DOWN[normal]
    order = (2 - down, 2 - normal, 2 - across)
    turned = [volume.counts.transpose(order) for volume in volumes]
    rows, slices, columns = turned[0].shape
    shape = len(turned), rows + 2, slices, columns + 2 * PAD
    flat = np.zeros(int(np.prod(shape)) + LANES, np.uint8)
    voxels = flat[:-LANES].reshape(shape)
    for material, counts in enumerate(turned):
        voxels[material, 1:-1, :, PAD:-PAD] = counts
    flat.setflags(write=False)
    first, last = _filled_columns(voxels[..., PAD:-PAD], skip_empty=skip_empty)
    extents = np.stack(
        [
            np.minimum(first[:, :-1], first[:, 1:]),
            np.maximum(last[:, :-1], last[:, 1:]),
        ],
        axis=-1,
    )
    return Layered(normal, flat, shape, extents, _box(first[:, 1:-1], last[:, 1:-1]))


def _filled_columns(
    voxels: ByteVolume, *, skip_empty: bool
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """First and last filled column of each row of each slice; (columns, -1) for none."""
    columns = voxels.shape[-1]
    first = np.full(voxels.shape[:-1], columns, np.int16)
    last = np.full(voxels.shape[:-1], -1, np.int16)
    if not skip_empty:
        first[:, 1:-1], last[:, 1:-1] = 0, columns - 1
        return first, last
    for material, block in enumerate(voxels):
        for row, plane in enumerate(block):  # a row at a time: no second copy of the volume
            filled = plane != 0
            some = filled.any(axis=1)
            first[material, row, some] = filled.argmax(axis=1)[some]
            last[material, row, some] = columns - 1 - filled[:, ::-1].argmax(axis=1)[some]
    return first, last


def _box(first: NDArray[np.int16], last: NDArray[np.int16]) -> NDArray[np.intp] | None:
    filled = np.asarray(last >= first)
    rows, slices = (np.flatnonzero(filled.any(axis=others)) for others in ((0, 2), (0, 1)))
    if not rows.size:
        return None
    return np.array(
        [[slices[0], slices[-1]], [rows[0], rows[-1]], [int(first.min()), int(last.max())]]
    )


def by_grid(volumes: Sequence[BasisVolume]) -> tuple[tuple[BasisVolume, ...], ...]:
    """Volumes that share a grid, and so one pass; in the order of their first."""
    groups: list[list[BasisVolume]] = []
    for volume in volumes:
        for group in groups:
            if _same(group[0].grid, volume.grid):
                group.append(volume)
                break
        else:
            groups.append([volume])
    return tuple(tuple(group) for group in groups)


def _same(one: VoxelGrid, other: VoxelGrid) -> bool:
    return one.shape_kji == other.shape_kji and bool(
        (one.world_from_index == other.world_from_index).all()
    )
