"""The fast projector: slab shear-warp, compiled.

Slices are summed in slabs on a base plane parallel to them, and the base plane is brought to the
receptor once (docs/decisions/0009). Work is done in index space, where any grid with orthogonal
axes is a box and the view stays a pinhole.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.patient import Basis, BasisVolume
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.imaging.chain import Chain
from trainer.imaging.fused_chain import FusedChain
from trainer.imaging.index_view import IndexView
from trainer.imaging.projector import PathMap, Quality
from trainer.imaging.slab_plan import SlabPlan, Steps, slab_plan
from trainer.imaging.slab_volume import Layered, by_grid, layered
from trainer.imaging.slice_pairs import in_pairs
from trainer.imaging.turns import THREADS, Turns


class Sampling(NamedTuple):
    """How finely a view is computed.

    steps : voxels from one sample of the base plane to the next, at least and at most, across and
    down. halves : materials whose slabs are summed on half voxels across; bone has the sharp edges
    and, being sparse, costs little more. every_row : materials summed on every row of the base; of
    others every second row is summed and the rest found between. midway : steep rays meet planes
    between slices too. pairs : where many slices are met head-on, two are summed as one.
    """

    steps: tuple[Steps, Steps]
    halves: tuple[Basis, ...]
    every_row: tuple[Basis, ...] = tuple(Basis)
    midway: bool = False
    pairs: bool = False


# A lateral view crosses half as many slices again as one from behind, and is the slowest. Up to so
# many voxels of drift from slice to slice, in grids of so many slices (design values: the error
# of both materials in a lateral of the block is 0.094 % paired and 0.101 % single).
PAIRED_DRIFT, PAIRED_SLICES = 0.12, 200

SAMPLING = {
    Quality.MOVING: Sampling(((0.7, 1.0), (0.6, 0.8)), (Basis.BONE,), (), pairs=True),
    Quality.LIVE: Sampling(((0.33, 0.4), (0.4, 0.5)), (Basis.BONE,), (Basis.BONE,), pairs=True),
    Quality.FINE: Sampling(((0.33, 0.4), (0.4, 0.5)), tuple(Basis), midway=True),
}
MOVING, LIVE, FINE = Quality.MOVING, Quality.LIVE, Quality.FINE


class _Kept(NamedTuple):
    """A copy with the grid of its slices; held : the arrays it was made from, kept alive."""

    held: tuple[object, ...]
    grid: VoxelGrid
    made: Layered


class SlabProjector:
    """Implements `Projector`; the first call compiles for some seconds or reads the cache.

    The same view gives the same bytes whatever the number of threads: each base row is summed by
    one of them, in one order. Copies of the last volumes are kept, one for each axis that was
    looked along. threads : how many work at once. skip_empty : False only for measuring.
    """

    def __init__(
        self, quality: Quality = Quality.LIVE, *, threads: int = THREADS, skip_empty: bool = True
    ) -> None:
        self._turns = Turns(threads)
        self.chain: Chain | None = FusedChain(self._turns)
        self._quality = quality
        self._skip_empty = skip_empty
        self._layered: dict[tuple[tuple[int, ...], int, bool], _Kept] = {}
        self._changing = threading.Lock()

    def path_lengths(
        self,
        volumes: Sequence[BasisVolume],
        view: PinholeView,
        quality: Quality | None = None,
    ) -> Mapping[Basis, PathMap]:
        """Grams per cm2 of each basis; shape (rows, columns). quality : None is our own."""
        groups = by_grid(volumes)
        self._forget_all_but(groups)
        columns, rows = view.size_px
        bases = list(dict.fromkeys(volume.basis for volume in volumes))
        seen = np.zeros((len(bases), rows, columns), np.float32)
        for group in groups:
            self._add(group, view, bases, seen, SAMPLING[quality or self._quality])
        return dict(zip(bases, seen, strict=True))

    def _add(
        self,
        group: tuple[BasisVolume, ...],
        view: PinholeView,
        bases: list[Basis],
        seen: NDArray[np.float32],
        sampling: Sampling,
    ) -> None:
        from trainer.imaging.slab_kernels import COUNT_SCALE, add_seen

        index_view = IndexView.of(view, group[0].grid)
        normal = index_view.best_axis()
        paired = sampling.pairs and _head_on(index_view, group[0].grid, normal)
        grid, stack = self._stack(group, normal, paired)
        if paired:
            index_view = IndexView.of(view, grid)
        plan = slab_plan(index_view, stack, sampling.steps, midway=sampling.midway)
        if plan is None:
            return
        base = self._base(stack, plan, [one.basis for one in group], sampling)
        into = np.array([bases.index(volume.basis) for volume in group])
        scales = np.array(
            [volume.g_cm3_per_count / (10.0 * COUNT_SCALE) for volume in group], np.float32
        )
        rays = _rays(index_view, stack.normal)
        self._turns.run(
            lambda turn, turns: add_seen(
                base, plan.pixels, rays, into, scales, plan.window, turn, turns, seen
            )
        )

    def _base(
        self, stack: Layered, plan: SlabPlan, bases: Sequence[Basis], sampling: Sampling
    ) -> NDArray[np.float32]:
        """Counts summed over all slices on the base plane; shape (material, rows, columns)."""
        from trainer.imaging.slab_kernels import ROWS, base_rows, rows_between

        base = np.empty((stack.shape[0], *plan.base_shape), np.float32)
        claimed = np.zeros((stack.shape[0], -(-plan.base_shape[0] // ROWS)), np.uint8)
        phases = np.array([2 if basis in sampling.halves else 1 for basis in bases])
        steps = np.array([1 if basis in sampling.every_row else 2 for basis in bases])
        self._turns.run(
            lambda turn, turns: base_rows(
                stack.voxels,
                stack.strides,
                stack.filled,
                stack.ends,
                stack.tile,
                plan.source,
                plan.slices,
                plan.slabs,
                plan.windows,
                plan.places,
                plan.weights,
                plan.rows,
                phases,
                steps,
                claimed,
                turn,
                turns,
                base,
            )
        )
        if steps.max() > 1:
            self._turns.run(lambda turn, turns: rows_between(base, steps, turn, turns))
        return base

    def _stack(
        self, group: tuple[BasisVolume, ...], normal: int, paired: bool
    ) -> tuple[VoxelGrid, Layered]:
        key = _identity(group), normal, paired
        with self._changing:
            if key not in self._layered:
                laid = tuple(in_pairs(one, normal) for one in group) if paired else group
                made = layered(laid, normal, skip_empty=self._skip_empty)
                held = tuple(volume.counts for volume in group)
                self._layered[key] = _Kept(held, laid[0].grid, made)
            kept = self._layered[key]
            return kept.grid, kept.made

    def _forget_all_but(self, groups: Sequence[tuple[BasisVolume, ...]]) -> None:
        """What is kept holds its volumes, so an id in use is never another volume's."""
        wanted = {_identity(group) for group in groups}
        with self._changing:
            self._layered = {key: one for key, one in self._layered.items() if key[0] in wanted}


def _identity(group: Sequence[BasisVolume]) -> tuple[int, ...]:
    return tuple(id(volume.counts) for volume in group)


def _head_on(view: IndexView, grid: VoxelGrid, normal: int) -> bool:
    """Whether slices may be taken in pairs: many of them, met almost square."""
    many = grid.shape_kji[2 - normal] >= PAIRED_SLICES
    return many and view.drift_per_slice(normal) <= PAIRED_DRIFT


def _rays(view: IndexView, normal: int) -> FloatArray:
    """The ray in mm and, in slices, along the normal; both of (column, row, 1); shape (4, 3)."""
    return np.concatenate([view.rays_world_mm, view.rays_index[normal : normal + 1]])
