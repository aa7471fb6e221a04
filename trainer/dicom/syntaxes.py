"""Transfer syntaxes: which are read, by which decoder, and whether pixels stay identical.

The decoder is named for each, so that what is installed by chance (Pillow, a GPL plug-in) never
changes a result. Checked on one CT slice in 16 encodings (tests/dicom/test_syntaxes.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEFLATED = "1.2.840.10008.1.2.1.99"
IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"
JPEG_EXTENDED = "1.2.840.10008.1.2.4.51"


@dataclass(frozen=True, slots=True)
class Syntax:
    """One transfer syntax: its name, pydicom's decoding plug-in ("" = native), and its honesty."""

    name: str
    plugin: str
    lossless: bool

    @property
    def native(self) -> bool:
        """Whether pixels are stored as they are."""
        return self.plugin == ""


READ: Mapping[str, Syntax] = {
    IMPLICIT_LITTLE: Syntax("Implicit VR Little Endian", "", True),
    "1.2.840.10008.1.2.1": Syntax("Explicit VR Little Endian", "", True),
    DEFLATED: Syntax("Deflated Explicit VR Little Endian", "", True),
    EXPLICIT_BIG: Syntax("Explicit VR Big Endian", "", True),
    "1.2.840.10008.1.2.5": Syntax("RLE Lossless", "pydicom", True),
    "1.2.840.10008.1.2.4.50": Syntax("JPEG Baseline (Process 1)", "gdcm", False),
    JPEG_EXTENDED: Syntax("JPEG Extended (Process 2 and 4)", "gdcm", False),
    "1.2.840.10008.1.2.4.57": Syntax("JPEG Lossless (Process 14)", "gdcm", True),
    "1.2.840.10008.1.2.4.70": Syntax("JPEG Lossless (Process 14, SV1)", "gdcm", True),
    "1.2.840.10008.1.2.4.80": Syntax("JPEG-LS Lossless", "gdcm", True),
    "1.2.840.10008.1.2.4.81": Syntax("JPEG-LS Near-lossless", "gdcm", False),
    "1.2.840.10008.1.2.4.90": Syntax("JPEG 2000 Lossless", "pylibjpeg", True),
    "1.2.840.10008.1.2.4.91": Syntax("JPEG 2000", "pylibjpeg", False),
    "1.2.840.10008.1.2.4.201": Syntax("High-Throughput JPEG 2000 Lossless", "pylibjpeg", True),
    "1.2.840.10008.1.2.4.202": Syntax("High-Throughput JPEG 2000 RPCL Lossless", "pylibjpeg", True),
    "1.2.840.10008.1.2.4.203": Syntax("High-Throughput JPEG 2000", "pylibjpeg", False),
}

# Known by name so that the refusal can say it; no decoder that may be shipped reads them.
_NOT_READ: Mapping[str, str] = {
    "1.2.840.10008.1.2.4.52": "JPEG Extended (Process 3 and 5)",
    "1.2.840.10008.1.2.4.53": "JPEG Spectral Selection, Non-Hierarchical (Process 6 and 8)",
    "1.2.840.10008.1.2.4.54": "JPEG Spectral Selection, Non-Hierarchical (Process 7 and 9)",
    "1.2.840.10008.1.2.4.55": "JPEG Full Progression, Non-Hierarchical (Process 10 and 12)",
    "1.2.840.10008.1.2.4.56": "JPEG Full Progression, Non-Hierarchical (Process 11 and 13)",
    "1.2.840.10008.1.2.4.92": "JPEG 2000 Multi-component Lossless",
    "1.2.840.10008.1.2.4.93": "JPEG 2000 Multi-component",
    "1.2.840.10008.1.2.4.94": "JPIP Referenced",
    "1.2.840.10008.1.2.4.95": "JPIP Referenced Deflate",
    "1.2.840.10008.1.2.4.100": "MPEG2 Main Profile / Main Level",
    "1.2.840.10008.1.2.4.101": "MPEG2 Main Profile / High Level",
    "1.2.840.10008.1.2.4.102": "MPEG-4 AVC/H.264 High Profile",
    "1.2.840.10008.1.2.4.103": "MPEG-4 AVC/H.264 BD-compatible High Profile",
    "1.2.840.10008.1.2.4.107": "HEVC/H.265 Main Profile",
    "1.2.840.10008.1.2.4.110": "JPEG XL Lossless",
    "1.2.840.10008.1.2.4.111": "JPEG XL JPEG Recompression",
    "1.2.840.10008.1.2.4.112": "JPEG XL",
    "1.2.840.10008.1.2.6.1": "RFC 2557 MIME encapsulation",
    "1.2.840.113619.5.2": "GE private, Implicit VR Big Endian",
}
CONVERT = "Export it again uncompressed or as JPEG 2000 lossless"


def name_of(uid: str) -> str:
    """The name of a syntax for people; "unknown or private" where it has none."""
    return READ[uid].name if uid in READ else _NOT_READ.get(uid, "unknown or private")


def why_not_read(uid: str, bits_stored: int | None) -> str | None:
    """Why pixels in this syntax cannot be read, None where they can.

    bits_stored : (0028,0101); 12-bit JPEG Extended has no decoder under a free licence we ship.
    """
    if uid not in READ:
        return f"its pixels are compressed as {name_of(uid)} ({uid}), which cannot be decoded here"
    if uid == JPEG_EXTENDED and (bits_stored or 0) > 8:
        return (
            f"its pixels are {bits_stored}-bit {name_of(uid)} ({uid}), "
            "and only the 8-bit form can be decoded here"
        )
    return None
