"""From foreign bytes to a pydicom data set of the allowed elements only. Runs in the child.

pydicom's `dcmread` inflates deflated files without a limit (1 MB becomes 1 GB, reliability.md F6)
and reads every element; this opens a file with its own order: class of file, transfer syntax,
bounded inflate, allowed elements, and stops behind the pixels. `force` is never used.
"""

from __future__ import annotations

import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset, read_preamble
from pydicom.tag import BaseTag

from trainer.dicom import limits, syntaxes
from trainer.dicom.allowlist import KEYWORDS
from trainer.refusal import Refusal

_ALLOWED = frozenset(tag_for_keyword(word) or 0 for word in KEYWORDS)
_LUTS = (0x00283000, 0x00283010)  # Modality LUT Sequence, VOI LUT Sequence
_PIXEL_DATA, _FLOAT_PIXELS = 0x7FE00010, (0x7FE00008, 0x7FE00009)
_UNDEFINED = 0xFFFFFFFF
# Machine code that hides in the 128 bytes before "DICM" (CVE-2019-11687).
_PROGRAMS = (
    *(b"MZ", b"\x7fELF", b"#!"),
    *(b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe"),
)
_RE_EXPORT = "Export the picture again from where it came"


@dataclass(slots=True)
class Passage:
    """The way through one file: where it may end, and what was passed.

    body : the stream of elements; size : its end; with_pixels : whether to read the pixels too.
    """

    body: BinaryIO
    size: int
    with_pixels: bool
    elements: int = 0
    overlays: bool = False
    float_pixels: bool = False
    pixel_bytes: int | None = None
    cut_off: bool = False

    def ends(self, tag: BaseTag, _vr: str | None, length: int) -> bool:
        """Asked by pydicom before each top-level element; True ends the reading."""
        self.elements += 1
        if self.elements > limits.ELEMENTS:
            raise Refusal("the file", f"it has more than {limits.ELEMENTS:,} elements", _RE_EXPORT)
        self.overlays |= 0x6000 <= tag.group <= 0x60FF
        self.float_pixels |= int(tag) in _FLOAT_PIXELS
        known = length != _UNDEFINED
        if known and length > limits.FACT_BYTES and int(tag) in _ALLOWED:
            raise Refusal("the file", "an element of its header is absurdly long", _RE_EXPORT)
        self.cut_off |= known and self.body.tell() + length > self.size
        if int(tag) == _PIXEL_DATA:
            self.pixel_bytes = length if known else -1
            return not self.with_pixels
        return int(tag) > _PIXEL_DATA

    def counts(self, tag: BaseTag, vr: str | None, length: int) -> bool:
        """The same looks, but nothing ends the reading before the file does."""
        self.ends(tag, vr, length)
        return False


@dataclass(slots=True)
class OpenFile:
    """Allowed elements of one file, its transfer syntax, and what was passed on the way."""

    dataset: Dataset
    meta: Dataset
    syntax_uid: str
    passed: Passage


@contextmanager
def regular_file(path: Path) -> Iterator[BinaryIO]:
    """The file opened for reading; pipes, devices, folders and giants are refused unopened."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Refusal("the file", "it is not a regular file", "Choose an image file")
    if status.st_size > limits.FILE_BYTES:
        raise Refusal(
            "the file",
            f"it has {status.st_size / limits.GIB:.1f} GiB, "
            f"more than {limits.FILE_BYTES / limits.GIB:.0f} GiB",
            "Choose a single image or series",
        )
    with path.open("rb") as stream:
        yield stream


def is_dicom(head: bytes) -> bool:
    """Whether the first 132 bytes are a DICOM file's; refuses one that is a program as well."""
    if head[128:132] != b"DICM":
        return False
    if head.startswith(_PROGRAMS):
        raise Refusal("the file", "a program is hidden before its DICOM header", _RE_EXPORT)
    return True


def open_dicom(
    stream: BinaryIO, with_pixels: bool, also: tuple[int, ...] = (), *, everything: bool = False
) -> OpenFile:
    """Read the allowed elements, up to the pixels or with them; also : more tags, for the child.

    everything : all elements to the file's end, to see what is in it; they never leave the child.

    Raises Refusal on what this program refuses, and whatever pydicom raises on damaged bytes.
    """
    read_preamble(stream, force=False)
    meta = read_dataset(stream, False, True, stop_when=lambda tag, _vr, _n: tag.group != 2)
    syntax_uid = str(meta.get("TransferSyntaxUID", ""))
    if not syntax_uid:
        raise Refusal("the file", "it does not say its transfer syntax", _RE_EXPORT)
    passage = Passage(*_body(stream, syntax_uid), with_pixels)
    dataset = read_dataset(
        passage.body,
        is_implicit_VR=syntax_uid == syntaxes.IMPLICIT_LITTLE,
        is_little_endian=syntax_uid != syntaxes.EXPLICIT_BIG,
        stop_when=passage.counts if everything else passage.ends,
        specific_tags=None if everything else [*_ALLOWED, *_LUTS, _PIXEL_DATA, *also],
    )
    return OpenFile(dataset, meta, syntax_uid, passage)


def _body(stream: BinaryIO, syntax_uid: str) -> tuple[BinaryIO, int]:
    """The stream of the data set proper and where it ends; deflated ones inflated with a limit."""
    if syntax_uid == syntaxes.DEFLATED:
        body = io.BytesIO(inflated(stream))
        return body, body.getbuffer().nbytes
    start = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(start)
    return stream, end


def inflated(stream: BinaryIO) -> bytes:
    """Raw deflate (PS3.5 A.5) undone, at most `limits.INFLATED_BYTES`.

    Raises Refusal above the limit, zlib.error on damaged data, EOFError where it is cut off.
    """
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    parts, total, packed = [], 0, stream.read(limits.MIB)
    while packed and not engine.eof:
        part = engine.decompress(packed, limits.INFLATED_BYTES - total + 1)
        total += len(part)
        if total > limits.INFLATED_BYTES:
            raise Refusal(
                "the file",
                f"it inflates to more than {limits.INFLATED_BYTES // limits.MIB} MiB",
                syntaxes.CONVERT,
            )
        parts.append(part)
        packed = engine.unconsumed_tail or stream.read(limits.MIB)
    if not engine.eof:
        raise EOFError("deflated data ends early")
    return b"".join(parts)
