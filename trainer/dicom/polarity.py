"""Which way round a projection picture is: pictures are kept *dense is dark*. Pure.

Rule, first line that applies:

1. Pixel Intensity Relationship Sign (0028,1041), PS3.3 C.8.11.3.1.2: +1 = lower stored values mean
   less X-ray intensity, so dense is dark already; -1 = the other way round: inverted.
2. XA and RF without a sign hold a fluoroscopic picture, shown dense-is-dark as the room saw it:
   MONOCHROME2 is kept, MONOCHROME1 (low values shown white) is inverted.
3. DX and CR without a sign are shown as on film, bone bright: MONOCHROME2 is inverted,
   MONOCHROME1 is kept.

A look-up table or slope that falls with the stored value turns the answer round once more. Window
centre and width are never applied: the grey values stay linear for a later window.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.dicom.allowlist import FileFacts

_FLUOROSCOPY = ("XA", "RF")


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether stored values are dense-is-bright, and the sentence that says why."""

    dense_is_bright: bool
    reason: str


def polarity_of(facts: FileFacts) -> Polarity:
    """What the file's tags say of its *stored* values."""
    sign = facts.number("PixelIntensityRelationshipSign")
    if sign in (1.0, -1.0):
        return Polarity(sign < 0, f"Pixel Intensity Relationship Sign (0028,1041) is {sign:+g}")
    photometric = facts.word("PhotometricInterpretation")
    if facts.modality in _FLUOROSCOPY:
        bright = photometric == "MONOCHROME1"
        return Polarity(bright, f"{facts.modality} without (0028,1041): taken as fluoroscopy")
    bright = photometric == "MONOCHROME2"
    return Polarity(bright, f"{facts.modality} without (0028,1041): taken as film, bone bright")


def grey_of(
    values: NDArray[np.generic], inverted: bool, bits_stored: int
) -> tuple[NDArray[np.uint16], bool]:
    """uint16 grey, dense is dark, linear in `values`; and whether the scale was changed.

    Whole numbers that fit 16 bits keep their value (shifted up where negative); others are
    stretched over 16 bits. Inversion is about the largest value of the stored bits.
    """
    lowest, highest = float(values.min()), float(values.max())
    if not (np.isfinite(lowest) and np.isfinite(highest)):
        raise ValueError("grey values are not finite")
    shift = -min(0.0, lowest)
    whole = values.dtype.kind in "iu" or bool((values == np.rint(values)).all())
    if whole and highest + shift <= 65535.0:
        grey = (values.astype(np.int64) + int(shift)).astype(np.uint16)
        changed = shift > 0.0
    else:
        span = max(highest - lowest, 1e-12)
        grey = np.rint((values.astype(np.float64) - lowest) * (65535.0 / span)).astype(np.uint16)
        changed = True
    if inverted:
        top = max((1 << bits_stored) - 1, int(grey.max()))
        grey = (top - grey.astype(np.int64)).astype(np.uint16)
    return grey, changed
