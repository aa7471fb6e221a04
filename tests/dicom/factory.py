"""Generated CT series, volumes and projection pictures with known content."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, XRayAngiographicImageStorage

from trainer.geometry.grid import VoxelGrid

Changes = Mapping[str, Any]
AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
SPACING_MM = (0.7, 0.8, 2.0)  # along x, y, z
ORIGIN_MM = (-11.0, 7.0, -40.0)
SHAPE_KJI = (21, 22, 20)
MARKER_KJI = (15, 4, 17)  # to the head, to the front, to the left


def phantom() -> NDArray[np.int16]:
    """Air, a soft block, one bony marker: HU, shape `SHAPE_KJI`, axes left, back, head."""
    rng = np.random.default_rng(7)
    hu = np.full(SHAPE_KJI, -1000, dtype=np.int16)
    hu[2:-2, 3:-3, 3:-3] = rng.integers(20, 60, size=(17, 16, 14))
    hu[MARKER_KJI] = 1200
    return hu


def phantom_grid() -> VoxelGrid:
    """Where the phantom stands."""
    return VoxelGrid.aligned(ORIGIN_MM, SPACING_MM, SHAPE_KJI)


def marker_world_mm() -> NDArray[np.float64]:
    """Where the marker is in the world."""
    return phantom_grid().world_of(np.array(MARKER_KJI[::-1], dtype=np.float64))


def file_dataset(sop_class: str, number: int) -> FileDataset:
    """An empty instance with its identifiers."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = sop_class
    meta.MediaStorageSOPInstanceUID = f"2.25.{1000 + number}"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID = meta.MediaStorageSOPInstanceUID
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "2.25.1", "2.25.2"
    dataset.PatientName, dataset.PatientID = "Somebody^Else", "4711"
    return dataset


def grey_elements(dataset: Dataset, stored: NDArray[Any]) -> None:
    """The image pixel module of a native grey picture."""
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns = stored.shape[-2:]
    bits = stored.dtype.itemsize * 8
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = bits, bits, bits - 1
    dataset.PixelRepresentation = int(stored.dtype.kind == "i")
    little = stored.astype(stored.dtype.newbyteorder("<")).tobytes()
    dataset.PixelData = little + b"\0" * (len(little) % 2)
    dataset["PixelData"].VR = "OW" if bits == 16 else "OB"


def ct_slice(
    number: int,
    hu: NDArray[np.int16],
    position_mm: NDArray[np.float64],
    orientation: tuple[float, ...] = AXIAL,
    spacing_mm: tuple[float, float] = (SPACING_MM[1], SPACING_MM[0]),
) -> FileDataset:
    """One CT slice; instance numbers run against the positions on purpose."""
    dataset = file_dataset(CTImageStorage, number)
    dataset.Modality, dataset.ImageType = "CT", ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.InstanceNumber, dataset.AcquisitionNumber = 1000 - number, 1
    dataset.SliceThickness, dataset.KVP, dataset.ConvolutionKernel = 3.3, 120, "B30"
    dataset.ImagePositionPatient = [float(round(x, 6)) for x in position_mm]
    dataset.ImageOrientationPatient = list(orientation)
    dataset.PixelSpacing = list(spacing_mm)
    dataset.RescaleSlope, dataset.RescaleIntercept = 1, -1024
    grey_elements(dataset, (hu.astype(np.int32) + 1024).astype(np.int16))
    return dataset


def ct_datasets() -> list[FileDataset]:
    """The phantom as axial slices, foot to head."""
    hu = phantom()
    step = np.array([0.0, 0.0, SPACING_MM[2]])
    return [ct_slice(k, hu[k], np.array(ORIGIN_MM) + k * step) for k in range(SHAPE_KJI[0])]


def file_name(index: int) -> str:
    """A name that says nothing of the order."""
    return f"I{(index * 7919) % 10007:05d}"


def file_bytes(dataset: FileDataset) -> bytes:
    """An instance as its file."""
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def write_all(folder: Path, datasets: list[FileDataset]) -> Path:
    """Write instances under names that say nothing of their order."""
    folder.mkdir(parents=True, exist_ok=True)
    for index, dataset in enumerate(datasets):
        (folder / file_name(index)).write_bytes(file_bytes(dataset))
    return folder


@cache
def plain_files() -> tuple[bytes, ...]:
    """The files of `ct_datasets`."""
    return tuple(file_bytes(dataset) for dataset in ct_datasets())


def ct_folder(folder: Path, changes: Mapping[int, Changes] | None = None) -> Path:
    """The phantom as a folder of slices; changes : slice index (-1 = all) to keyword and value.

    A value of None deletes the element.
    """
    wanted, datasets = dict(changes or {}), ct_datasets() if changes else []
    folder.mkdir(parents=True)
    for index, plain in enumerate(plain_files()):
        content = plain
        if -1 in wanted or index in wanted:
            change(datasets[index], {**wanted.get(-1, {}), **wanted.get(index, {})})
            content = file_bytes(datasets[index])
        (folder / file_name(index)).write_bytes(content)
    return folder


def change(dataset: Dataset, wanted: Changes) -> None:
    """Set elements; None deletes."""
    for keyword, value in wanted.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)


def picture(rows: int = 24, columns: int = 32) -> NDArray[np.uint16]:
    """A picture in which every pixel has a value of its own."""
    return (np.arange(rows * columns, dtype=np.uint16) + 100).reshape(rows, columns)


def projection(stored: NDArray[Any], **changes: Any) -> FileDataset:
    """An XA picture from behind a prone patient, with every tag that is needed."""
    dataset = file_dataset(XRayAngiographicImageStorage, 1)
    dataset.Modality, dataset.ImageType = "XA", ["ORIGINAL", "PRIMARY", "SINGLE PLANE"]
    dataset.PositionerPrimaryAngle, dataset.PositionerSecondaryAngle = 180.0, 0.0
    dataset.DistanceSourceToDetector, dataset.DistanceSourceToPatient = 1020.0, 530.0
    dataset.ImagerPixelSpacing = [0.4, 0.3]
    dataset.PatientOrientation = ["R", "F"]
    dataset.PixelIntensityRelationship = "LIN"
    dataset.PixelIntensityRelationshipSign = 1
    grey_elements(dataset, stored)
    if stored.ndim == 3:
        dataset.NumberOfFrames = stored.shape[0]
    change(dataset, changes)
    return dataset


def projection_file(path: Path, stored: NDArray[Any] | None = None, **changes: Any) -> Path:
    """A projection picture on disk."""
    dataset = projection(picture() if stored is None else stored, **changes)
    dataset.save_as(path, enforce_file_format=True)
    return path
