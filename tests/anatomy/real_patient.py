"""The real chest CT with its label map as a patient, built once per test run."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pydicom

from trainer.anatomy.ct import CtScan
from trainer.anatomy.ct_patient import patient_from_ct
from trainer.anatomy.patient import Patient
from trainer.anatomy.segmentation import LabelMap
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import FloatArray
from trainer.storage.build import build_sha256
from trainer.storage.folders import user_folders
from trainer.storage.generated_patients import GeneratedPatientFolder

LPS_FROM_RAS = np.diag([-1.0, -1.0, 1.0, 1.0])


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
    """Values [i, j, k] and the matrix from their index to the world."""
    import nibabel

    image = nibabel.load(path)
    return np.asarray(image.dataobj), LPS_FROM_RAS @ image.affine


@lru_cache(maxsize=1)
def label_map(data: Path) -> LabelMap:
    """TotalSegmentator's numbers, version 2 (SOURCE.txt)."""
    values, matrix = nifti(data / "ct-lidc0001-labels" / "mask.nii.gz")
    numbers = np.ascontiguousarray(values.T).astype(np.uint8)
    return LabelMap(VoxelGrid(matrix, numbers.shape), numbers)


@lru_cache(maxsize=1)
def labelled_lidc(data: Path) -> Patient:
    """All levels, landmarks proposed."""
    folder = user_folders().cache / "patients"
    kept = GeneratedPatientFolder(folder, lambda: build_sha256("anatomy"))
    patient = kept.load("tests-lidc") or patient_from_ct(
        dicom_scan(data / "ct-lidc0001"), label_map(data)
    )
    kept.save("tests-lidc", patient)
    return patient
