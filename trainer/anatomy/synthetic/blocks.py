"""Parts of blocks of voxels: which of them a box in the world touches."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.synthetic.bone import Block
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

Spot = tuple[slice, slice, slice]  # (k, j, i) of a block


def spot_of(block: Block, low_world_mm: FloatArray, high_world_mm: FloatArray) -> Spot | None:
    """The voxels whose centres lie in a world box; None where there are none."""
    origin = np.array(block.origin_world_mm)
    first = np.ceil((np.asarray(low_world_mm) - origin) / block.spacing_mm).astype(int)
    past = np.floor((np.asarray(high_world_mm) - origin) / block.spacing_mm).astype(int) + 1
    first = np.maximum(first, 0)
    past = np.minimum(past, block.shape_kji[::-1])
    if (past <= first).any():
        return None
    i, j, k = (slice(int(a), int(b)) for a, b in zip(first, past, strict=True))
    return k, j, i


def part_of(block: Block, spot: Spot) -> Block:
    """The block of those voxels."""
    k, j, i = spot
    x, y, z = block.origin_world_mm
    step = block.spacing_mm
    origin = (x + i.start * step, y + j.start * step, z + k.start * step)
    return Block(origin, step, (k.stop - k.start, j.stop - j.start, i.stop - i.start))


def grid_of(block: Block) -> VoxelGrid:
    """The block as a grid of a volume."""
    step = block.spacing_mm
    return VoxelGrid.aligned(block.origin_world_mm, (step, step, step), block.shape_kji)


def block_over(low_world_mm: FloatArray, high_world_mm: FloatArray, spacing_mm: float) -> Block:
    """The smallest block that holds a box, on the lattice of whole spacings from the origin."""
    first = np.floor(np.asarray(low_world_mm) / spacing_mm + 1e-9).astype(int)
    last = np.ceil(np.asarray(high_world_mm) / spacing_mm - 1e-9).astype(int)
    ni, nj, nk = (int(n) for n in last - first + 1)
    x, y, z = (float(n * spacing_mm) for n in first)
    return Block((x, y, z), spacing_mm, (nk, nj, ni))
