"""The turnable view shows what is there, in its order, from wherever one stands."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imaging.inside_patient import (
    BALL_RADIUS_MM,
    BALL_WORLD_MM,
    LUNG_BELOW_Y_MM,
    ball_patient,
)
from trainer.geometry.carm import CArmPose
from trainer.imaging.orbit_camera import OrbitCamera, Ray
from trainer.imaging.overlays import Ellipsoid, Shaft
from trainer.imaging.solid_field import SolidField, field_of
from trainer.imaging.solid_render import FAR_MM, Detail, SolidPicture, pick_bone, render_solid
from trainer.imaging.solid_scene import STYLES, SolidScene, as_tubes, bare_scene, solid_scene
from trainer.imaging.styles import DRAWN, Pattern, Style

ANGLES = st.floats(-180.0, 180.0)
HEIGHTS = st.floats(-89.0, 89.0)
SIZE = (96, 96)
CENTRE = tuple(BALL_WORLD_MM)
VOXEL_MM = 0.7


@lru_cache
def ball_scene() -> SolidScene:
    target = BALL_WORLD_MM + np.array([0.0, BALL_RADIUS_MM, 0.0])
    return solid_scene(ball_patient(), BALL_WORLD_MM, 30.0, target_world_mm=target)


@lru_cache
def sphere_field(radius_mm: float = 10.0) -> SolidField:
    """An analytic sphere about the world's origin."""
    at = (np.arange(48) - 23.5) * VOXEL_MM
    z, y, x = np.meshgrid(at, at, at, indexing="ij")
    away = np.sqrt(x * x + y * y + z * z) - radius_mm
    values = np.rint(np.clip(128.0 - 60.0 * away / VOXEL_MM, 0.0, 255.0)).astype(np.uint8)
    return field_of(values, np.full(3, at[0]), VOXEL_MM)


def style_at(picture: SolidPicture, row: int, column: int) -> Style | None:
    number = int(picture.style[row, column])
    return STYLES[number] if number >= 0 else None


@given(ANGLES, HEIGHTS, st.booleans(), st.tuples(*[st.floats(-6.0, 6.0)] * 2))
def test_a_ray_meets_a_sphere_where_geometry_says(
    azimuth_deg: float, elevation_deg: float, perspective: bool, off_px: tuple[float, float]
) -> None:
    camera = OrbitCamera((0, 0, 0), azimuth_deg, elevation_deg, 40.0, 300.0, perspective)
    ray = camera.ray(np.array([47.5, 47.5]) + off_px, SIZE)
    hit = pick_bone(bare_scene(sphere_field(), np.zeros(3), 16.0), ray)
    b = float(ray.origin_world_mm @ ray.direction)
    wanted = -b - np.sqrt(b * b - ray.origin_world_mm @ ray.origin_world_mm + 100.0)
    assert hit is not None
    found = float((hit - ray.origin_world_mm) @ ray.direction)
    assert abs(found - wanted) < 0.5 * VOXEL_MM


def test_empty_space_is_skipped_without_skipping_bone() -> None:
    field = sphere_field()
    careful = replace(field, leap=np.zeros_like(field.leap))
    rng = np.random.default_rng(1)
    for _ in range(200):
        origin = rng.normal(size=3)
        origin *= 60.0 / np.linalg.norm(origin)
        aim = rng.uniform(-11.0, 11.0, 3) - origin
        ray = Ray(origin, aim / np.linalg.norm(aim))
        quick, slow = (pick_bone(bare_scene(f, np.zeros(3), 16.0), ray) for f in (field, careful))
        assert (quick is None) == (slow is None)
        if quick is not None and slow is not None:
            assert np.linalg.norm(quick - slow) < 0.1


@settings(max_examples=6)
@given(st.integers(-180, 180), st.integers(-80, 80))
def test_a_full_turn_gives_the_same_picture(azimuth_deg: int, elevation_deg: int) -> None:
    camera = OrbitCamera(CENTRE, float(azimuth_deg), float(elevation_deg), 70.0)
    first = render_solid(ball_scene(), camera, (48, 48)).rgb
    again = camera.turned(360.0, 0.0)
    assert again == camera
    assert (render_solid(ball_scene(), again, (48, 48)).rgb == first).all()


@given(ANGLES, HEIGHTS, st.booleans(), st.tuples(*[st.floats(-30.0, 30.0)] * 3).map(np.array))
def test_a_points_pixel_looks_back_at_the_point(
    azimuth_deg: float, elevation_deg: float, perspective: bool, point: np.ndarray
) -> None:
    camera = OrbitCamera(CENTRE, azimuth_deg, elevation_deg, 70.0, 300.0, perspective)
    column, row, _ = camera.project(point, SIZE)
    ray = camera.ray(np.array([column, row]), SIZE)
    away = point - ray.origin_world_mm
    assert np.linalg.norm(away - (away @ ray.direction) * ray.direction) < 1e-6


@given(ANGLES, HEIGHTS)
def test_the_eye_stands_where_the_receptor_does(azimuth_deg: float, elevation_deg: float) -> None:
    right, down, toward_eye = OrbitCamera(CENTRE, azimuth_deg, elevation_deg).axes
    view = CArmPose(oblique_deg=azimuth_deg, tilt_deg=elevation_deg).view
    assert np.allclose(right, view.column_step_mm / np.linalg.norm(view.column_step_mm))
    assert np.allclose(down, view.row_step_mm / np.linalg.norm(view.row_step_mm))
    assert np.allclose(toward_eye, view.central_direction)


@given(ANGLES, HEIGHTS, st.booleans(), st.floats(-20, 20), st.floats(-20, 20))
def test_a_dragged_point_follows_the_hand_and_keeps_its_distance(
    azimuth_deg: float, elevation_deg: float, perspective: bool, right_px: float, down_px: float
) -> None:
    camera = OrbitCamera(CENTRE, azimuth_deg, elevation_deg, 70.0, 300.0, perspective)
    point = BALL_WORLD_MM + np.array([3.0, 5.0, -4.0])
    moved = camera.dragged(point, right_px, down_px, SIZE)
    before, after = camera.project(point, SIZE), camera.project(moved, SIZE)
    assert np.allclose(after - before, [right_px, down_px, 0.0], atol=1e-6)


def test_zoom_pan_and_poles_keep_their_bounds() -> None:
    camera = OrbitCamera(CENTRE)
    assert camera.zoomed(2.0).height_mm == 40.0
    assert camera.zoomed(1e9).height_mm == 10.0
    assert camera.zoomed(1e-9).height_mm == 600.0
    assert camera.turned(0.0, 500.0).elevation_deg == 90.0
    assert np.allclose(
        camera.panned(2.0, 3.0).target_world_mm, BALL_WORLD_MM + np.array([-2.0, 0.0, -3.0])
    )
    with pytest.raises(ValueError, match="positive"):
        OrbitCamera(CENTRE, height_mm=0.0)


def test_the_ball_is_as_large_as_it_is() -> None:
    camera = OrbitCamera(CENTRE, height_mm=48.0)  # two pixels a millimetre
    picture = render_solid(ball_scene(), camera, SIZE, hidden=frozenset(Style) - {Style.BONE})
    radius_px = np.sqrt((picture.style == 0).sum() / np.pi)
    assert abs(radius_px / 2.0 - BALL_RADIUS_MM) < 0.5 * VOXEL_MM
    middle = camera.distance_mm - picture.depth_mm[47:49, 47:49].mean()
    assert abs(middle - BALL_RADIUS_MM) < 0.5 * VOXEL_MM


def test_what_is_nearest_is_seen() -> None:
    """From behind: artery (y 14), nerve (9, inside the ball's back at 8), ball; a lung in front."""
    behind, front = OrbitCamera(CENTRE, height_mm=48.0), OrbitCamera(CENTRE, 180.0, height_mm=48.0)
    seen = render_solid(ball_scene(), behind, SIZE)
    assert style_at(seen, 47, 48) is Style.ARTERY
    assert style_at(render_solid(ball_scene(), behind, SIZE, hidden={Style.ARTERY}), 48, 48) is (
        Style.NERVE
    )
    assert style_at(render_solid(ball_scene(), front, SIZE), 47, 48) is Style.BONE
    bare = render_solid(ball_scene(), front, SIZE, hidden={Style.BONE})
    assert style_at(bare, 48, 48) is Style.NERVE  # with the bone away, what lay behind it


def test_only_nearer_veils_tint() -> None:
    behind, front = OrbitCamera(CENTRE, height_mm=48.0), OrbitCamera(CENTRE, 180.0, height_mm=48.0)
    bare = frozenset({Style.PLEURA})
    place = (slice(40, 46), slice(40, 46))  # on the ball
    for camera, tinted in ((behind, False), (front, True)):
        with_veil, without = (
            render_solid(ball_scene(), camera, SIZE, hidden=hidden).rgb[place].astype(int)
            for hidden in (frozenset(), bare)
        )
        changed = np.abs(with_veil - without).max() > 5
        assert changed == tinted
    assert BALL_WORLD_MM[1] - BALL_RADIUS_MM > LUNG_BELOW_Y_MM


def test_a_lesion_is_seen_through_and_hatched() -> None:
    camera = OrbitCamera(CENTRE, height_mm=48.0)
    egg = Ellipsoid(
        BALL_WORLD_MM + np.array([0.0, 18.0, 0.0]), np.eye(3), np.array([6.0, 3.0, 4.0])
    )
    plain = render_solid(ball_scene(), camera, (192, 192)).rgb.astype(int)
    made = render_solid(replace(ball_scene(), lesions=(egg,)), camera, (192, 192)).rgb.astype(int)
    rows, columns = np.nonzero(np.abs(made - plain).max(axis=2) > 3)
    assert abs(np.ptp(columns) / 4.0 - 12.0) < 1.0  # 4 px a mm
    assert abs(np.ptp(rows) / 4.0 - 8.0) < 1.0
    inside = made[90:102, 84:108].sum(axis=2)
    assert inside.max() > inside.min() + 100  # hatch


def test_a_needle_ends_at_its_tip() -> None:
    camera = OrbitCamera(CENTRE, 90.0, height_mm=48.0)  # posterior on screen right
    tip = BALL_WORLD_MM + np.array([0.0, 13.0, 4.0])
    shaft = Shaft(np.array([tip + np.array([0.0, 60.0, 0.0]), tip]), 0.5)
    scene = replace(ball_scene(), tubes=as_tubes(shaft.points_world_mm[::-1], 0.5, Style.NEEDLE))
    picture = render_solid(scene, camera, SIZE)
    _, columns = np.nonzero(picture.style == STYLES.index(Style.NEEDLE))
    wanted = camera.project(tip, SIZE)[0] - 1.0  # a rounded tip of half a millimetre
    assert abs(columns.min() - wanted) <= 1.5
    assert columns.max() == SIZE[0] - 1


def test_a_pick_is_what_the_picture_shows() -> None:
    camera = OrbitCamera(CENTRE, 25.0, 15.0, 48.0, 300.0, perspective=True)
    picture = render_solid(ball_scene(), camera, SIZE, hidden=frozenset(Style) - {Style.BONE})
    for row, column in ((48, 48), (40, 55), (60, 37)):
        ray = camera.ray(np.array([column, row], float), SIZE)
        hit = pick_bone(ball_scene(), ray)
        assert hit is not None
        assert abs((hit - ray.origin_world_mm) @ ray.direction - picture.depth_mm[row, column]) < (
            0.05
        )
        assert abs(np.linalg.norm(hit - BALL_WORLD_MM) - BALL_RADIUS_MM) < 0.5 * VOXEL_MM
    assert pick_bone(ball_scene(), camera.ray(np.array([2.0, 2.0]), SIZE)) is None
    assert picture.depth_mm[2, 2] == FAR_MM


def test_turning_is_drawn_with_fewer_pixels_and_looks_alike() -> None:
    camera = OrbitCamera(CENTRE, 20.0, 10.0, 60.0)
    fine = render_solid(ball_scene(), camera, SIZE, hidden={Style.TARGET, Style.PLEURA}).rgb
    quick = render_solid(
        ball_scene(), camera, SIZE, detail=Detail.TURNING, hidden={Style.TARGET, Style.PLEURA}
    ).rgb
    assert quick.shape == (48, 48, 3)
    small = fine.reshape(48, 2, 48, 2, 3).mean(axis=(1, 3))
    assert np.abs(small - quick).mean() < 6.0


def test_kinds_differ_in_more_than_colour() -> None:
    near_target = (Style.NERVE, Style.RAMUS, Style.ARTERY, Style.VEIN, Style.LESION, Style.PLEURA)
    assert len({DRAWN[style].pattern for style in near_target}) == len(near_target)
    light = {s: np.array(DRAWN[s].rgb) @ [0.299, 0.587, 0.114] for s in near_target}
    assert light[Style.NERVE] > light[Style.ARTERY] + 60  # in a picture without colour too
    assert DRAWN[Style.NERVE].pattern is Pattern.SOLID
