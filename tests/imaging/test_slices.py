"""Slices show what is there, where it is."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.imaging.inside_patient import (
    BALL_HU,
    BALL_RADIUS_MM,
    BALL_WORLD_MM,
    LUNG_BELOW_Y_MM,
    SOFT_HU,
    ball_patient,
)
from trainer.anatomy.hounsfield import BONE_G_CM3_PER_COUNT, WATER_G_CM3_PER_COUNT, basis_densities
from trainer.anatomy.patient import Basis, BasisVolume, Patient, PatientKind
from trainer.geometry.carm import CArmPose
from trainer.geometry.grid import VoxelGrid
from trainer.imaging.overlays import (
    Ellipsoid,
    Shaft,
    ellipsoid_overlay,
    in_slab,
    line_overlays,
    shaft_overlays,
    structure_overlays,
)
from trainer.imaging.slices import (
    AXES,
    HU_PER_G_CM3,
    Cut,
    SlicePlane,
    hounsfield_slice,
    plane_through,
    windowed,
)
from trainer.imaging.styles import Style

CUTS = st.sampled_from(Cut)
MM = st.floats(-200.0, 200.0)
POINTS = st.tuples(MM, MM, MM).map(np.array)


@lru_cache
def ball() -> Patient:
    return ball_patient()


@given(CUTS, POINTS, st.floats(0.1, 3.0), st.tuples(MM, MM).map(np.array))
def test_the_pixel_of_a_pixels_world_point_is_the_pixel(
    cut: Cut, centre: np.ndarray, spacing_mm: float, pixel: np.ndarray
) -> None:
    plane = plane_through(cut, centre, spacing_mm, (31, 40))
    assert np.allclose(plane.pixel_of(plane.world_of(pixel)), pixel, atol=1e-6)
    assert abs(plane.depth_mm_of(plane.world_of(pixel))) < 1e-6


@given(CUTS, POINTS, POINTS)
def test_a_point_is_its_foot_on_the_plane_and_its_depth(
    cut: Cut, centre: np.ndarray, point: np.ndarray
) -> None:
    plane = plane_through(cut, centre, 0.5, (31, 40))
    foot = plane.world_of(plane.pixel_of(point))
    assert np.allclose(foot + plane.depth_mm_of(point) * plane.normal, point, atol=1e-6)


@given(CUTS, POINTS)
def test_the_middle_pixel_is_the_point_asked_for(cut: Cut, centre: np.ndarray) -> None:
    plane = plane_through(cut, centre, 0.7, (31, 41))
    assert np.allclose(plane.world_of(np.array([15.0, 20.0])), centre)


@pytest.mark.parametrize(("cut", "oblique_deg"), [(Cut.CORONAL, 0.0), (Cut.SAGITTAL, 90.0)])
def test_coronal_and_sagittal_hang_as_the_radiographs_do(cut: Cut, oblique_deg: float) -> None:
    view = CArmPose(oblique_deg=oblique_deg).view
    steps = (view.column_step_mm, view.row_step_mm)
    for axis, step in zip(AXES[cut], steps, strict=True):
        assert np.allclose(np.array(axis), step / np.linalg.norm(step), atol=1e-12)


def test_axial_is_seen_from_the_feet_with_the_back_up() -> None:
    along, down = (np.array(axis) for axis in AXES[Cut.AXIAL])
    assert along @ [1.0, 0.0, 0.0] < 0.0  # the patient's right on screen right
    assert down @ [0.0, 1.0, 0.0] < 0.0  # posterior up
    assert np.cross(along, down)[2] > 0.0  # looking toward the head


@given(st.integers(-1000, 1586))
def test_densities_go_back_to_the_ct_number_they_came_from(hu: int) -> None:
    water, bone = basis_densities(np.array([hu], np.int16))
    found = HU_PER_G_CM3[Basis.WATER] * water + HU_PER_G_CM3[Basis.BONE] * bone - 1000.0
    assert abs(float(found[0]) - hu) < 0.01


@pytest.mark.parametrize("cut", Cut)
def test_a_known_body_has_its_known_numbers_summed_over_grids(cut: Cut) -> None:
    plane = plane_through(cut, BALL_WORLD_MM, 0.5, (81, 81))
    hu = hounsfield_slice(ball(), plane)
    from_middle = np.hypot(*(np.indices(hu.shape) - 40.0)) * 0.5
    # A count is 4 HU of water and 10 of bone; two grids, both rounded.
    assert np.abs(hu[from_middle < BALL_RADIUS_MM - 3.0] - BALL_HU).max() < 16.0
    assert np.abs(hu[from_middle > BALL_RADIUS_MM + 3.0] - SOFT_HU).max() < 6.0
    radius_mm = 0.5 * np.sqrt((hu > (BALL_HU + SOFT_HU) / 2.0).sum() / np.pi)
    assert abs(radius_mm - BALL_RADIUS_MM) < 0.25


def test_beyond_the_voxels_is_air() -> None:
    plane = plane_through(Cut.CORONAL, np.array([39.0, 0.0, 0.0]), 1.0, (9, 9))
    hu = hounsfield_slice(ball(), plane)
    assert (hu[:, :3] == -1000.0).all()  # +x, the patient's left, is screen left
    assert (hu[:, 4:] > -10.0).all()


def test_a_turned_grid_shows_the_same_as_a_straight_one() -> None:
    turn = np.array([[0.8, -0.6, 0.0], [0.6, 0.8, 0.0], [0.0, 0.0, 1.0]])
    matrix = np.eye(4)
    matrix[:3, :3] = turn
    matrix[:3, 3] = turn @ [-20.0, -20.0, -20.0]
    grid = VoxelGrid(matrix, (41, 41, 41))
    k, j, i = np.indices(grid.shape_kji)
    world = grid.world_of(np.stack([i, j, k], axis=-1))
    counts = np.rint(120.0 + world @ [2.0, 1.0, -0.5]).astype(np.uint8)
    volume = BasisVolume(Basis.WATER, grid, counts, WATER_G_CM3_PER_COUNT)
    bone = BasisVolume(Basis.BONE, grid, np.zeros_like(counts), BONE_G_CM3_PER_COUNT)
    patient = Patient(PatientKind.SYNTHETIC, (volume, bone), ball().labels)
    plane = plane_through(Cut.AXIAL, np.array([1.0, 2.0, 3.0]), 0.5, (41, 41))
    pixels = np.stack(np.meshgrid(np.arange(41.0), np.arange(41.0)), axis=-1)
    wanted = 120.0 + plane.world_of(pixels) @ [2.0, 1.0, -0.5]
    found = (hounsfield_slice(patient, plane) + 1000.0) / 1000.0 / WATER_G_CM3_PER_COUNT
    assert np.abs(found - wanted).max() < 0.6  # counts are whole numbers


@given(st.floats(-500.0, 500.0), st.floats(1.0, 3000.0))
def test_a_window_runs_from_black_to_white_and_never_back(centre: float, width: float) -> None:
    hu = np.linspace(-1000.0, 3000.0, 200, dtype=np.float32)
    grey = windowed(hu, centre, width).astype(int)
    assert (np.diff(grey) >= 0).all()
    assert grey[hu < centre - width / 2.0 - 1.0].max(initial=0) == 0
    assert grey[hu > centre + width / 2.0 + 1.0].min(initial=255) == 255


@given(st.floats(-30.0, 30.0), st.floats(0.5, 10.0))
def test_a_line_is_cut_at_the_faces_of_the_slab(at_mm: float, thickness_mm: float) -> None:
    plane = plane_through(Cut.AXIAL, np.array([0.0, 0.0, at_mm]), 1.0, (9, 9))
    line = np.array([[0.0, 0.0, -50.0], [5.0, 0.0, 1.0], [0.0, 5.0, 50.0]])
    ((pixels, depth_mm),) = in_slab(line, plane, thickness_mm)
    assert abs(depth_mm) <= thickness_mm / 2.0
    # The line is the graph of x over z here: its ends are read off where the faces cut it.
    faces_mm = at_mm + np.array([-0.5, 0.5]) * thickness_mm
    wanted = np.sort(np.interp(faces_mm, line[:, 2], line[:, 0]))
    assert np.allclose(np.sort(plane.world_of(pixels)[[0, -1], 0]), wanted, atol=1e-9)


def test_a_straight_line_through_the_plane_shows_as_long_as_the_slab_lets_it() -> None:
    plane = plane_through(Cut.AXIAL, np.zeros(3), 0.5, (9, 9))
    line = np.array([[-10.0, 0.0, -10.0], [10.0, 0.0, 10.0]])  # 45 degrees
    ((pixels, depth_mm),) = in_slab(line, plane, 4.0)
    assert np.isclose(np.ptp(pixels[:, 0]) * 0.5, 4.0)
    assert abs(depth_mm) < 1e-9


def test_nerves_and_vessels_lie_where_they_run_and_only_near_the_plane() -> None:
    patient = ball()
    near = plane_through(Cut.CORONAL, np.array([0.0, 9.0, 6.0]), 1.0, (61, 61))
    (line,) = line_overlays(patient, near, 4.0)
    assert line.style is Style.NERVE
    assert np.allclose(near.world_of(line.pixels)[:, 2], 6.0)
    assert {each.style for each in line_overlays(patient, near, 12.0)} == {
        Style.NERVE,
        Style.ARTERY,
    }
    (needle,) = shaft_overlays(Shaft(np.array([[0, 60.0, 6], [0, 9.0, 6]])), near, 4.0)
    assert np.allclose(near.world_of(needle.pixels)[-1], [0.0, 9.0, 6.0])


def test_the_pleura_is_outlined_where_it_is() -> None:
    plane = plane_through(Cut.AXIAL, np.array([0.0, -15.0, 0.0]), 0.5, (41, 61))
    labels = ball().labels
    assert labels is not None
    (outline,) = structure_overlays(labels, plane, (Style.PLEURA,))
    back_mm = plane.world_of(outline.pixels)[:, 1].max()
    assert abs(back_mm - (LUNG_BELOW_Y_MM - 0.5)) < 0.3  # half-way between the two voxels' centres


@given(
    st.floats(-4.0, 4.0), st.floats(0.0, 180.0), st.tuples(*[st.floats(2.0, 9.0)] * 3).map(np.array)
)
def test_a_lesions_outline_lies_on_the_lesion_and_in_the_plane(
    off_mm: float, turn_deg: float, semi_mm: np.ndarray
) -> None:
    c, s = np.cos(np.radians(turn_deg)), np.sin(np.radians(turn_deg))
    axes = np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
    egg = Ellipsoid(np.array([1.0, 2.0, 3.0]), axes, semi_mm)
    plane = plane_through(Cut.AXIAL, np.array([0.0, 0.0, 3.0 + off_mm]), 0.4, (33, 33))
    outline = ellipsoid_overlay(egg, plane)
    reach = np.linalg.norm(axes[2] * semi_mm)
    assume(abs(abs(off_mm) - reach) > 1e-6)
    assert (outline is None) == (abs(off_mm) > reach)
    if outline is not None:
        unit = (plane.world_of(outline.pixels) - egg.centre_world_mm) @ axes / semi_mm
        assert np.allclose(np.linalg.norm(unit, axis=1), 1.0, atol=1e-6)


def test_an_impossible_slice_is_refused() -> None:
    with pytest.raises(ValueError, match="right angles"):
        SlicePlane(np.zeros(3), np.array([1.0, 0, 0]), np.array([1.0, 1.0, 0]), (4, 4))
    with pytest.raises(ValueError, match="positive"):
        plane_through(Cut.AXIAL, np.zeros(3), 0.0, (4, 4))
