"""Any view says from which side it looks, and its picture is turned with its rays."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.geometry.strategies import poses
from trainer.geometry.angles import HANGINGS, angles_of, hanging_of
from trainer.geometry.carm import CArmPose


@given(poses)
def test_a_view_says_the_angles_of_its_pose(pose: CArmPose) -> None:
    oblique_deg, tilt_deg = angles_of(pose.view)
    assert oblique_deg == pytest.approx(pose.oblique_deg, abs=1e-6)
    assert tilt_deg == pytest.approx(pose.tilt_deg, abs=1e-6)


@given(poses, st.sampled_from(HANGINGS), st.floats(0.0, 200.0), st.floats(0.0, 200.0))
def test_a_picture_stored_eight_ways_is_hung_back_with_its_rays(
    pose: CArmPose, stored: object, column: float, row: float
) -> None:
    upright = replace(pose, detector_rotation_deg=0.0).view
    turned = next(one for one in HANGINGS if one is stored).of_view(upright)
    hanging = hanging_of(turned)
    again = hanging.of_view(turned)
    np.testing.assert_allclose(again.detector_from_world, upright.detector_from_world, atol=1e-9)
    pixel = hanging.of_pixel((column, row), turned.size_px)
    np.testing.assert_allclose(
        again.pixel_world_mm(np.array(pixel)),
        turned.pixel_world_mm(np.array([column, row])),
        atol=1e-9,
    )


@pytest.mark.parametrize("hanging", HANGINGS)
def test_pixels_go_where_their_place_goes(hanging: object) -> None:
    one = next(found for found in HANGINGS if found is hanging)
    grey = np.arange(12, dtype=np.uint16).reshape(3, 4)
    turned = one.of_picture(grey)
    for row, column in np.ndindex(3, 4):
        at = one.of_pixel((column, row), (4, 3))
        assert turned[int(at[1]), int(at[0])] == grey[row, column]
    assert one.changes == (turned.shape != grey.shape or not np.array_equal(turned, grey))
