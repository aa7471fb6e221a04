"""Quantum noise of one exposure, seeded: the same exposure is always the same picture."""

from __future__ import annotations

import numpy as np

from trainer.imaging._cv import FloatImage, gaussian

# Quanta detected per pixel of a 512 matrix in the open field of one pulse: gives a relative noise
# of about 2 % behind the spine (transmission 0.013), as fluoroscopy looks (design value; dose and
# automatic brightness come with the machine).
OPEN_FIELD_QUANTA_512 = 200_000.0
# A scintillator spreads light over its neighbours: noise is a little smooth (design value).
SPREAD_PX_512 = 0.55
SPREAD_LOSS = 0.62  # what that blur takes off the standard deviation, undone below (measured once)


def add_noise(log_signal: FloatImage, seed: int, exposure: int, pulses: float = 1.0) -> FloatImage:
    """ln(I / I0) as detected. pulses : how many pulses' worth of quanta the picture holds.

    Deterministic in (seed, exposure), whatever else the program draws.
    """
    edge = max(log_signal.shape)
    quanta = OPEN_FIELD_QUANTA_512 * (512.0 / edge) ** 2 * pulses
    chance = np.random.Generator(np.random.Philox(key=[seed % 2**64, exposure % 2**64]))
    white = chance.standard_normal(log_signal.shape, dtype=np.float32)
    spread = gaussian(white, max(0.3, SPREAD_PX_512 * edge / 512.0)) / np.float32(SPREAD_LOSS)
    relative = np.exp(-0.5 * log_signal) / np.float32(np.sqrt(quanta))
    return np.asarray(log_signal + spread * np.minimum(relative, 0.3), dtype=np.float32)
