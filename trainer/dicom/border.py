"""Messages between the reading child and its parent: a JSON line, then raw bytes. No pickle."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from trainer.dicom import limits

Pixels = NDArray[np.integer[Any]]  # int16 HU or uint16 grey
_TYPES = ("<i2", "<u2")


class BorderError(Exception):
    """The other side ended, or said something that is not a message."""


def send(stream: BinaryIO, header: Mapping[str, object], pixels: Pixels | None = None) -> None:
    """Write one message; pixels travel as their bytes, described in the header."""
    described = dict(header)
    if pixels is not None:
        little = np.ascontiguousarray(pixels, dtype=pixels.dtype.newbyteorder("<"))
        if little.dtype.str not in _TYPES:
            raise TypeError("pixels cross as int16 or uint16")
        described |= {"dtype": little.dtype.str, "shape": list(little.shape)}
    stream.write(json.dumps(described, allow_nan=False).encode() + b"\n")
    if pixels is not None:
        stream.write(little.data.cast("B"))
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, object], Pixels | None]:
    """Read one message; sizes are checked before a byte of the picture is taken.

    Raises BorderError where the stream ends or the message is none.
    """
    line = stream.readline(limits.HEADER_BYTES)
    if not line.endswith(b"\n"):
        raise BorderError("the stream ended")
    try:
        header = json.loads(line)
        kind = header.get("dtype")
        shape = tuple(int(edge) for edge in header.get("shape", ()))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BorderError("not a message") from error
    if kind is None:
        return header, None
    if (
        kind not in _TYPES
        or any(edge < 1 for edge in shape)
        or math.prod(shape) * 2 > limits.PIXEL_BYTES
    ):
        raise BorderError("an impossible picture")
    pixels = np.empty(shape, dtype=np.dtype(kind))
    wanted, got = pixels.data.cast("B"), 0
    while got < len(wanted):
        count = stream.readinto(wanted[got:])  # type: ignore[attr-defined]
        if not count:
            raise BorderError("the picture is cut off")
        got += count
    return header, pixels
