"""One test per sign of docs/conventions.md, before any renderer."""

from __future__ import annotations

import numpy as np
import pytest

from trainer.geometry.carm import CArmPose
from trainer.geometry.positioner import (
    direction_of_letters,
    oblique_deg,
    orientation_letters,
    primary_angle_deg,
)

AP = CArmPose()


def pixel(pose: CArmPose, *point_world_mm: float) -> tuple[float, float]:
    column, row = pose.view.project(np.array(point_world_mm))
    return float(column), float(row)


MIDDLE = (AP.matrix_px - 1) / 2.0


def test_the_central_ray_meets_the_middle_of_the_matrix() -> None:
    assert pixel(AP, 0.0, 0.0, 0.0) == pytest.approx((MIDDLE, MIDDLE))
    assert pixel(CArmPose(20.0, 10.0, (3.0, 4.0, 5.0)), 3.0, 4.0, 5.0) == pytest.approx(
        (MIDDLE, MIDDLE)
    )


def test_pixel_zero_zero_is_the_centre_of_the_top_left_pixel() -> None:
    view = AP.view
    corner = view.pixel_world_mm(np.array([0.0, 0.0]))
    edge = AP.receptor_centre_world_mm - 149.0 * sum(AP.image_axes)
    pitch = 298.0 / 1024.0
    assert corner == pytest.approx(edge + 0.5 * pitch * sum(AP.image_axes))


def test_at_ap_the_patients_right_is_on_screen_right() -> None:
    assert pixel(AP, -10.0, 0.0, 0.0)[0] > MIDDLE


def test_at_ap_the_head_is_up() -> None:
    assert pixel(AP, 0.0, 0.0, 10.0)[1] < MIDDLE


def test_at_ap_the_receptor_stands_behind_the_back() -> None:
    assert AP.receptor_direction == pytest.approx((0.0, 1.0, 0.0))
    assert AP.source_world_mm == pytest.approx((0.0, -530.0, 0.0))
    assert AP.receptor_centre_world_mm == pytest.approx((0.0, 490.0, 0.0))


def test_what_lies_nearer_the_tube_is_larger() -> None:
    near, far = pixel(AP, -10.0, -100.0, 0.0), pixel(AP, -10.0, 100.0, 0.0)
    assert near[0] > far[0] > MIDDLE


def test_plus_oblique_turns_the_receptor_toward_the_patients_left() -> None:
    assert CArmPose(oblique_deg=20.0).receptor_direction[0] > 0.0


def test_plus_tilt_turns_the_receptor_toward_the_head() -> None:
    assert CArmPose(tilt_deg=10.0).receptor_direction[2] > 0.0


def test_plus_oblique_moves_what_lies_posterior_to_screen_right() -> None:
    assert pixel(CArmPose(oblique_deg=20.0), 0.0, 30.0, 0.0)[0] > MIDDLE


def test_plus_tilt_moves_what_lies_posterior_down_the_screen() -> None:
    assert pixel(CArmPose(tilt_deg=10.0), 0.0, 30.0, 0.0)[1] > MIDDLE


def test_plus_detector_rotation_turns_the_picture_counter_clockwise() -> None:
    turned = CArmPose(detector_rotation_deg=10.0)
    assert pixel(turned, -10.0, 0.0, 0.0)[1] < MIDDLE  # from the right, up


def test_at_left_lateral_posterior_is_on_screen_right_and_the_head_up() -> None:
    lateral = CArmPose(oblique_deg=90.0)
    assert pixel(lateral, 0.0, 10.0, 0.0)[0] > MIDDLE
    assert pixel(lateral, 0.0, 0.0, 10.0)[1] < MIDDLE


@pytest.mark.parametrize(
    ("oblique", "primary"), [(0.0, 180.0), (20.0, 160.0), (90.0, 90.0), (-90.0, -90.0)]
)
def test_positioner_primary_angle_is_a_half_turn_less_the_oblique(
    oblique: float, primary: float
) -> None:
    assert primary_angle_deg(oblique) == primary
    assert oblique_deg(primary) == oblique


def test_patient_orientation_of_an_ap_picture_is_right_and_feet() -> None:
    u, v = AP.image_axes
    assert (orientation_letters(u), orientation_letters(v)) == ("R", "F")


def test_patient_orientation_of_a_left_lateral_is_posterior_and_feet() -> None:
    u, v = CArmPose(oblique_deg=90.0).image_axes
    assert (orientation_letters(u), orientation_letters(v)) == ("P", "F")


@pytest.mark.parametrize("letter", list("LRPAHF"))
def test_letters_and_directions_agree(letter: str) -> None:
    assert orientation_letters(direction_of_letters(letter)) == letter


def test_a_letter_of_no_axis_is_refused() -> None:
    with pytest.raises(ValueError, match="LRPAHF"):
        direction_of_letters("X")
