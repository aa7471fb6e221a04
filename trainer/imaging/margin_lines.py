"""How far a safe distance from a structure reaches, as lines over a slice."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.distance import DistanceBlock
from trainer.geometry.pinhole import FloatArray
from trainer.imaging._cv import outlines
from trainer.imaging.slices import SlicePlane


def margin_lines(
    block: DistanceBlock, plane: SlicePlane, margin_mm: float
) -> tuple[FloatArray, ...]:
    """Closed lines in the slice where the structure is `margin_mm` away; each shape (n, 2), pixels.

    Only inside the block, whose distances are known; 0 mm is the structure's own surface.
    """
    columns, rows = plane.size_px
    pixels = np.stack(np.meshgrid(np.arange(columns), np.arange(rows)), axis=-1).astype(np.float64)
    world = plane.world_of(pixels)
    # outlines() follows where a picture rises above a level: nearness does that at the margin.
    near = np.where(block.covers(world), margin_mm - block.at(world), -1.0)
    return tuple(outlines(near.astype(np.float32), 0.0))
