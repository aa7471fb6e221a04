"""One periodic block of noise per person: roughness, cortex, marrow and density are read from it.

The block is defined in millimetres, so a patient's texture does not depend on any grid (anatomy.md
2: the prototype tied it to voxels and its look changed with resolution).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import fft

NoiseBlock = NDArray[np.int16]

CELLS = 128  # edge of the block; one cell is a millimetre where it is read at stride 1
SHORTEST_CELLS, LONGEST_CELLS = 4.0, 27.0  # wavelengths (anatomy.md 2, texture 2 and 3)
FALL = 1.2  # amplitude falls as frequency to this power (anatomy.md 2, texture 1)
COUNTS_PER_SPREAD = 4096.0  # int16: the spread is 1, eight of them fit


def noise_block(rng: np.random.Generator) -> NoiseBlock:
    """Periodic noise of mean 0 and spread 1, in 1/4096; int16, shape (128, 128, 128)."""
    white = rng.standard_normal((CELLS, CELLS, CELLS), dtype=np.float32)
    spectrum = fft.rfftn(white, workers=1)
    shaped = fft.irfftn(spectrum * _band(), s=white.shape, workers=1)
    shaped *= COUNTS_PER_SPREAD / shaped.std(dtype=np.float64)
    return np.asarray(np.clip(np.rint(shaped), -32767, 32767), dtype=np.int16)


def _band() -> NDArray[np.float32]:
    """The filter over the half spectrum; soft edges, or the noise would ring."""
    whole, half = fft.fftfreq(CELLS), fft.rfftfreq(CELLS)
    squared = whole[:, None, None] ** 2 + whole[None, :, None] ** 2 + half[None, None, :] ** 2
    frequency = np.sqrt(np.maximum(squared, 1e-12))
    low = 1.0 / (1.0 + (1.0 / (LONGEST_CELLS * frequency)) ** 8)
    high = 1.0 / (1.0 + (SHORTEST_CELLS * frequency) ** 8)
    return np.asarray(low * high * frequency**-FALL, dtype=np.float32)
