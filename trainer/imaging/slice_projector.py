"""The reference projector: one perspective warp per voxel slice, summed.

Every ray of a cone beam crosses the slices perpendicular to the volume's axis nearest the central
ray; one slice seen on the receptor is a homography. Work is done in index space, where any grid
with orthogonal axes is a box and the view stays a pinhole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging._cv import warp_slice
from trainer.imaging.projector import PathMap

THREADS = 2  # the machine this is made for (DESIGN 14)
# Slices nearer the source than this share of the way to the receptor would be magnified without
# bound; no patient lies there (design value).
NEAREST_SHARE = 0.05
# Array axis (k, j, i) -> the index axes (i=0, j=1, k=2) that run across and down its slices.
ACROSS_DOWN = {0: (1, 2), 1: (0, 2), 2: (0, 1)}


@dataclass(frozen=True, slots=True, eq=False)
class _IndexView:
    """The view in the index space of one grid.

    source : shape (3,). rays : shape (3, 3), the index vector of pixel (c, r) is rays @ (c, r, 1).
    """

    source: FloatArray
    rays: FloatArray

    @classmethod
    def of(cls, view: PinholeView, grid: VoxelGrid) -> _IndexView:
        linear = grid.index_from_world[:3, :3]
        to_corner = view.pixel00_world_mm - view.source_world_mm
        rays = linear @ np.stack([view.column_step_mm, view.row_step_mm, to_corner], axis=1)
        return cls(grid.index_of(view.source_world_mm), rays)

    def pixel_to_slice(self, normal: int, index: float) -> FloatArray:
        """Homography from (column, row, 1) to (across, down, 1) of one slice; shape (3, 3)."""
        across, down = ACROSS_DOWN[normal]
        to_slice = index - self.source[normal]
        return np.stack(
            [
                to_slice * self.rays[across] + self.source[across] * self.rays[normal],
                to_slice * self.rays[down] + self.source[down] * self.rays[normal],
                self.rays[normal],
            ]
        )


class SliceProjector:
    """Implements `Projector` with OpenCV's warp; needs no compilation."""

    def path_lengths(
        self, volumes: Sequence[BasisVolume], view: PinholeView
    ) -> Mapping[Basis, PathMap]:
        """Grams per cm2 of each basis; shape (rows, columns)."""
        columns, rows = view.size_px
        paths: dict[Basis, PathMap] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            for group in _by_grid(volumes):
                summed = _project_group(group, view, pool)
                for channel, volume in enumerate(group):
                    path = paths.setdefault(volume.basis, np.zeros((rows, columns), np.float32))
                    path += summed[:, :, channel] * np.float32(volume.g_cm3_per_count)
        return paths


def _by_grid(volumes: Iterable[BasisVolume]) -> Iterator[list[BasisVolume]]:
    """Volumes that share a grid are warped together."""
    groups: dict[bytes, list[BasisVolume]] = {}
    for volume in volumes:
        key = volume.grid.world_from_index.tobytes() + repr(volume.grid.shape_kji).encode()
        groups.setdefault(key, []).append(volume)
    yield from groups.values()


def _project_group(
    group: Sequence[BasisVolume], view: PinholeView, pool: ThreadPoolExecutor
) -> NDArray[np.float32]:
    """Counts times centimetres of volumes on one grid; shape (rows, columns, volumes)."""
    grid = group[0].grid
    normal = _principal_axis(grid, view.central_direction)
    index_view = _IndexView.of(view, grid)
    slices = _slices(group, normal, index_view, view)
    shares = [slices[n::THREADS] for n in range(THREADS)]
    sums = list(pool.map(lambda share: _sum(share, index_view, normal, view, len(group)), shares))
    summed = np.sum(sums, axis=0, dtype=np.float32)
    return np.asarray(summed * _centimetres_per_slice(view, grid, index_view, normal)[:, :, None])


def _principal_axis(grid: VoxelGrid, direction: FloatArray) -> int:
    """The index axis (0 = i, 1 = j, 2 = k) that runs most nearly along a world direction."""
    axes = grid.world_from_index[:3, :3]
    return int(np.argmax(np.abs(direction @ axes) / np.linalg.norm(axes, axis=0)))


@dataclass(frozen=True, slots=True, eq=False)
class _Slice:
    """One slice cut to what is not empty. layers : views of uint8, each (down, across)."""

    index: int
    layers: tuple[NDArray[np.uint8], ...]
    first_across: int
    first_down: int


def _slices(
    group: Sequence[BasisVolume], normal: int, index_view: _IndexView, view: PinholeView
) -> list[_Slice]:
    """The slices between source and receptor that hold anything."""
    middle = np.array([*view.central_pixel, 1.0])
    reach = float(index_view.rays[normal] @ middle)
    found = []
    for index in range(group[0].counts.shape[2 - normal]):
        share = (index - index_view.source[normal]) / reach
        if not NEAREST_SHARE < share < 1.0:
            continue
        layers: list[NDArray[np.uint8]] = [
            np.take(volume.counts, index, axis=2 - normal) for volume in group
        ]
        filled = np.max(np.stack(layers), axis=0)
        rows, columns = np.flatnonzero(filled.max(axis=1)), np.flatnonzero(filled.max(axis=0))
        if not rows.size:
            continue
        window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        kept = tuple(np.ascontiguousarray(layer[window]) for layer in layers)
        found.append(_Slice(index, kept, int(columns[0]), int(rows[0])))
    return found


def _sum(
    slices: Sequence[_Slice], index_view: _IndexView, normal: int, view: PinholeView, channels: int
) -> NDArray[np.float32]:
    columns, rows = view.size_px
    total = np.zeros((rows, columns, channels), np.float32)
    for one in slices:
        homography = index_view.pixel_to_slice(normal, one.index)
        window = _window(homography, one, view.size_px)
        if window is None:
            continue
        left, top, right, bottom = window
        shift = np.array([[1.0, 0.0, left], [0.0, 1.0, top], [0.0, 0.0, 1.0]])
        crop = np.array([[1.0, 0.0, -one.first_across], [0.0, 1.0, -one.first_down], [0, 0, 1.0]])
        layer = np.stack(one.layers, axis=2).astype(np.float32)
        warped = warp_slice(layer, crop @ homography @ shift, (right - left, bottom - top))
        total[top:bottom, left:right] += warped.reshape(bottom - top, right - left, channels)
    return total


def _window(
    homography: FloatArray, one: _Slice, size_px: tuple[int, int]
) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of the pixels that a slice can reach; None for none.

    One voxel is added round the slice, over which the interpolation falls to zero.
    """
    down, across = one.layers[0].shape
    ends_across = (one.first_across - 1.0, one.first_across + float(across))
    ends_down = (one.first_down - 1.0, one.first_down + float(down))
    corners = np.array([[a, d, 1.0] for a in ends_across for d in ends_down])
    pixels = corners @ np.linalg.inv(homography).T
    if (pixels[:, 2] * pixels[0, 2] <= 0.0).any():  # the slice passes level with the source
        return 0, 0, *size_px
    pixels = pixels[:, :2] / pixels[:, 2:]
    left, top = np.clip(np.floor(pixels.min(axis=0)).astype(int), 0, size_px)
    right, bottom = np.clip(np.ceil(pixels.max(axis=0)).astype(int) + 1, 0, size_px)
    return (int(left), int(top), int(right), int(bottom)) if left < right and top < bottom else None


def _centimetres_per_slice(
    view: PinholeView, grid: VoxelGrid, index_view: _IndexView, normal: int
) -> NDArray[np.float32]:
    """Length of each pixel's ray from one slice to the next; shape (rows, columns)."""
    columns, rows = view.size_px
    c = np.arange(columns, dtype=np.float64)[None, :]
    r = np.arange(rows, dtype=np.float64)[:, None]
    ray_index = index_view.rays
    ray_world = grid.world_from_index[:3, :3] @ ray_index
    squared = np.zeros((rows, columns))
    for part in ray_world:
        squared += np.square(part[0] * c + part[1] * r + part[2])
    along = ray_index[normal][0] * c + ray_index[normal][1] * r + ray_index[normal][2]
    return np.asarray(np.sqrt(squared) / np.abs(along) / 10.0, dtype=np.float32)
