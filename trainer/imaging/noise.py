"""Quantum noise of one exposure, seeded: the same exposure is always the same picture."""

from __future__ import annotations

import numpy as np

from trainer.imaging._cv import FloatImage, gaussian

# Quanta detected per pixel of a 512 matrix in the open field of one pulse: gives a relative noise
# of about 1.6 % behind the spine (transmission 0.013), as fluoroscopy looks (design value; dose and
# automatic brightness come with the machine).
OPEN_FIELD_QUANTA_512 = 300_000.0
# A scintillator spreads light over its neighbours: noise is a little smooth (design value).
SPREAD_PX_512 = 0.55
MOST_RELATIVE = 0.3  # Gaussian noise stands for Poisson only while it is small; holds it there


def quantum_noise(
    log_signal: FloatImage, seed: int, exposure: int, pulses: float = 1.0
) -> FloatImage:
    """What chance adds to ln(I / I0), shape (rows, columns); standard deviation 1/sqrt(quanta).

    pulses : how many pulses' worth of quanta the picture holds. Deterministic in
    (seed, exposure), whatever else the program draws.
    """
    edge = max(log_signal.shape)
    quanta = OPEN_FIELD_QUANTA_512 * (512.0 / edge) ** 2 * pulses
    key = np.array([seed % 2**64, exposure % 2**64], dtype=np.uint64)
    chance = np.random.Generator(np.random.Philox(key=key))
    white = chance.standard_normal(log_signal.shape, dtype=np.float32)
    sigma_px = max(0.3, SPREAD_PX_512 * edge / 512.0)
    spread = gaussian(white, sigma_px) * np.float32(1.0 / _kept_by_blur(sigma_px))
    relative = np.exp(np.float32(-0.5) * log_signal) * np.float32(1.0 / np.sqrt(quanta))
    return np.asarray(spread * np.minimum(relative, np.float32(MOST_RELATIVE)), dtype=np.float32)


def _kept_by_blur(sigma_px: float) -> float:
    """Standard deviation that white noise of one keeps under the Gaussian blur."""
    reach = int(np.ceil(5.0 * sigma_px)) + 1
    impulse = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    impulse[reach, reach] = 1.0
    return float(np.sqrt(np.square(gaussian(impulse, sigma_px)).sum()))
