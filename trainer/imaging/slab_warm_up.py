"""Compile all kernels of pictures, or load them from the cache, by drawing a few voxels."""

from __future__ import annotations

import numpy as np

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.exposure import anatomy_paths_of, expose
from trainer.imaging.needle_shadow import Rod
from trainer.imaging.projected import ProjectedPaths
from trainer.imaging.slab_projector import SlabProjector


def warm_projector() -> SlabProjector:
    """A projector whose kernels are compiled for all there is: every call has the same types."""
    projector = SlabProjector()
    grid = VoxelGrid.aligned((-9.0, -9.0, -9.0), (1.0, 1.0, 1.0), (19, 19, 19))
    counts = np.full(grid.shape_kji, 100, np.uint8)
    view = CArmPose(matrix_px=32).view
    water = projector.path_lengths([BasisVolume(Basis.WATER, grid, counts, 0.01)], view)
    paths = ProjectedPaths(
        view, water[Basis.WATER], np.zeros((32, 32), np.float32), chain=projector.chain
    )
    expose(anatomy_paths_of(paths, 75.0), [Rod((0.0, 0.0, -5.0), (0.0, 0.0, 5.0), 1.0)])
    return projector
