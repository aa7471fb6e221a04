"""From a signal to what the monitor shows: bands compressed, tone set, grey.

Between spine and lung the signal changes twentyfold, so a plain logarithm and window shows one or
the other. As C-arms do, the log picture is split into bands (a Laplacian pyramid); in each band
small structure is lifted and large steps are held back, and what remains below the coarsest band is
compressed. Numbers were fitted by eye to pictures of a real CT (anatomy.md 1: base to 14 %, bands
times 1.6; 1.2); all are design values.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trainer.imaging._cv import FloatImage, gaussian, halved, scaled, strips, unhalved

BASE_KEPT = 0.14
# From the coarsest band to the finest: what small structure is multiplied by, and the contrast
# (ln units) from which on it is held back.
BANDS = ((0.6, 0.25), (1.1, 0.15), (2.0, 0.15), (2.5, 0.12), (2.5, 0.10), (1.8, 0.10))
ADDED_GAIN, ADDED_KNEE = 1.6, 0.30  # for steel and noise, so that thick steel is not a black hole
BASE_PX = 12.5  # about how many pixels wide the base is, so bands mean the same at any matrix
NEAR_AIR_SHARE = 0.04  # of the edge: skin this near open air does not set the tone
OPEN_AIR_LOG = -0.3  # ln(I / I0) above this is direct beam: shown white, and no edge for the bands
# Scatter takes half the contrast of a spine between lungs. As grids in software do, this share of
# it is taken off before the logarithm (design value, by eye against pictures without scatter); what
# is left is held to a share of the signal.
SCATTER_REMOVED, LEAST_LEFT = 0.6, 0.1
FAINTEST = 1e-7  # I / I0 below which a logarithm is held
# Noise is smoothed while edges stay, because the anatomy is known without it: this share of it as
# it is, the rest under a Gaussian on the receptor (design values, by eye).
NOISE_KEPT, NOISE_SIGMA_MM = 0.35, 0.5
TONE_PX = 128  # a picture so wide has enough grey levels to find the tone
TONE_PERCENTILES = (1.0, 98.0)
GREY_ENDS = (0.08, 0.86)  # where the tone percentiles come to lie: no crushed black, no glare


@dataclass(frozen=True, slots=True, eq=False)
class Processing:
    """How one anatomy is displayed, found without steel and noise, so that both keep their contrast
    and the picture does not flicker while a needle moves.

    picture : the anatomy, shape (rows, columns), dense dark, mostly 0..1. per_log_unit : display
    units that a small ln(I / I0) of steel or noise is worth.
    """

    picture: FloatImage
    per_log_unit: float


def processing_of(log_signal: FloatImage) -> Processing:
    """Display an anatomy's ln(I / I0), shape (rows, columns)."""
    return toned(_lifted(np.minimum(log_signal, np.float32(OPEN_AIR_LOG))), log_signal)


def toned(lifted: FloatImage, log_signal: FloatImage) -> Processing:
    """Bring a picture with its bands lifted to the monitor's range; both (rows, columns)."""
    low, high = np.percentile(_tone_sample(lifted, log_signal), TONE_PERCENTILES)
    dark, bright = GREY_ENDS
    gain = (bright - dark) / max(float(high - low), 0.05)  # a blank picture stays blank
    return Processing(scaled(lifted, gain, dark - float(low) * gain), gain)


def processed(added_log: FloatImage, how: Processing) -> FloatImage:
    """The anatomy with what was added to its ln(I / I0) by steel and noise; mostly 0..1."""
    shown = np.empty_like(how.picture)
    for part in strips(shown.shape[0]):
        added = _held_back(added_log[part], ADDED_GAIN, ADDED_KNEE)
        added *= np.float32(how.per_log_unit)
        np.add(how.picture[part], added, out=shown[part])
    return shown


def unveiled_log(signal: FloatImage, veil: FloatImage) -> FloatImage:
    """ln(I / I0) without the scatter that the display takes off; shapes (rows, columns)."""
    left = np.maximum(signal - veil, signal * np.float32(LEAST_LEFT))
    np.maximum(left, np.float32(FAINTEST), out=left)
    return np.asarray(np.log(left, out=left), dtype=np.float32)


def quieted(noise_log: FloatImage, step_mm: float) -> FloatImage:
    """Noise in ln(I / I0) after the display's noise reduction. step_mm : pixel pitch."""
    smooth = gaussian(noise_log, max(NOISE_SIGMA_MM / step_mm, 0.6))
    smooth *= np.float32(1.0 - NOISE_KEPT)
    smooth += noise_log * np.float32(NOISE_KEPT)
    return smooth


def _tone_sample(lifted: FloatImage, log_signal: FloatImage) -> FloatImage:
    """The picture well inside the patient, on a small copy; all of it where none is."""
    step = max(1, max(lifted.shape) // TONE_PX)
    open_air = (log_signal[::step, ::step] >= OPEN_AIR_LOG).astype(np.float32)
    near = gaussian(open_air, max(lifted.shape) / step * NEAR_AIR_SHARE) > 0.02
    inside = lifted[::step, ::step][~near]
    return inside if inside.size >= 16 else lifted


def _lifted(image: FloatImage) -> FloatImage:
    """All bands lifted or held back, over the compressed base."""
    bands: list[FloatImage] = []
    rest = image
    levels = bands_of(image.shape)
    for _ in levels:
        smaller = halved(rest)
        bands.append(rest - unhalved(smaller, rest))
        rest = smaller
    picture = base_of(rest)
    for band, (gain, knee) in zip(reversed(bands), levels, strict=True):
        picture = unhalved(picture, band) + _held_back(band, gain, knee)
    return picture


def base_of(rest: FloatImage) -> FloatImage:
    """What lies below the coarsest band, compressed."""
    return np.asarray((rest - np.float32(np.median(rest))) * np.float32(BASE_KEPT))


def bands_of(shape: tuple[int, ...]) -> list[tuple[float, float]]:
    """Gain and knee of each band of a picture (rows, columns), the coarsest first; at least one."""
    count = max(1, round(float(np.log2(max(shape) / BASE_PX))))
    return [BANDS[min(place, len(BANDS) - 1)] for place in range(count)]


def _held_back(contrast: FloatImage, gain: float, knee: float) -> FloatImage:
    """Gain for small contrast, growth with the square root above the knee; odd and monotone."""
    grown = np.sqrt(1.0 + np.abs(contrast) * np.float32(1.0 / knee)) - np.float32(1.0)
    return np.asarray(np.copysign(grown * np.float32(2.0 * gain * knee), contrast), np.float32)
