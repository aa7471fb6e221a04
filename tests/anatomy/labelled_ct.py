"""A CT with a label map whose truth is known: the synthetic thorax, scanned and labelled here.

The scan is made of the patient's voxels, the labels of the bones' own distances; what the importer
proposes is compared with the generator's landmarks, which it never sees.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from tests.anatomy.thorax import PERSON, thorax
from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.label_numbers import CORD, RIB, VERTEBRA
from trainer.anatomy.patient import Basis, Patient, Tissue
from trainer.anatomy.segmentation import LabelMap
from trainer.anatomy.synthetic.parts import Parts, parts_of
from trainer.anatomy.synthetic.ribs import Rib
from trainer.anatomy.synthetic.spaces import spaces_of
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.storage.build import build_sha256
from trainer.storage.folders import user_folders

SPACING_MM = (1.2, 1.2, 2.0)
LABELLED = ("T5", "T6", "T7", "T8", "T9")
WHOLE = ("T6", "T7", "T8")  # the voxels end half-way through T5 and T9
AORTA_MM = (-10.0, -32.0, 9.0)  # x, y and radius of a vessel full of contrast


def grid() -> VoxelGrid:
    corners = [part.grid.corners_world_mm for part in thorax().volumes]
    low = np.min([part.min(axis=0) for part in corners], axis=0) + 2.0
    high = np.max([part.max(axis=0) for part in corners], axis=0) - 2.0
    nk, nj, ni = (int((high - low)[n] / SPACING_MM[n]) for n in (2, 1, 0))
    x, y, z = (float(part) for part in low)
    return VoxelGrid.aligned((x, y, z), SPACING_MM, (nk, nj, ni))


@lru_cache(maxsize=1)
def scan() -> CtScan:
    """Hounsfield units of the thorax, the inverse of `hounsfield.basis_densities`."""
    place = grid()
    density = {basis: np.zeros(place.shape_kji) for basis in Basis}
    for volume in thorax().volumes:
        matrix = volume.grid.index_from_world @ place.world_from_index
        part = ndimage.affine_transform(
            volume.counts,
            np.diag(matrix)[:3][::-1],
            matrix[:3, 3][::-1],
            output_shape=place.shape_kji,
            output=np.float32,
            order=1,
        )
        density[volume.basis] += part * volume.g_cm3_per_count
    bone, water = density[Basis.BONE], density[Basis.WATER]
    hu = np.where(bone > 0.02, 60.0 + 1526.0 * bone / 1.92, (water - 1.0) * 1000.0)
    noise = np.random.default_rng(5).normal(0.0, 8.0, hu.shape)
    return CtScan(place, np.rint(np.clip(hu + noise, -1000, 3071)).astype(np.int16))


def world_of(place: VoxelGrid) -> FloatArray:
    """Voxel centres, shape (nk, nj, ni, 3)."""
    k, j, i = np.indices(place.shape_kji)
    return place.world_of(np.stack([i, j, k], axis=-1).astype(np.float64))


@lru_cache(maxsize=1)
def with_contrast() -> CtScan:
    """The scan with a vessel of 320 HU beside the spine, and a vein off the scale before it."""
    one = scan()
    world = world_of(one.grid)
    x, y, radius = AORTA_MM
    hu = one.hu.copy()
    hu[np.hypot(world[..., 0] - x, world[..., 1] - y) < radius] = 320
    hu[np.hypot(world[..., 0] - 25.0, world[..., 1] + 55.0) < 6.0] = 3071
    return CtScan(one.grid, hu)


@lru_cache(maxsize=1)
def label_map() -> LabelMap:
    """Vertebrae, ribs and cord where their distance is negative; TotalSegmentator's version 2.

    Kept beside the thorax: workers of one run draw it once.
    """
    file = user_folders().cache / f"labels-{build_sha256('anatomy')[:16]}.npy"
    if file.exists():
        return LabelMap(grid(), np.load(file))
    numbers = _drawn(grid(), parts_of(PERSON))
    with NamedTemporaryFile(dir=file.parent, suffix=".npy", delete=False) as draft:
        np.save(draft, numbers)
    Path(draft.name).replace(file)
    return LabelMap(grid(), numbers)


def _drawn(place: VoxelGrid, parts: Parts) -> NDArray[np.uint8]:
    world = world_of(place)
    numbers = np.zeros(place.shape_kji, dtype=np.uint8)
    bony = _near_bone(place)
    spots, points = np.argwhere(bony), world[bony]
    for bone in parts.bones:
        number = VERTEBRA.get(bone.name, 0) if bone.name in LABELLED else 0
        if isinstance(bone, Rib):
            number = RIB[f"T{bone.number}", bone.side]
        if number:
            box = ((points > bone.low_world_mm) & (points < bone.high_world_mm)).all(axis=1)
            near = np.flatnonzero(box)
            numbers[tuple(spots[near[bone.at(points[near]) < 0.0]].T)] = number
    around = (np.abs(world[..., 0]) < 25.0) & (np.abs(world[..., 1] - 25.0) < 25.0)
    cord = around & (numbers == 0)
    cord[cord] = spaces_of(parts.plan).canal.at(world[cord]) < -3.0
    numbers[cord] = CORD
    return numbers


def _near_bone(place: VoxelGrid) -> NDArray[np.bool_]:
    """Where it is worth asking a bone: its voxels in the patient and those next to them."""
    labels = thorax().labels
    assert labels is not None
    index = np.rint(labels.grid.index_of(world_of(place).reshape(-1, 3))).astype(int)
    index = index.clip(0, np.array(labels.tissues.shape[::-1]) - 1)
    bone = labels.tissues[index[:, 2], index[:, 1], index[:, 0]] == Tissue.BONE
    return np.asarray(ndimage.binary_dilation(bone.reshape(place.shape_kji), iterations=2))


@lru_cache(maxsize=1)
def bare_patient() -> Patient:
    """The same scan without a label map."""
    return patient_from_ct(scan())


@lru_cache(maxsize=1)
def labelled_patient() -> Patient:
    return patient_from_ct(scan(), label_map())


def stored_otherwise(labels: LabelMap) -> LabelMap:
    """The same map on a finer grid with its axes flipped and swapped."""
    flipped = np.flip(labels.numbers, (0, 2)).repeat(2, axis=1)
    matrix = np.array(labels.grid.world_from_index)
    nk, _, ni = labels.grid.shape_kji
    matrix[:3, 3] += (nk - 1) * matrix[:3, 2] + (ni - 1) * matrix[:3, 0] - matrix[:3, 1] / 4.0
    matrix[:3, 2] *= -1.0
    matrix[:3, 0] *= -1.0
    matrix[:3, 1] /= 2.0
    matrix[:3, :3] = matrix[:3, [1, 0, 2]]
    turned: NDArray[np.uint8] = np.ascontiguousarray(flipped.transpose(0, 2, 1))
    nk, nj, ni = turned.shape
    return LabelMap(VoxelGrid(matrix, (nk, nj, ni)), turned)
