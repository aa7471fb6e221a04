"""A bone made of solids: implements `Bone`."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from trainer.anatomy.synthetic.bone import Block, FloatBlock, MaterialBlock
from trainer.anatomy.synthetic.frame import Frame
from trainer.anatomy.synthetic.solid import Rows, Solid, rows_of
from trainer.geometry.pinhole import FloatArray

THREADS = 2  # the machine this is made for; bytes are the same for any number


@dataclass(frozen=True, slots=True, eq=False)
class SolidBone:
    """One bone as rows of solids in a frame of its own; see `Bone`."""

    name: str
    frame: Frame
    rows: Rows
    low_world_mm: FloatArray
    high_world_mm: FloatArray

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        """Distance and material at a block's voxel centres."""
        from trainer.anatomy.synthetic.solid_kernels import fill_slices

        distance = np.empty(block.shape_kji, dtype=np.float32)
        material = np.empty(block.shape_kji, dtype=np.uint8)
        first = self.frame.local(np.array(block.origin_world_mm))
        steps = np.ascontiguousarray(block.spacing_mm * self.frame.axes)
        cuts = np.linspace(0, block.shape_kji[0], THREADS + 1).astype(int)
        with ThreadPoolExecutor(THREADS) as pool:
            work = [
                pool.submit(fill_slices, self.rows, first, steps, k0, k1, distance, material)
                for k0, k1 in pairwise(cuts)
            ]
        for one in work:
            one.result()
        return distance, material

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        from trainer.anatomy.synthetic.solid_kernels import fill_points

        points = np.ascontiguousarray(self.frame.local(np.asarray(points_world_mm, np.float64)))
        distance = np.empty(len(points), dtype=np.float32)
        fill_points(self.rows, points, distance)
        return distance.astype(np.float64)


def solid_bone(name: str, frame: Frame, solids: tuple[Solid, ...]) -> SolidBone:
    """A bone of solids, with its box in the world."""
    rows = rows_of(solids)
    added = rows[rows[:, 2] > 0.0]
    corners = np.array(
        [
            [row[(3, 6)[a]], row[(4, 7)[b]], row[(5, 8)[c]]]
            for row in added
            for a in (0, 1)
            for b in (0, 1)
            for c in (0, 1)
        ]
    )
    world = frame.world(corners)
    return SolidBone(name, frame, rows, world.min(axis=0), world.max(axis=0))
