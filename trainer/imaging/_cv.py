"""The one door to OpenCV: imported once, its Qt variables taken back, the calls we use typed.

opencv-python sets QT_QPA_PLATFORM_PLUGIN_PATH and QT_QPA_FONTDIR to its own Qt 5 on import; left in
place they poison child processes and error messages.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

_QT_NAMES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_qt_before = {name: os.environ.get(name) for name in _QT_NAMES}

import cv2  # noqa: E402 - what it overwrites must be noted before
import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402

for _name, _value in _qt_before.items():
    if "cv2" in os.environ.get(_name, ""):
        del os.environ[_name]
        if _value is not None and "cv2" not in _value:
            os.environ[_name] = _value
cv2.setNumThreads(1)  # we divide the work ourselves; nested threads only wait for each other

FloatImage = NDArray[np.float32]
# Small enough for the processor's cache at 1024 pixels across; not smaller, because every step of a
# strip hands the interpreter over once, and a busy screen is slow to give it back
# (benchmarks/bench_window.py: pulse to picture 73 ms with 32 rows, 56 ms with 512).
STRIP_ROWS = 256


def strips(rows: int) -> list[slice]:
    """A picture's rows in parts that stay in the processor's cache, for elementwise work."""
    return [slice(top, min(top + STRIP_ROWS, rows)) for top in range(0, rows, STRIP_ROWS)]


def warp_slice(
    layer: NDArray[np.uint16], layer_from_pixel: NDArray[np.float64], size_px: tuple[int, int]
) -> NDArray[np.uint16]:
    """Sample a layer at the homography of each pixel; it falls to zero over one step outside."""
    warped = cv2.warpPerspective(
        layer,
        layer_from_pixel,
        size_px,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=0.0,
    )
    return np.asarray(warped, dtype=np.uint16)


def add_into(total: FloatImage, layer: NDArray[np.uint16]) -> None:
    """Add a layer to a float picture of the same shape, in place."""
    cv2.accumulate(layer, total)


def transposed(layer: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rows and columns exchanged, in cache-sized blocks."""
    return np.asarray(cv2.transpose(layer), dtype=np.uint8)


def halved(image: FloatImage) -> FloatImage:
    """The next smaller level of a Gaussian pyramid."""
    return np.asarray(cv2.pyrDown(image), dtype=np.float32)


def unhalved(smaller: FloatImage, like: FloatImage) -> FloatImage:
    """A pyramid level brought back to the size of the one above it."""
    rows, columns = like.shape
    return np.asarray(cv2.pyrUp(smaller, dstsize=(columns, rows)), dtype=np.float32)


def gaussian(image: FloatImage, sigma_px: float) -> FloatImage:
    """Gaussian blur, mirrored at the border."""
    blurred = cv2.GaussianBlur(image, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)


def blurred_by(image: FloatImage, taps: Sequence[float]) -> FloatImage:
    """Filtered along rows and columns by an odd number of taps, mirrored at the border."""
    kernel = np.array(taps, dtype=np.float32)
    filtered = cv2.sepFilter2D(image, cv2.CV_32F, kernel, kernel, borderType=cv2.BORDER_REFLECT)
    return np.asarray(filtered, dtype=np.float32)


def padded(image: FloatImage, margin_px: int) -> FloatImage:
    """Zeros all round."""
    return np.asarray(np.pad(image, margin_px), dtype=np.float32)


def sixteen_bits(image: FloatImage, counts_per_unit: float) -> NDArray[np.uint16]:
    """Rounded counts, ending at 0 and 65535."""
    counts = cv2.addWeighted(image, counts_per_unit, image, 0.0, 0.0, dtype=cv2.CV_16U)
    return np.asarray(counts, dtype=np.uint16)


def scaled(image: FloatImage, factor: float, offset: float) -> FloatImage:
    """A picture times a number, plus a number."""
    made = cv2.addWeighted(image, factor, image, 0.0, offset)
    return np.asarray(made, dtype=np.float32)


def gaussian_taps(sigma_px: float) -> FloatImage:
    """The taps of `gaussian`; shape (odd,)."""
    count = round(sigma_px * 8.0 + 1.0) | 1
    return np.asarray(cv2.getGaussianKernel(count, sigma_px, cv2.CV_32F).ravel(), np.float32)


def resized(image: FloatImage, size_px: tuple[int, int]) -> FloatImage:
    """The same picture with other pixels: averaged when smaller, linear when larger."""
    smaller = size_px[0] < image.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, size_px, interpolation=how), dtype=np.float32)


def png_bytes(picture: NDArray[np.uint8]) -> bytes:
    """A picture as PNG; shape (rows, cols). Raises ValueError where the encoder fails."""
    done, encoded = cv2.imencode(".png", picture)
    if not done:
        raise ValueError("the PNG encoder failed")
    return bytes(encoded)


def outlines(share: FloatImage, level: float = 0.5) -> list[NDArray[np.float64]]:
    """Closed lines round where a picture exceeds a level; each (n, 2), (column, row).

    Points found by OpenCV on whole pixels are moved to where the level is crossed between two.
    """
    mask = (share > level).astype(np.uint8)
    found, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    along = cv2.Sobel(share, cv2.CV_32F, 1, 0, scale=0.125)
    slopes = np.asarray([along, cv2.Sobel(share, cv2.CV_32F, 0, 1, scale=0.125)], np.float32)
    lines = [np.asarray(line[:, 0, :], np.int32) for line in found if len(line) > 2]
    return [_refined(share, slopes, line, level) for line in lines]


def _refined(
    share: FloatImage, slopes: FloatImage, line: NDArray[np.int32], level: float
) -> NDArray[np.float64]:
    """One Newton step along the slope, of a pixel at most."""
    columns, rows = line[:, 0], line[:, 1]
    slope = slopes[:, rows, columns].T.astype(np.float64)
    length = np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-6)
    step = np.clip((level - share[rows, columns])[:, None] / length, -1.0, 1.0)
    return np.asarray(line + step * slope / length)


def rgb_png_bytes(picture: NDArray[np.uint8]) -> bytes:
    """A colour picture as PNG; shape (rows, cols, 3), red first."""
    return png_bytes(np.ascontiguousarray(picture[..., ::-1]))


_SUBPIXEL_BITS = 4


def draw_line(
    rgb: NDArray[np.uint8],
    pixels: NDArray[np.float64],
    colour: tuple[int, int, int],
    width_px: int,
    dashes: Sequence[float] = (),
    *,
    closed: bool = False,
) -> None:
    """Draw a line into a colour picture, smooth; a wide one on a dark edge, to be seen on bone.

    pixels : shape (n, 2), (column, row). dashes : lengths drawn and left out in turn, pixels.
    """
    line = np.vstack([pixels, pixels[:1]]) if closed else np.asarray(pixels)
    pieces = [line] if not dashes else _dashed(line, dashes)
    whole = 1 << _SUBPIXEL_BITS
    points = [np.rint(piece * whole).astype(np.int32)[:, None, :] for piece in pieces]
    if width_px > 1:
        cv2.polylines(rgb, points, False, (0, 0, 0), width_px + 2, cv2.LINE_AA, _SUBPIXEL_BITS)
    cv2.polylines(rgb, points, False, colour, width_px, cv2.LINE_AA, _SUBPIXEL_BITS)


def _dashed(line: NDArray[np.float64], dashes: Sequence[float]) -> list[NDArray[np.float64]]:
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    arc = np.concatenate([[0.0], np.cumsum(steps)])
    pieces, start, turn = [], 0.0, 0
    while start < arc[-1]:
        end = min(start + dashes[turn % len(dashes)], float(arc[-1]))
        if turn % 2 == 0:
            at = np.array([start, *arc[(arc > start) & (arc < end)], end])
            pieces.append(np.stack([np.interp(at, arc, line[:, axis]) for axis in (0, 1)], axis=1))
        start, turn = end, turn + 1
    return pieces


def draw_spot(
    rgb: NDArray[np.uint8],
    pixel: NDArray[np.float64],
    radius_px: float,
    colour: tuple[int, int, int],
    *,
    whole: bool,
) -> None:
    """Draw a ring into a colour picture; broken where it is not `whole`."""
    turn = np.linspace(0.0, 2.0 * np.pi, 49)
    ring = pixel + radius_px * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    draw_line(rgb, ring, colour, 2, () if whole else (3.0, 3.0))
