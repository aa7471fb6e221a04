"""A DICOM Segmentation (PS3.3 A.51, A.92) as a volume of label numbers. Runs in the child.

Segments are told by their label or the meaning of their type's code, and only those that are names
of bones or of the cord are kept; no text leaves this file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from pydicom.datadict import tag_for_keyword
from pydicom.dataset import Dataset

from trainer.anatomy.label_numbers import number_of_segment
from trainer.dicom import limits
from trainer.dicom.open_file import OpenFile, open_dicom
from trainer.dicom.syntaxes import DEFLATED, IMPLICIT_LITTLE
from trainer.dicom.volume_facts import VolumeFacts, checked_volume
from trainer.refusal import Refusal

# PS3.6 annex A: Segmentation Storage, Label Map Segmentation Storage.
SEG_CLASSES = frozenset({"1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7"})
_NATIVE = frozenset({IMPLICIT_LITTLE, "1.2.840.10008.1.2.1", DEFLATED})
_ELEMENTS = (
    *("SegmentationType", "SegmentSequence", "SharedFunctionalGroupsSequence"),
    *("PerFrameFunctionalGroupsSequence", "BitsAllocated", "Rows", "Columns", "NumberOfFrames"),
)
_NEXT = "Export the segmentation as an uncompressed binary DICOM SEG, or as NIfTI"
OFF_STEP = 0.05  # of the slice spacing: a plane further than this off its place is refused


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """One plane: which segment it shows (0 = all, a label map) and where its first pixel lies."""

    segment: int
    position_mm: NDArray[np.float64]


def is_seg(stream: BinaryIO) -> bool:
    """Whether an opened DICOM stream is a segmentation; the stream is rewound."""
    file = open_dicom(stream, with_pixels=False)
    stream.seek(0)
    return str(file.meta.get("MediaStorageSOPClassUID", "")) in SEG_CLASSES


def read_seg(stream: BinaryIO) -> tuple[VolumeFacts, NDArray[np.uint16]]:
    """The grid and the label numbers (k, j, i) of a segmentation. Raises Refusal."""
    tags = tuple(int(tag_for_keyword(word) or 0) for word in _ELEMENTS)
    file = open_dicom(stream, with_pixels=True, also=tags)
    data = file.dataset
    kind = str(data.get("SegmentationType", ""))
    if kind not in ("BINARY", "LABELMAP"):
        raise _refused("it is neither binary nor a label map (fractional ones are not read)")
    if file.syntax_uid not in _NATIVE:
        raise _refused("it is compressed")
    numbers = _numbers_by_segment(data)
    frames = _frames(data)
    facts, planes = _grid(data, frames)
    volume = np.zeros(facts.shape_kji, dtype=np.uint16)
    for frame, plane, pixels in zip(frames, planes, _planes(file, kind), strict=True):
        _draw(volume[plane], pixels, frame.segment, numbers)
    return facts, volume


def _draw(
    plane: NDArray[np.uint16], pixels: NDArray[np.integer], segment: int, numbers: dict[int, int]
) -> None:
    """One frame into its plane; where segments overlap the later one counts."""
    if segment:
        plane[pixels > 0] = numbers.get(segment, 0) or plane[pixels > 0]
        return
    for here in np.unique(pixels):
        if numbers.get(int(here)):
            plane[pixels == here] = numbers[int(here)]


def _numbers_by_segment(data: Dataset) -> dict[int, int]:
    """Label numbers by segment number; raises Refusal where no segment has a known name."""
    found = {}
    for segment in data.get("SegmentSequence", ()):
        codes = segment.get("SegmentedPropertyTypeCodeSequence", ())
        words = [str(segment.get("SegmentLabel", "")), str(segment.get("SegmentDescription", ""))]
        words += [str(code.get("CodeMeaning", "")) for code in codes]
        number = next((n for n in map(number_of_segment, words) if n), 0)
        if number:
            found[int(segment.SegmentNumber)] = number
    if not found:
        raise _refused("none of its segments is called like a vertebra, a rib or the cord")
    return found


def _frames(data: Dataset) -> list[_Frame]:
    frames = []
    for group in data.get("PerFrameFunctionalGroupsSequence", ()):
        place = [float(part) for part in group.PlanePositionSequence[0].ImagePositionPatient]
        told = group.get("SegmentIdentificationSequence", ())
        segment = int(told[0].ReferencedSegmentNumber) if told else 0
        frames.append(_Frame(segment, np.array(place)))
    if not frames or len(frames) != int(data.get("NumberOfFrames", 0)):
        raise _refused("its frames are not described one by one")
    return frames


def _shared(data: Dataset, name: str) -> Dataset:
    """A functional group, the same for all frames."""
    groups = (
        *data.get("SharedFunctionalGroupsSequence", ()),
        *data.get("PerFrameFunctionalGroupsSequence", ())[:1],
    )
    for group in groups:
        if found := group.get(name):
            first: Dataset = found[0]
            return first
    raise _refused(f"its {name} is missing")


def _grid(data: Dataset, frames: list[_Frame]) -> tuple[VolumeFacts, list[int]]:
    """The volume that holds all planes, and the plane of each frame."""
    axes = np.array(
        [float(x) for x in _shared(data, "PlaneOrientationSequence").ImageOrientationPatient]
    ).reshape(2, 3)
    measures = _shared(data, "PixelMeasuresSequence")
    dy, dx = (float(edge) for edge in measures.PixelSpacing)
    normal = np.cross(axes[0], axes[1])
    heights = np.array([frame.position_mm @ normal for frame in frames])
    levels = np.unique(heights.round(3))
    if len(levels) < 2:
        raise _refused("it holds a single plane")
    step = float(measures.get("SpacingBetweenSlices") or np.diff(levels).min())
    index = (heights - levels[0]) / step
    if step <= 0.0 or np.abs(index - np.rint(index)).max() > OFF_STEP:
        raise _refused("its planes are not evenly spaced")
    planes = [int(n) for n in np.rint(index)]
    matrix = np.eye(4)
    matrix[:3, :3] = np.stack([axes[0] * dx, axes[1] * dy, normal * step], axis=1)
    matrix[:3, 3] = frames[int(np.argmin(heights))].position_mm
    shape = (max(planes) + 1, int(data.Rows), int(data.Columns))
    facts = VolumeFacts("seg", shape, matrix, 1.0, 0.0, 2)
    checked_volume(facts)
    return facts, planes


def _planes(file: OpenFile, kind: str) -> Iterator[NDArray[np.integer]]:
    """The pixels of each frame, (rows, columns); unpacked one at a time."""
    data = file.dataset
    rows, columns, bits = int(data.Rows), int(data.Columns), int(data.BitsAllocated)
    frames, size = int(data.NumberOfFrames), int(data.Rows) * int(data.Columns)
    if bits not in (1, 8, 16) or (kind == "LABELMAP" and bits == 1):
        raise _refused(f"it has {bits} bits a pixel")
    raw = bytes(data.PixelData)
    if len(raw) * 8 < frames * size * bits or len(raw) > limits.PIXEL_BYTES:
        raise _refused("its pixels are cut off, or too many")
    for n in range(frames):
        first, past = n * size * bits, (n + 1) * size * bits
        part = np.frombuffer(raw, np.uint8, -(-past // 8) - first // 8, first // 8)
        if bits == 1:
            # Bits run on from frame to frame, the lowest first (PS3.5 8.1.1).
            flat = np.unpackbits(part, bitorder="little")[first % 8 :][:size]
        else:
            flat = part.view("<u2" if bits == 16 else np.uint8)
        yield flat.reshape(rows, columns)


def _refused(why: str) -> Refusal:
    return Refusal("the segmentation", why, _NEXT)
