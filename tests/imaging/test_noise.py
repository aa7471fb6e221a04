"""Chance: seeded, without a bias, with the spectrum of the light's spread."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.imaging.detector import FLAT_PANEL
from trainer.imaging.noise import chance

SHAPE = (256, 256)
BARE = type(FLAT_PANEL)(light_spread=((1.0, 0.0),))


def drawn(seed: int, exposure: int, shape: tuple[int, int] = SHAPE) -> np.ndarray:
    return chance(shape, seed, exposure, BARE, 0.5)


def test_the_same_exposure_is_the_same_chance_and_another_is_not() -> None:
    assert (drawn(7, 3) == drawn(7, 3)).all()
    for other in (drawn(7, 4), drawn(8, 3), drawn(3, 7)):
        assert abs(np.corrcoef(other.ravel(), drawn(7, 3).ravel())[0, 1]) < 0.02


@pytest.mark.parametrize("shape", [(64, 64), (300, 200), (1024, 1024), (1300, 40)])
def test_it_is_normal_with_unit_variance(shape: tuple[int, int]) -> None:
    noise = drawn(1, 1, shape).astype(np.float64)
    error = 5.0 / noise.size**0.5
    assert noise.shape == shape
    assert abs(noise.mean()) < error
    assert noise.std() == pytest.approx(1.0, abs=0.01 + error)
    assert (np.abs(noise) < 1.0).mean() == pytest.approx(0.6827, abs=0.002 + error / 2.0)


def test_pixels_know_nothing_of_each_other_until_the_light_spreads() -> None:
    noise = drawn(4, 4, (512, 512))
    beside = np.corrcoef(noise[:, 1:].ravel(), noise[:, :-1].ravel())[0, 1]
    spread = chance((512, 512), 4, 4, FLAT_PANEL, 0.29)
    beside_spread = np.corrcoef(spread[:, 1:].ravel(), spread[:, :-1].ravel())[0, 1]
    assert abs(beside) < 0.01
    assert beside_spread > 0.1
    assert spread.std() < noise.std()


def test_many_exposures_average_out() -> None:
    """Windows of one table must not keep meeting: the mean of n falls with the root of n."""
    mean = np.mean([drawn(5, exposure) for exposure in range(100)], axis=0)
    assert mean.std() == pytest.approx(0.1, rel=0.1)


def test_any_whole_number_is_a_seed() -> None:
    noises = [drawn(seed, 1, (32, 32)) for seed in (-1, 0, 2**63, 2**63 + 1)]
    assert len({noise.tobytes() for noise in noises}) == 4
