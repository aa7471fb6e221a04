"""From a signal to what the monitor shows: base compression, tone, window.

Between spine and lung the signal changes twentyfold, so a plain logarithm and window shows one or
the other. As C-arms do, the large-scale base of the log picture is compressed with its edges kept,
and fine structure is lifted (anatomy.md 1 and 1.2: base to 14 %, bands times 1.6).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.imaging._cv import FloatImage, box_mean, gaussian, resized

# As fitted by eye to real pictures in anatomy.md 1 (design values).
BASE_KEPT = 0.14
DETAIL_GAIN = 1.6
BASE_RADIUS_SHARE = 0.055  # of the picture's edge: wider than a vertebral body's detail
EDGE_KEPT = 0.35  # ln units: steps larger than this belong to the base and make no halo
FINE_SHARE = 0.004  # of the edge: below this it is noise, not lifted
TONE_PERCENTILES = (0.5, 99.5)
OPEN_AIR_LOG = -0.7  # ln(I/I0) above this is direct beam, left out of the tone curve
GREY_ENDS = (0.06, 0.92)  # where the tone percentiles come to lie: no crushed black, no glare


@dataclass(frozen=True, slots=True)
class Window:
    """Window in display units: 0 black, 1 white. Raises ValueError for a width under 0.01."""

    centre: float = 0.5
    width: float = 1.0

    def __post_init__(self) -> None:
        if not self.width >= 0.01:
            raise ValueError(f"a window needs a width of at least 0.01, got {self.width}")


@dataclass(frozen=True, slots=True, eq=False)
class Processing:
    """How one anatomy is displayed, found without steel and noise: both then keep their contrast,
    and the picture does not flicker while a needle moves.

    base : the large-scale log picture, shape (rows, columns). low, high : the tone's ends.
    """

    base: FloatImage
    low: float
    high: float


def processing_of(log_signal: FloatImage) -> Processing:
    """Find base and tone of an anatomy's ln(I / I0), shape (rows, columns)."""
    edge = max(log_signal.shape)
    base = _edge_preserving_base(log_signal, max(2, round(edge * BASE_RADIUS_SHARE)))
    picture = _lifted(log_signal, base)
    sample = picture[::4, ::4][log_signal[::4, ::4] < OPEN_AIR_LOG]
    if sample.size < 16:
        sample = picture.reshape(-1)
    low, high = np.percentile(sample, TONE_PERCENTILES)
    return Processing(base, float(low), max(float(high), float(low) + 1e-3))


def processed(log_signal: FloatImage, how: Processing) -> FloatImage:
    """Base-compressed picture, dense dark, 0..1 with the tone's ends at `GREY_ENDS`."""
    dark, bright = GREY_ENDS
    gain = (bright - dark) / (how.high - how.low)
    picture = _lifted(log_signal, how.base)
    return np.asarray(dark + (picture - np.float32(how.low)) * np.float32(gain), np.float32)


def _lifted(log_signal: FloatImage, base: FloatImage) -> FloatImage:
    fine = gaussian(log_signal, max(0.6, max(log_signal.shape) * FINE_SHARE))
    detail = (fine - base) * np.float32(DETAIL_GAIN) + (log_signal - fine)
    return np.asarray(base * np.float32(BASE_KEPT) + detail, dtype=np.float32)


def _edge_preserving_base(image: FloatImage, radius_px: int) -> FloatImage:
    """A self-guided filter at a quarter of the size: smooth, but steps stay steps."""
    rows, columns = image.shape
    factor = 4 if min(rows, columns) >= 128 else 1
    small = resized(image, (max(1, columns // factor), max(1, rows // factor)))
    radius = max(1, radius_px // factor)
    mean = box_mean(small, radius)
    variance = np.maximum(box_mean(small * small, radius) - mean * mean, 0.0)
    slope = variance / (variance + np.float32(EDGE_KEPT**2))
    slope_mean = box_mean(slope.astype(np.float32), radius)
    offset_mean = box_mean((mean * (1.0 - slope)).astype(np.float32), radius)
    wide = (columns, rows)
    return np.asarray(
        resized(slope_mean, wide) * image + resized(offset_mean, wide), dtype=np.float32
    )


def to_grey(picture: FloatImage, window: Window | None = None) -> NDArray[np.uint8]:
    """8-bit grey of a processed picture under a window, rounded, never shifted."""
    window = window or Window()
    low = window.centre - window.width / 2.0
    scaled = (picture - np.float32(low)) * np.float32(255.0 / window.width)
    return np.asarray(np.rint(np.clip(scaled, 0.0, 255.0)), dtype=np.uint8)
