"""Display processing: spine and lung in one picture, nothing turned round."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.imaging.display import (
    _held_back,
    processed,
    processing_of,
    quieted,
    unveiled_log,
)


def nothing_added(log_signal: np.ndarray) -> np.ndarray:
    return processed(np.zeros_like(log_signal), processing_of(log_signal))


def chest(size: int = 256) -> np.ndarray:
    """ln(I / I0): spine 1:20 darker than lung, both with small structure of 5 percent."""
    rows, columns = (np.mgrid[:size, :size] + 0.5) / size
    spine = -1.5 - 3.0 / (1.0 + np.exp((np.abs(columns - 0.5) - 0.15) / 0.01))
    ripples = 0.05 * np.sin(columns * 140.0) * np.sin(rows * 140.0)
    return (spine + ripples).astype(np.float32)


def test_small_structure_is_seen_in_the_spine_and_in_the_lung() -> None:
    picture = nothing_added(chest())
    spine, lung = picture[:, 118:138], picture[:, 10:40]
    assert spine.mean() < lung.mean()
    for part in (spine, lung):
        assert part.min() >= 0.0
        assert part.max() <= 1.0
        assert part.max() - part.min() > 0.08


def test_dense_is_dark() -> None:
    log = chest()
    log[100:110, 20:30] -= 0.3
    assert nothing_added(log)[100:110, 20:30].mean() < nothing_added(chest())[100:110, 20:30].mean()


@pytest.mark.parametrize("size", [256, 512, 1024])
def test_the_same_anatomy_looks_the_same_at_any_matrix(size: int) -> None:
    small = nothing_added(chest(256))
    shown = nothing_added(chest(size))
    step = size // 256
    brief = shown.reshape(256, step, 256, step).mean(axis=(1, 3))
    assert np.abs(brief - small).mean() < 0.03


def test_what_is_added_darkens_alike_wherever_it_lies() -> None:
    how = processing_of(chest())
    steel = np.zeros((256, 256), np.float32)
    steel[50:60, 20:25] = steel[50:60, 125:130] = -1.3
    shade = processed(np.zeros_like(steel), how) - processed(steel, how)
    assert (shade[steel == 0.0] == 0.0).all()
    assert shade[steel < 0.0] == pytest.approx(shade.max(), rel=1e-4)
    assert shade.max() > 0.3


@given(st.lists(st.floats(-20, 20, width=32), min_size=2, max_size=30, unique=True))
def test_holding_back_never_turns_contrast_round(values: list[float]) -> None:
    contrast = np.sort(np.float32(values))
    held = _held_back(contrast, 2.0, 0.1)
    assert (np.diff(held) >= 0.0).all()
    assert _held_back(-contrast, 2.0, 0.1) == pytest.approx(-held)


@settings(max_examples=40, deadline=None)
@given(
    rows=st.integers(1, 70),
    columns=st.integers(1, 70),
    level=st.sampled_from([0.0, -0.5, -9.0]),
)
def test_a_blank_picture_of_any_size_is_blank(rows: int, columns: int, level: float) -> None:
    picture = nothing_added(np.full((rows, columns), level, np.float32))
    assert picture.shape == (rows, columns)
    assert np.isfinite(picture).all()
    assert np.ptp(picture) < 1e-3


def test_open_air_beside_the_patient_does_not_take_the_grey_scale() -> None:
    log = chest()
    with_air = log.copy()
    with_air[:, 200:] = 0.0
    inside = np.s_[:, 20:150]
    assert np.ptp(nothing_added(with_air)[inside]) > 0.6 * np.ptp(nothing_added(log)[inside])


@pytest.mark.parametrize("step_mm", [0.29, 0.58])
def test_noise_reduction_calms_noise_and_moves_nothing(step_mm: float) -> None:
    """By half to two thirds, and less of fine noise is left than of coarse."""
    noise = np.random.default_rng(1).normal(0.1, 0.05, (256, 256)).astype(np.float32)
    calm = quieted(noise, step_mm)
    assert calm.mean() == pytest.approx(noise.mean(), abs=1e-4)
    assert 0.3 < calm.std() / noise.std() < 0.6
    coarse = np.repeat(np.repeat(noise[::16, ::16], 16, axis=0), 16, axis=1)
    assert quieted(coarse, step_mm).std() > 0.9 * coarse.std()


@given(signal=st.floats(1e-9, 1.0), veil=st.floats(0.0, 1.0))
def test_no_veil_is_too_thick_for_a_logarithm(signal: float, veil: float) -> None:
    one = unveiled_log(np.array([[signal]], np.float32), np.array([[veil]], np.float32))[0, 0]
    assert np.isfinite(one)
    assert one <= max(np.log(signal), np.log(1e-7)) + 1e-5
