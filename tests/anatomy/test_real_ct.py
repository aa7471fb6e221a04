"""Real scans: two chests are taken, an abdomen and a slab are refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.anatomy.real_patient import dicom_scan, label_map, labelled_lidc, nifti
from trainer.anatomy.back import posterior_skin_mm
from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.distance import blocks_near, skin_y_mm
from trainer.anatomy.label_numbers import CORD, VERTEBRA
from trainer.anatomy.levels import LEVELS
from trainer.anatomy.patient import Patient, Tissue
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.refusal import Refusal

pytestmark = pytest.mark.real_ct
T6, T7, T8 = 38, 37, 36  # numbers of the label map (SOURCE.txt of ct-lidc0001-labels)


def nifti_scan(path: Path) -> CtScan:
    values, matrix = nifti(path)
    hu = np.ascontiguousarray(values.T).astype(np.int16)
    return CtScan(VoxelGrid(matrix, hu.shape), hu)


@pytest.fixture
def lidc(real_data: Path) -> Patient:
    return labelled_lidc(real_data)


def labelled(data: Path, number: int) -> FloatArray:
    """World points of one structure in the label map; shape (n, 3)."""
    labels = label_map(data)
    kji = np.argwhere(labels.numbers == number)
    return labels.grid.world_of(kji[:, ::-1].astype(np.float64))


def cord_at(data: Path, heights_mm: FloatArray) -> FloatArray:
    """World y of the cord's middle at some heights."""
    points = labelled(data, CORD)
    slices, index = np.unique(points[:, 2].round(3), return_inverse=True)
    middle = np.bincount(index, points[:, 1]) / np.bincount(index)
    return np.interp(heights_mm, slices, middle)


def test_t1_to_l1_are_offered_each_under_its_own_name(lidc: Patient, real_data: Path) -> None:
    found = {name.split(".")[0]: at for name, at in lidc.landmarks.items() if "body_c" in name}
    assert tuple(found) == LEVELS[LEVELS.index("T1") : LEVELS.index("L1") + 1]
    labels = label_map(real_data)
    for level, at in found.items():
        i, j, k = np.rint(labels.grid.index_of(np.array(at))).astype(int)
        assert labels.numbers[k, j, i] == VERTEBRA[level], level


@pytest.mark.parametrize("level", LEVELS[LEVELS.index("T1") : LEVELS.index("L1") + 1])
def test_the_centroid_of_a_labelled_body_is_found_within_3_mm(
    lidc: Patient, real_data: Path, level: str
) -> None:
    points = labelled(real_data, VERTEBRA[level])
    # The body alone: in front of the canal, whose middle the cord's own label shows.
    body = points[points[:, 1] < cord_at(real_data, points[:, 2]) - 9.0]
    off = np.linalg.norm(body.mean(axis=0) - lidc.landmarks[f"{level}.body_centre"])
    assert off < 3.0


def tissues_at(patient: Patient, points: FloatArray) -> np.ndarray:
    assert patient.labels is not None
    index = np.rint(patient.labels.grid.index_of(points)).astype(int)
    return np.asarray(patient.labels.tissues[index[:, 2], index[:, 1], index[:, 0]])


@pytest.mark.parametrize("number", [T6, T7, T8])
def test_vertebrae_are_bone_and_never_air_or_lung(
    lidc: Patient, real_data: Path, number: int
) -> None:
    found = tissues_at(lidc, labelled(real_data, number))
    assert np.mean(found == Tissue.BONE) > 0.5
    assert np.mean((found == Tissue.AIR) | (found == Tissue.LUNG)) < 0.01


def test_the_heart_takes_room_from_the_left_lung(lidc: Patient, real_data: Path) -> None:
    assert lidc.labels is not None
    middle = labelled(real_data, T7).mean(axis=0)
    i = round(float(lidc.labels.grid.index_of(middle)[0]))
    lung = lidc.labels.tissues == Tissue.LUNG
    assert lung[:, :, :i].sum() > 1.05 * lung[:, :, i:].sum()


def test_no_couch_and_no_blanket_lie_behind_the_back(lidc: Patient, real_data: Path) -> None:
    assert lidc.labels is not None
    middle = labelled(real_data, T7).mean(axis=0)
    z = np.arange(middle[2] - 40.0, middle[2] + 40.0, 2.5)
    x = np.arange(middle[0] - 60.0, middle[0] + 60.0, 2.0)
    skin = posterior_skin_mm(lidc.labels, x, z)
    assert np.isfinite(skin).all()
    assert np.abs(np.diff(skin, axis=1)).max() < 8.0  # a blanket's fold would stand off
    assert 40.0 < skin.mean() - middle[1] < 90.0


def test_a_needle_meets_skin_then_bone_at_t7(lidc: Patient, real_data: Path) -> None:
    points = labelled(real_data, T7)
    left = points[points[:, 0] > points[:, 0].max() - 4.0].mean(axis=0)
    blocks = blocks_near(lidc, left[None])
    assert {"skin", "bone", "pleura", "canal", "foramen"} <= blocks.keys()
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
