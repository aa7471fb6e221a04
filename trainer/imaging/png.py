"""Pictures as PNG bytes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import png_bytes, rgb_png_bytes


def encode_png(picture: NDArray[np.uint8]) -> bytes:
    """An 8-bit picture, grey (rows, cols) or RGB (rows, cols, 3), as the bytes of a PNG file."""
    if picture.ndim == 3:
        return rgb_png_bytes(picture)
    return png_bytes(np.ascontiguousarray(picture))
