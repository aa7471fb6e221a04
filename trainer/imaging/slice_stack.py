"""A volume cut into slices across one axis, each cut to what is not empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import ByteVolume
from trainer.imaging._cv import transposed

# Counts are warped as uint16 (twice as fast as float32), spread over its range so that its rounding
# is 1/512 of a count.
COUNT_SCALE = 256


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """One plane through the volume, starting at (first_down, first_across).

    index : along the normal; halves lie midway between two voxel layers. layers : that layer, or
    those two; uint8, shape (down, across).
    """

    index: float
    layers: tuple[NDArray[np.uint8], ...]
    first_across: int
    first_down: int

    @property
    def shape(self) -> tuple[int, int]:
        """Voxels (down, across)."""
        down, across = self.layers[0].shape
        return down, across

    def scaled(self) -> NDArray[np.uint16]:
        """Counts times `COUNT_SCALE`, contiguous; the mean where there are two layers."""
        if len(self.layers) == 1:
            return np.left_shift(self.layers[0], 8, dtype=np.uint16)
        total = np.add(*self.layers, dtype=np.uint16)
        return np.left_shift(total, 7, out=total)


@dataclass(frozen=True, slots=True, eq=False)
class SliceStack:
    """The slices of a volume that hold anything.

    normal : 0 = i, 1 = j, 2 = k. per_voxel : 1, or 2 with planes midway between the layers.
    """

    volume: ByteVolume
    normal: int
    per_voxel: int
    slices: tuple[Slice, ...]


def stack_of(volume: ByteVolume, normal: int, per_voxel: int) -> SliceStack:
    """Cut a volume of shape (nk, nj, ni) across an index axis, once or twice per voxel."""
    layers = _layers_first(volume, normal)
    slices = list(_slices(layers))
    if per_voxel == 2:
        slices += _midway(layers, slices)
    return SliceStack(volume, normal, per_voxel, tuple(slices))


def _layers_first(volume: ByteVolume, normal: int) -> ByteVolume:
    """The volume with the slice axis first; only i needs a copy for speed, i being innermost."""
    if normal == 2:
        return volume
    if normal == 1:
        return volume.transpose(1, 0, 2)
    nk, nj, ni = volume.shape
    turned = np.empty((ni, nk, nj), np.uint8)
    for k in range(nk):
        turned[:, k, :] = transposed(volume[k])
    return turned


def _slices(layers: ByteVolume) -> Iterator[Slice]:
    for index, counts in enumerate(layers):
        across, down = np.flatnonzero(counts.max(axis=0)), np.flatnonzero(counts.max(axis=1))
        if across.size:
            window = counts[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
            yield Slice(float(index), (window,), int(across[0]), int(down[0]))


def _midway(layers: ByteVolume, slices: list[Slice]) -> Iterator[Slice]:
    """Planes half a voxel before each layer and, where nothing follows, behind it."""
    empty = np.zeros((1, *layers.shape[1:]), np.uint8)
    filled = {int(one.index): one for one in slices}
    for before in sorted({at - 1 for at in filled} | set(filled)):
        ends = [filled[at] for at in (before, before + 1) if at in filled]
        left, top = min(e.first_across for e in ends), min(e.first_down for e in ends)
        right = max(e.first_across + e.shape[1] for e in ends)
        bottom = max(e.first_down + e.shape[0] for e in ends)
        pair = tuple(
            (layers[at] if at in filled else empty[0])[top:bottom, left:right]
            for at in (before, before + 1)
        )
        yield Slice(before + 0.5, pair, left, top)
