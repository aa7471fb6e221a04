"""Parts of blocks of voxels: which of them a box in the world touches."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.synthetic.bone import Block, FloatBlock
from trainer.anatomy.synthetic.slices import over_slices
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


def refined(coarse: FloatBlock, block: Block, fine: Block) -> FloatBlock:
    """Values read between a block's voxels at half its spacing, on a block that lies within it.

    The fine block starts on a coarse voxel. Soft tissue is made once for both grids: it is bone
    whose edges need the fine one.
    """
    from trainer.anatomy.synthetic.composer_kernels import finer

    away = np.subtract(fine.origin_world_mm, block.origin_world_mm) / block.spacing_mm
    first = np.rint(away).astype(np.int64)
    last = first + (np.array(fine.shape_kji[::-1]) + 1) // 2
    if np.abs(away - first).max() > 1e-6 or not np.isclose(block.spacing_mm, 2 * fine.spacing_mm):
        raise ValueError("the fine block must start on a coarse voxel and be half as wide")
    if (first < 0).any() or (last > block.shape_kji[::-1]).any():
        raise ValueError("the fine block must lie within the coarse one")
    out = np.empty(fine.shape_kji, np.float32)
    corner = np.ascontiguousarray(first[::-1])
    over_slices(len(out), lambda begin, end: finer(begin, end, coarse, corner, out))
    return out
