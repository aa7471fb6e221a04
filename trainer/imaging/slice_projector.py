"""The reference projector: one perspective warp per voxel slice, summed.

Every ray of a cone beam crosses the slices perpendicular to one axis of the volume; one slice seen
on the receptor is a homography. Work is done in index space, where any grid with orthogonal axes is
a box and the view stays a pinhole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging._cv import add_into, warp_slice
from trainer.imaging.chain import Chain
from trainer.imaging.index_view import IndexView
from trainer.imaging.projector import PathMap, Quality
from trainer.imaging.slice_stack import COUNT_SCALE, Slice, SliceStack, stack_of

THREADS = 2  # the machine this is made for (DESIGN 14)
# Slices nearer the source than this share of the way to the receptor would be magnified without
# bound; no patient lies there (design value).
NEAREST_SHARE = 0.05
# Where a ray drifts further than this many voxels from one slice to the next, planes midway between
# are taken too: at 45 degrees they bring rough bone from 0.24 to 0.06 % RMS of the fine integral.
STEEP_DRIFT = 0.5


class SliceProjector:
    """Implements `Projector` with OpenCV's warp; needs no compilation.

    The slices of the last volumes are kept, one copy for each axis that was looked along.
    """

    chain: Chain | None = None

    def __init__(self) -> None:
        self._stacks: dict[tuple[int, int, int], SliceStack] = {}

    def path_lengths(
        self,
        volumes: Sequence[BasisVolume],
        view: PinholeView,
        quality: Quality | None = None,  # noqa: ARG002 - it has only one
    ) -> Mapping[Basis, PathMap]:
        """Grams per cm2 of each basis; shape (rows, columns)."""
        self._forget_all_but(volumes)
        paths: dict[Basis, PathMap] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            for volume in volumes:
                path = self._path_length(volume, view, pool)
                paths[volume.basis] = path + paths[volume.basis] if volume.basis in paths else path
        return paths

    def _path_length(
        self, volume: BasisVolume, view: PinholeView, pool: ThreadPoolExecutor
    ) -> PathMap:
        index_view = IndexView.of(view, volume.grid)
        normal = index_view.best_axis()
        per_voxel = 2 if index_view.drift_per_slice(normal) > STEEP_DRIFT else 1
        reached = _between(self._stack(volume, normal, per_voxel), index_view)
        shares = [reached[n::THREADS] for n in range(THREADS)]
        sums = list(pool.map(lambda share: _sum(share, index_view, normal), shares))
        counts = np.sum(sums, axis=0, dtype=np.float32)
        scale = np.float32(volume.g_cm3_per_count / COUNT_SCALE / per_voxel / 10.0)  # mm to cm
        return np.asarray(counts * (index_view.mm_per_slice(normal) * scale), dtype=np.float32)

    def _stack(self, volume: BasisVolume, normal: int, per_voxel: int) -> SliceStack:
        key = id(volume.counts), normal, per_voxel
        if key not in self._stacks:
            self._stacks[key] = stack_of(volume.counts, normal, per_voxel)
        return self._stacks[key]

    def _forget_all_but(self, volumes: Sequence[BasisVolume]) -> None:
        """A stack holds its volume, so an id in use is never another volume's."""
        wanted = {id(volume.counts) for volume in volumes}
        self._stacks = {key: kept for key, kept in self._stacks.items() if key[0] in wanted}


def _between(stack: SliceStack, index_view: IndexView) -> list[Slice]:
    """The slices that lie between source and receptor on the central ray."""
    share = index_view.share_of_way(stack.normal)
    return [one for one in stack.slices if NEAREST_SHARE < share(one.index) < 1.0]


def _sum(slices: Sequence[Slice], index_view: IndexView, normal: int) -> NDArray[np.float32]:
    """Counts of all slices on the receptor, times `COUNT_SCALE`; shape (rows, columns)."""
    columns, rows = index_view.size_px
    total = np.zeros((rows, columns), np.float32)
    for one in slices:
        homography = index_view.slice_from_pixel(normal, one.index)
        window = _window(homography, one, index_view.size_px)
        if window is None:
            continue
        left, top, right, bottom = window
        from_window = np.array([[1.0, 0.0, left], [0.0, 1.0, top], [0.0, 0.0, 1.0]])
        into_crop = np.array(
            [[1.0, 0.0, -one.first_across], [0.0, 1.0, -one.first_down], [0, 0, 1]]
        )
        size_px = (right - left, bottom - top)
        warped = warp_slice(one.scaled(), into_crop @ homography @ from_window, size_px)
        add_into(total[top:bottom, left:right], warped)
    return total


def _window(
    homography: FloatArray, one: Slice, size_px: tuple[int, int]
) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of the pixels that a slice can reach; None for none.

    One voxel is added round the slice, over which the interpolation falls to zero.
    """
    down, across = one.shape
    ends_across = (one.first_across - 1.0, one.first_across + float(across))
    ends_down = (one.first_down - 1.0, one.first_down + float(down))
    corners = np.array([[a, d, 1.0] for a in ends_across for d in ends_down])
    pixels = corners @ np.linalg.inv(homography).T
    if (pixels[:, 2] * pixels[0, 2] <= 0.0).any():  # the slice passes level with the source
        return 0, 0, *size_px
    pixels = pixels[:, :2] / pixels[:, 2:]
    left, top = np.clip(np.floor(pixels.min(axis=0)), 0, size_px).astype(int)
    right, bottom = np.clip(np.ceil(pixels.max(axis=0)) + 1, 0, size_px).astype(int)
    return (int(left), int(top), int(right), int(bottom)) if left < right and top < bottom else None
