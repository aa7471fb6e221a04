"""Points touched in one frame and known in another give the motion between the two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from trainer.geometry.registration import rigid_fit, turned_and_shifted

CORNERS = np.array([[0.0, 0, 0], [80, 0, 0], [0, 60, 0], [0, 0, 40], [50, 50, 50]])
ANGLE = st.floats(-180.0, 180.0)
SHIFT = st.floats(-2000.0, 2000.0)


def motion(angles_deg: tuple[float, ...], shift_mm: tuple[float, ...]) -> np.ndarray:
    found = np.eye(4)
    found[:3, :3] = Rotation.from_euler("xyz", angles_deg, degrees=True).as_matrix()
    found[:3, 3] = shift_mm
    return found


@settings(max_examples=15)
@given(st.tuples(ANGLE, ANGLE, ANGLE), st.tuples(SHIFT, SHIFT, SHIFT), st.integers(3, 5))
def test_a_motion_without_noise_is_found(
    angles_deg: tuple[float, ...], shift_mm: tuple[float, ...], count: int
):
    true = motion(angles_deg, shift_mm)
    fit = rigid_fit(CORNERS[:count], turned_and_shifted(true, CORNERS[:count]))
    assert np.abs(fit.to_from - true).max() < 1e-6
    assert fit.rms_mm < 1e-6
    assert np.linalg.det(fit.to_from[:3, :3]) == pytest.approx(1.0)


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_no_other_motion_fits_noisy_points_better(seed: int):
    chance = np.random.default_rng(seed)
    true = motion((20.0, -50.0, 110.0), (10.0, 20.0, -30.0))
    goal = turned_and_shifted(true, CORNERS) + chance.normal(0.0, 1.0, CORNERS.shape)
    fit = rigid_fit(CORNERS, goal)
    nudge = motion(tuple(chance.normal(0.0, 1.0, 3)), tuple(chance.normal(0.0, 0.5, 3)))
    other = turned_and_shifted(nudge @ fit.to_from, CORNERS)
    assert np.sqrt(np.mean(np.sum((other - goal) ** 2, axis=1))) >= fit.rms_mm - 1e-9


def test_a_mirrored_set_is_never_taken_for_a_turned_one():
    fit = rigid_fit(CORNERS, CORNERS * [1.0, 1.0, -1.0])
    assert np.linalg.det(fit.to_from[:3, :3]) == pytest.approx(1.0)
    assert fit.rms_mm > 5.0


@pytest.mark.parametrize(
    ("points", "why"),
    [
        (CORNERS[:2], "fewer than 3"),
        (np.outer(np.arange(4.0), [10.0, 5.0, 1.0]), "one line"),
        (np.zeros((3, 3)), "one line"),
    ],
)
def test_points_that_leave_a_turn_open_are_refused(points: np.ndarray, why: str):
    with pytest.raises(ValueError, match=why):
        rigid_fit(points, points)
