"""A label map of the bones: which voxel belongs to which vertebra, rib or cord."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.label_numbers import CORD, RIB, SPINE, VERTEBRA, Numbering, renumbered
from trainer.anatomy.levels import LEVELS
from trainer.anatomy.patient import ByteVolume
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal

LEAST_VERTEBRA_MM3 = 3000.0  # a whole T1 has about 12,000; less is a slice of one (design value)
Spot = tuple[slice, slice, slice]


@dataclass(frozen=True, slots=True, eq=False)
class LabelMap:
    """Numbers on a grid, as a file holds them.

    numbers : uint8, shape (nk, nj, ni), read-only. numbering : which table, None = to be told from
    the map itself. notes : what was found; no identifiers.
    """

    grid: VoxelGrid
    numbers: ByteVolume
    numbering: Numbering | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.numbers.dtype != np.uint8 or self.numbers.shape != self.grid.shape_kji:
            raise ValueError("numbers must be uint8 of the grid's shape")
        self.numbers.setflags(write=False)


@dataclass(frozen=True, slots=True, eq=False)
class Segmentation:
    """Bones and cord in the numbers of `label_numbers` (version 2), on a scan's grid.

    spots : the box of each number that occurs, as slices of `numbers`.
    """

    grid: VoxelGrid
    numbers: ByteVolume
    spots: Mapping[int, Spot]
    notes: tuple[str, ...] = ()

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels C7-L1 that are labelled, from the head down."""
        return tuple(level for level in LEVELS if VERTEBRA[level] in self.spots)

    def points_world_mm(self, number: int) -> FloatArray:
        """Centres of all voxels of a number, shape (n, 3); (0, 3) where there are none."""
        if number not in self.spots:
            return np.zeros((0, 3))
        spot = self.spots[number]
        kji = np.argwhere(self.numbers[spot] == number) + [edge.start for edge in spot]
        return self.grid.world_of(kji[:, ::-1].astype(np.float64))


def segmentation_on(grid: VoxelGrid, given: LabelMap) -> Segmentation:
    """A label map brought to a scan's grid: nearest label by world position.

    Vertebrae cut down to a slice are left out. Raises Refusal where the map does not overlap the
    scan, names no thoracic level, or names them in an order no spine has.
    """
    numbering, notes = numbering_of(given)
    on_grid = _resampled(renumbered(given.numbers, numbering), given.grid, grid)
    spots = _spots(on_grid)
    if not spots:
        raise _refused(
            "none of its labelled bones lies inside the scan",
            "Choose the segmentation of this very scan",
        )
    cut = [level for level in SPINE if _is_cut(on_grid, spots, VERTEBRA[level], grid)]
    whole = {number: spot for number, spot in spots.items() if number not in map(VERTEBRA.get, cut)}
    notes = (*given.notes, *notes)
    pieces = ", ".join(level for level in LEVELS if level in cut)
    if pieces:
        notes = (*notes, f"Only pieces of {pieces} lie in the scan: they are not offered.")
    made = Segmentation(grid, on_grid, whole, notes)
    _in_order(made)
    return made


def _is_cut(numbers: ByteVolume, spots: Mapping[int, Spot], number: int, grid: VoxelGrid) -> bool:
    """Whether the scan ends in a vertebra, or holds too little of it."""
    if number not in spots:
        return False
    spot = spots[number]
    if spot[0].start == 0 or spot[0].stop == numbers.shape[0]:
        return True
    voxel_mm3 = float(np.prod(grid.spacing_mm))
    return bool(np.count_nonzero(numbers[spot] == number) * voxel_mm3 < LEAST_VERTEBRA_MM3)


def cord_centres(seg: Segmentation) -> FloatArray:
    """The cord's middle in each slice that shows it, shape (n, 3); (0, 3) without a cord label."""
    points = seg.points_world_mm(CORD)
    slices, index, counts = np.unique(
        points[:, 2].round(3), return_inverse=True, return_counts=True
    )
    sums = np.zeros((len(slices), 3))
    np.add.at(sums, index, points)
    return np.asarray(sums / np.maximum(counts, 1)[:, None])


def numbering_of(given: LabelMap) -> tuple[Numbering, tuple[str, ...]]:
    """The table the map follows; ribs tell: each begins at the vertebra of its own number."""
    if given.numbering is not None:
        return given.numbering, ()
    fits = {one: _ribs_at_their_vertebra(given, one) for one in Numbering}
    best = max(Numbering, key=lambda one: fits[one])
    if fits[best] == 0:
        note = "No rib is labelled: the numbers were taken for TotalSegmentator's version 2."
        return Numbering.V2, (note,)
    return best, (f"Numbers of the segmentation: TotalSegmentator {best}, told by its ribs.",)


def _ribs_at_their_vertebra(given: LabelMap, numbering: Numbering) -> int:
    """How many ribs touch (within 8 mm) the vertebra of their number."""
    step = max(1, round(2.0 / min(given.grid.spacing_mm)))
    small = renumbered(given.numbers[:, ::step, ::step], numbering)
    spots = _spots(small)
    edges = np.array(given.grid.spacing_mm)[::-1] * np.array([1, step, step])
    found = 0
    for (level, _), rib in RIB.items():
        vertebra = VERTEBRA[level]
        if rib in spots and vertebra in spots:
            found += _touch(small, spots[vertebra], vertebra, rib, edges)
    return found


def _touch(numbers: ByteVolume, spot: Spot, vertebra: int, rib: int, edges_mm: FloatArray) -> bool:
    reach = np.ceil(8.0 / edges_mm).astype(int)
    wide = tuple(
        slice(max(0, edge.start - int(more)), edge.stop + int(more))
        for edge, more in zip(spot, reach, strict=True)
    )
    near = numbers[wide]
    if not (near == rib).any():
        return False
    away = ndimage.distance_transform_edt(near != vertebra, sampling=edges_mm)
    return bool(away[near == rib].min() <= 8.0)


def _resampled(numbers: ByteVolume, source: VoxelGrid, target: VoxelGrid) -> ByteVolume:
    same = source.shape_kji == target.shape_kji
    if same and np.allclose(source.world_from_index, target.world_from_index, atol=1e-3):
        return numbers
    matrix = source.index_from_world @ target.world_from_index
    found: NDArray[np.uint8] = ndimage.affine_transform(
        numbers,
        matrix[:3, :3][::-1, ::-1],
        matrix[:3, 3][::-1],
        output_shape=target.shape_kji,
        order=0,
        mode="constant",
        cval=0,
    )
    return found


def _spots(numbers: ByteVolume) -> dict[int, Spot]:
    found = ndimage.find_objects(numbers)
    return {n + 1: spot for n, spot in enumerate(found) if spot is not None}


def _in_order(seg: Segmentation) -> None:
    """Raise Refusal unless the levels follow each other down the spine."""
    levels = seg.levels
    if not any(level.startswith("T") for level in levels):
        raise _refused(
            "it names no thoracic vertebra inside the scan",
            "Choose a segmentation with the classes vertebrae_T1 to vertebrae_T12, in "
            "TotalSegmentator's numbers (--numbering v1 or v2)",
        )
    heights = [float(seg.points_world_mm(VERTEBRA[level])[:, 2].mean()) for level in levels]
    wrong = [n for n in range(len(levels) - 1) if heights[n] <= heights[n + 1]]
    if wrong:
        n = wrong[0]
        raise _refused(
            f"its {levels[n]} lies below its {levels[n + 1]}",
            "Check its numbering (--numbering v1 or v2) and its orientation",
        )


def _refused(why: str, next_step: str) -> Refusal:
    return Refusal("The segmentation cannot be used", why, next_step)
