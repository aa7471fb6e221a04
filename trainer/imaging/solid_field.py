"""Smooth voxel fields whose surface a ray can find quickly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.geometry.pinhole import FloatArray
from trainer.imaging.slices import Cut, FloatPlane, SlicePlane, plane_through

LEVEL = 128  # the surface lies where a field passes it
BRICK = 4  # voxels along the edge of what is skipped as a whole
Bytes3 = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class SolidField:
    """A body on a cubic grid along the world's axes; dense above `LEVEL`.

    low_world_mm : shape (3,), the centre of voxel (0, 0, 0). values : uint8 [k, j, i].
    leap : uint8, one a brick: bricks to the nearest one that holds any surface or inside (0: it
    does itself), the larger of three axes. crowd : uint8, how much body is near, on every second
    voxel.
    """

    low_world_mm: FloatArray
    spacing_mm: float
    values: Bytes3
    leap: Bytes3
    crowd: Bytes3


def field_of(values: Bytes3, low_world_mm: FloatArray, spacing_mm: float) -> SolidField:
    """A field with what is needed to cross it quickly. values : uint8, 2 or more a side."""
    frozen = np.ascontiguousarray(values)
    frozen.setflags(write=False)
    return SolidField(
        np.asarray(low_world_mm, np.float64), spacing_mm, frozen, _leaps(frozen), _crowd(frozen)
    )


def empty_field() -> SolidField:
    """A field without a surface."""
    return field_of(np.zeros((2, 2, 2), np.uint8), np.full(3, 1e6), 1.0)


def cube_field(
    sample: Callable[[SlicePlane], FloatPlane],
    centre_world_mm: FloatArray,
    radius_mm: float,
    spacing_mm: float,
    per_unit: float,
    level: float,
    smoothing_voxels: float = 0.8,
) -> SolidField:
    """A cube round a point, from anything that can be sampled on planes.

    per_unit : counts for each unit of the samples; level : the sample's value at the surface.
    """
    half = int(np.ceil(radius_mm / spacing_mm))
    count = 2 * half + 1
    centre = np.asarray(centre_world_mm, np.float64)
    block = np.empty((count, count, count), np.float32)
    for k in range(count):
        at = centre + np.array([0.0, 0.0, (k - half) * spacing_mm])
        plane = plane_through(Cut.AXIAL, at, spacing_mm, (count, count))
        block[k] = sample(plane)[::-1, ::-1]  # an axial slice runs against x and y
    smooth = ndimage.gaussian_filter(block, smoothing_voxels, mode="nearest", truncate=3.0)
    counts = np.rint(np.clip((smooth - level) * per_unit + LEVEL, 0.0, 255.0)).astype(np.uint8)
    return field_of(counts, centre - half * spacing_mm, spacing_mm)


def _leaps(values: Bytes3) -> Bytes3:
    """Chessboard distance of each brick to the nearest that a ray must be careful in."""
    full = values >= LEVEL
    for axis in range(3):  # a sample between two voxels sees the next brick's first
        full = full | np.roll(full, -1, axis) if full.shape[axis] > 1 else full
    missing = [(0, -n % BRICK) for n in full.shape]
    padded = np.pad(full, missing)
    nk, nj, ni = (n // BRICK for n in padded.shape)
    held = padded.reshape(nk, BRICK, nj, BRICK, ni, BRICK).any(axis=(1, 3, 5))
    if not held.any():
        return np.full(held.shape, 255, np.uint8)
    far = ndimage.distance_transform_cdt(~held, metric="chessboard")
    return np.asarray(np.minimum(far, 255), np.uint8)


def _crowd(values: Bytes3) -> Bytes3:
    full = (values[::2, ::2, ::2] >= LEVEL).astype(np.float32)
    return np.asarray(np.rint(ndimage.gaussian_filter(full, 2.0) * 255.0), np.uint8)
