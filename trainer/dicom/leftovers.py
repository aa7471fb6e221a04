"""What a picture file says beside its picture: text, camera data, names. Runs in the child.

PNG: W3C PNG Specification (3rd ed.) 11.3; JPEG: ITU-T T.81 annex B, Exif in APP1 (CIPA DC-008). A
finding is a word of a table made here, never a text of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pydicom.dataelem import DataElement
from pydicom.valuerep import PersonName

from trainer.dicom.allowlist import ORIENTATION, WORDS, words_of
from trainer.dicom.open_file import is_dicom, open_dicom, regular_file
from trainer.dicom.xa import DERIVATION, PATIENT
from trainer.refusal import Refusal

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_FETCH = "Save the picture anew from the program it was made with"
# Chunks that draw the picture; every other one is a text, a time or somebody's own.
_PNG_DRAWN = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP mDCV cLLI".split()
)
_PNG_TOLD = {
    b"tEXt": "a text chunk",
    b"zTXt": "a text chunk",
    b"iTXt": "a text chunk",
    b"eXIf": "camera data (Exif)",
    b"tIME": "the time of its last change",
}
_JPEG_TOLD = {0xE1: "camera data (Exif or XMP)", 0xED: "captions (IPTC)", 0xFE: "a comment"}
_JPEG_DRAWN = frozenset((0xE0, 0xE2, 0xEE))  # JFIF, colour profile, Adobe's colour transform
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_MOST_PARTS = 100_000
# What this program writes into its own exposures; with other content it is somebody else's.
_OURS = {
    "PatientName": PATIENT,
    "PatientID": "SIMULATION",
    "Manufacturer": "Rhizotomy Trainer",
    "DerivationDescription": DERIVATION,
}
_SPEAKING = "AE AS CS DA DT LO LT OB OW PN SH SQ ST TM UC UN UR UT"
_BYTES = frozenset(("PixelData", "FileMetaInformationVersion"))
_TEXT_VRS = frozenset(_SPEAKING.split())
_WORDS = {
    **WORDS,
    "ImageType": WORDS["ImageType"] | {"SINGLE PLANE"},
    "RadiationSetting": frozenset(("SC", "GR")),
    "FieldOfViewShape": frozenset(("RECTANGLE", "ROUND", "HEXAGONAL")),
    "PresentationLUTShape": frozenset(("IDENTITY", "INVERSE")),
    "SpecificCharacterSet": frozenset(("ISO_IR 100", "ISO_IR 192", "ISO_IR 6")),
}
_PATTERNS = {
    "SoftwareVersions": re.compile(r"[0-9]+(\.[0-9]+){1,3}([a-z]{1,3}[0-9]{1,3})?"),
    "ImplementationVersionName": re.compile(r"PYDICOM [0-9.]{1,8}"),
}
_OF_SOFTWARE = "ImplementationClassUID"
_OWN_UID = re.compile(r"2\.25\.[0-9]{1,39}")
_STANDARD_UID = re.compile(r"1\.2\.840\.10008\.[0-9.]{1,50}")


def leftovers(path: Path) -> tuple[str, ...]:
    """What is in the file beside the picture; empty where nothing is. Raises Refusal."""
    with regular_file(path) as stream:
        head = stream.read(132)
        stream.seek(0)
        if head.startswith(PNG):
            found = _of_png(stream)
        elif head.startswith(JPEG):
            found = _of_jpeg(stream.read())
        elif is_dicom(head):
            found = _of_dicom(stream)
        else:
            raise Refusal("the file", "it is no PNG, JPEG or DICOM picture", _FETCH)
        return tuple(sorted(set(found)))


def _of_png(stream: BinaryIO) -> Iterator[str]:
    stream.seek(len(PNG))
    for _ in range(_MOST_PARTS):
        head = stream.read(8)
        if len(head) < 8:
            raise Refusal("the file", "it is a PNG that is cut off", _FETCH)
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        stream.seek(length + 4, 1)
        if kind not in _PNG_DRAWN:
            yield _PNG_TOLD.get(kind, "a chunk of another program")
        if kind == b"IEND":
            if stream.read(1):
                yield "bytes behind its end"
            return
    raise Refusal("the file", f"it has more than {_MOST_PARTS:,} chunks", _FETCH)


def _of_jpeg(data: bytes) -> Iterator[str]:
    at = 2
    for _ in range(_MOST_PARTS):
        if data[at : at + 1] != b"\xff" or at + 2 > len(data):
            raise Refusal("the file", "it is a JPEG that is cut off or damaged", _FETCH)
        marker = data[at + 1]
        at += 1 if marker == 0xFF else 2
        if marker == 0xFF or marker in _ALONE:
            continue
        if marker == 0xD9:
            if data[at:].strip(b"\0"):
                yield "bytes behind its end"
            return
        if marker in _JPEG_TOLD or (0xE0 <= marker <= 0xEF and marker not in _JPEG_DRAWN):
            yield _JPEG_TOLD.get(marker, "a segment of another program")
        at += int.from_bytes(data[at : at + 2], "big")
        if marker == 0xDA:
            at = _behind_scan(data, at)
    raise Refusal("the file", f"it has more than {_MOST_PARTS:,} segments", _FETCH)


def _behind_scan(data: bytes, at: int) -> int:
    """The next marker that is neither a stuffed byte nor a restart."""
    found = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL).search(data, at)
    return len(data) if found is None else found.start()


def _of_dicom(stream: BinaryIO) -> Iterator[str]:
    file = open_dicom(stream, with_pixels=True, everything=True)
    stream.seek(0)
    if stream.read(128).strip(b"\0"):
        yield "bytes before its header"
    if file.passed.overlays:
        yield "overlays"
    for element in (*file.meta, *file.dataset):
        if not _says_nobody(element):
            tag, keyword = element.tag, element.keyword
            name = "private element" if tag.is_private else keyword or "element"
            yield f"{name} ({tag.group:04X},{tag.element:04X})"


def _says_nobody(element: DataElement) -> bool:
    """Whether an element is a number, a word of a table, or empty."""
    keyword, values = element.keyword, _values(element)
    if element.tag.is_private or 0x6000 <= element.tag.group <= 0x60FF:
        return False
    if not any(values) or keyword in _BYTES:
        return True
    if keyword in _OURS:
        return values == (_OURS[keyword],)
    if keyword == ORIENTATION:
        return words_of(ORIENTATION, values) == values
    if keyword in _WORDS:
        return set(values) <= _WORDS[keyword]
    if keyword in _PATTERNS:
        return all(_PATTERNS[keyword].fullmatch(value) for value in values)
    if element.VR == "UI":
        plain = (_OWN_UID.fullmatch(one) or _STANDARD_UID.fullmatch(one) for one in values)
        return keyword == _OF_SOFTWARE or all(plain)
    return element.VR not in _TEXT_VRS


def _values(element: DataElement) -> tuple[str, ...]:
    value = element.value
    if value is None or isinstance(value, bytes):
        return ("bytes",) if value and value.strip(b"\0") else ()
    if isinstance(value, str | PersonName) or not hasattr(value, "__iter__"):
        return (str(value),)
    return tuple(str(one) for one in value)
