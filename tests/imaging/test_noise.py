"""Noise: seeded, honest in size, without a bias."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.imaging.noise import OPEN_FIELD_QUANTA_512, quantum_noise


def grey_field(log: float, size: int = 256) -> np.ndarray:
    return np.full((size, size), log, np.float32)


def test_the_same_exposure_is_the_same_noise_and_another_is_not() -> None:
    field = grey_field(-3.0)
    assert (quantum_noise(field, 7, 3) == quantum_noise(field, 7, 3)).all()
    for other in (quantum_noise(field, 7, 4), quantum_noise(field, 8, 3)):
        assert abs(np.corrcoef(other.ravel(), quantum_noise(field, 7, 3).ravel())[0, 1]) < 0.02


@pytest.mark.parametrize("size", [256, 512])
@pytest.mark.parametrize("transmission", [1.0, 0.05, 0.01])
def test_its_size_is_one_over_the_root_of_the_quanta(size: int, transmission: float) -> None:
    noise = quantum_noise(grey_field(np.log(transmission), size), 1, 1)
    quanta = OPEN_FIELD_QUANTA_512 * (512 / size) ** 2 * transmission
    assert noise.std() == pytest.approx(1.0 / np.sqrt(quanta), rel=0.03)
    assert abs(noise.mean()) < 5.0 * noise.std() / size


def test_four_times_the_quanta_halve_it() -> None:
    field = grey_field(-4.0)
    once, four_times = quantum_noise(field, 1, 1), quantum_noise(field, 1, 1, pulses=4.0)
    assert once.std() / four_times.std() == pytest.approx(2.0, rel=0.03)


def test_in_the_darkest_shadow_it_stays_bounded() -> None:
    assert np.isfinite(quantum_noise(grey_field(-60.0), 1, 1)).all()
    assert quantum_noise(grey_field(-60.0), 1, 1).std() < 0.4


def test_any_whole_number_is_a_seed() -> None:
    field = grey_field(-2.0, 32)
    drawn = [quantum_noise(field, seed, 1) for seed in (-1, 0, 2**63, 2**63 + 1)]
    assert len({noise.tobytes() for noise in drawn}) == 4
