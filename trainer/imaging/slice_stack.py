"""A volume cut into slices across one axis, each cut to what is not empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import ByteVolume
from trainer.imaging._cv import transposed

# Counts are warped as uint16 (twice as fast as float32), spread over its whole range so that its
# rounding is 1/514 of a count.
COUNT_SCALE = 257


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """One slice. counts : uint8, shape (down, across), starting at (first_down, first_across)."""

    index: int
    counts: NDArray[np.uint8]
    first_across: int
    first_down: int

    def scaled(self) -> NDArray[np.uint16]:
        """Counts times `COUNT_SCALE`, contiguous."""
        return np.multiply(self.counts, COUNT_SCALE, dtype=np.uint16)


@dataclass(frozen=True, slots=True, eq=False)
class SliceStack:
    """The slices of a volume that hold anything. normal : 0 = i, 1 = j, 2 = k."""

    volume: ByteVolume
    normal: int
    slices: tuple[Slice, ...]


def stack_of(volume: ByteVolume, normal: int) -> SliceStack:
    """Cut a volume of shape (nk, nj, ni) across an index axis."""
    by_slice = _slice_first(volume, normal)
    return SliceStack(volume, normal, tuple(_slices(by_slice)))


def _slice_first(volume: ByteVolume, normal: int) -> ByteVolume:
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


def _slices(by_slice: ByteVolume) -> Iterator[Slice]:
    for index, counts in enumerate(by_slice):
        across, down = np.flatnonzero(counts.max(axis=0)), np.flatnonzero(counts.max(axis=1))
        if across.size:
            window = counts[down[0] : down[-1] + 1, across[0] : across[-1] + 1]
            yield Slice(index, window, int(across[0]), int(down[0]))
