"""A bone of several swept parts, melted together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.anatomy.synthetic.blocks import part_of, spot_of
from trainer.anatomy.synthetic.bone import FAR_MM, Block, FloatBlock, MaterialBlock
from trainer.anatomy.synthetic.sweep import Sweep
from trainer.geometry.pinhole import FloatArray

BLEND_MM = 2.5


@dataclass(frozen=True, slots=True, eq=False)
class Compound:
    """One bone of `parts`; its distance is their smooth minimum, its material the nearest's."""

    name: str
    parts: tuple[Sweep, ...]

    @property
    def low_world_mm(self) -> FloatArray:
        """Lower corner of the box, shape (3,)."""
        return np.asarray(np.min([part.low_world_mm for part in self.parts], axis=0))

    @property
    def high_world_mm(self) -> FloatArray:
        """Upper corner of the box, shape (3,)."""
        return np.asarray(np.max([part.high_world_mm for part in self.parts], axis=0))

    def on_block(self, block: Block) -> tuple[FloatBlock, MaterialBlock]:
        """Distance and `Material` at a block's voxel centres, both of its shape."""
        distance = np.full(block.shape_kji, FAR_MM, np.float32)
        material = np.full(block.shape_kji, self.parts[0].section.kind[0], np.uint8)
        for part in self.parts:
            spot = spot_of(block, part.low_world_mm, part.high_world_mm)
            if spot is None:
                continue
            near, kind = part.on_block(part_of(block, spot))
            held = distance[spot]
            material[spot] = np.where(near < held, kind, material[spot])
            distance[spot] = _melted(held, near)
        return distance, material

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Distance at points, shape (n, 3) to (n,)."""
        found = np.full(len(points_world_mm), FAR_MM, np.float32)
        for part in self.parts:
            found = _melted(found, part.at(points_world_mm).astype(np.float32))
        return found.astype(np.float64)


def _melted(one: FloatBlock, other: FloatBlock) -> FloatBlock:
    """Polynomial smooth minimum."""
    blend = np.float32(BLEND_MM)
    overlap = np.maximum(blend - np.abs(one - other), np.float32(0.0))
    return np.asarray(np.minimum(one, other) - overlap * overlap / (np.float32(4.0) * blend))
