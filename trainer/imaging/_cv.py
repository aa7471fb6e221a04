"""The one door to OpenCV: imported once, its Qt variables taken back, the calls we use typed.

opencv-python sets QT_QPA_PLATFORM_PLUGIN_PATH and QT_QPA_FONTDIR to its own Qt 5 on import; left in
place they poison child processes and error messages.
"""

from __future__ import annotations

import os

import cv2
import numpy as np
from numpy.typing import NDArray

for _name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    if "cv2" in os.environ.get(_name, ""):
        del os.environ[_name]
cv2.setNumThreads(1)  # we divide the work ourselves; nested threads only wait for each other

FloatImage = NDArray[np.float32]


def warp_slice(
    layer: FloatImage, pixel_to_layer: NDArray[np.float64], size_px: tuple[int, int]
) -> FloatImage:
    """Sample a layer (one or more channels) at the homography of each pixel, zero outside it."""
    warped = cv2.warpPerspective(
        layer,
        pixel_to_layer,
        size_px,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=0.0,
    )
    return np.asarray(warped, dtype=np.float32)


def box_mean(image: FloatImage, radius_px: int) -> FloatImage:
    """Mean over a square of 2 radius + 1 pixels, mirrored at the border."""
    size = (2 * radius_px + 1, 2 * radius_px + 1)
    return np.asarray(cv2.blur(image, size, borderType=cv2.BORDER_REFLECT), dtype=np.float32)


def gaussian(image: FloatImage, sigma_px: float) -> FloatImage:
    """Gaussian blur, mirrored at the border."""
    blurred = cv2.GaussianBlur(image, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)


def resized(image: FloatImage, size_px: tuple[int, int]) -> FloatImage:
    """The same picture with other pixels: averaged when smaller, linear when larger."""
    smaller = size_px[0] < image.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, size_px, interpolation=how), dtype=np.float32)


def read_table(table: FloatImage, columns: FloatImage, rows: FloatImage) -> FloatImage:
    """Bilinear table look-up at fractional (column, row), clamped at the table's edge."""
    found = cv2.remap(
        table, columns, rows, interpolation=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(found, dtype=np.float32)


def png_bytes(picture: NDArray[np.uint8]) -> bytes:
    """A picture as PNG; shape (rows, cols). Raises ValueError where the encoder fails."""
    done, encoded = cv2.imencode(".png", picture)
    if not done:
        raise ValueError("the PNG encoder failed")
    return bytes(encoded)
