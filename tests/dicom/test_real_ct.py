"""Real scans: the right way round, quick, and with what is odd about them told."""

from __future__ import annotations

import os
from pathlib import Path

import nibabel
import numpy as np
import pytest

from trainer.anatomy.ct import CtScan
from trainer.dicom.axes import along_world
from trainer.dicom.reader import LimitedImageReader
from trainer.refusal import Refusal

pytestmark = pytest.mark.real_ct
_SCANS: dict[Path, CtScan] = {}


@pytest.fixture
def lidc(real_data: Path, reader: LimitedImageReader) -> CtScan:
    """Read once for the whole module."""
    folder = real_data / "ct-lidc0001"
    if folder not in _SCANS:
        _SCANS[folder] = reader.read_ct(folder)
    return _SCANS[folder]


def labels_on(scan: CtScan, real_data: Path) -> np.ndarray:
    """The label map turned like the scan, on the same grid."""
    image = nibabel.load(real_data / "ct-lidc0001-labels" / "mask.nii.gz")
    lps = np.diag([-1.0, -1.0, 1.0, 1.0]) @ image.affine
    stored = np.asanyarray(image.dataobj).astype(np.int16)
    grid, labels = along_world(stored.T, lps)
    np.testing.assert_allclose(grid.world_from_index, scan.grid.world_from_index, atol=1e-3)
    return labels


def test_the_chest_ct_has_its_size_place_and_scale(lidc: CtScan) -> None:
    assert lidc.hu.shape == (133, 512, 512)
    assert lidc.grid.spacing_mm == pytest.approx((0.703125, 0.703125, 2.5))
    np.testing.assert_allclose(lidc.grid.world_from_index[:3, 3], [-166.0, -171.7, -340.0])
    assert (int(lidc.hu.min()), int(lidc.hu.max())) == (-1024, 3071)
    assert lidc.notes[0] == "133 slices read"
    assert any("below -1500 HU (not scanned) became air" in note for note in lidc.notes)


def test_the_chest_ct_agrees_with_its_label_map(lidc: CtScan, real_data: Path) -> None:
    labels = labels_on(lidc, real_data)
    t7, cord = 37, 79  # TotalSegmentator numbering: 43 = T1 ... 32 = T12
    assert lidc.hu[labels == t7].mean() > 120
    assert 0 < lidc.hu[labels == cord].mean() < 100
    left = np.argwhere((labels >= 92) & (labels <= 103)).mean(axis=0)
    right = np.argwhere((labels >= 104) & (labels <= 115)).mean(axis=0)
    assert left[2] - right[2] > 100  # + x is the patient's left
    highest, lowest = (np.argwhere(labels == t).mean(axis=0) for t in (43, 32))
    assert highest[0] > lowest[0] + 60  # + z is the head
    spine = np.argwhere(labels == t7).mean(axis=0)
    sternum = np.argwhere(labels == 116).mean(axis=0)
    assert spine[1] > sternum[1] + 100  # + y is the back


def test_one_file_of_the_series_means_the_series(
    lidc: CtScan, real_data: Path, reader: LimitedImageReader
) -> None:
    found = reader.inspect(real_data / "ct-lidc0001")
    assert (found.kind, found.modality, found.shape) == ("ct", "CT", (133, 512, 512))
    assert found.geometry["transfer_syntax"] == "Explicit VR Little Endian"
    single = reader.inspect(real_data / "ct-lidc0001" / "1-005.dcm")
    assert single.shape == (1, 512, 512)


def test_a_real_missing_slice_is_refused_by_name(
    real_data: Path, tmp_path: Path, reader: LimitedImageReader
) -> None:
    for path in (real_data / "ct-lidc0001").glob("1-0[0-3]*.dcm"):
        if path.name != "1-020.dcm":
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(
        Refusal, match=r"a slice is missing between '1-0(19|21).dcm'.*5.00 mm found"
    ):
        reader.read_ct(tmp_path)


def test_thick_and_compressed_scans_are_read_with_their_spacing(
    real_data: Path, reader: LimitedImageReader
) -> None:
    lung = reader.read_ct(real_data / "ct-lung2-nrrd")
    assert lung.hu.shape == (61, 512, 512)
    assert lung.grid.spacing_mm == pytest.approx((0.6269531, 0.6269531, 5.0))
    slab = reader.read_ct(real_data / "ct-slab-j2k")
    assert slab.grid.spacing_mm == pytest.approx((0.9765625, 0.9765625, 2.0))
    assert slab.hu.shape == (20, 512, 512)


def test_a_label_map_is_not_taken_for_a_ct(real_data: Path, reader: LimitedImageReader) -> None:
    with pytest.raises(Refusal, match="0 to 118 are not Hounsfield units"):
        reader.read_ct(real_data / "ct-lidc0001-labels" / "mask.nii.gz")
    abdomen = reader.read_ct(real_data / "ct-wrong-region" / "example_ct.nii.gz")
    assert abdomen.hu.shape == (112, 101, 122)
    assert os.sep not in " ".join(abdomen.notes)
