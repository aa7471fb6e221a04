"""A marker comes out where it is, however the volume was stored."""

from __future__ import annotations

from itertools import permutations, product
from pathlib import Path

import nibabel
import nrrd
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.dicom.factory import (
    MARKER_KJI,
    SHAPE_KJI,
    ct_slice,
    marker_world_mm,
    phantom,
    phantom_grid,
    write_all,
)
from trainer.anatomy.ct import CtScan
from trainer.dicom.reader import LimitedImageReader

Stored = tuple[NDArray[np.int16], NDArray[np.float64]]
ORDERS = [
    (order, flips) for order in permutations(range(3)) for flips in product((False, True), repeat=3)
]


def stored_as(order: tuple[int, ...], flips: tuple[bool, ...]) -> Stored:
    """The phantom with another order and direction of axes: array [c, b, a], (a, b, c) to LPS."""
    volume, matrix = phantom().transpose(2, 1, 0), np.array(phantom_grid().world_from_index)
    volume = volume.transpose(order)
    matrix[:, :3] = matrix[:, list(order)]
    for axis, flip in enumerate(flips):
        if flip:
            volume = np.flip(volume, axis)
            matrix[:3, 3] += (volume.shape[axis] - 1) * matrix[:3, axis]
            matrix[:3, axis] *= -1.0
    return volume.transpose(2, 1, 0), matrix


def assert_is_phantom(scan: CtScan) -> None:
    assert scan.hu.shape == SHAPE_KJI
    np.testing.assert_array_equal(scan.hu, phantom())
    np.testing.assert_allclose(
        scan.grid.world_from_index, phantom_grid().world_from_index, atol=1e-4
    )
    (found,) = np.argwhere(scan.hu == 1200)
    assert tuple(found) == MARKER_KJI
    np.testing.assert_allclose(
        scan.grid.world_of(found[::-1].astype(float)), marker_world_mm(), atol=1e-4
    )
    assert not scan.hu.flags.writeable


@pytest.mark.parametrize(("order", "flips"), ORDERS)
def test_a_nifti_volume_comes_out_right_in_all_48_storage_orders(
    order: tuple[int, ...], flips: tuple[bool, ...], tmp_path: Path, reader: LimitedImageReader
) -> None:
    volume, lps = stored_as(order, flips)
    ras = np.diag([-1.0, -1.0, 1.0, 1.0]) @ lps
    image = nibabel.Nifti1Image(volume.transpose(2, 1, 0), ras)
    image.header.set_xyzt_units("mm")
    nibabel.save(image, tmp_path / "v.nii.gz")
    assert_is_phantom(reader.read_ct(tmp_path / "v.nii.gz"))


@pytest.mark.parametrize(
    ("order", "flips"), [one for one in ORDERS if np.linalg.det(stored_as(*one)[1][:3, :3]) > 0]
)
def test_a_dicom_series_comes_out_right_in_all_24_orientations_of_its_slices(
    order: tuple[int, ...], flips: tuple[bool, ...], tmp_path: Path, reader: LimitedImageReader
) -> None:
    volume, matrix = stored_as(order, flips)
    lengths = np.linalg.norm(matrix[:3, :3], axis=0)
    unit = matrix[:3, :3] / lengths
    slices = [
        ct_slice(
            k,
            volume[k],
            matrix[:3, 3] + k * matrix[:3, 2],
            (*unit[:, 0], *unit[:, 1]),
            (lengths[1], lengths[0]),
        )
        for k in range(volume.shape[0])
    ]
    assert_is_phantom(reader.read_ct(write_all(tmp_path / "s", slices[::-1])))


@pytest.mark.parametrize("space", ["left-posterior-superior", "RAS", "left-anterior-superior"])
@pytest.mark.parametrize("encoding", ["raw", "gzip", "bzip2"])
def test_an_nrrd_volume_comes_out_right_in_every_space(
    space: str, encoding: str, tmp_path: Path, reader: LimitedImageReader
) -> None:
    volume, lps = stored_as((1, 2, 0), (True, False, True))
    signs = {"l": (1, 1, 1), "R": (-1, -1, 1)}[space[0]]
    if "anterior" in space:
        signs = (1, -1, 1)
    header = {
        "space": space,
        "space directions": (lps[:3, :3].T * signs),
        "space origin": lps[:3, 3] * signs,
        "encoding": encoding,
    }
    nrrd.write(str(tmp_path / "v.nrrd"), volume.transpose(2, 1, 0), header)
    assert_is_phantom(reader.read_ct(tmp_path / "v.nrrd"))


def test_slices_are_ordered_by_position_not_by_name_or_number(
    tmp_path: Path, reader: LimitedImageReader
) -> None:
    volume, matrix = stored_as((0, 1, 2), (False, False, False))
    slices = [
        ct_slice(k, volume[k], matrix[:3, 3] + k * matrix[:3, 2]) for k in range(volume.shape[0])
    ]
    assert slices[0].InstanceNumber > slices[-1].InstanceNumber
    assert_is_phantom(reader.read_ct(write_all(tmp_path / "s", slices)))


def test_an_oblique_series_keeps_its_angles(tmp_path: Path, reader: LimitedImageReader) -> None:
    angle = np.radians(20.0)
    row = np.array([np.cos(angle), np.sin(angle), 0.0])
    column = np.array([-np.sin(angle), np.cos(angle), 0.0])
    hu, origin = phantom(), np.array([5.0, -3.0, 2.0])
    slices = [
        ct_slice(k, hu[k], origin + np.array([0.0, 0.0, 2.0 * k]), (*row, *column))
        for k in range(SHAPE_KJI[0])
    ]
    scan = reader.read_ct(write_all(tmp_path / "s", slices))
    k, j, i = MARKER_KJI
    expected = origin + i * 0.7 * row + j * 0.8 * column + [0.0, 0.0, 2.0 * k]
    (found,) = np.argwhere(scan.hu == 1200)
    np.testing.assert_allclose(scan.grid.world_of(found[::-1].astype(float)), expected, atol=1e-4)
