"""Tissues of a CT by threshold and connection; canal and foramina are named by `ct_spaces`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.ct_masks import IN_PLANE, Mask, closed, grown
from trainer.anatomy.ct_region import lung_mask
from trainer.anatomy.patient import ByteVolume, Tissue
from trainer.geometry.grid import VoxelGrid

BONE_HU = 200.0  # after smoothing: where a needle stops (design value)
SMOOTHING_MM = 0.7  # against noise (design value)
# Marrow closed in by cortex in its slice: denser than canal (20-40 HU), not larger than a vertebral
# body (design values).
MARROW_HU = 80.0
MARROW_MM2 = 1500.0
CLOSING_VOXELS = 2  # gaps in thin cortex that still close a ring
SPECK_MM3 = 30.0  # smaller than any part of a vertebra a needle can rest on


def tissues_of(
    hu: NDArray[np.int16], grid: VoxelGrid, body: Mask, solid: Mask | None = None
) -> ByteVolume:
    """`Tissue` of each voxel; gas inside the body that is no lung counts as soft tissue.

    solid : voxels that are known to be bone, whatever their density.
    """
    i, j, k = grid.spacing_mm
    bone = _with_marrow(_smoothed_above(hu, grid) & body, hu, i * j)
    bone = _without_specks(bone, i * j * k)
    if solid is not None:
        bone |= solid & body
    tissues = np.where(body, np.uint8(Tissue.SOFT), np.uint8(Tissue.AIR))
    tissues[lung_mask(hu, body, i * j * k / 1000.0)] = Tissue.LUNG
    tissues[bone] = Tissue.BONE
    return tissues


def _smoothed_above(hu: NDArray[np.int16], grid: VoxelGrid) -> Mask:
    """Where the smoothed scan lies above the bone threshold."""
    sigma = [min(1.0, SMOOTHING_MM / edge) for edge in grid.spacing_mm[::-1]]
    smooth = ndimage.gaussian_filter(hu, sigma, output=np.float32, truncate=2.5)
    return np.asarray(smooth > BONE_HU)


def _with_marrow(bone: Mask, hu: NDArray[np.int16], pixel_mm2: float) -> Mask:
    """Bone with the holes filled that are marrow by density and size, slice by slice."""
    ringed = closed(bone, CLOSING_VOXELS)
    gaps, count = ndimage.label(~ringed, IN_PLANE)
    small = np.bincount(gaps.ravel()) * pixel_mm2 < MARROW_MM2
    small[0] = False
    inside = small[gaps]
    label = gaps[inside]
    sizes = np.bincount(label, minlength=count + 1)
    sums = np.bincount(label, weights=hu[inside], minlength=count + 1)
    marrow = sums > MARROW_HU * np.maximum(sizes, 1)
    found = marrow[gaps]
    rim = ringed & grown(found, CLOSING_VOXELS)
    return np.asarray(bone | found | rim)


def _without_specks(bone: Mask, voxel_mm3: float) -> Mask:
    labels, _ = ndimage.label(bone)
    keep = np.bincount(labels.ravel()) * voxel_mm3 >= SPECK_MM3
    keep[0] = False
    return np.asarray(keep[labels])
