"""What physicists measure on pictures: edge spread, noise power."""

from __future__ import annotations

import itertools

import numpy as np


def edge_mtf(
    picture: np.ndarray, slope: float, step_mm: float, frequencies: np.ndarray
) -> np.ndarray:
    """MTF across an edge at column middle + slope * (row - middle), by the slanted-edge method."""
    rows, columns = picture.shape
    row, column = np.mgrid[:rows, :columns]
    across = (column - (columns - 1) / 2 - slope * (row - (rows - 1) / 2)) / np.hypot(1, slope)
    fine, reach = 8, 16
    place = np.floor(across * fine).astype(int) + reach * fine
    near = (place >= 0) & (place < 2 * reach * fine)
    counted = np.bincount(place[near], minlength=2 * reach * fine)
    edge = np.bincount(place[near], picture[near], minlength=2 * reach * fine) / counted
    line = np.diff(edge) * np.hanning(edge.size - 1)
    at_mm = np.arange(line.size) * step_mm / fine
    waves = np.abs(np.exp(-2j * np.pi * np.outer(frequencies, at_mm)) @ line)
    return waves / abs(line.sum())


def noise_power(pictures: np.ndarray, step_mm: float) -> tuple[np.ndarray, np.ndarray]:
    """Frequencies to 70 % of the limit, 1/mm; radial noise power, mm2. (n, size, size)."""
    _count, size, _ = pictures.shape
    relative = pictures / pictures.mean(axis=(1, 2), keepdims=True) - 1.0
    power = (np.abs(np.fft.fft2(relative)) ** 2).mean(axis=0) * (step_mm / size) ** 2
    along = np.fft.fftfreq(size, step_mm)
    radius = np.hypot(*np.meshgrid(along, along))
    bins = np.linspace(0.05, 0.7, 12) * 0.5 / step_mm
    middle = [power[(radius >= a) & (radius < b)].mean() for a, b in itertools.pairwise(bins)]
    return (bins[1:] + bins[:-1]) / 2, np.array(middle)
