"""One frame of pixels as stored. Runs in the child."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.pixels.decoders.base import get_decoder

from trainer.dicom import syntaxes
from trainer.dicom.allowlist import FileFacts
from trainer.dicom.open_file import OpenFile
from trainer.dicom.pixel_facts import pixel_problems
from trainer.refusal import Refusal

Stored = NDArray[np.integer[Any]]


def stored_frame(file: OpenFile, facts: FileFacts, frame: int) -> Stored:
    """The stored values of a frame, shape (rows, columns); unused high bits cleared.

    Raises Refusal where the facts alone forbid it, and whatever a decoder raises on damaged data.
    """
    problems = pixel_problems(facts)
    if problems:
        raise Refusal("the picture", problems[0], syntaxes.CONVERT)
    syntax = syntaxes.READ[facts.syntax_uid]
    try:
        pixels, _ = get_decoder(facts.syntax_uid).as_array(
            file.dataset, index=frame, raw=True, decoding_plugin=syntax.plugin
        )
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # every decoder has its own kinds
        raise Refusal(
            "the picture",
            f"its pixels ({syntax.name}, {facts.syntax_uid}) are damaged or cut off "
            f"({type(error).__name__})",
            "Fetch the file again from where it came",
        ) from error
    shape = (int(facts.number("Rows") or 0), int(facts.number("Columns") or 0))
    if pixels.shape != shape:
        raise Refusal("the picture", "its pixels are not of its size", syntaxes.CONVERT)
    native = pixels.astype(pixels.dtype.newbyteorder("="), copy=False)
    return _without_unused_bits(native, int(facts.number("BitsStored") or 0))


def _without_unused_bits(pixels: Stored, bits: int) -> Stored:
    """Bits above Bits Stored may hold retired overlays; they are no part of the picture."""
    unused = pixels.dtype.itemsize * 8 - bits
    if unused <= 0:
        return pixels
    if pixels.dtype.kind == "i":
        return np.asarray((pixels << unused) >> unused)
    return np.asarray(pixels & np.array((1 << bits) - 1, dtype=pixels.dtype))
