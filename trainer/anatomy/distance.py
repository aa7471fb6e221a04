"""Signed distances to what a needle may meet, in blocks near the targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.special import ndtri

from trainer.anatomy.back import posterior_skin_mm
from trainer.anatomy.patient import LabelVolume, Patient, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray

BODY = frozenset(Tissue) - {Tissue.AIR}
STRUCTURES: Mapping[str, frozenset[Tissue]] = MappingProxyType(
    {
        "skin": BODY,
        "bone": frozenset({Tissue.BONE}),
        "pleura": frozenset({Tissue.LUNG}),
        "canal": frozenset({Tissue.CANAL}),
        "foramen": frozenset({Tissue.FORAMEN}),
    }
)
# The box round the targets (design values): a needle of 150 mm and its miss stay inside.
LATERAL_MM, CRANIOCAUDAL_MM, ANTERIOR_MM, BEHIND_SKIN_MM = 60.0, 70.0, 45.0, 25.0
# Finer where a needle stops, coarser where a surface is large and smooth (design values).
SPACING_MM: Mapping[str, float] = MappingProxyType(
    {"skin": 1.5, "bone": 0.8, "pleura": 1.5, "canal": 1.0, "foramen": 1.0}
)
# Of the label's staircase, in block voxels: enough to place the surface between voxel centres, and
# little enough to keep a transverse process (0.1 mm lost at a radius of 3 mm).
SMOOTHING = 0.6
# Found at once, the dearest first: bone, on its fine grid, costs as much as all others together.
AT_ONCE = 2
DEAREST_FIRST = ("bone", "canal", "foramen", "skin", "pleura")
HUNDREDTHS = 100.0
LIMIT_MM = 327.0  # of int16 hundredths


@dataclass(frozen=True, slots=True, eq=False)
class DistanceBlock:
    """Signed distance to one structure on a grid: negative inside it.

    hundredths_mm : int16, shape (nk, nj, ni), read-only.
    Accuracy, in voxels of the coarser of block and label volume, for surfaces whose radius is 4
    and above: 0.3 RMS, half a voxel for 95 of 100 points round a sphere, one at worst. Half a voxel
    is what labels cannot tell: a plane along their axes may lie anywhere between two voxels, and is
    found midway to 0.35 (tests/anatomy/test_distance.py).
    """

    grid: VoxelGrid
    hundredths_mm: NDArray[np.int16]

    def __post_init__(self) -> None:
        if self.hundredths_mm.dtype != np.int16 or self.hundredths_mm.shape != self.grid.shape_kji:
            raise ValueError("hundredths_mm must be int16 of the grid's shape")
        self.hundredths_mm.setflags(write=False)

    def at(self, points_world_mm: FloatArray) -> FloatArray:
        """Trilinear distance in mm at points; shape (..., 3) to (...).

        Outside the block the value at its nearest border point grows away from zero by the distance
        to that point: a far point is never nearer to the surface than its border point says, and
        never on the other side of it. It is no bound there; `covers` tells.
        """
        index = self.grid.index_of(points_world_mm)
        last = np.array(self.grid.shape_kji[::-1]) - 1.0
        held = np.clip(index, 0.0, last)
        flat = held.reshape(-1, 3)[:, ::-1].T
        values = ndimage.map_coordinates(
            self.hundredths_mm, flat, output=np.float64, order=1, mode="nearest"
        )
        values = values.reshape(held.shape[:-1]) / HUNDREDTHS
        away = np.linalg.norm((index - held) * np.array(self.grid.spacing_mm), axis=-1)
        return np.asarray(values + np.where(values < 0.0, -away, away))

    def covers(self, points_world_mm: FloatArray) -> NDArray[np.bool_]:
        """Which points lie inside the block; shape (..., 3) to (...)."""
        index = self.grid.index_of(points_world_mm)
        last = np.array(self.grid.shape_kji[::-1]) - 1.0
        return np.asarray(((index >= 0.0) & (index <= last)).all(axis=-1))


def signed_distance_block(
    labels: LabelVolume,
    tissues: Iterable[Tissue],
    low_world_mm: FloatArray,
    high_world_mm: FloatArray,
    spacing_mm: float,
) -> DistanceBlock | None:
    """Distance to the union of `tissues` in a world box; None where the box holds none of it."""
    grid = _block_grid(low_world_mm, high_world_mm, spacing_mm)
    part = _occupancy(labels, frozenset(tissues), grid)
    if not (part > 0.5).any():
        return None
    blur = _blur(labels, spacing_mm)
    distance = _from_occupancy(part, blur) * (spacing_mm * HUNDREDTHS)
    held = np.clip(np.rint(distance), -LIMIT_MM * HUNDREDTHS, LIMIT_MM * HUNDREDTHS)
    return DistanceBlock(grid, held.astype(np.int16))


def blocks_near(patient: Patient, points_world_mm: FloatArray) -> Mapping[str, DistanceBlock]:
    """Distances to skin, bone, pleura, canal and foramen round some points.

    points_world_mm : shape (n, 3). "skin" is negative inside the body, the others inside the
    structure; what the patient's labels do not hold there is left out.
    Raises ValueError for a patient without labels.
    """
    if patient.labels is None:
        raise ValueError("a patient without labels has no distances")
    labels = patient.labels
    low, high = _box_round(labels, np.asarray(points_world_mm, dtype=np.float64))
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="distance") as pool:
        begun = {
            name: pool.submit(
                signed_distance_block, labels, STRUCTURES[name], low, high, SPACING_MM[name]
            )
            for name in DEAREST_FIRST
        }
    blocks = {name: begun[name].result() for name in STRUCTURES}
    return MappingProxyType({name: block for name, block in blocks.items() if block is not None})


def skin_y_mm(skin: DistanceBlock, x_mm: float, z_mm: float) -> float | None:
    """World y of the posterior skin over the table place (x, z); None beside body or block."""
    nj = skin.grid.shape_kji[1]
    step = skin.grid.spacing_mm[1]
    top = skin.grid.world_from_index[1, 3]
    y = top + step * np.arange(nj)[::-1]
    line = np.stack([np.full(nj, x_mm), y, np.full(nj, z_mm)], axis=1)
    if not skin.covers(line[:1])[0]:
        return None
    depth = skin.at(line)
    entered = np.flatnonzero((depth[:-1] > 0.0) & (depth[1:] <= 0.0))
    if not entered.size:
        return None
    n = int(entered[0])
    share = depth[n] / (depth[n] - depth[n + 1])
    return float(y[n] - share * step)


def _block_grid(low: FloatArray, high: FloatArray, spacing_mm: float) -> VoxelGrid:
    x, y, z = (float(edge) for edge in low)
    ni, nj, nk = (int(np.ceil(span / spacing_mm)) + 1 for span in np.subtract(high, low))
    return VoxelGrid.aligned((x, y, z), (spacing_mm, spacing_mm, spacing_mm), (nk, nj, ni))


def _box_round(labels: LabelVolume, points: FloatArray) -> tuple[FloatArray, FloatArray]:
    reach = np.array([LATERAL_MM, ANTERIOR_MM, CRANIOCAUDAL_MM])
    low, high = points.min(axis=0) - reach, points.max(axis=0) + reach
    x = np.arange(low[0], high[0], 5.0)
    z = np.arange(low[2], high[2], 5.0)
    skin = posterior_skin_mm(labels, x, z)
    back = float(np.nanmax(skin)) if np.isfinite(skin).any() else float(points[:, 1].max())
    high[1] = max(back, float(points[:, 1].max())) + BEHIND_SKIN_MM
    return low, high


def _occupancy(
    labels: LabelVolume, tissues: frozenset[Tissue], grid: VoxelGrid
) -> NDArray[np.float32]:
    """How much of each block voxel the tissues fill, 0..1: the labels resampled and smoothed."""
    near, offset = _label_part(labels, grid)
    wanted = np.isin(np.arange(256), [int(tissue) for tissue in tissues])
    mask = wanted[near].astype(np.float32)
    matrix = labels.grid.index_from_world @ grid.world_from_index
    turn = matrix[:3, :3][::-1, ::-1]
    shift = matrix[:3, 3][::-1] - offset
    straight = np.diag(turn)
    if np.abs(turn - np.diag(straight)).max() < 1e-9:
        turn = straight  # scipy's fast separable way
    part = ndimage.affine_transform(
        mask, turn, shift, output_shape=grid.shape_kji, order=1, mode="nearest"
    )
    return np.asarray(ndimage.gaussian_filter(part, SMOOTHING, truncate=3.0))


def _blur(labels: LabelVolume, spacing_mm: float) -> float:
    """Spread in voxels of the occupancy across a surface: the smoothing and the interpolation's."""
    edge = min(labels.grid.spacing_mm) / spacing_mm
    return float(np.sqrt(SMOOTHING**2 + edge**2 / 6.0))


def _label_part(
    labels: LabelVolume, grid: VoxelGrid
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """The labels that a block needs, and the (k, j, i) index of their first voxel."""
    index = labels.grid.index_of(grid.corners_world_mm)[:, ::-1]
    last = np.array(labels.tissues.shape) - 1
    first = np.clip(np.floor(index.min(axis=0)) - 3, 0, last).astype(np.int64)
    past = np.clip(np.ceil(index.max(axis=0)) + 3, 0, last).astype(np.int64) + 1
    past = np.maximum(past, first + 1)
    spot = tuple(slice(int(a), int(b)) for a, b in zip(first, past, strict=True))
    return labels.tissues[spot], first


def _from_occupancy(part: NDArray[np.float32], blur: float) -> NDArray[np.float32]:
    """Distance in voxels.

    Beside the surface from the occupancy itself (a blurred step, so its inverse normal gives the
    depth); further off to the nearest voxel of the inner border, less that voxel's own depth. One
    Euclidean distance transform serves both sides.
    """
    inside = part > 0.5
    border = inside & _widened(~inside)
    if not border.any():
        return np.full(part.shape, -LIMIT_MM, dtype=np.float32)
    band = border | (~inside & _widened(inside))
    beside = np.zeros(part.shape, dtype=np.float32)
    beside[band] = -blur * ndtri(np.clip(part[band], 0.03, 0.97))
    nearest = ndimage.distance_transform_edt(~border, return_distances=False, return_indices=True)
    own = beside[tuple(nearest)]
    away = np.sqrt(_squared_steps(nearest))
    distance = np.where(inside, own - away, own + away)
    return np.asarray(np.where(band, beside, distance), np.float32)


def _widened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The mask with its six neighbours."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    wide[:, :, 1:] |= mask[:, :, :-1]
    wide[:, :, :-1] |= mask[:, :, 1:]
    return wide


def _squared_steps(nearest: NDArray[np.int32]) -> NDArray[np.float32]:
    """Squared distance from each voxel to the one it names; (3, nk, nj, ni) to (nk, nj, ni)."""
    squared = np.zeros(nearest.shape[1:], dtype=np.float32)
    for axis, found in enumerate(nearest):
        line = np.arange(found.shape[axis], dtype=np.int32)
        line = line.reshape([-1 if n == axis else 1 for n in range(3)])
        squared += np.square((found - line).astype(np.float32))
    return squared
