"""Landmarks of known place give the camera back; those that cannot are refused with a reason."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.geometry.strategies import poses
from trainer.geometry.calibration import (
    MAX_RMS_MM,
    CalibratedView,
    KnownOptics,
    Landmark,
    NotCalibratedError,
    calibrate,
    errors_of,
    off_plane_mm,
)
from trainer.geometry.carm import CArmPose
from trainer.geometry.dlt import camera_of, projection_matrix
from trainer.geometry.pinhole import FloatArray, PinholeView
from trainer.geometry.triangulation import triangulate

SEEDS = st.integers(0, 2**32 - 1)


def spine(rng: np.random.Generator, count: int) -> FloatArray:
    """Points as three vertebrae have them: processes to both sides, bodies in front, tips behind.

    Without the noise they are the corners of three blocks, which fix a camera.
    """
    rows = [
        (side * 32.0, 0.0, level) if part == 0 else (side * 11.0, -28.0, level)
        for level in (-22.0, 0.0, 22.0)
        for part in (0, 1)
        for side in (-1.0, 1.0)
    ]
    rows += [(0.0, 24.0, level - 12.0) for level in (-22.0, 0.0, 22.0)]
    points = np.array(rows)[rng.permutation(len(rows))]
    return (points + rng.normal(0.0, 2.0, points.shape))[:count]


def clicked(view: PinholeView, world: FloatArray, noise_px: FloatArray) -> list[Landmark]:
    return [
        Landmark(f"p{n}", (float(x), float(y), float(z)), (float(col), float(row)))
        for n, ((x, y, z), (col, row)) in enumerate(
            zip(world, view.project(world) + noise_px, strict=True)
        )
    ]


def rays_apart_px(found: CalibratedView, view: PinholeView, points: FloatArray) -> float:
    off = found.view.project(points) - view.project(points)
    return float(np.linalg.norm(off, axis=1).max())


@settings(max_examples=25)
@given(poses, SEEDS, st.booleans(), st.integers(7, 15))
def test_projecting_landmarks_by_any_c_arm_and_calibrating_gives_it_back(
    pose: CArmPose, seed: int, flipped: bool, count: int
) -> None:
    rng = np.random.default_rng(seed)
    view = pose.view
    if flipped:  # a picture seen from the other side
        corner = view.pixel00_world_mm + (view.size_px[0] - 1) * view.column_step_mm
        view = replace(view, pixel00_world_mm=corner, column_step_mm=-view.column_step_mm)
    world = spine(rng, count) + np.array(pose.isocentre_world_mm)
    found = calibrate(clicked(view, world, np.zeros((len(world), 2))), view.size_px)
    around = np.array(pose.isocentre_world_mm) + rng.uniform(-40.0, 40.0, (20, 3))
    assert rays_apart_px(found, view, around) <= 0.01
    assert found.rms_px <= 0.001
    np.testing.assert_allclose(found.view.source_world_mm, view.source_world_mm, atol=0.5)


@settings(max_examples=12)
@given(SEEDS, st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_a_picture_cut_out_of_a_larger_one_gives_its_central_ray_back(
    seed: int, right: float, down: float
) -> None:
    rng = np.random.default_rng(seed)
    view = CArmPose(12.0, 5.0, matrix_px=600).view
    moved = 600 * (right * view.column_step_mm + down * view.row_step_mm)
    view = replace(view, pixel00_world_mm=view.pixel00_world_mm + moved)
    world = spine(rng, 15)
    found = calibrate(clicked(view, world, np.zeros((15, 2))), view.size_px)
    assert rays_apart_px(found, view, world) <= 0.01


@settings(max_examples=15)
@given(SEEDS)
def test_the_error_grows_with_the_noise_of_the_clicks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    view, world = CArmPose(0.0, 5.0).view, spine(rng, 15)
    noise = rng.normal(size=(15, 2))
    small = calibrate(clicked(view, world, 0.1 * noise), view.size_px)
    large = calibrate(clicked(view, world, 1.0 * noise), view.size_px)
    # 15 points, 7 to 9 unknowns: a fit leaves sqrt(21/30) to sqrt(23/30) of the noise it is given.
    assert 3.0 < large.rms_px / small.rms_px < 30.0
    assert 0.4 * np.sqrt(2.0) < large.rms_px < 1.6 * np.sqrt(2.0)
    assert large.uncertainty_mm > small.uncertainty_mm


def test_the_uncertainty_it_states_is_the_scatter_of_many_clickings() -> None:
    rng = np.random.default_rng(3)
    view, world = CArmPose(0.0, 5.0).view, spine(rng, 15)
    worst, stated = [], []
    for _ in range(25):
        found = calibrate(clicked(view, world, rng.normal(size=(15, 2))), view.size_px)
        off = found.view.project(world) - view.project(world)
        worst.append(np.linalg.norm(off, axis=1) * (530.0 / 1020.0) * (298.0 / 1024.0))
        stated.append(found.uncertainty_mm)
    scatter_mm = np.sqrt(np.mean(np.square(worst), axis=0)).max()
    assert 0.6 < np.median(stated) / scatter_mm < 1.8


@settings(max_examples=15)
@given(SEEDS)
def test_a_target_triangulated_from_two_noisy_calibrations_is_within_half_a_millimetre(
    seed: int,
) -> None:
    rng = np.random.default_rng(seed)
    world = spine(rng, 15)
    target = rng.uniform(-15.0, 15.0, 3)
    sightings = []
    for pose in (CArmPose(0.0, 4.0), CArmPose(88.0, 0.0)):
        noise = np.clip(rng.normal(0.0, 0.5, (15, 2)), -1.5, 1.5)
        found = calibrate(clicked(pose.view, world, noise), pose.view.size_px)
        click = pose.view.project(target) + np.clip(rng.normal(0.0, 0.5, 2), -1.0, 1.0)
        sightings.append((found.view, click))
    point, gap_mm = triangulate(sightings)
    assert np.linalg.norm(point - target) <= 0.5
    assert gap_mm <= 0.5


def test_a_known_machine_needs_no_fitting_of_its_focal_length() -> None:
    rng = np.random.default_rng(1)
    view, world = CArmPose(0.0, 0.0).view, spine(rng, 8)
    known = KnownOptics(1020.0, 1020.0 / (298.0 / 1024.0))
    noise = rng.normal(0.0, 1.0, (8, 2))
    free = calibrate(clicked(view, world, noise), view.size_px)
    held = calibrate(clicked(view, world, noise), view.size_px, known)
    assert held.uncertainty_mm < free.uncertainty_mm
    away = np.linalg.norm(held.view.source_world_mm - view.source_world_mm)
    assert away < np.linalg.norm(free.view.source_world_mm - view.source_world_mm)


def test_the_direct_transformation_alone_gives_a_noise_free_camera_back() -> None:
    view, world = CArmPose(20.0, -10.0).view, spine(np.random.default_rng(2), 9)
    camera = camera_of(projection_matrix(world, view.project(world)))
    assert camera is not None
    np.testing.assert_allclose(camera.project(world), view.project(world), atol=1e-6)
    np.testing.assert_allclose(camera.centre_world_mm, view.source_world_mm, atol=1e-3)
    assert camera.focal_px == pytest.approx(1020.0 / (298.0 / 1024.0), rel=1e-6)


def refusal(landmarks: list[Landmark]) -> NotCalibratedError:
    with pytest.raises(NotCalibratedError) as caught:
        calibrate(landmarks, (1024, 1024))
    return caught.value


def test_five_landmarks_and_the_same_one_twice_are_refused() -> None:
    marks = clicked(CArmPose().view, spine(np.random.default_rng(1), 8), np.zeros((8, 2)))
    assert "at least 6 are needed" in refusal(marks[:5]).why
    assert "given twice" in refusal([*marks, replace(marks[0], name="other")]).why
    assert "given twice" in refusal([*marks, replace(marks[0], world_mm=(1.0, 2.0, 3.0))]).why


def test_landmarks_in_one_plane_are_refused_with_what_to_add() -> None:
    world = spine(np.random.default_rng(1), 15)
    world[:, 1] = 0.02 * world[:, 0]
    assert off_plane_mm(world) < 1e-9
    said = refusal(clicked(CArmPose(10.0).view, world, np.zeros((15, 2))))
    assert "lie in one plane" in said.why
    assert "spinous tips" in said.next_step


def test_clicks_that_leave_too_much_doubt_are_refused() -> None:
    # A small cube in a coarse picture: near and far corners are magnified alike.
    corners = [(x, y, z) for x in (-7.0, 7.0) for y in (-7.0, 7.0) for z in (-7.0, 7.0)]
    view = CArmPose(matrix_px=128).view
    with pytest.raises(NotCalibratedError, match="too little depth"):
        calibrate(clicked(view, np.array(corners), np.zeros((8, 2))), view.size_px)


@pytest.mark.parametrize("wrong", [0, 4, 9])
def test_a_wrong_landmark_is_refused_and_named(wrong: int) -> None:
    rng = np.random.default_rng(8)
    view, world = CArmPose(0.0, 0.0).view, spine(rng, 12)
    noise = rng.normal(0.0, 0.5, (12, 2))
    noise[wrong] += (60.0, 30.0)
    said = refusal(clicked(view, world, noise))
    assert f"without p{wrong} it would be 0." in said.why
    assert said.next_step.endswith(f"the click of p{wrong}")
    assert len(said.errors) == 12


def test_left_and_right_swapped_on_one_level_are_refused() -> None:
    view, world = CArmPose(0.0, 0.0).view, spine(np.random.default_rng(8), 14)
    marks = clicked(view, world, np.zeros((14, 2)))
    order = np.argsort(world[:, 0])
    first, last = int(order[0]), int(order[-1])
    swapped = {first: marks[last].pixel, last: marks[first].pixel}
    marks = [replace(m, pixel=swapped.get(n, m.pixel)) for n, m in enumerate(marks)]
    assert f"the limit is {MAX_RMS_MM} mm" in refusal(marks).why


def test_an_error_is_told_in_pixels_and_in_millimetres_at_the_landmark() -> None:
    pose = CArmPose()
    mark = Landmark("a", (10.0, 20.0, 5.0), (0.0, 0.0))
    col, row = pose.view.project(np.array(mark.world_mm))
    (error,) = errors_of(pose.view, [replace(mark, pixel=(col + 3.0, row - 4.0))])
    assert (error.column_px, error.row_px) == pytest.approx((-3.0, 4.0))
    assert error.error_px == pytest.approx(5.0)
    # 20 mm behind the isocentre, which lies 530 mm from the source: 550 / 1020 of the pitch.
    assert error.error_mm == pytest.approx(5.0 * 298.0 / 1024.0 * 550.0 / 1020.0)
