"""Laws of the C-arm's projection."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.geometry.strategies import points_world_mm, poses
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.geometry.pinhole import PinholeView
from trainer.geometry.positioner import oblique_deg, primary_angle_deg
from trainer.geometry.triangulation import triangulate


def by_hand(pose: CArmPose, point: np.ndarray) -> np.ndarray:
    """DESIGN section 3, written out once more without the code under test."""
    theta, phi, rho = (
        np.deg2rad(angle) for angle in (pose.oblique_deg, pose.tilt_deg, pose.detector_rotation_deg)
    )
    d = np.array([np.sin(theta) * np.cos(phi), np.cos(theta) * np.cos(phi), np.sin(phi)])
    u0 = np.array([-np.cos(theta), np.sin(theta), 0.0])
    v0 = np.array([np.sin(theta) * np.sin(phi), np.cos(theta) * np.sin(phi), -np.cos(phi)])
    u, v = u0 * np.cos(rho) + v0 * np.sin(rho), v0 * np.cos(rho) - u0 * np.sin(rho)
    source = np.array(pose.isocentre_world_mm) - pose.sod_mm * d
    ray = point - source
    on_receptor = ray * pose.sid_mm / (ray @ d)
    pitch = pose.field_mm / pose.matrix_px
    return np.array([on_receptor @ u, on_receptor @ v]) / pitch + (pose.matrix_px - 1) / 2.0


@given(poses, points_world_mm)
def test_projection_is_design_section_3(pose: CArmPose, point: np.ndarray) -> None:
    assert pose.view.project(point) == pytest.approx(by_hand(pose, point), abs=0.01)


@given(poses, points_world_mm)
def test_a_point_lies_on_the_ray_of_its_pixel(pose: CArmPose, point: np.ndarray) -> None:
    view = pose.view
    along = view.ray_directions(view.project(point))
    distance = np.linalg.norm(np.cross(point - view.source_world_mm, along))
    assert distance < 1e-6


@given(poses)
def test_the_image_axes_and_the_receptor_direction_are_a_left_handed_frame(
    pose: CArmPose,
) -> None:
    """Rows run down, so (u, v, d) seen from the receptor's back is a mirror of a screen."""
    u, v = pose.image_axes
    axes = np.stack([u, v, pose.receptor_direction])
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-12)
    assert np.linalg.det(axes) == pytest.approx(np.linalg.det(np.stack(AP_AXES)), abs=1e-9)


AP_AXES = (*CArmPose().image_axes, CArmPose().receptor_direction)


@given(poses)
def test_magnification_at_the_isocentre_is_sid_over_sod(pose: CArmPose) -> None:
    u, _ = pose.image_axes
    iso = np.array(pose.isocentre_world_mm)
    a, b = pose.view.project(iso), pose.view.project(iso + u)
    pitch = pose.field_mm / pose.matrix_px
    assert np.linalg.norm(b - a) * pitch == pytest.approx(pose.magnification, rel=1e-9)


@given(poses, points_world_mm)
def test_a_resized_view_sees_the_same_picture(pose: CArmPose, point: np.ndarray) -> None:
    view = pose.view
    half = view.resized((view.size_px[0] // 2, view.size_px[1] // 2))
    assert (half.project(point) + 0.5) * 2 == pytest.approx(view.project(point) + 0.5, abs=1e-6)


@given(poses, st.floats(20.0, 90.0), points_world_mm)
def test_two_views_give_the_point_back(pose: CArmPose, apart: float, point: np.ndarray) -> None:
    straight = replace(pose, oblique_deg=0.0, tilt_deg=0.0)
    other = replace(pose, oblique_deg=apart, tilt_deg=0.0)
    sightings = [(p.view, p.view.project(point)) for p in (straight, other)]
    found, residual_mm = triangulate(sightings)
    assert np.linalg.norm(found - point) < 0.05
    assert residual_mm < 1e-6


def test_parallel_rays_are_refused() -> None:
    view = CArmPose().view
    with pytest.raises(ValueError, match="parallel"):
        triangulate([(view, view.central_pixel), (view, view.central_pixel + 0.1)])


def test_one_view_is_no_triangulation() -> None:
    view = CArmPose().view
    with pytest.raises(ValueError, match="two"):
        triangulate([(view, view.central_pixel)])


@given(st.floats(-180.0, 180.0, exclude_min=True))
def test_positioner_angles_go_both_ways(angle: float) -> None:
    there_and_back = oblique_deg(primary_angle_deg(angle))
    assert np.sin(np.radians(there_and_back - angle) / 2.0) == pytest.approx(0.0, abs=1e-12)


def test_a_point_behind_the_source_has_no_pixel() -> None:
    assert np.isnan(CArmPose().view.project(np.array([0.0, -600.0, 0.0]))).all()


@pytest.mark.parametrize(
    "wrong",
    [
        {"oblique_deg": 181.0},
        {"tilt_deg": 90.0},
        {"sod_mm": 0.0},
        {"sod_mm": 1200.0},
        {"field_mm": -1.0},
        {"matrix_px": 0},
        {"isocentre_world_mm": (float("nan"), 0.0, 0.0)},
    ],
)
def test_impossible_poses_are_refused_at_the_door(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|need"):
        CArmPose(**wrong)  # type: ignore[arg-type]


def test_a_source_in_the_receptors_plane_is_no_view() -> None:
    with pytest.raises(ValueError, match="source"):
        PinholeView(np.zeros(3), np.array([1.0, 0, 0]), np.eye(3)[0], np.eye(3)[1], (4, 4))


@given(st.tuples(*[st.floats(0.2, 5.0)] * 3), points_world_mm, points_world_mm)
def test_grid_index_and_world_are_inverse(
    spacing: tuple[float, float, float], origin: np.ndarray, point: np.ndarray
) -> None:
    grid = VoxelGrid.aligned(tuple(origin), spacing, (5, 6, 7))
    assume(all(s > 0 for s in spacing))
    assert grid.world_of(grid.index_of(point)) == pytest.approx(point, abs=1e-9)
    assert grid.spacing_mm == pytest.approx(spacing)


def test_a_sheared_grid_is_refused() -> None:
    matrix = np.eye(4)
    matrix[0, 1] = 0.1
    with pytest.raises(ValueError, match="orthogonal"):
        VoxelGrid(matrix, (2, 2, 2))
