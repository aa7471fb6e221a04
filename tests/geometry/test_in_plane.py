"""A ruler or a ball gives millimetres in its own plane, and says how well."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from trainer.geometry.carm import CArmPose
from trainer.geometry.in_plane import InPlaneScale, in_plane_view, scale_of

pixels = st.tuples(st.floats(0.0, 1000.0), st.floats(0.0, 1000.0))


@given(pixels, pixels, st.floats(5.0, 200.0))
def test_the_ruler_is_as_long_as_it_says_in_the_plane_of_the_target(
    first: tuple[float, float], second: tuple[float, float], length_mm: float
) -> None:
    span_px = np.hypot(*np.subtract(first, second))
    assume(span_px > 21.0 and 0.011 < length_mm / span_px < 4.9)
    scale = scale_of(first, second, length_mm)
    view = in_plane_view(scale, (1001, 801), 0.0, 0.0)
    ends = []
    for pixel in (first, second):
        ray = view.ray_directions(np.array(pixel))
        ends.append(view.source_world_mm - ray * view.source_world_mm[1] / ray[1])
    assert np.linalg.norm(ends[0] - ends[1]) == pytest.approx(length_mm, rel=1e-9)


@given(st.floats(-80.0, 80.0), st.floats(-40.0, 40.0))
def test_the_origin_is_in_the_middle_and_the_axes_hang_as_the_pose_says(
    oblique_deg: float, tilt_deg: float
) -> None:
    view = in_plane_view(InPlaneScale(0.2, 0.04), (640, 480), oblique_deg, tilt_deg)
    np.testing.assert_allclose(view.project(np.zeros(3)), (319.5, 239.5), atol=1e-9)
    u, v = CArmPose(oblique_deg, tilt_deg).image_axes
    np.testing.assert_allclose(view.project(10.0 * u), (319.5 + 50.0, 239.5), atol=1e-9)
    np.testing.assert_allclose(view.project(10.0 * v), (319.5, 239.5 + 50.0), atol=1e-9)


def test_the_true_scale_of_a_ruler_off_the_plane_is_within_the_stated_doubt() -> None:
    pose = CArmPose()
    ends = pose.view.project(np.array([[-25.0, 20.0, 0.0], [25.0, 20.0, 0.0]]))
    scale = scale_of((ends[0][0], ends[0][1]), (ends[1][0], ends[1][1]), 50.0)
    true_mm_per_px = 298.0 / 1024.0 / pose.magnification
    off_share = abs(scale.mm_per_px - true_mm_per_px) / true_mm_per_px
    assert 0.03 < off_share < scale.doubt_share  # 20 mm of 530: 3.6 %
    assert scale.doubt_mm(30.0) == pytest.approx(30.0 * scale.doubt_share)


def test_a_ruler_in_the_plane_doubts_less_than_one_on_the_skin() -> None:
    marks = ((10.0, 10.0), (310.0, 10.0), 60.0)
    inside, outside = scale_of(*marks, off_plane_mm=2.0), scale_of(*marks)
    assert inside.doubt_share < outside.doubt_share / 3.0


@pytest.mark.parametrize(
    ("second", "length_mm", "why"),
    [
        ((12.0, 10.0), 50.0, "at least 20 px"),
        ((200.0, 10.0), 0.0, "outside 2 to 500 mm"),
        ((200.0, 10.0), float("nan"), "outside 2 to 500 mm"),
        ((35.0, 10.0), 400.0, "outside 0.01 to 5 mm"),
    ],
)
def test_what_is_no_ruler_is_refused(
    second: tuple[float, float], length_mm: float, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        scale_of((10.0, 10.0), second, length_mm)
