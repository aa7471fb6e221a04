"""Compile the slab projector's kernels, or load them from the cache, by drawing a few voxels."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.slab_projector import SlabProjector


def warm_projector() -> SlabProjector:
    """A projector whose kernels are compiled for all there is: every call has the same types."""
    projector = SlabProjector()
    grid = VoxelGrid.aligned((-9.0, -9.0, -9.0), (1.0, 1.0, 1.0), (19, 19, 19))
    counts = np.full(grid.shape_kji, 100, np.uint8)
    projector.path_lengths([BasisVolume(Basis.WATER, grid, counts, 0.01)], CArmPose().view)
    return projector
