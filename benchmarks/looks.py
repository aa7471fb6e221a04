"""How much a radiograph looks like one, in numbers: anatomy.md 1.2 and 8, measured on pictures.

A picture here is the primary beam's ln(I / I0), shape (rows, columns), and its pixel pitch in the
isocentre's plane. Real values: a chest CT of 2.5 mm slices (anatomy.md 1), so synthetic volumes are
degraded to that CT's resolution before they are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from trainer.anatomy.patient import BasisVolume, Patient
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.exposure import anatomy_paths
from trainer.imaging.projector import Projector

Picture = NDArray[np.float32]
SPECTRUM_BANDS_PER_MM = ((0.05, 0.3), (0.3, 1.0))
CONTRAST_BANDS_MM = ((0.3, 1.0), (1.0, 3.0), (3.0, 9.0))
PERCENTILES = (1.0, 10.0, 90.0, 99.0)
BASE_MM = 22.0 / 1.92  # anatomy.md 8.9: 22 mm at the receptor
# Resolution of the CT behind the reference pictures (anatomy.md 1): in-plane blur, slice.
CT_BLUR_MM, CT_SLICE_MM = 0.62, 2.5


@dataclass(frozen=True, slots=True)
class Looks:
    """What is measured of one picture.

    slopes : of ln power against ln frequency in the two bands. contrasts : median local standard
    deviation of ln I in three bands. percentiles : 1, 10, 90, 99 of ln I about the median.
    mirror : correlation with the mirror image. transmission : median I / I0.
    """

    slopes: tuple[float, ...]
    contrasts: tuple[float, ...]
    percentiles: tuple[float, ...]
    mirror: float
    transmission: float


def log_picture(
    patient: Patient, pose: CArmPose, kvp: float, projector: Projector
) -> tuple[Picture, float]:
    """Primary ln(I / I0) of a pose and its pixel pitch at the isocentre in mm."""
    view = pose.view
    paths = anatomy_paths(patient, view, kvp, projector)
    pitch_mm = float(np.linalg.norm(view.column_step_mm)) * pose.sod_mm / pose.sid_mm
    return np.asarray(paths.log_signal, np.float32), pitch_mm


def looks_of(log: Picture, pixel_mm: float) -> Looks:
    """All measures of a picture."""
    about = log - np.median(log)
    return Looks(
        spectrum_slopes(log, pixel_mm),
        band_contrasts(log, pixel_mm),
        tuple(float(part) for part in np.percentile(about, PERCENTILES)),
        mirror_correlation(log, pixel_mm),
        float(np.exp(np.median(log))),
    )


def spectrum_slopes(log: Picture, pixel_mm: float) -> tuple[float, ...]:
    """Slopes of the radial mean power, central 70 %, Hann window."""
    rows, columns = log.shape
    side = int(0.7 * min(rows, columns)) // 2 * 2
    top, left = (rows - side) // 2, (columns - side) // 2
    part = log[top : top + side, left : left + side].astype(np.float64)
    window = np.hanning(side)
    power = np.abs(np.fft.fft2((part - part.mean()) * np.outer(window, window))) ** 2
    across = np.fft.fftfreq(side, pixel_mm)
    frequency = np.hypot(across[:, None], across[None, :])
    return tuple(_slope(frequency, power, *band) for band in SPECTRUM_BANDS_PER_MM)


def _slope(
    frequency: NDArray[np.float64], power: NDArray[np.float64], low: float, high: float
) -> float:
    edges = np.geomspace(low, high, 13)
    means, middles = [], []
    for first, last in pairwise(edges):
        inside = (frequency >= first) & (frequency < last)
        if inside.any():
            means.append(np.log(power[inside].mean()))
            middles.append(np.log(frequency[inside].mean()))
    return float(np.polyfit(middles, means, 1)[0])


def band_contrasts(log: Picture, pixel_mm: float) -> tuple[float, ...]:
    """Median local standard deviation of ln I between two Gaussian widths (mm at the isocentre)."""
    found = []
    for fine_mm, coarse_mm in CONTRAST_BANDS_MM:
        band = ndimage.gaussian_filter(log, fine_mm / pixel_mm) - ndimage.gaussian_filter(
            log, coarse_mm / pixel_mm
        )
        local = np.sqrt(ndimage.gaussian_filter(band * band, coarse_mm / pixel_mm))
        found.append(float(np.median(local)))
    return tuple(found)


def mirror_correlation(log: Picture, pixel_mm: float) -> float:
    """Correlation with the mirror image about the best vertical axis near the middle, no base."""
    detail = log - ndimage.gaussian_filter(log, BASE_MM / pixel_mm)
    columns = log.shape[1]
    best = -1.0
    for shift in range(-columns // 12, columns // 12 + 1, 2):
        low, high = max(0, shift), min(columns, columns + shift)
        part = detail[:, low:high]
        best = max(best, float(np.corrcoef(part.ravel(), part[:, ::-1].ravel())[0, 1]))
    return best


def degraded(patient: Patient) -> Patient:
    """The patient as a CT of 2.5 mm slices would give it."""
    return replace(patient, volumes=tuple(_degraded(one) for one in patient.volumes))


def _degraded(volume: BasisVolume) -> BasisVolume:
    dx, dy, dz = volume.grid.spacing_mm
    counts = ndimage.gaussian_filter1d(volume.counts.astype(np.float32), CT_BLUR_MM / dx, axis=2)
    counts = ndimage.gaussian_filter1d(counts, CT_BLUR_MM / dy, axis=1)
    counts = ndimage.uniform_filter1d(counts, max(1, round(CT_SLICE_MM / dz)), axis=0)
    nk, nj, ni = volume.grid.shape_kji
    slices = np.arange(0, (nk - 1) * dz, CT_SLICE_MM) / dz
    below = np.minimum(slices.astype(int), nk - 2)
    part = (slices - below)[:, None, None].astype(np.float32)
    thin = counts[below] * (1.0 - part) + counts[below + 1] * part
    x, y, z = (float(value) for value in volume.grid.world_from_index[:3, 3])
    grid = VoxelGrid.aligned((x, y, z), (dx, dy, CT_SLICE_MM), (len(slices), nj, ni))
    return BasisVolume(
        volume.basis, grid, np.rint(thin).clip(0, 255).astype(np.uint8), volume.g_cm3_per_count
    )
