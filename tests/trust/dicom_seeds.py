"""One CT slice in every transfer syntax that is read, and the series it stands in.

High-Throughput JPEG 2000 has no encoder here: `tests/dicom/htj2k` holds the slice's codestreams as
OpenJPH made them (lossless, lossless with tile-part lengths, lossy).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import gdcm
import numpy as np
import pydicom
from numpy.typing import NDArray
from pydicom.dataset import FileDataset
from pydicom.encaps import encapsulate

from tests.conftest import REPOSITORY
from tests.dicom.factory import ct_slice, phantom
from tests.dicom.test_syntaxes import encoded
from trainer.dicom import syntaxes

BASELINE = "1.2.840.10008.1.2.4.50"
CHANGED = 8  # the slice that is in the syntax, and gets changed; the others are as they are
GREY_STEP_HU = 16  # of a series of eight bits, which is all that baseline JPEG holds
LOSSY_PARTS = 4.0
_GDCM = {
    BASELINE: gdcm.TransferSyntax.JPEGBaselineProcess1,
    syntaxes.JPEG_EXTENDED: gdcm.TransferSyntax.JPEGExtendedProcess2_4,
    "1.2.840.10008.1.2.4.57": gdcm.TransferSyntax.JPEGLosslessProcess14,
    "1.2.840.10008.1.2.4.70": gdcm.TransferSyntax.JPEGLosslessProcess14_1,
    "1.2.840.10008.1.2.4.80": gdcm.TransferSyntax.JPEGLSLossless,
    "1.2.840.10008.1.2.4.90": gdcm.TransferSyntax.JPEG2000Lossless,
}
_LOSSY: Mapping[str, tuple[str, dict[str, Any]]] = {  # pydicom's plug-in, and how much may go
    "1.2.840.10008.1.2.4.81": ("pyjpegls", {"jls_error": 3}),
    "1.2.840.10008.1.2.4.91": ("pylibjpeg", {"j2k_cr": [LOSSY_PARTS]}),
}


@cache
def phantom_hu() -> NDArray[np.int16]:
    """The phantom in a frame of air: JPEG 2000 asks for 32 by 32 at least."""
    return np.pad(phantom(), [(0, 0), (9, 9), (13, 13)], constant_values=-1000)


def in_eight_bits(uid: str) -> bool:
    """Whether the series of a syntax has eight bits only."""
    return uid in (BASELINE, syntaxes.JPEG_EXTENDED)


def one_slice(k: int, eight_bits: bool) -> FileDataset:
    """A slice of the phantom, not compressed; foot to head."""
    hu = phantom_hu()[k]
    dataset = ct_slice(k, hu, np.array([0.0, 0.0, 2.0 * k]))
    return _eight_bits(dataset, hu) if eight_bits else dataset


def _eight_bits(dataset: FileDataset, hu: NDArray[np.int16]) -> FileDataset:
    dataset.PixelData = ((hu.astype(np.int32) + 1024) // GREY_STEP_HU).astype(np.uint8).tobytes()
    dataset["PixelData"].VR = "OB"
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 8, 8, 7
    dataset.PixelRepresentation, dataset.RescaleSlope = 0, GREY_STEP_HU
    return dataset


def written(uid: str, path: Path) -> bytes:
    """The changed slice in a syntax, written to a path."""
    dataset = one_slice(CHANGED, in_eight_bits(uid))
    part = REPOSITORY / "tests" / "dicom" / "htj2k" / f"{uid.rpartition('.')[2]}.j2c"
    if uid in _GDCM:
        dataset.save_as(path, enforce_file_format=True)
        _transcoded(path, _GDCM[uid])
    elif uid in _LOSSY:
        plugin, how = _LOSSY[uid]
        dataset.compress(uid, encoding_plugin=plugin, generate_instance_uid=False, **how)
        dataset.save_as(path, enforce_file_format=True)
    elif part.exists():
        dataset.PixelData = encapsulate([part.read_bytes()])
        dataset["PixelData"].VR = "OB"
        dataset.file_meta.TransferSyntaxUID = pydicom.uid.UID(uid)
        dataset.save_as(path, enforce_file_format=True)
    else:
        encoded(dataset, uid, path)
    return path.read_bytes()


def _transcoded(path: Path, syntax: int) -> None:
    """gdcm in place of itself: read, compress, write."""
    reader, change, writer = (
        gdcm.ImageReader(),
        gdcm.ImageChangeTransferSyntax(),
        gdcm.ImageWriter(),
    )
    reader.SetFileName(str(path))
    change.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    if not reader.Read():
        raise RuntimeError(f"gdcm does not read {path.name}")
    change.SetInput(reader.GetImage())
    writer.SetFile(reader.GetFile())
    writer.SetFileName(str(path))
    if not change.Change():
        raise RuntimeError(f"gdcm does not write syntax {syntax}")
    writer.SetImage(change.GetOutput())
    if not writer.Write():
        raise RuntimeError(f"gdcm does not write {path.name}")
