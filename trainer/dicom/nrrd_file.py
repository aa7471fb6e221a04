"""An NRRD volume as numbers. Runs in the child.

pynrrd reads the header; the data are unpacked here with a limit (pynrrd's own reader unpacks
without one and opens whatever file the header names).
"""

from __future__ import annotations

import bz2
import zlib
from collections.abc import Callable
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from trainer.dicom.volume_facts import VolumeFacts, checked_volume
from trainer.refusal import Refusal

_NEXT = "Save it as a single 3D NRRD file (raw or gzip) with its space directions"
_LPS_FROM: dict[str, tuple[float, float, float]] = {
    "left-posterior-superior": (1.0, 1.0, 1.0),
    "lps": (1.0, 1.0, 1.0),
    "right-anterior-superior": (-1.0, -1.0, 1.0),
    "ras": (-1.0, -1.0, 1.0),
    "left-anterior-superior": (1.0, -1.0, 1.0),
    "las": (1.0, -1.0, 1.0),
}
# https://teem.sourceforge.net/nrrd/format.html#type
_TYPES: dict[str, str] = {
    **dict.fromkeys(("signed char", "int8", "int8_t"), "i1"),
    **dict.fromkeys(("uchar", "unsigned char", "uint8", "uint8_t"), "u1"),
    **dict.fromkeys(("short", "short int", "signed short", "signed short int"), "i2"),
    **dict.fromkeys(("int16", "int16_t"), "i2"),
    **dict.fromkeys(("ushort", "unsigned short", "unsigned short int"), "u2"),
    **dict.fromkeys(("uint16", "uint16_t"), "u2"),
    **dict.fromkeys(("int", "signed int", "int32", "int32_t"), "i4"),
    **dict.fromkeys(("uint", "unsigned int", "uint32", "uint32_t"), "u4"),
    "float": "f4",
    "double": "f8",
}
_BYTE_ORDERS = {"little": "<", "big": ">"}


def is_nrrd(head: bytes) -> bool:
    """Whether a file begins like an NRRD."""
    return head.startswith(b"NRRD000")


def open_nrrd(stream: BinaryIO) -> tuple[VolumeFacts, Callable[[], NDArray[np.generic]]]:
    """Facts, and a way to read the stored values in (k, j, i) order.

    Raises Refusal on anything that is not one 3D volume of numbers in a known space.
    """
    import nrrd

    header = nrrd.read_header(stream)
    problems = _problems(header)
    if problems:
        raise Refusal("the volume", "; ".join(problems), _NEXT)
    directions = np.asarray(header["space directions"], dtype=np.float64)
    signs = np.array(_LPS_FROM[str(header["space"]).lower()])
    matrix = np.eye(4)
    matrix[:3, :3] = (directions * signs).T
    matrix[:3, 3] = np.asarray(header["space origin"], dtype=np.float64) * signs
    order = _BYTE_ORDERS[str(header.get("endian", "little")).lower()]
    kind = np.dtype(order + _TYPES[str(header["type"])])
    nk, nj, ni = (int(edge) for edge in header["sizes"][::-1])
    facts = VolumeFacts("nrrd", (nk, nj, ni), matrix, 1.0, 0.0, kind.itemsize)
    checked_volume(facts)
    encoding, wanted = str(header["encoding"]).lower(), nk * nj * ni * kind.itemsize

    def stored() -> NDArray[np.generic]:
        data = _unpacked(stream, encoding, wanted)
        return np.frombuffer(data, dtype=kind).reshape(nk, nj, ni)

    return facts, stored


def _problems(header: dict[str, object]) -> list[str]:
    """Every reason why a header does not describe one volume we can read."""
    found = []
    if header.get("dimension") != 3 or len(np.atleast_1d(np.asarray(header.get("sizes", ())))) != 3:
        found.append("it is not three-dimensional")
    if str(header.get("type")) not in _TYPES:
        found.append("its voxels are not plain numbers")
    if str(header.get("space", "")).lower() not in _LPS_FROM:
        found.append("its space is neither LPS nor RAS nor LAS")
    for name, shape in (("space directions", (3, 3)), ("space origin", (3,))):
        value = np.asarray(header.get(name, np.nan), dtype=np.float64)
        if value.shape != shape or not np.isfinite(value).all():
            found.append(f"its {name} is missing or incomplete")
    units = header.get("space units") or ["mm"]
    if any(str(unit).strip('"') not in ("mm", "") for unit in np.atleast_1d(np.asarray(units))):
        found.append("its unit of length is not the millimetre")
    if str(header.get("endian", "little")).lower() not in _BYTE_ORDERS:
        found.append("its byte order is unknown")
    if any(name in header for name in ("data file", "datafile")):
        found.append("its data lie in another file")
    skips = ("byte skip", "byteskip", "line skip", "lineskip")
    if any(header.get(name) not in (None, 0) for name in skips):
        found.append("its data begin somewhere else (skip)")
    if str(header.get("encoding", "")).lower() not in ("raw", "gzip", "gz", "bzip2", "bz2"):
        found.append("its encoding is neither raw nor gzip nor bzip2")
    return found


def _unpacked(stream: BinaryIO, encoding: str, wanted: int) -> bytes:
    """Exactly the promised bytes; never unpacks more than one byte beyond them."""
    packed = stream.read()
    if encoding == "raw":
        data = packed
    elif encoding.startswith("bz"):
        data = bz2.BZ2Decompressor().decompress(packed, wanted + 1)
    else:
        data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, wanted + 1)
    if len(data) != wanted:
        raise Refusal(
            "the volume", f"it promises {wanted:,} bytes of voxels but does not hold them", _NEXT
        )
    return data
