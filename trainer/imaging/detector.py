"""The receptor: a caesium iodide flat panel, step by step on the linear signal I / I0.

Light spreads (MTF), scatter and veiling glare lie over everything, the corners are a little darker,
the last pulses shine on, electronics add noise, and 16 bits end at saturation. Quantum noise is in
`trainer.imaging.noise`.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trainer.geometry.pinhole import PinholeView
from trainer.imaging._cv import FloatImage, blurred_by, gaussian, gaussian_taps, resized

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
    return blurred_by(signal, _three_taps(sigma_px))


def _three_taps(sigma_px: float) -> tuple[float, float, float]:
    """They agree with the Gaussian's MTF at half the matrix's limit: never negative."""
    beside = 0.5 - 0.5 * float(np.exp(-2.0 * np.pi**2 * sigma_px**2 / 16.0))
    return beside, 1.0 - 2.0 * beside, beside


def spread_taps(parts_mm: Sequence[tuple[float, float]], step_mm: float) -> FloatImage:
    """What `spread` filters rows and columns with; shape (parts, odd), zeros outside."""
    sigmas_px = [sigma_mm / step_mm for _, sigma_mm in parts_mm]
    lines = [
        gaussian_taps(sigma_px) if sigma_px >= LEAST_SIGMA_PX else np.array(_three_taps(sigma_px))
        for sigma_px in sigmas_px
    ]
    widest = max(line.size for line in lines)
    padded_lines = [np.pad(line, (widest - line.size) // 2) for line in lines]
    return np.asarray(np.stack(padded_lines), dtype=np.float32)


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


def vignette(
    size_px: tuple[int, int],
    model: DetectorModel,
    part: tuple[slice, slice] = (slice(None), slice(None)),
) -> FloatImage:
    """What each pixel keeps; 1 in the middle; of part of a picture, rows and columns."""
    across, down = corner_distances(size_px)
    return np.asarray(1.0 - model.vignetting * (down[part[0], None] + across[part[1]]), np.float32)


def corner_distances(size_px: tuple[int, int]) -> tuple[FloatImage, FloatImage]:
    """Squared distance from the middle, across and down; their sum is 1 in the corners."""
    columns, rows = size_px
    across, down = (np.square(np.linspace(-1.0, 1.0, edge)) / 2.0 for edge in (columns, rows))
    return across.astype(np.float32), down.astype(np.float32)


def _broad(signal: FloatImage, sigma_px: float) -> FloatImage:
    """A wide Gaussian, on a small copy with nothing around it."""
    (rows, columns), step = signal.shape, cell_px(signal.shape)
    whole = np.pad(signal, ((0, -rows % step), (0, -columns % step)))
    cells = resized(whole, (whole.shape[1] // step, whole.shape[0] // step))
    wide = wide_of(cells, sigma_px / step)
    fine = resized(wide, (wide.shape[1] * step, wide.shape[0] * step))
    return np.ascontiguousarray(fine[step : step + rows, step : step + columns])


def cell_px(shape: tuple[int, ...]) -> int:
    """Pixels along a cell of the grid for wide blurs, which is at most `BROAD_PX` cells wide."""
    return max(1, -(-max(shape) // BROAD_PX))


def wide_of(cells: FloatImage, sigma_cells: float) -> FloatImage:
    """A wide Gaussian over cells with nothing around them, and one cell beyond on every side."""
    rows, columns = cells.shape
    down, across = _spreading(rows, sigma_cells), _spreading(columns, sigma_cells)
    return _product(_product(down, cells), np.ascontiguousarray(across.T))


def _product(one: FloatImage, other: FloatImage) -> FloatImage:
    """A matrix product in two parts, each too small for BLAS to wake threads of its own."""
    half = one.shape[0] // 2
    return np.concatenate([one[:half] @ other, one[half:] @ other])


@functools.lru_cache(maxsize=16)
def _spreading(count: int, sigma_cells: float) -> FloatImage:
    """What each cell, and one beyond either end, gets of each; shape (count + 2, count)."""
    taps = gaussian_taps(sigma_cells) if sigma_cells > 0.0 else np.ones(1, np.float32)
    away = np.arange(-1, count + 1)[:, None] - np.arange(count)[None, :]
    reach = (taps.size - 1) // 2
    within = np.abs(away) <= reach
    return np.where(within, taps[np.clip(away + reach, 0, taps.size - 1)], np.float32(0.0))
