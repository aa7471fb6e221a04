"""Real scans: two chests are taken, an abdomen and a slab are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
import pytest

from trainer.anatomy.back import posterior_skin_mm
from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.distance import blocks_near, skin_y_mm
from trainer.anatomy.patient import Patient, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal

pytestmark = pytest.mark.real_ct
LPS_FROM_RAS = np.diag([-1.0, -1.0, 1.0, 1.0])
T6, T7, T8 = 38, 37, 36  # numbers of the label map (SOURCE.txt of ct-lidc0001-labels)


def dicom_scan(folder: Path) -> CtScan:
    """These two series are axial, rising and evenly spaced; the dicom room reads the others."""
    slices = [pydicom.dcmread(path) for path in folder.iterdir() if path.name != "SOURCE.txt"]
    slices.sort(key=lambda one: float(one.ImagePositionPatient[2]))
    hu = np.stack([one.pixel_array.astype(np.int32) for one in slices])
    hu = hu * int(slices[0].RescaleSlope) + int(slices[0].RescaleIntercept)
    first, second = (np.array(one.ImagePositionPatient, dtype=float) for one in slices[:2])
    dy, dx = (float(edge) for edge in slices[0].PixelSpacing)
    origin = (float(first[0]), float(first[1]), float(first[2]))
    grid = VoxelGrid.aligned(origin, (dx, dy, float(second[2] - first[2])), hu.shape)
    return CtScan(grid, np.clip(hu, -32768, 32767).astype(np.int16))


def nifti(path: Path) -> tuple[np.ndarray, FloatArray]:
    import nibabel

    image = nibabel.load(path)
    return np.asarray(image.dataobj), LPS_FROM_RAS @ image.affine


def nifti_scan(path: Path) -> CtScan:
    values, matrix = nifti(path)
    hu = np.ascontiguousarray(values.T).astype(np.int16)
    return CtScan(VoxelGrid(matrix, hu.shape), hu)


@pytest.fixture(scope="module")
def kept() -> dict[str, Patient]:
    return {}


@pytest.fixture
def lidc(real_data: Path, kept: dict[str, Patient]) -> Patient:
    if "lidc" not in kept:
        kept["lidc"] = patient_from_ct(dicom_scan(real_data / "ct-lidc0001"))
    return kept["lidc"]


def vertebra(real_data: Path, number: int) -> FloatArray:
    """World points of one vertebra in the label map; shape (n, 3)."""
    labels, matrix = nifti(real_data / "ct-lidc0001-labels" / "mask.nii.gz")
    return np.argwhere(labels == number) @ matrix[:3, :3].T + matrix[:3, 3]


def tissues_at(patient: Patient, points: FloatArray) -> np.ndarray:
    assert patient.labels is not None
    index = np.rint(patient.labels.grid.index_of(points)).astype(int)
    return np.asarray(patient.labels.tissues[index[:, 2], index[:, 1], index[:, 0]])


@pytest.mark.parametrize("number", [T6, T7, T8])
def test_vertebrae_are_bone_and_never_air_or_lung(
    lidc: Patient, real_data: Path, number: int
) -> None:
    found = tissues_at(lidc, vertebra(real_data, number))
    assert np.mean(found == Tissue.BONE) > 0.5
    assert np.mean((found == Tissue.AIR) | (found == Tissue.LUNG)) < 0.01


def test_the_heart_takes_room_from_the_left_lung(lidc: Patient, real_data: Path) -> None:
    assert lidc.labels is not None
    middle = vertebra(real_data, T7).mean(axis=0)
    i = round(float(lidc.labels.grid.index_of(middle)[0]))
    lung = lidc.labels.tissues == Tissue.LUNG
    assert lung[:, :, :i].sum() > 1.05 * lung[:, :, i:].sum()


def test_no_couch_and_no_blanket_lie_behind_the_back(lidc: Patient, real_data: Path) -> None:
    assert lidc.labels is not None
    middle = vertebra(real_data, T7).mean(axis=0)
    z = np.arange(middle[2] - 40.0, middle[2] + 40.0, 2.5)
    x = np.arange(middle[0] - 60.0, middle[0] + 60.0, 2.0)
    skin = posterior_skin_mm(lidc.labels, x, z)
    assert np.isfinite(skin).all()
    assert np.abs(np.diff(skin, axis=1)).max() < 8.0  # a blanket's fold would stand off
    assert 40.0 < skin.mean() - middle[1] < 90.0


def test_a_needle_meets_skin_then_bone_at_t7(lidc: Patient, real_data: Path) -> None:
    points = vertebra(real_data, T7)
    left = points[points[:, 0] > points[:, 0].max() - 4.0].mean(axis=0)
    blocks = blocks_near(lidc, left[None])
    assert {"skin", "bone", "pleura"} <= blocks.keys()
    assert "canal" not in blocks
    skin = skin_y_mm(blocks["skin"], float(left[0]), float(left[2]))
    assert skin is not None
    assert 20.0 < skin - left[1] < 70.0
    assert abs(float(blocks["bone"].at(left))) < 4.0


def test_five_millimetre_slices_are_taken_and_noted(real_data: Path) -> None:
    import nrrd

    values, header = nrrd.read(str(real_data / "ct-lung2-nrrd" / "lung2_image.nrrd"))
    matrix = np.eye(4)
    matrix[:3, :3] = header["space directions"].T
    matrix[:3, 3] = header["space origin"]
    hu = np.ascontiguousarray(values.T).astype(np.int16)
    patient = patient_from_ct(CtScan(VoxelGrid(matrix, hu.shape), hu))
    assert any("5.0 mm apart" in note for note in patient.notes)


@pytest.mark.parametrize("name", ["example_ct.nii.gz", "example_ct_sm.nii.gz"])
def test_an_abdomen_is_refused_as_the_wrong_region(real_data: Path, name: str) -> None:
    with pytest.raises(Refusal, match="no mid-thoracic level"):
        patient_from_ct(nifti_scan(real_data / "ct-wrong-region" / name))


def test_a_slab_is_refused_as_too_short(real_data: Path) -> None:
    with pytest.raises(Refusal, match=r"38 mm tall \(20 slices\)"):
        patient_from_ct(dicom_scan(real_data / "ct-slab-j2k"))
