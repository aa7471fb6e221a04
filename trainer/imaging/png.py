"""Pictures as PNG bytes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import png_bytes


def encode_png(picture: NDArray[np.uint8]) -> bytes:
    """An 8-bit grey picture, shape (rows, cols), as the bytes of a PNG file."""
    return png_bytes(np.ascontiguousarray(picture))
