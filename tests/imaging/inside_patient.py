"""A patient whose inside is known: a ball of bone in water, on two grids that are summed.

The 3D view's surface (280 HU) is half-way between ball and water.
"""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from trainer.anatomy.hounsfield import basis_volumes
from trainer.anatomy.levels import Side
from trainer.anatomy.patient import (
    LabelVolume,
    Nerve,
    Patient,
    PatientKind,
    Strand,
    StrandKind,
    Tissue,
)
from trainer.geometry.grid import VoxelGrid

BALL_WORLD_MM, BALL_RADIUS_MM, BALL_HU, SOFT_HU = np.array([4.0, -3.0, 6.0]), 11.0, 520, 40
LUNG_BELOW_Y_MM = -18.0
CORNER = (4.0, 8.0, 6.0)  # the ball's back


def ball_patient() -> Patient:
    """Half the density lies on a coarse grid, half on a fine one; a lung in front, one nerve."""
    coarse = VoxelGrid.aligned((-40.0, -40.0, -40.0), (2.0, 2.0, 2.0), (41, 41, 41))
    fine = VoxelGrid.aligned((-40.0, -40.0, -40.0), (1.0, 1.0, 1.0), (81, 81, 81))
    volumes = [
        volume
        for grid in (coarse, fine)
        for volume in basis_volumes(grid, _hounsfield(grid), np.full(1, 0.5, np.float32))
    ]
    nerve = Nerve("T6-mb", "T7", Side.LEFT, "chua-bogduk-1995", _line(9.0))
    artery = Strand("T7-artery", StrandKind.ARTERY, Side.LEFT, "T7", 1.0, _line(14.0))
    return Patient(
        PatientKind.SYNTHETIC,
        tuple(volumes),
        LabelVolume(fine, _tissues(fine)),
        (nerve,),
        MappingProxyType({"T7.left.tp_corner": CORNER}),
        strands=(artery,),
    )


def _line(y_mm: float) -> np.ndarray:
    x = np.linspace(-20.0, 25.0, 46)
    return np.stack([x, np.full(46, y_mm), np.full(46, 6.0)], axis=1)


def _points(grid: VoxelGrid) -> np.ndarray:
    k, j, i = np.indices(grid.shape_kji)
    return grid.world_of(np.stack([i, j, k], axis=-1))


def _from_ball_mm(grid: VoxelGrid) -> np.ndarray:
    away = np.linalg.norm(_points(grid) - BALL_WORLD_MM, axis=-1)
    return np.asarray(away - BALL_RADIUS_MM)


def _hounsfield(grid: VoxelGrid) -> np.ndarray:
    """The ball's edge is as wide as its grid's voxels, so its middle is where the ball ends."""
    inside = np.clip(0.5 - _from_ball_mm(grid) / grid.spacing_mm[0], 0.0, 1.0)
    return np.rint(SOFT_HU + inside * (BALL_HU - SOFT_HU)).astype(np.int16)


def _tissues(grid: VoxelGrid) -> np.ndarray:
    tissues = np.where(_from_ball_mm(grid) < 0.0, Tissue.BONE, Tissue.SOFT)
    tissues = np.where(_points(grid)[..., 1] < LUNG_BELOW_Y_MM, Tissue.LUNG, tissues)
    return tissues.astype(np.uint8)
