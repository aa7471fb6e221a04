"""The only facts that leave a DICOM file: one table, checked on both sides of the border.

Everything that is not named here is never even read: not names, dates, numbers of any person,
descriptions, comments or private elements. Words are kept only when they are words of this table;
two identifiers that must be *compared* (which series, which kernel) cross as salted hashes.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

# Keyword -> how many values. DICOM PS3.6 keywords.
NUMBERS: Mapping[str, int] = {
    "Rows": 1,
    "Columns": 1,
    "NumberOfFrames": 1,
    "SamplesPerPixel": 1,
    "BitsAllocated": 1,
    "BitsStored": 1,
    "HighBit": 1,
    "PixelRepresentation": 1,
    "PixelSpacing": 2,
    "ImagerPixelSpacing": 2,
    "ImagePositionPatient": 3,
    "ImageOrientationPatient": 6,
    "RescaleSlope": 1,
    "RescaleIntercept": 1,
    "KVP": 1,
    "AcquisitionNumber": 1,
    "PositionerPrimaryAngle": 1,
    "PositionerSecondaryAngle": 1,
    "DistanceSourceToDetector": 1,
    "DistanceSourceToPatient": 1,
    "EstimatedRadiographicMagnificationFactor": 1,
    "PixelIntensityRelationshipSign": 1,
}

_MODALITIES = (
    "CT XA RF DX CR MR PT NM US MG IO PX OT SC SEG SR PR KO RTSTRUCT RTIMAGE RTDOSE RTPLAN"
)
WORDS: Mapping[str, frozenset[str]] = {
    "Modality": frozenset(_MODALITIES.split()),
    "PhotometricInterpretation": frozenset(
        ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL", "YBR_FULL_422")
    ),
    "ImageType": frozenset(("ORIGINAL", "DERIVED", "PRIMARY", "SECONDARY", "LOCALIZER", "AXIAL")),
    "BurnedInAnnotation": frozenset(("YES", "NO")),
    "LossyImageCompression": frozenset(("00", "01")),
    "PixelIntensityRelationship": frozenset(("LIN", "LOG", "DISP")),
    "PositionerMotion": frozenset(("STATIC", "DYNAMIC")),
}
# Letters of PS3.3 C.7.6.1.1.1, for a biped.
ORIENTATION = "PatientOrientation"
_ORIENTATION_WORD = re.compile(r"[LRAPHF]{1,3}")

TOKENS = ("SeriesInstanceUID", "ConvolutionKernel")
_TOKEN = re.compile(r"[0-9a-f]{16}")
_UID = re.compile(r"[0-9.]{1,64}")

# PS3.6 annex A; other classes are "other".
SOP_CLASSES: Mapping[str, str] = {
    "1.2.840.10008.5.1.4.1.1.2": "ct",
    "1.2.840.10008.5.1.4.1.1.2.1": "enhanced ct",
    "1.2.840.10008.5.1.4.1.1.2.2": "enhanced ct",
    "1.2.840.10008.5.1.4.1.1.12.1": "xa",
    "1.2.840.10008.5.1.4.1.1.12.1.1": "enhanced xa",
    "1.2.840.10008.5.1.4.1.1.12.2": "rf",
    "1.2.840.10008.5.1.4.1.1.12.2.1": "enhanced rf",
    "1.2.840.10008.5.1.4.1.1.1": "cr",
    "1.2.840.10008.5.1.4.1.1.1.1": "dx",
    "1.2.840.10008.5.1.4.1.1.1.1.1": "dx",
    "1.2.840.10008.5.1.4.1.1.7": "secondary capture",
    "1.2.840.10008.5.1.4.1.1.7.1": "secondary capture",
    "1.2.840.10008.5.1.4.1.1.7.2": "secondary capture",
    "1.2.840.10008.5.1.4.1.1.7.3": "secondary capture",
    "1.2.840.10008.5.1.4.1.1.7.4": "secondary capture",
    "1.2.840.10008.1.3.10": "directory",
}
KEYWORDS = (*NUMBERS, *WORDS, ORIENTATION, *TOKENS, "SOPClassUID")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What one DICOM file says of itself, as far as it may be known.

    numbers : finite values by keyword; words : words of the table by keyword; tokens : hashes.
    unreadable : keywords that are there but are not what they must be.
    sop_class : a word of `SOP_CLASSES` or "other"; syntax_uid : the transfer syntax.
    pixel_bytes : declared length of the pixel element, -1 where undefined (compressed), None where
    there is none; float_pixels, overlays, cut_off : whether the file has these.
    """

    sop_class: str
    syntax_uid: str
    numbers: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tokens: Mapping[str, str] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    pixel_bytes: int | None = None
    float_pixels: bool = False
    overlays: bool = False
    cut_off: bool = False

    def number(self, keyword: str) -> float | None:
        """The single value of a number, None where it is absent or unreadable."""
        values = self.numbers.get(keyword)
        return values[0] if values else None

    def vector(self, keyword: str) -> tuple[float, ...] | None:
        """All values of a number, None where it is absent or unreadable."""
        return self.numbers.get(keyword)

    def word(self, keyword: str) -> str:
        """The first word, "" where it is absent or no word of the table."""
        return self.words.get(keyword, ("",))[0]

    @property
    def modality(self) -> str:
        """DICOM's word, "?" where it is absent or unknown."""
        return self.word("Modality") or "?"

    @property
    def frames(self) -> int:
        """Number of frames, at least 1; 0 where the element says something impossible."""
        if "NumberOfFrames" in self.unreadable:
            return 0
        frames = self.number("NumberOfFrames")
        return 1 if frames is None else max(0, int(frames))


def token_of(value: str, salt: str) -> str:
    """A salted hash that can be compared within one import and tells nothing outside it."""
    return hashlib.blake2b(f"{salt}:{value}".encode(), digest_size=8).hexdigest()


def words_of(keyword: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Those values that are words of the table."""
    if keyword == ORIENTATION:
        letters = tuple(v for v in values if _ORIENTATION_WORD.fullmatch(v))
        return letters if len(letters) == len(values) == 2 else ()
    return tuple(value for value in values if value in WORDS[keyword])


def to_wire(facts: FileFacts) -> dict[str, object]:
    """The facts ready for JSON."""
    return {name: getattr(facts, name) for name in FileFacts.__slots__}


def from_wire(wire: Mapping[str, object]) -> FileFacts:
    """Facts of a child's answer, every value checked against the table again.

    Raises ValueError where anything is not what the table allows.
    """
    numbers = {key: _numbers(key, value) for key, value in _mapping(wire["numbers"]).items()}
    words = {key: _words(key, value) for key, value in _mapping(wire["words"]).items()}
    tokens = {key: _matching(_TOKEN, value) for key, value in _mapping(wire["tokens"]).items()}
    sop_class, pixel_bytes = wire["sop_class"], wire["pixel_bytes"]
    if sop_class not in SOP_CLASSES.values() and sop_class != "other":
        raise ValueError("an unknown class of file")
    if not (pixel_bytes is None or isinstance(pixel_bytes, int)) or set(tokens) - set(TOKENS):
        raise ValueError("an unknown fact")
    return FileFacts(
        sop_class=str(sop_class),
        syntax_uid=_matching(_UID, wire["syntax_uid"]),
        numbers=numbers,
        words=words,
        tokens=tokens,
        unreadable=tuple(k for k in _sequence(wire["unreadable"]) if k in KEYWORDS),
        pixel_bytes=pixel_bytes,
        float_pixels=wire["float_pixels"] is True,
        overlays=wire["overlays"] is True,
        cut_off=wire["cut_off"] is True,
    )


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError("not a table of facts")
    return value


def _sequence(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError("not a list of facts")
    return tuple(str(item) for item in value)


def _numbers(keyword: str, value: object) -> tuple[float, ...]:
    if not isinstance(value, list | tuple) or len(value) != NUMBERS[keyword]:
        raise ValueError(f"not {keyword}")
    values = tuple(float(item) for item in value)
    if not all(math.isfinite(item) for item in values):
        raise ValueError(f"not a finite {keyword}")
    return values


def _words(keyword: str, value: object) -> tuple[str, ...]:
    given = _sequence(value)
    if keyword not in KEYWORDS or words_of(keyword, given) != given:
        raise ValueError(f"not a word of {keyword}")
    return given


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("not an allowed text")
    return value
