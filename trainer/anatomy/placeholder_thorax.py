"""A small synthetic thorax, T6-T8 at work, until the synthetic patient replaces it (issue 4).

No file is needed. One coarse body volume and one fine spine volume share the density: inside the
spine's box the coarse one holds nothing, over 3 mm at its border they blend, and path lengths add.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.anatomy.hounsfield import CORTEX_HU, basis_volumes
from trainer.anatomy.patient import BasisVolume, LabelVolume, Patient, PatientKind, Tissue
from trainer.anatomy.placeholder_bone import Skeleton, skeleton
from trainer.anatomy.placeholder_nerves import landmarks_of, nerves_of
from trainer.anatomy.placeholder_solids import (
    Coordinates,
    Field,
    Solid,
    box_of,
    grid_axes,
    where_below,
)
from trainer.anatomy.placeholder_spine import (
    CORE_HU,
    SHELL_MM,
    SIZES,
    canal_mm,
    disc_below,
    foramen_mm,
)
from trainer.anatomy.placeholder_torso import covered, lung_vessels
from trainer.geometry.grid import VoxelGrid

BODY_GRID = VoxelGrid.aligned((-156.0, -135.0, -105.0), (1.5, 1.5, 1.5), (141, 144, 209))
SPINE_GRID = VoxelGrid.aligned((-48.0, -33.0, -90.0), (0.75, 0.75, 0.75), (241, 125, 129))
LABEL_GRID = VoxelGrid.aligned((-156.0, -135.0, -105.0), (1.0, 1.0, 1.0), (211, 215, 313))
BLEND_MM = 3.0
# Edges are spread over this many voxels: sharper ones comb where rays graze them (anatomy.md 5).
SOFT_EDGE, BONE_EDGE = 2.0, 1.4
SHELL_HU = 1380.0  # anatomy.md 2
DISC_HU, CANAL_HU, FORAMEN_HU, VESSEL_HU = 70.0, 22.0, -75.0, 40.0


def placeholder_thorax(seed: int = 0) -> Patient:
    """A prone adult's thorax, T7's body centre at the world's origin; same seed, same bytes."""
    rng = np.random.Generator(np.random.PCG64(seed))
    bones = skeleton(rng)
    vessels = lung_vessels(rng)
    volumes: list[BasisVolume] = []
    for grid in (BODY_GRID, SPINE_GRID):
        share = spine_share(grid_axes(grid))
        held = share if grid is SPINE_GRID else 1.0 - share
        volumes += basis_volumes(grid, _hounsfield(bones, vessels, grid), held)
    return Patient(
        PatientKind.SYNTHETIC,
        tuple(volumes),
        LabelVolume(LABEL_GRID, _tissues(bones)),
        nerves_of(bones),
        landmarks_of(bones),
        notes=("Placeholder thorax: T6-T8 are complete; T4-T5 and T9-T10 are scenery.",),
    )


def spine_share(axes: Coordinates) -> Field:
    """The part 0..1 of the density that the spine volume holds; open axes to the grid's shape."""
    whole = np.ones((1, 1, 1), dtype=np.float32)
    for line, edges in zip(axes, grid_axes(SPINE_GRID), strict=True):
        inward = np.minimum(line - edges.min(), edges.max() - line) / np.float32(BLEND_MM)
        whole = whole * np.clip(inward, 0.0, 1.0)
    return np.asarray(whole, np.float32)


def _hounsfield(bones: Skeleton, vessels: list[Solid], grid: VoxelGrid) -> NDArray[np.int16]:
    axes = grid_axes(grid)
    soft_edge = grid.spacing_mm[0] * SOFT_EDGE
    slabs = [bones.torso.soft_hu(slab, soft_edge) for slab in _slabs(axes)]
    hu, lung = (np.concatenate(parts) for parts in zip(*slabs, strict=True))
    _draw_vessels(hu, lung, axes, vessels, soft_edge)
    _draw_spaces(hu, axes, bones)
    _draw_bone(hu, axes, bones, grid.spacing_mm[0] * BONE_EDGE)
    held: NDArray[np.int16] = np.clip(np.rint(hu), -1000, CORTEX_HU).astype(np.int16)
    return held


def _draw_bone(hu: Field, axes: Coordinates, bones: Skeleton, edge_mm: float) -> None:
    """A cortical shell round a core: two coverages of one distance."""
    distance, material = bones.on_grid(axes)
    near = where_below(distance, edge_mm)
    depth, kind = distance[near], material[near]
    outer, inner = covered(depth, edge_mm), covered(depth + SHELL_MM[kind], edge_mm)
    world = np.stack([axes[n].ravel()[near[2 - n]] for n in range(3)])
    core = CORE_HU[kind] + 45.0 * bones.texture_at(world * 2.0)
    hu[near] += outer * (SHELL_HU - hu[near]) + inner * (core - SHELL_HU)


def _slabs(axes: Coordinates) -> list[Coordinates]:
    """Slice by slice: a slice stays in the processor's cache."""
    x, y, z = axes
    return [(x, y, z[k : k + 1]) for k in range(z.shape[0])]


def _draw_vessels(
    hu: Field, lung: Field, axes: Coordinates, vessels: list[Solid], edge_mm: float
) -> None:
    for solid in vessels:
        spot, near = box_of(axes, solid.low - edge_mm, solid.high + edge_mm)
        if hu[spot].size:
            part = covered(solid.distance(near), edge_mm) * lung[spot]
            hu[spot] = np.maximum(hu[spot], hu[spot] + part * (VESSEL_HU - hu[spot]))


def _draw_spaces(hu: Field, axes: Coordinates, bones: Skeleton) -> None:
    """Discs, canal and foramina, before bone is drawn over them."""
    for level, spot, local in _segments(axes, bones):
        size, part = SIZES[level], hu[spot]
        disc = disc_below(size, _gap_below(level)).distance(local) < 0.0
        part[disc] = DISC_HU
        part[_canal(local, level)] = CANAL_HU
        part[foramen_mm(local, size) < 0.0] = FORAMEN_HU


def _segments(
    axes: Coordinates, bones: Skeleton
) -> list[tuple[str, tuple[slice, slice, slice], Coordinates]]:
    found = []
    for level, frame in bones.frames.items():
        reach = np.array([22.0, 34.0, 22.0])
        spot, near = box_of(axes, frame.centre - reach, frame.centre + reach)
        found.append((level, spot, frame.local(near)))
    return found


def _gap_below(level: str) -> float:
    names = list(SIZES)
    return SIZES[names[min(names.index(level) + 1, len(names) - 1)]].disc


def _canal(local: Coordinates, level: str) -> NDArray[np.bool_]:
    size = SIZES[level]
    tall = (size.height + size.disc) / 2.0 + 1.0
    return np.asarray((canal_mm(local, size) < 0.0) & (np.abs(local[2]) < tall))


def _tissues(bones: Skeleton) -> NDArray[np.uint8]:
    axes = grid_axes(LABEL_GRID)
    tissues = np.full(LABEL_GRID.shape_kji, Tissue.SOFT, dtype=np.uint8)
    for k, slab in enumerate(_slabs(axes)):
        tissues[k][bones.torso.lung_mm(slab)[0] < 0.0] = Tissue.LUNG
        tissues[k][bones.torso.skin_mm(slab)[0] > 0.0] = Tissue.AIR
    for level, spot, local in _segments(axes, bones):
        tissues[spot][foramen_mm(local, SIZES[level]) < 0.0] = Tissue.FORAMEN
        tissues[spot][_canal(local, level)] = Tissue.CANAL
    tissues[bones.on_grid(axes)[0] < 0.0] = Tissue.BONE
    return tissues
