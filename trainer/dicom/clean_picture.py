"""A DICOM file that holds a picture and nothing that was known of anybody.

Written beside a scenario in the place of the foreign file: only elements that this program reads
again, identifiers made from the pixels.
"""

from __future__ import annotations

import hashlib
import io
import uuid

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, JPEG2000Lossless, XRayAngiographicImageStorage

_LEAST_J2K_PX = 32  # OpenJPEG makes six resolutions and starts no smaller picture
_EMPTY = (
    *("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate", "StudyTime"),
    *("StudyID", "AccessionNumber", "ReferringPhysicianName", "Manufacturer"),
)


def clean_picture_bytes(grey: NDArray[np.uint16]) -> bytes:
    """The file of one picture; grey : uint16, shape (rows, columns), dense is dark.

    The same picture gives the same bytes. It says no geometry: a scenario carries that.
    """
    content = hashlib.sha256(repr(grey.shape).encode() + np.ascontiguousarray(grey, "<u2").data)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = XRayAngiographicImageStorage
    meta.MediaStorageSOPInstanceUID = _uid(content.hexdigest(), "instance")
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    elements: dict[str, object] = dict.fromkeys(_EMPTY, "") | {
        "SOPClassUID": XRayAngiographicImageStorage,
        "SOPInstanceUID": meta.MediaStorageSOPInstanceUID,
        "StudyInstanceUID": _uid(content.hexdigest(), "study"),
        "SeriesInstanceUID": _uid(content.hexdigest(), "series"),
        "Modality": "XA",
        "ImageType": ["DERIVED", "PRIMARY"],
        "BurnedInAnnotation": "NO",
        "PixelIntensityRelationshipSign": 1,
        "SamplesPerPixel": 1,
        "PhotometricInterpretation": "MONOCHROME2",
        "Rows": grey.shape[0],
        "Columns": grey.shape[1],
        "BitsAllocated": 16,
        "BitsStored": 16,
        "HighBit": 15,
        "PixelRepresentation": 0,
    }
    for keyword, value in elements.items():
        setattr(dataset, keyword, value)
    dataset.PixelData = np.ascontiguousarray(grey, dtype="<u2").tobytes()
    dataset["PixelData"].VR = "OW"
    if min(grey.shape) >= _LEAST_J2K_PX:
        dataset.compress(JPEG2000Lossless, encoding_plugin="pylibjpeg", generate_instance_uid=False)
    buffer = io.BytesIO()
    dataset.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _uid(seed: str, part: str) -> UID:
    """A UUID-derived UID (PS3.5 B.2) that the same picture gives again."""
    name = f"rhizotomy-trainer:clean:{part}:{seed}"
    return UID(f"2.25.{uuid.uuid5(uuid.NAMESPACE_OID, name).int}")
