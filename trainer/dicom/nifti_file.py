"""A NIfTI volume as numbers. Runs in the child; no more is unpacked than the header promises."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from trainer.dicom.volume_facts import VolumeFacts, checked_volume
from trainer.refusal import Refusal

_HEADERS = {348: (344, b"n+1\0"), 540: (4, b"n+2\0")}
_NEXT = "Save it as a single 3D NIfTI (.nii or .nii.gz) with its orientation"
_RAS_TO_LPS = np.diag([-1.0, -1.0, 1.0, 1.0])  # NIfTI counts +x right, +y anterior
_MM, _UNKNOWN_UNIT = 2, 0


def is_nifti(stream: BinaryIO) -> bool:
    """Whether a stream begins like a single-file NIfTI-1 or -2, gzipped or not."""
    stream.seek(0)
    head = stream.read(2)
    stream.seek(0)
    try:
        begin = (gzip.GzipFile(fileobj=stream) if head == b"\x1f\x8b" else stream).read(348)
    except (OSError, EOFError):
        return False
    finally:
        stream.seek(0)
    for order in ("<i4", ">i4"):
        if len(begin) >= 8 and (place := _HEADERS.get(int(np.frombuffer(begin, order, 1)[0]))):
            return begin[place[0] : place[0] + 4] == place[1]
    return False


def open_nifti(stream: BinaryIO) -> tuple[VolumeFacts, Callable[[], NDArray[np.generic]]]:
    """Facts, and a way to read the stored values in (k, j, i) order.

    Raises Refusal on 4D, colour, missing orientation or a unit that is not mm.
    """
    import nibabel

    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    source = gzip.GzipFile(fileobj=stream) if packed else stream
    second = _is_second(source)
    kind = nibabel.Nifti2Image if second else nibabel.Nifti1Image
    image = kind.from_stream(cast(io.IOBase, source))
    header = image.header
    shape = tuple(int(edge) for edge in image.shape)
    while len(shape) > 3 and shape[-1] == 1:
        shape = shape[:-1]
    notes = _checked_header(header, shape)
    slope, intercept = float(image.dataobj.slope), float(image.dataobj.inter)
    facts = VolumeFacts(
        kind="nifti",
        shape_kji=(shape[2], shape[1], shape[0]),
        world_from_index=_RAS_TO_LPS @ np.asarray(image.affine, dtype=np.float64),
        slope=slope,
        intercept=intercept,
        bytes_per_value=int(header.get_data_dtype().itemsize),
        notes=notes,
    )
    checked_volume(facts)

    def stored() -> NDArray[np.generic]:
        values = np.asanyarray(image.dataobj.get_unscaled())
        return np.asarray(values.reshape(shape, order="F").T)

    return facts, stored


def _is_second(source: BinaryIO | gzip.GzipFile) -> bool:
    size = source.read(4)
    source.seek(0)
    return 540 in (int.from_bytes(size, "little"), int.from_bytes(size, "big"))


def _checked_header(header: object, shape: tuple[int, ...]) -> tuple[str, ...]:
    kind = header.get_data_dtype()  # type: ignore[attr-defined]
    if len(shape) != 3:
        raise Refusal("the volume", f"it has {len(shape)} dimensions, only 3 are read", _NEXT)
    if kind.kind not in "iuf":
        raise Refusal("the volume", "its voxels are not plain numbers", _NEXT)
    if not (int(header["sform_code"]) or int(header["qform_code"])):  # type: ignore[index]
        raise Refusal(
            "the volume", "it has no orientation (sform_code and qform_code are both 0)", _NEXT
        )
    unit = int(header["xyzt_units"]) & 7  # type: ignore[index]
    if unit not in (_MM, _UNKNOWN_UNIT):
        raise Refusal("the volume", "its unit of length is not the millimetre", _NEXT)
    return ("unit_missing",) if unit == _UNKNOWN_UNIT else ()
