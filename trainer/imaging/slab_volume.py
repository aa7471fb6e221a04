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
LEAST_TILE = 16  # columns told filled or empty together
LANES = 32  # voxels are taken so many at a time, the last ones beyond the end of a row
BEYOND = 2 * LANES  # after the last voxel, so that they may


@dataclass(frozen=True, slots=True, eq=False)
class Layered:
    """The volumes of one grid, seen along one axis.

    voxels : uint8, flat, BEYOND longer than `shape`: (material, row v + 2, slice k, column u + 2
    PAD), so that what one row of the picture meets in a slice lies side by side. One empty row and
    PAD empty columns on either side.
    filled : uint64, shape (material, row pair v + 1, slice k), a bit for every `tile` columns in
    which row v - 1 or v holds anything.
    ends : int16, shape (material, row pair v + 1, slice k, 2), first of those columns and one past
    the last.
    box : first and last filled slice, row, column over all materials, shape (3, 2); None if empty.
    """

    normal: int
    voxels: ByteVolume
    shape: tuple[int, int, int, int]
    filled: NDArray[np.uint64]
    ends: NDArray[np.int16]
    tile: int
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
    flat = np.zeros(int(np.prod(shape)) + BEYOND, np.uint8)
    voxels = flat[:-BEYOND].reshape(shape)
    for material, counts in enumerate(turned):
        voxels[material, 1:-1, :, PAD:-PAD] = counts
    flat.setflags(write=False)
    tile = _tile(shape[3])
    filled = _filled_tiles(voxels, tile, skip_empty=skip_empty)
    pairs = filled[:, :-1] | filled[:, 1:]
    box = _box(voxels[..., PAD:-PAD], filled)
    return Layered(normal, flat, shape, pairs, _ends(pairs, tile), tile, box)


def _tile(columns: int) -> int:
    """Columns to a bit, so that a row has at most 64."""
    tile = LEAST_TILE
    while columns > 64 * tile:
        tile *= 2
    return tile


def _filled_tiles(voxels: ByteVolume, tile: int, *, skip_empty: bool) -> NDArray[np.uint64]:
    """Bits of each row of each slice; shape (material, row, slice)."""
    materials, rows, slices, columns = voxels.shape
    edges = np.arange(0, columns, tile)
    bits = np.left_shift(np.uint64(1), np.arange(edges.size, dtype=np.uint64))
    found = np.zeros((materials, rows, slices), np.uint64)
    if not skip_empty:
        found[:, 1:-1] = bits.sum()
        return found
    for material in range(materials):
        for row in range(rows):  # a row at a time: no second copy of the volume
            some = np.bitwise_or.reduceat(voxels[material, row], edges, axis=1) != 0
            found[material, row] = (some * bits).sum(axis=1)
    return found


def _ends(filled: NDArray[np.uint64], tile: int) -> NDArray[np.int16]:
    """First column of the lowest bit and one past the last of the highest; 0, 0 of no bit."""
    ends = np.zeros((*filled.shape, 2), np.int16)
    for bit in reversed(range(64)):
        ends[..., 0][(filled >> np.uint64(bit)) & np.uint64(1) == 1] = bit * tile
    for bit in range(64):
        ends[..., 1][(filled >> np.uint64(bit)) & np.uint64(1) == 1] = (bit + 1) * tile
    return ends


def _box(voxels: ByteVolume, filled: NDArray[np.uint64]) -> NDArray[np.intp] | None:
    some = (filled != 0).any(axis=0)
    rows, slices = np.flatnonzero(some.any(axis=1)), np.flatnonzero(some.any(axis=0))
    if not rows.size:
        return None
    columns = np.flatnonzero(np.bitwise_or.reduce(voxels, axis=(0, 1, 2)))
    if not columns.size:
        columns = np.array([0, voxels.shape[-1] - 1])
    ends = [(places[0], places[-1]) for places in (slices, rows - 1, columns)]
    return np.array(ends, np.intp)


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
