"""The receptor: a caesium iodide flat panel, step by step on the linear signal I / I0.

Light spreads (MTF), scatter and veiling glare lie over everything, the corners are a little darker,
the last pulses shine on, electronics add noise, and 16 bits end at saturation. Quantum noise is in
`trainer.imaging.noise`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import PinholeView
from trainer.imaging._cv import FloatImage, blurred_by, gaussian, padded, resized

COUNTS = 65535  # 16 bits
BROAD_PX = 64  # scatter and glare are so smooth that a picture this wide holds them
LEAST_SIGMA_PX = 0.6  # a sampled Gaussian narrower than this is not one


@dataclass(frozen=True, slots=True)
class DetectorModel:
    """The constants of a receptor; docs/physics/beam.md gives each one's source.

    light_spread : (share, sigma mm) of the Gaussians that make up the scintillator's spread.
    focal_spot_mm : of the tube. scatter_per_g_cm2 : scatter-to-primary ratio that each g/cm2 of
    patient adds behind grid and air gap, full field. glare_share : of the signal, spread wide.
    vignetting : what the corners lose after the panel's own correction. lag : share of the last,
    second last ... pulse in this one. electronic_kev_per_mm2 : signal whose quantum noise equals
    the electronics'. ranges_kev_per_mm2 : full scale of each gain. headroom : times the signal
    behind the patient that a gain must hold.
    """

    light_spread: tuple[tuple[float, float], ...] = ((0.6, 0.09), (0.4, 0.26))
    focal_spot_mm: float = 0.3
    scatter_per_g_cm2: float = 0.018
    scatter_sigma_mm: float = 45.0
    glare_share: float = 0.015
    glare_sigma_mm: float = 12.0
    vignetting: float = 0.03
    lag: tuple[float, ...] = (0.04, 0.012, 0.006, 0.004)
    electronic_kev_per_mm2: float = 3_000.0
    ranges_kev_per_mm2: tuple[float, ...] = (2.4e6, 1.9e7)
    headroom: float = 60.0

    def mtf(self, cycles_per_mm: FloatImage, magnification: float = 1.0) -> FloatImage:
        """Modulation of scintillator and focal spot at frequencies on the receptor."""
        turns = 2.0 * np.pi**2 * np.square(cycles_per_mm)
        parts = [
            share * np.exp(-turns * sigma_mm**2)
            for share, sigma_mm in self.spread_mm(magnification)
        ]
        return np.asarray(sum(parts), dtype=np.float32)

    def spread_mm(self, magnification: float = 1.0) -> tuple[tuple[float, float], ...]:
        """The Gaussians of scintillator and focal spot together; (share, sigma mm).

        magnification : SID over distance of the object from the source; 1 is at the receptor.
        """
        # A uniform spot of width f throws a penumbra of f (m - 1); its deviation is that / sqrt 12.
        penumbra_mm = self.focal_spot_mm * (magnification - 1.0) / 12.0**0.5
        return tuple(
            (share, float(np.hypot(sigma_mm, penumbra_mm))) for share, sigma_mm in self.light_spread
        )

    def scatter_ratio(self, water_g_cm2: FloatImage | float) -> FloatImage:
        """Scatter to primary behind a patient of this thickness in a full, even field."""
        return np.asarray(water_g_cm2 * np.float32(self.scatter_per_g_cm2), dtype=np.float32)

    def full_scale_kev_per_mm2(self, behind_patient_kev_per_mm2: float) -> float:
        """The finest gain whose full scale holds the picture."""
        wanted = self.headroom * behind_patient_kev_per_mm2
        return next(
            (top for top in self.ranges_kev_per_mm2 if top >= wanted), max(self.ranges_kev_per_mm2)
        )


FLAT_PANEL = DetectorModel()


def pitch_mm(view: PinholeView) -> float:
    """Pixel pitch on the receptor; of its rows and columns, the mean."""
    steps = np.linalg.norm(view.column_step_mm), np.linalg.norm(view.row_step_mm)
    return float(sum(steps)) / 2.0


def sid_mm(view: PinholeView) -> float:
    """Distance from the focal spot to the middle of the receptor."""
    return float(np.linalg.norm(view.pixel_world_mm(view.central_pixel) - view.source_world_mm))


def spread(
    signal: FloatImage, parts_mm: Sequence[tuple[float, float]], step_mm: float
) -> FloatImage:
    """A picture blurred by a mix of Gaussians (share, sigma mm); its mean stays."""
    total = np.zeros_like(signal)
    for share, sigma_mm in parts_mm:
        total += np.float32(share) * _spread_by(signal, sigma_mm / step_mm)
    return total


def _spread_by(signal: FloatImage, sigma_px: float) -> FloatImage:
    if sigma_px >= LEAST_SIGMA_PX:
        return gaussian(signal, sigma_px)
    # Three taps that agree with the Gaussian's MTF at half the matrix's limit: never negative.
    beside = 0.5 - 0.5 * float(np.exp(-2.0 * np.pi**2 * sigma_px**2 / 16.0))
    return blurred_by(signal, (beside, 1.0 - 2.0 * beside, beside))


def scattered(scattering: FloatImage, model: DetectorModel, step_mm: float) -> FloatImage:
    """Scatter over a picture: broad, falling toward the field's edge.

    scattering : the primary times the scatter ratio of its path, so that open air scatters nothing;
    0 outside iris and shutters, so a smaller field scatters less.
    """
    return _broad(scattering, model.scatter_sigma_mm / step_mm)


def with_glare(signal: FloatImage, model: DetectorModel, step_mm: float) -> FloatImage:
    """A share of the signal spread wide."""
    wide = _broad(signal, model.glare_sigma_mm / step_mm)
    share = np.float32(model.glare_share)
    return np.asarray(signal * (1 - share) + wide * share, dtype=np.float32)


def vignette(size_px: tuple[int, int], model: DetectorModel) -> FloatImage:
    """What each pixel keeps; 1 in the middle; shape (rows, columns)."""
    columns, rows = size_px
    across = np.square(np.linspace(-1.0, 1.0, columns, dtype=np.float32)) / 2.0
    down = np.square(np.linspace(-1.0, 1.0, rows, dtype=np.float32)) / 2.0
    return np.asarray(1.0 - model.vignetting * (down[:, None] + across), dtype=np.float32)


def _broad(signal: FloatImage, sigma_px: float) -> FloatImage:
    """A wide Gaussian, on a small copy with nothing around it."""
    rows, columns = signal.shape
    smaller = min(1.0, BROAD_PX / max(rows, columns))
    size = max(2, round(columns * smaller)), max(2, round(rows * smaller))
    sigma = sigma_px * size[0] / columns
    margin = int(np.ceil(3.0 * sigma))
    wide = gaussian(padded(resized(signal, size), margin), sigma)
    return resized(wide[margin:-margin, margin:-margin], (columns, rows))
